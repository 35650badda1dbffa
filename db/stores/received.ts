import { and, desc, eq, gte, inArray, max, sql } from 'drizzle-orm';
import type { ReceivedStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { received } from '../schema/received.ts';

export function createReceivedStore({ tx, communityId }: Scope): ReceivedStore {
  const ours = eq(received.communityId, communityId);
  return {
    async save({ came, ...row }) {
      await tx
        .insert(received)
        .values({ communityId, ...row, came })
        .onConflictDoUpdate({
          target: [received.communityId, received.ask, received.as, received.user],
          set: { came },
        });
    },
    async forget({ ask, as, user }) {
      await tx
        .delete(received)
        .where(and(ours, eq(received.ask, ask), eq(received.as, as), eq(received.user, user)));
    },
    async times(user, as, since) {
      const rows = await tx
        .select({ at: received.at })
        .from(received)
        .where(
          and(ours, eq(received.user, user), inArray(received.as, as), gte(received.at, since)),
        )
        .orderBy(received.at);
      return rows.map(({ at }) => at);
    },
    async latest(helper, limit, since) {
      const rows = await tx
        .select({ came: received.came })
        .from(received)
        .where(
          and(
            ours,
            eq(received.user, helper),
            inArray(received.as, ['helper', 'insider']),
            sql`${received.came} <> 'waiting'`,
            since && gte(received.at, since),
          ),
        )
        .orderBy(desc(received.at), desc(received.ask))
        .limit(limit);
      return rows.map(({ came }) => came);
    },
    async ofSeeker(seeker, helper, since) {
      const [row] = await tx
        .select({
          all: sql<number>`count(distinct ${received.ask})`.mapWith(Number),
          toHelper: sql<number>`count(*) filter (where ${received.user} = ${helper})`.mapWith(
            Number,
          ),
        })
        .from(received)
        .where(
          and(
            ours,
            eq(received.seeker, seeker),
            inArray(received.as, ['helper', 'unshown']),
            gte(received.at, since),
          ),
        );
      return { all: row?.all ?? 0, toHelper: row?.toHelper ?? 0 };
    },
    async isTargetOf(ask, user) {
      const rows = await tx
        .select({ ask: received.ask })
        .from(received)
        .where(
          and(ours, eq(received.ask, ask), eq(received.as, 'target'), eq(received.user, user)),
        );
      return rows.length > 0;
    },
    async hadReferral(seeker, insider, since) {
      const rows = await tx
        .select({ ask: received.ask })
        .from(received)
        .where(
          and(
            ours,
            eq(received.user, insider),
            eq(received.as, 'insider'),
            eq(received.seeker, seeker),
            gte(received.at, since),
          ),
        )
        .limit(1);
      return rows.length > 0;
    },
    async lastTo(seeker, helper) {
      const [row] = await tx
        .select({ at: max(received.at) })
        .from(received)
        .where(
          and(
            ours,
            eq(received.seeker, seeker),
            eq(received.user, helper),
            inArray(received.as, ['helper', 'unshown']),
          ),
        );
      return row?.at ?? undefined;
    },
    async loads(since, seeker) {
      const helpers = and(ours, inArray(received.as, ['helper', 'insider']));
      const isOthers = sql`not (${received.as} = 'insider' and ${received.seeker} = ${seeker ?? ''})`;
      const lasts = await tx
        .select({
          user: received.user,
          last: sql<Date | null>`max(${received.at}) filter (where ${isOthers})`.mapWith(
            received.at,
          ),
        })
        .from(received)
        .where(helpers)
        .groupBy(received.user);
      const recent = await tx
        .select({ user: received.user, at: received.at })
        .from(received)
        .where(and(helpers, gte(received.at, since)));
      const loads = new Map<string, { last?: Date; since: Date[] }>();
      for (const { user, last } of lasts) {
        loads.set(user, { ...(last ? { last } : {}), since: [] });
      }
      for (const { user, at } of recent) loads.get(user)?.since.push(at);
      return loads;
    },
  };
}
