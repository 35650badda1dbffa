import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { Connection } from './connection.ts';
import { DatabaseProblem } from './problem.ts';

const folder = fileURLToPath(new URL('./migrations', import.meta.url));

const applied = pgTable('goodword_migrations', {
  number: integer('number').primaryKey(),
  hash: text('hash').notNull(),
});

/** Any number, the same in every version: whoever migrates holds this advisory lock. */
const LOCK = 1_735_290_724;

/**
 * Brings the schema to this version. All in one transaction, so that a crash leaves the old schema, and under a lock that
 * ends with it (a session's lock would not survive a pooler such as PgBouncer). Safe to run again and from several
 * processes at once. Drizzle's own migrator takes no lock and doesn't notice a newer schema.
 */
export async function migrate(connection: Connection): Promise<void> {
  const files = readMigrationFiles({ migrationsFolder: folder });
  await connection.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(LOCK))})`);
    await tx.execute(sql`
      create table if not exists goodword_migrations (
        number integer primary key, hash text not null, at timestamptz not null default now())`);
    const done = new Set((await tx.select().from(applied)).map((row) => row.number));
    if ([...done].some((number) => number >= files.length)) {
      throw new DatabaseProblem(
        'This database was made by a newer Goodword: install that version, or use another database.',
      );
    }
    for (const [number, file] of files.entries()) {
      if (done.has(number)) continue;
      for (const statement of file.sql) await tx.execute(sql.raw(statement));
      await tx.insert(applied).values({ number, hash: file.hash });
    }
  });
}
