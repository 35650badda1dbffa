import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Effect } from '../../src/effect.ts';
import { communityColumn, document, moment } from './columns.ts';
import { communities } from './communities.ts';

/**
 * Where an effect stands. Only `waiting` ones are ever performed.
 *
 * - `sent`: done; the text is gone, the reference stays for revisions
 * - `undelivered`: closed DMs; kept until the member has seen it
 * - `ambiguous`: nobody knows whether it arrived; kept likewise, said again at most once, in other words
 * - `shown`: was undelivered or ambiguous, and has been shown to the member since
 * - `replaced`: a conversation that couldn't be had, its `otherwise` went out instead
 * - `void`: a revision of something that was never sent, or a message that nobody needs to read any more
 * - `dead`: given up
 */
export type OutboxStatus =
  | 'waiting'
  | 'sent'
  | 'undelivered'
  | 'ambiguous'
  | 'shown'
  | 'replaced'
  | 'void'
  | 'dead';

/**
 * Two kinds of time: `due_at` and `settled_at` are the caller's clock, which may be a virtual one; leases, retries and
 * unanswered tries are in the database's own, real time.
 */
export const outbox = pgTable(
  'outbox',
  {
    communityId: communityColumn().references(() => communities.communityId),
    id: uuid('id').notNull(),
    key: text('key').notNull(),
    /** Order of adding. */
    position: bigint('position', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    /** Who or where it goes: effects of one slot keep their order. */
    slot: text('slot').notNull(),
    /** Key of the effect that this one revises. */
    revises: text('revises'),
    /** Null once nobody needs it any more: members' texts don't stay. */
    effect: document<Effect>('effect'),
    status: text('status').$type<OutboxStatus>().notNull().default('waiting'),
    dueAt: moment('due_at').notNull(),
    /** Real time. Before it, somebody holds the lease or a retry waits. */
    freeAt: moment('free_at').notNull().default(sql`'-infinity'`),
    /** Real time at which the present lease began; with `free_at` its length. */
    leasedAt: moment('leased_at'),
    /** Who holds or last held the lease. */
    worker: text('worker'),
    tries: integer('tries').notNull().default(0),
    /** Real time. A try began then and its end isn't known. */
    unansweredSince: moment('unanswered_since'),
    ref: text('ref'),
    /** Why the last try didn't succeed, in the platform's words. */
    why: text('why'),
    settledAt: moment('settled_at'),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex('outbox_key').on(t.communityId, t.key),
    index('outbox_slot')
      .on(t.communityId, t.slot, t.position)
      .where(sql`status in ('waiting', 'undelivered', 'ambiguous')`),
    index('outbox_revisions')
      .on(t.communityId, t.revises)
      .where(sql`status = 'waiting' and revises is not null`),
    index('outbox_open')
      .on(t.communityId, t.status)
      .where(sql`status in ('waiting', 'undelivered', 'ambiguous', 'dead')`),
    // Not led by the community: it is the delivering worker's, who serves all of them.
    index('outbox_due').on(t.dueAt, t.position).where(sql`status = 'waiting'`),
  ],
);
