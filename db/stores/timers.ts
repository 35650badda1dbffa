import { and, eq, lte } from 'drizzle-orm';
import type { TimerStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { timers } from '../schema/timers.ts';

export function createTimerStore({ tx, communityId }: Scope): TimerStore {
  const ours = eq(timers.communityId, communityId);
  return {
    async set(name, at, wake) {
      await tx
        .insert(timers)
        .values({ communityId, name, at, wake })
        .onConflictDoUpdate({
          target: [timers.communityId, timers.name],
          set: { at, wake },
        });
    },
    async postpone({ name, at: failedAt }, at) {
      await tx
        .update(timers)
        .set({ at })
        .where(
          and(eq(timers.communityId, communityId), eq(timers.name, name), eq(timers.at, failedAt)),
        );
    },
    async cancel(name) {
      await tx.delete(timers).where(and(ours, eq(timers.name, name)));
    },
    async takeDue(now) {
      const [due] = await tx
        .select({ name: timers.name, at: timers.at, wake: timers.wake })
        .from(timers)
        .where(and(ours, lte(timers.at, now)))
        .orderBy(timers.at, timers.name)
        .limit(1)
        .for('update', { skipLocked: true });
      if (due) await tx.delete(timers).where(and(ours, eq(timers.name, due.name)));
      return due;
    },
  };
}
