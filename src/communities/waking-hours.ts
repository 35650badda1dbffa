import type { Stores } from '../ports.ts';
import { outsideQuietHours } from '../time.ts';

/**
 * The first moment from `now` on at which a member may get a message that only time brings: outside the quiet hours, in their
 * own time zone if it is known, else in the community's.
 */
export async function wakingMoment(stores: Stores, user: string, now: Date): Promise<Date> {
  const { policy, timeZone } = await stores.community.settings();
  const member = await stores.members.get(user);
  return outsideQuietHours(now, policy.quietHours, member.timeZone ?? timeZone);
}
