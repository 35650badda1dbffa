import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { Effect, Revise } from '../../src/effect.ts';
import type { MemberId } from '../../src/member.ts';
import type { DmEffect, OutboxStore } from '../../src/ports.ts';
import type { View } from '../../src/view.ts';
import type { Connection, Scope } from '../connection.ts';
import { type OutboxStatus, outbox } from '../schema/outbox.ts';

/** Effects of one slot reach the reader in the order in which they were decided. */
function slotOf(effect: Exclude<Effect, Revise>): string {
  switch (effect.effect) {
    case 'dm':
      return `dm:${effect.to.user}`;
    case 'post':
      return `channel:${effect.channel}`;
    case 'conversation':
      return `talk:${effect.members
        .map((member) => member.user)
        .sort()
        .join('+')}`;
  }
}

/** Statuses in which a message wasn't sent but can still be read: a revision changes what will be read. */
const readLater: OutboxStatus[] = ['undelivered', 'ambiguous'];

export function createOutboxStore({ tx, communityId }: Scope): OutboxStore {
  const ours = eq(outbox.communityId, communityId);

  /** What waits for its reader. */
  const unreadOf = (member: MemberId) =>
    and(
      ours,
      eq(outbox.slot, `dm:${member.user}`),
      sql`${outbox.status} in ('undelivered', 'ambiguous')`,
    );
  const dmsOf = (rows: Row[]) =>
    rows.flatMap(({ effect }): DmEffect[] => (effect?.effect === 'dm' ? [effect] : []));

  async function insert(
    effect: Effect,
    now: Date,
    row: { slot: string; revises?: string; void?: true },
  ) {
    await tx
      .insert(outbox)
      .values({
        communityId,
        id: uuidv7(),
        key: effect.key,
        slot: row.slot,
        revises: row.revises ?? null,
        effect: row.void ? null : effect,
        status: row.void ? 'void' : 'waiting',
        dueAt: effect.notBefore === undefined ? now : new Date(effect.notBefore),
      })
      .onConflictDoNothing();
  }

  async function addRevision(revision: Revise & Effect, now: Date) {
    // Locked, so that the message doesn't get its outcome between our look and our commit.
    const [target] = await tx
      .select()
      .from(outbox)
      .where(and(ours, eq(outbox.key, revision.of)))
      .for('update');
    const row = { slot: target?.slot ?? `revision:${revision.of}`, revises: revision.of };
    if (target && (target.status === 'waiting' || target.status === 'sent')) {
      return insert(revision, now, row);
    }
    if (target) await reviseUnsent(tx, target, revision.view);
    await insert(revision, now, { ...row, void: true });
  }

  return {
    async add(effects, now) {
      for (const effect of effects) {
        if (effect.effect === 'revise') await addRevision(effect, now);
        else await insert(effect, now, { slot: slotOf(effect) });
      }
    },
    async undelivered(member) {
      const rows = await tx.select().from(outbox).where(unreadOf(member)).orderBy(outbox.position);
      return dmsOf(rows);
    },
    async markShown(member, keys) {
      if (keys.length === 0) return [];
      const rows = await tx
        .select()
        .from(outbox)
        .where(and(unreadOf(member), inArray(outbox.key, keys)))
        .orderBy(outbox.position)
        .for('update');
      if (rows.length > 0) {
        const ids = rows.map((row) => row.id);
        await tx
          .update(outbox)
          .set({ status: 'shown', effect: null })
          .where(and(ours, inArray(outbox.id, ids)));
      }
      return dmsOf(rows);
    },
    async drop(member, keys) {
      if (keys.length === 0) return;
      await tx
        .update(outbox)
        .set({ status: 'void', effect: null })
        .where(and(unreadOf(member), inArray(outbox.key, keys)));
    },
    async hurry(keysFrom, now) {
      await tx
        .update(outbox)
        .set({ dueAt: now })
        .where(
          and(
            ours,
            sql`starts_with(${outbox.key}, ${keysFrom})`,
            sql`${outbox.status} = 'waiting'`,
            sql`${outbox.dueAt} > ${now.toISOString()}::timestamptz`,
          ),
        );
    },
    async callOff(keys) {
      if (keys.length === 0) return;
      await tx
        .update(outbox)
        .set({ status: 'void', effect: null, worker: null })
        .where(and(ours, inArray(outbox.key, keys), sql`${outbox.status} = 'waiting'`));
    },
    async sayAgain(effect, now) {
      await tx
        .update(outbox)
        .set({
          // Another message to the platform: the old id names the old one.
          id: uuidv7(),
          effect,
          status: 'waiting',
          dueAt: now,
          freeAt: sql`'-infinity'`,
          worker: null,
          tries: 0,
          unansweredSince: null,
          why: null,
          settledAt: null,
        })
        .where(
          and(
            ours,
            eq(outbox.key, effect.key),
            sql`${outbox.status} = 'ambiguous'`,
            isNotNull(outbox.effect),
          ),
        );
    },
    async countAmbiguous() {
      const [row] = await tx
        .select({ count: sql<number>`count(*)`.mapWith(Number) })
        .from(outbox)
        .where(and(ours, sql`${outbox.status} = 'ambiguous'`, isNotNull(outbox.effect)));
      return row?.count ?? 0;
    },
  };
}

type Row = typeof outbox.$inferSelect;

async function reviseUnsent(tx: Connection, target: Row, view: View): Promise<void> {
  if (target.effect?.effect !== 'dm' || !readLater.includes(target.status)) return;
  await tx
    .update(outbox)
    .set({ effect: { ...target.effect, view } })
    .where(and(eq(outbox.communityId, target.communityId), eq(outbox.id, target.id)));
}

/** The revisions that wait for `target` will never have anything to revise: the latest goes into what will be read. */
export async function dropRevisions(tx: Connection, target: Row): Promise<void> {
  const waiting = and(
    eq(outbox.communityId, target.communityId),
    eq(outbox.revises, target.key),
    sql`${outbox.status} = 'waiting'`,
  );
  const [latest] = await tx
    .select({ effect: outbox.effect })
    .from(outbox)
    .where(waiting)
    .orderBy(desc(outbox.position))
    .limit(1);
  if (!latest) return;
  if (latest.effect?.effect === 'revise') await reviseUnsent(tx, target, latest.effect.view);
  await tx.update(outbox).set({ status: 'void', effect: null }).where(waiting);
}
