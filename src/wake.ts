import { wakeNudge } from './gratitude/nudge.ts';
import { wakeOutcome } from './gratitude/outcome.ts';
import { giveBreak } from './helping/break.ts';
import { wakeAsk } from './introductions/wake.ts';
import { postWeekly } from './leaderboard/weekly.ts';
import type { Deps, DueTimer } from './ports.ts';

/** What can't be done now is tried again after this, and holds up nothing else meanwhile. */
const RETRY_MS = 60 * 60 * 1000;

/**
 * Does the longest overdue thing that time brings: reminder, expiry, nudge. It is decided from the state as it is then, in
 * one transaction with taking the timer out. False when nothing is due. Rejects when it fails; the timer is then set to
 * try again.
 */
export async function wakeNext(deps: Deps): Promise<boolean> {
  const { clock, database } = deps;
  const now = clock.now();
  const community = await database.nextDue(now);
  if (!community) return false;
  let taken: DueTimer | undefined;
  try {
    return await database.transaction(community, async (stores) => {
      const due = await stores.timers.takeDue(now);
      // Another process holds it: it is theirs to do.
      if (!due) return false;
      taken = due;
      if ('ask' in due.wake) await wakeAsk(stores, due.wake, now, deps);
      else if ('helper' in due.wake) await giveBreak(stores, community, due.wake.helper, now, deps);
      else if (due.wake.wake === 'post-board') await postWeekly(stores, community, now);
      else if (due.wake.wake === 'nudge-thanks') await wakeNudge(stores, due.wake, community, now);
      else await wakeOutcome(stores, due.wake, community, now);
      return true;
    });
  } catch (error) {
    const failed = taken;
    if (failed) {
      const later = new Date(now.getTime() + RETRY_MS);
      await database.transaction(community, (stores) => stores.timers.postpone(failed, later));
    }
    throw error;
  }
}
