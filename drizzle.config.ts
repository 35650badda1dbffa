import { defineConfig } from 'drizzle-kit';

/** `npm run migrations` writes the next numbered migration from the schema; `db/migrate.ts` runs them at start. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/*.ts',
  out: './db/migrations',
});
