import { boolean, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Discretion } from '../../src/communities/settings.ts';
import { communityColumn, document } from './columns.ts';
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
    refusesAsks: boolean('refuses_asks').notNull().default(false),
    /** Null until the member chose something. */
    discretion: document<Discretion>('discretion'),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.user] })],
);
