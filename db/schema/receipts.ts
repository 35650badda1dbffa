import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { communityColumn, moment } from './columns.ts';
import { communities } from './communities.ts';

/** Which of the platform's deliveries were acted on. */
export const receipts = pgTable(
  'receipts',
  {
    communityId: communityColumn().references(() => communities.communityId),
    key: text('key').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.key] }),
    index('receipts_old').on(t.communityId, t.at),
  ],
);
