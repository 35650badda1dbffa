import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type {
  AskState,
  AskStateName,
  AskWords,
  Route,
  Target,
} from '../../src/introductions/ask.ts';
import { communityColumn, document, moment } from './columns.ts';
import { communities } from './communities.ts';

/** What a state holds beside its name and time. */
export type AskStateData = DistributiveOmit<AskState, 'is' | 'at'>;
type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;

export const asks = pgTable(
  'asks',
  {
    communityId: communityColumn().references(() => communities.communityId),
    id: uuid('id').notNull(),
    seeker: text('seeker').notNull(),
    helper: text('helper'),
    target: document<Target>('target'),
    /** Of a draft, what there is so far. */
    words: document<Partial<AskWords>>('words'),
    state: text('state').$type<AskStateName>().notNull(),
    stateAt: moment('state_at').notNull(),
    stateData: document<AskStateData>('state_data').notNull(),
    /** Of a referral that was sent. */
    route: document<Route>('route'),
    /** It is brought to nobody. */
    hidden: boolean('hidden').notNull().default(false),
    createdAt: moment('created_at').notNull(),
    /** When it first left the draft: what a helper's monthly limit counts. */
    sentAt: moment('sent_at'),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index('asks_open_of_seeker')
      .on(t.communityId, t.seeker, t.helper)
      .where(sql`state in ('asked', 'needs-info', 'snoozed', 'with-target', 'undelivered')`),
    index('asks_drafts').on(t.communityId, t.seeker, t.stateAt, t.id).where(sql`state = 'draft'`),
    index('asks_of_helper').on(t.communityId, t.helper, t.sentAt),
    index('asks_ended')
      .on(t.communityId, t.seeker, t.helper, t.stateAt)
      .where(sql`state in ('declined', 'expired', 'withdrawn')`),
    index('asks_of_seeker').on(t.communityId, t.seeker, t.stateAt, t.id),
  ],
);
