import { wakingMoment } from '../communities/waking-hours.ts';
import { wordsOf } from '../context.ts';
import { type MemberId, peer } from '../member.ts';
import type { Stores } from '../ports.ts';
import { addDays, dateIn } from '../time.ts';
import { isTaking, noOffer } from './offer.ts';
import { pausedView } from './views.ts';

/** After several asks in a row without an answer, a helper gets a break from asks, and is told kindly. */
export async function giveBreak(
  stores: Stores,
  community: MemberId,
  helper: string,
  now: Date,
): Promise<void> {
  const { policy, timeZone } = await stores.community.settings();
  const offer = (await stores.offers.get(helper)) ?? noOffer(helper);
  if (!isTaking(offer, dateIn(now, timeZone))) return;
  const since = offer.backSince ? new Date(offer.backSince) : undefined;
  const latest = await stores.received.latest(helper, policy.missedBeforePause, since);
  const allMissed = latest.length === policy.missedBeforePause && !latest.some(isAnswer);
  if (!allMissed) return;
  const until = dateIn(addDays(now, policy.pauseDays), timeZone);
  await stores.offers.save({ ...offer, pausedUntil: until, backSince: now.toISOString() });
  const words = wordsOf(await stores.members.get(helper));
  const at = await wakingMoment(stores, helper, now);
  const effect = {
    effect: 'dm' as const,
    key: `break:${helper}:${now.getTime()}`,
    to: peer(community, helper),
    view: pausedView(until, words),
    notBefore: at.toISOString(),
  };
  await stores.outbox.add([effect], now);
}

const isAnswer = (came: string): boolean => came !== 'missed';
