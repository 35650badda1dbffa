import { noDiscretion } from '../communities/settings.ts';
import { betweenThem } from '../introductions/history.ts';
import type { Stores } from '../ports.ts';
import { addDays, dateIn } from '../time.ts';
import { firmKey } from './firms.ts';
import { type Candidate, fits, matching, type Need } from './matching.ts';
import { fullUntil, isTaking, MONTH_DAYS, type Offer } from './offer.ts';

/** More than that nobody has to choose from, and a referral goes no further. */
export const MOST_FOUND = 3;

/**
 * Helpers for a seeker, the most suitable first: those who offer it, have room, want asks, and whom neither of the two keeps out;
 * nobody whom the seeker has an ask with, or who rests after one.
 */
export async function helpersFor(
  stores: Stores,
  seeker: string,
  need: Need,
  now: Date,
): Promise<Offer[]> {
  const { policy, timeZone } = await stores.community.settings();
  const options = { today: dateIn(now, timeZone), capacity: policy.asksPerHelperPerMonth };
  const found: Offer[] = [];
  for (const offer of matching(await candidates(stores, now, seeker), need, options)) {
    if (found.length === MOST_FOUND) break;
    if (offer.user === seeker || (await isKeptOut(stores, seeker, offer))) continue;
    if (await isFree(stores, { seeker, helper: offer.user }, need, now)) found.push(offer);
  }
  return found;
}

/** Nothing between the two stands in the way: no ask, no rest, no wish of the helper's. */
async function isFree(
  stores: Stores,
  pair: { seeker: string; helper: string },
  { kind }: Pick<Need, 'kind'>,
  now: Date,
): Promise<boolean> {
  const helper = await stores.members.get(pair.helper);
  // Whoever blocked the seeker is found like others: the ask is brought to nobody, and they can't tell.
  if (helper.refusesAsks) return false;
  const between = await betweenThem(stores, pair, now);
  if (between.openAskSince || between.restsUntil) return false;
  const offer = await stores.offers.get(pair.helper);
  const last = offer?.rhythmDays && (await stores.received.lastTo(pair.seeker, pair.helper));
  if (last && addDays(last, offer.rhythmDays ?? 0) > now) return false;
  if (kind !== 'referrals') return true;
  // The seeker doesn't know whom a referral was brought to; whoever had one rests all the same.
  const { policy } = await stores.community.settings();
  const rest = addDays(now, -policy.restAfterNoDays);
  return !(await stores.received.hadReferral(pair.seeker, pair.helper, rest));
}

/** Whether a helper still takes a seeker's referral at a firm: they offer it and have room, and neither of the two minds. */
export async function takesReferral(
  stores: Stores,
  { seeker, helper }: { seeker: string; helper: string },
  firm: string,
  now: Date,
): Promise<boolean> {
  const offer = await stores.offers.get(helper);
  if (!offer || !fits(offer, { kind: 'referrals', firm })) return false;
  if (await isKeptOut(stores, seeker, offer)) return false;
  const { policy, timeZone } = await stores.community.settings();
  if (!isTaking(offer, dateIn(now, timeZone))) return false;
  const since = addDays(now, -MONTH_DAYS);
  const times = await stores.received.times(helper, ['helper', 'insider'], since);
  const capacity = offer.capacity ?? policy.asksPerHelperPerMonth;
  if (fullUntil(times, capacity) !== undefined) return false;
  return isFree(stores, { seeker, helper }, { kind: 'referrals' }, now);
}

/** A person whom the seeker never involves, or one of a firm that would hear of the search there. */
async function isKeptOut(stores: Stores, seeker: string, offer: Offer): Promise<boolean> {
  const { people, firms } = (await stores.members.get(seeker)).discretion ?? noDiscretion;
  const avoided = new Set(firms.map(firmKey));
  return people.includes(offer.user) || offer.firms.some((firm) => avoided.has(firmKey(firm)));
}

/** `seeker`: in what they read, their own referrals leave no trace on an insider's place. */
async function candidates(stores: Stores, now: Date, seeker?: string): Promise<Candidate[]> {
  const offers = await stores.offers.all();
  const loads = await stores.received.loads(addDays(now, -MONTH_DAYS), seeker);
  return offers.map((offer) => {
    const load = loads.get(offer.user);
    return { offer, received: load?.since ?? [], ...(load?.last ? { last: load.last } : {}) };
  });
}

/** How many others offer what this helper does and have room. */
export async function othersLike(stores: Stores, offer: Offer, now: Date): Promise<number> {
  const { policy, timeZone } = await stores.community.settings();
  const options = { today: dateIn(now, timeZone), capacity: policy.asksPerHelperPerMonth };
  const pool = await candidates(stores, now);
  const others = new Set<string>();
  for (const kind of offer.kinds) {
    const needs: Need[] = [
      ...offer.firms.map((firm) => ({ kind, firm })),
      ...offer.fields.map((field) => ({ kind, field })),
    ];
    for (const need of needs) {
      for (const { user } of matching(pool, need, options)) others.add(user);
    }
  }
  others.delete(offer.user);
  return others.size;
}
