import { hasBlocked } from '../communities/settings.ts';
import { wakingMoment } from '../communities/waking-hours.ts';
import { takesReferral } from '../helping/find.ts';
import type { Stores } from '../ports.ts';
import type { AskState, SentAsk } from './ask.ts';
import type { AskEvent } from './transition.ts';

/** Whether an event makes a referral go on to the next insider, if there is one. */
function goesOn(ask: { state: AskState }, event: AskEvent): boolean {
  const { state } = ask;
  if (state.is === 'asked') {
    if (event.event === 'left') return event.who === 'helper';
    return ['decline', 'pass', 'expire', 'undelivered'].includes(event.event);
  }
  return state.is === 'with-target' && ['note-dropped', 'expire'].includes(event.event);
}

/**
 * A referral at its next insider, who still offers it and has room; and at the one before as they see it from now on. Undefined:
 * there is none, or no time.
 */
export async function atNextInsider(
  stores: Stores,
  ask: Omit<SentAsk, 'state'> & { state: AskState },
  event: AskEvent,
  now: Date,
): Promise<{ next: SentAsk; before: SentAsk } | undefined> {
  const { route, target } = ask;
  if (!route || target.who !== 'firm' || !goesOn(ask, event)) return undefined;
  if (new Date(route.until) <= now) return undefined;
  for (const [i, helper] of route.left.entries()) {
    const [member] = await stores.members.lock([helper]);
    const pair = { seeker: ask.seeker.user, helper };
    if (!(await takesReferral(stores, pair, target.name, now))) continue;
    const hidden = member !== undefined && hasBlocked(member, pair.seeker);
    const left = route.left.slice(i + 1);
    // What one insider asked back is for the two of them.
    const { exchanges: _, ...written } = ask.words;
    // Their card comes, and their time begins, at a time of day that suits them.
    const at = await wakingMoment(stores, helper, now);
    const told = now.toISOString();
    return {
      next: {
        ...ask,
        helper,
        hidden,
        words: written,
        route: { ...route, left, asked: route.asked + 1 },
        state: { is: 'asked', at, reminded: false },
      },
      before: {
        ...ask,
        state: ['expire', 'undelivered', 'left'].includes(event.event)
          ? { is: 'expired', at: now, told }
          : { is: 'declined', by: 'helper', at: now, told },
      },
    };
  }
  return undefined;
}
