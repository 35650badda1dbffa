import { and, eq, inArray, lt } from 'drizzle-orm';
import type { ReceiptStore } from '../../src/ports.ts';
import type { Scope } from '../connection.ts';
import { receipts } from '../schema/receipts.ts';

const DAY = 24 * 60 * 60 * 1000;
/** The platforms repeat within the hour (Slack's events: immediately, after one and after five minutes). */
const KEPT = 7 * DAY;

export function createReceiptStore({ tx, communityId }: Scope): ReceiptStore {
  const ours = eq(receipts.communityId, communityId);
  return {
    async claim(dedupeKey, now) {
      const claimed = await tx
        .insert(receipts)
        .values({ communityId, key: dedupeKey, at: now })
        .onConflictDoNothing()
        .returning({ key: receipts.key });
      if (claimed.length === 0) return false;
      const old = await tx
        .select({ key: receipts.key })
        .from(receipts)
        .where(and(ours, lt(receipts.at, new Date(now.getTime() - KEPT))))
        .limit(20)
        .for('update', { skipLocked: true });
      if (old.length > 0) {
        const keys = old.map((row) => row.key);
        await tx.delete(receipts).where(and(ours, inArray(receipts.key, keys)));
      }
      return true;
    },
  };
}
