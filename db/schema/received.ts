import { foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ReceivedAsk } from '../../src/introductions/received.ts';
import { asks } from './asks.ts';
import { communityColumn, moment } from './columns.ts';
import { communities } from './communities.ts';

/** Which asks were brought to whom, and whether they answered: what capacity, fairness and missed asks are counted from. */
export const received = pgTable(
  'received',
  {
    communityId: communityColumn().references(() => communities.communityId),
    ask: uuid('ask').notNull(),
    as: text('as_role').$type<ReceivedAsk['as']>().notNull(),
    user: text('user_id').notNull(),
    seeker: text('seeker').notNull(),
    at: moment('at').notNull(),
    came: text('came').$type<ReceivedAsk['came']>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.ask, t.as, t.user] }),
    foreignKey({ columns: [t.communityId, t.ask], foreignColumns: [asks.communityId, asks.id] }),
    index('received_by').on(t.communityId, t.user, t.as, t.at),
    index('received_from').on(t.communityId, t.seeker, t.at),
  ],
);
