import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Help, HelpKind, Outcome } from '../../src/gratitude/help.ts';
import { asks } from './asks.ts';
import { communityColumn, moment } from './columns.ts';
import { communities } from './communities.ts';

export const helps = pgTable(
  'helps',
  {
    communityId: communityColumn().references(() => communities.communityId),
    id: uuid('id').notNull(),
    kind: text('kind').$type<HelpKind>().notNull(),
    seeker: text('seeker').notNull(),
    helper: text('helper').notNull(),
    ask: uuid('ask').notNull(),
    at: moment('at').notNull(),
    thanks: text('thanks').$type<Help['thanks']>().notNull(),
    /** Null until the seeker told how it ended. */
    outcome: text('outcome').$type<Outcome>(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    foreignKey({ columns: [t.communityId, t.ask], foreignColumns: [asks.communityId, asks.id] }),
    index('helps_of_pair').on(t.communityId, t.seeker, t.helper),
    index('helps_unthanked').on(t.communityId, t.seeker, t.at).where(sql`thanks = 'open'`),
  ],
);

export const thanks = pgTable(
  'thanks',
  {
    communityId: communityColumn().references(() => communities.communityId),
    id: uuid('id').notNull(),
    help: uuid('help'),
    seeker: text('seeker').notNull(),
    helper: text('helper').notNull(),
    at: moment('at').notNull(),
    credited: boolean('credited').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    foreignKey({ columns: [t.communityId, t.help], foreignColumns: [helps.communityId, helps.id] }),
    index('thanks_of_pair').on(t.communityId, t.seeker, t.helper, t.at),
  ],
);
