import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { communityColumn } from './columns.ts';
import { communities } from './communities.ts';

export const members = pgTable(
  'members',
  {
    communityId: communityColumn().references(() => communities.communityId),
    user: text('user_id').notNull(),
    timeZone: text('time_zone'),
    locale: text('locale'),
    nudgesStopped: boolean('nudges_stopped').notNull().default(false),
    hiddenFromBoard: boolean('hidden_from_board').notNull().default(false),
    refusesIntroductions: boolean('refuses_introductions').notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.user] })],
);
