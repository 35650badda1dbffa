import { wakeNudge } from './gratitude/nudge.ts';
import { wakeAsk } from './introductions/wake.ts';
import type { Deps } from './ports.ts';

/**
 * Does the longest overdue thing that time brings: reminder, expiry, nudge. It is decided from the state as it is then, in
 * one transaction with taking the timer out. False when nothing is due.
 */
export async function wakeNext(deps: Deps): Promise<boolean> {
  const now = deps.clock.now();
  const community = await deps.database.nextDue(now);
  if (!community) return false;
  return deps.database.transaction(community, async (stores) => {
    const due = await stores.timers.takeDue(now);
    // Another process holds it: it is theirs to do.
    if (!due) return false;
    if ('ask' in due.wake) await wakeAsk(stores, due.wake, now, deps);
    else await wakeNudge(stores, due.wake, community, now);
    return true;
  });
}
