import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Offer, Watch } from '../../src/helping/offer.ts';
import { communityColumn, document, moment } from './columns.ts';
import { communities } from './communities.ts';

/** What helpers offer. */
export const offers = pgTable(
  'offers',
  {
    communityId: communityColumn().references(() => communities.communityId),
    user: text('user_id').notNull(),
    offer: document<Omit<Offer, 'user'>>('offer').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.user] })],
);

/** Who found nobody, and would like a word when somebody appears. */
export const watches = pgTable(
  'watches',
  {
    communityId: communityColumn().references(() => communities.communityId),
    seeker: text('seeker').notNull(),
    /** What is looked for, as one string: the same is looked for once. */
    need: text('need').notNull(),
    watch: document<Omit<Watch, 'seeker' | 'at'>>('watch').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.seeker, t.need] })],
);
