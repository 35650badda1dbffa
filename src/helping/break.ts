import { wakingMoment } from '../communities/waking-hours.ts';
import { wordsOf } from '../context.ts';
import type { Community } from '../member.ts';
import type { Deps, Stores } from '../ports.ts';
import { addDays, dateIn } from '../time.ts';
import { isTaking, noOffer } from './offer.ts';
import { pausedView } from './views.ts';

export const breakTimer = (helper: string): string => `break:${helper}`;

/** So many days more or less: a break that is counted back to its beginning tells of nobody's ask. */
const SPREAD_DAYS = 7;

/** After several asks in a row without an answer, a helper gets a break from asks, and is told kindly. */
export async function giveBreak(
  stores: Stores,
  community: Community,
  helper: string,
  now: Date,
  { ids }: Pick<Deps, 'ids'>,
): Promise<void> {
  await stores.members.lock([helper]);
  const { policy, timeZone } = await stores.community.settings();
  const offer = (await stores.offers.get(helper)) ?? noOffer(helper);
  if (!isTaking(offer, dateIn(now, timeZone))) return;
  const since = offer.backSince ? new Date(offer.backSince) : undefined;
  const latest = await stores.received.latest(helper, policy.missedBeforePause, since);
  const isMissed = latest.every((came) => came === 'missed');
  if (latest.length < policy.missedBeforePause || !isMissed) return;
  const days = policy.pauseDays + Math.floor(ids.random() * SPREAD_DAYS);
  const until = dateIn(addDays(now, days), timeZone);
  await stores.offers.save({ ...offer, pausedUntil: until, backSince: now.toISOString() });
  const words = wordsOf(await stores.members.get(helper));
  const at = await wakingMoment(stores, helper, now);
  const { platform, id } = community;
  const effect = {
    effect: 'dm' as const,
    key: `break:${helper}:${now.getTime()}`,
    to: { platform, community: id, user: helper },
    view: pausedView(until, words),
    notBefore: at.toISOString(),
  };
  await stores.outbox.add([effect], now);
}
