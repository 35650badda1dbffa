import { and, asc, eq, inArray, notExists, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { uuidv7 } from 'uuidv7';
import type { Effect, Outcome } from '../src/effect.ts';
import type { Claimed, OutboxQueue } from '../src/ports.ts';
import { communityId } from './community-id.ts';
import type { Connection } from './connection.ts';
import { storesOf, transact } from './database.ts';
import { communities } from './schema/communities.ts';
import { outbox } from './schema/outbox.ts';
import { dropRevisions } from './stores/outbox.ts';

/** The lease ran out and another worker has the effect: don't call the platform. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

const HOUR = 60 * 60 * 1000;

/** The database's real time; `now()` would be the transaction's start. */
const realNow = sql`clock_timestamp()`;
const realNowPlus = (ms: number) =>
  sql`clock_timestamp() + ${Math.ceil(ms)}::double precision * interval '1 millisecond'`;

const earlier = alias(outbox, 'earlier');
const revised = alias(outbox, 'revised');
const isWaiting = sql`${outbox.status} = 'waiting'`;

/**
 * The outbox from the delivering side. Leases and retries run in the database's real time, due times in the caller's. After
 * a try that may be repeated an effect rests `retryMs`, twice as long after each further one, at most an hour.
 */
export function createOutboxQueue(connection: Connection, retryMs = 1000): OutboxQueue {
  /** First in its slot of what is due by `moment`, and what it revises is there. */
  const isNext = (moment: SQL | Date) =>
    and(
      notExists(
        connection
          .select({ one: sql`1` })
          .from(earlier)
          .where(
            and(
              eq(earlier.communityId, outbox.communityId),
              eq(earlier.slot, outbox.slot),
              sql`${earlier.status} = 'waiting'`,
              sql`${earlier.position} < ${outbox.position}`,
              sql`${earlier.dueAt} <= ${moment instanceof Date ? moment.toISOString() : moment}`,
            ),
          ),
      ),
      or(sql`${outbox.revises} is null`, sql`${revised.status} = 'sent'`),
    );

  const joinRevised = and(
    eq(revised.communityId, outbox.communityId),
    eq(revised.key, outbox.revises),
  );

  const holds = (claimed: Claimed) =>
    and(
      eq(outbox.communityId, communityId(claimed.community)),
      eq(outbox.id, claimed.id),
      eq(outbox.worker, claimed.worker),
      isWaiting,
    );

  return {
    async claim({ worker, now, limit, leaseMs }) {
      if (limit < 1) return [];
      return transact(connection, async (tx) => {
        const due = await tx
          .select({
            row: outbox,
            community: { platform: communities.platform, id: communities.externalId },
            revises: revised.ref,
          })
          .from(outbox)
          .innerJoin(communities, eq(communities.communityId, outbox.communityId))
          .leftJoin(revised, joinRevised)
          .where(
            and(
              isWaiting,
              sql`${outbox.dueAt} <= ${now.toISOString()}`,
              sql`${outbox.freeAt} <= ${realNow}`,
              isNext(now),
            ),
          )
          .orderBy(asc(outbox.dueAt), asc(outbox.position))
          .limit(limit)
          .for('update', { of: outbox, skipLocked: true });
        if (due.length === 0) return [];
        // A name for this claim alone: a worker that lost an effect and claimed it again holds it once.
        const lease = `${worker}#${uuidv7()}`;
        await tx
          .update(outbox)
          .set({ worker: lease, leasedAt: realNow, freeAt: realNowPlus(leaseMs) })
          .where(
            and(
              inArray(outbox.communityId, [...new Set(due.map(({ row }) => row.communityId))]),
              inArray(
                outbox.id,
                due.map(({ row }) => row.id),
              ),
            ),
          );
        return due.map(
          ({ row, community, revises }): Claimed => ({
            id: row.id,
            community,
            effect: row.effect as Effect,
            worker: lease,
            tries: row.tries,
            ...(row.unansweredSince && { unansweredSince: row.unansweredSince }),
            ...(revises !== null && { revises }),
          }),
        );
      });
    },

    async begin(claimed) {
      const begun = await transact(connection, (tx) =>
        tx
          .update(outbox)
          .set({
            tries: sql`${outbox.tries} + 1`,
            unansweredSince: sql`coalesce(${outbox.unansweredSince}, ${realNow})`,
            // The lease begins anew, as long as it was given.
            freeAt: sql`${realNow} + (${outbox.freeAt} - ${outbox.leasedAt})`,
            leasedAt: realNow,
          })
          .where(holds(claimed))
          .returning({ id: outbox.id }),
      );
      if (begun.length === 0) throw new LeaseLost('Another worker has this effect by now.');
    },

    async finish(claimed, outcome, now, settle) {
      await transact(connection, async (tx) => {
        // What the core decides comes first: like every other transaction, this one locks members and asks before the
        // outbox. If the lease turns out to be lost, all of it is undone.
        await settle(storesOf(tx, claimed.community));
        const [row] = await tx
          .update(outbox)
          .set(afterwards(claimed, outcome, now, retryMs))
          .where(holds(claimed))
          .returning();
        if (!row) throw new LeaseLost('Another worker has this effect by now.');
        if (row.status !== 'waiting' && row.status !== 'sent') await dropRevisions(tx, row);
      }).catch((error) => {
        if (!(error instanceof LeaseLost)) throw error;
      });
    },

    async counts() {
      const rows = await connection
        .select({ status: outbox.status, count: sql<number>`count(*)`.mapWith(Number) })
        .from(outbox)
        .where(sql`${outbox.status} in ('waiting', 'undelivered', 'ambiguous', 'dead')`)
        .groupBy(outbox.status);
      const of = (status: string) => rows.find((row) => row.status === status)?.count ?? 0;
      return {
        waiting: of('waiting'),
        undelivered: of('undelivered'),
        ambiguous: of('ambiguous'),
        dead: of('dead'),
      };
    },

    async nextDueAt() {
      const moment = sql`greatest(${outbox.dueAt}, ${outbox.freeAt})`;
      const [row] = await connection
        .select({ at: sql<Date | null>`min(${moment})`.mapWith(outbox.dueAt) })
        .from(outbox)
        .leftJoin(revised, joinRevised)
        .where(and(isWaiting, isNext(moment)));
      return row?.at ?? undefined;
    },
  };
}

/** The row's columns after an outcome. */
function afterwards(claimed: Claimed, outcome: Outcome, now: Date, retryMs: number) {
  const { effect } = claimed;
  const done = { unansweredSince: null, why: null, settledAt: now };
  switch (outcome.outcome) {
    case 'sent':
      return { ...done, status: 'sent', ref: outcome.ref, effect: null } as const;
    case 'closed':
      if (effect.effect === 'dm' && !outcome.left) {
        return { ...done, status: 'undelivered' } as const;
      }
      return {
        ...done,
        status: 'dead',
        why: outcome.left ? 'left' : 'closed',
        effect: null,
      } as const;
    case 'refused': {
      const replaced = effect.effect === 'conversation' && effect.otherwise.length > 0;
      const status = replaced ? 'replaced' : 'dead';
      return { ...done, status, why: outcome.why, effect: null } as const;
    }
    case 'ambiguous': {
      const keep = effect.effect === 'dm' ? {} : { effect: null };
      return { status: 'ambiguous', why: outcome.why, settledAt: now, ...keep } as const;
    }
    case 'later': {
      const rest = Math.min(HOUR, retryMs * 2 ** claimed.tries);
      return {
        status: 'waiting',
        freeAt: realNowPlus(Math.max(outcome.afterMs, rest)),
        worker: null,
        // This try sent nothing; of an earlier one without an answer that is still not known.
        unansweredSince: claimed.unansweredSince ?? null,
        why: outcome.why,
      } as const;
    }
  }
}
