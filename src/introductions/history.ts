import type { History } from '../etiquette/draft.ts';
import { fullUntil, MONTH_DAYS } from '../helping/offer.ts';
import type { Stores } from '../ports.ts';
import { addDays, dateIn } from '../time.ts';
import { helperSince, isOver, type SentAsk } from './ask.ts';

/** Whether the two have an ask open, as far as the seeker knows, or rest after one: days as `YYYY-MM-DD`. */
export async function betweenThem(
  stores: Stores,
  { seeker, helper }: { seeker: string; helper: string },
  now: Date,
): Promise<Pick<History, 'openAskSince' | 'restsUntil'>> {
  const { policy, timeZone } = await stores.community.settings();
  const open = (await stores.asks.openBetween(seeker, helper)) as SentAsk | undefined;
  const end = await stores.asks.latestEnd(seeker, helper);
  // Before they are told, an end reads as open: what is said here must not say more than the message does.
  const readsAsOpen = open ?? (end && !isOver(end, now) ? end : undefined);
  if (readsAsOpen) return { openAskSince: dateIn(helperSince(readsAsOpen), timeZone) };
  const rests = end && restsUntil(end, policy.restAfterNoDays);
  return rests && rests > now ? { restsUntil: dateIn(rests, timeZone) } : {};
}

/** What is on record between a seeker and a helper, as the review's history rules read it. */
export async function historyOf(
  stores: Stores,
  pair: { seeker: string; helper: string },
  now: Date,
): Promise<{ history: History; today: string }> {
  const { seeker, helper } = pair;
  const { policy, timeZone } = await stores.community.settings();
  const day = (at: Date) => dateIn(at, timeZone);
  const history: History = await betweenThem(stores, pair, now);

  const last = await stores.received.lastTo(seeker, helper);
  if (last) history.lastAskOn = day(last);
  const since = addDays(now, -MONTH_DAYS);
  const asked = await stores.received.ofSeeker(seeker, helper, since);
  history.asksIn30Days = asked.all;
  history.asksToHelperIn30Days = asked.toHelper;

  history.hasProfile = (await stores.profiles.get(seeker)) !== undefined;
  const unthanked = await stores.helps.unthanked(seeker, helper);
  history.unthankedHelps = unthanked.length;

  const offer = await stores.offers.get(helper);
  if (offer?.rhythmDays !== undefined) history.helperRhythmDays = offer.rhythmDays;
  // What an open ask is about is said with it; how its helper stands meanwhile could tell what became of it.
  if (!history.openAskSince) {
    if (offer?.pausedUntil) history.helperPausedUntil = offer.pausedUntil;
    const capacity = offer?.capacity ?? policy.asksPerHelperPerMonth;
    const full = fullUntil(await received(stores, helper, since), capacity);
    if (full && full > now) history.helperFullUntil = day(addDays(full, 1));
  }
  return { history, today: day(now) };
}

/** When asks were brought to a helper since then, as whoever asked. */
export async function received(stores: Stores, helper: string, since: Date): Promise<Date[]> {
  return stores.received.times(helper, ['helper', 'insider'], since);
}

/** After an end without a help a pair rests; one that its helper never saw asks for no rest. */
export function restsUntil({ state }: SentAsk, days: number): Date | undefined {
  if (state.is === 'withdrawn') return state.unseen ? undefined : addDays(state.at, days);
  return 'told' in state ? addDays(new Date(state.told), days) : undefined;
}
