import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { communityColumn } from './columns.ts';
import { communities } from './communities.ts';

/** One row per community, calendar period and helper: reading the board doesn't grow with history. */
export const boardCounts = pgTable(
  'board_counts',
  {
    communityId: communityColumn().references(() => communities.communityId),
    /** `week:2026-01-05`, `month:2026-01-01` or `all`. */
    period: text('period').notNull(),
    helper: text('helper').notNull(),
    credits: integer('credits').notNull(),
    /** Grows with each helper who comes onto a board: the smaller, the longer there. */
    place: bigint('place', { mode: 'number' }).generatedAlwaysAsIdentity(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.period, t.helper] }),
    index('board_top').on(t.communityId, t.period, t.credits.desc(), t.place),
  ],
);
