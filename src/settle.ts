import type { Outcome } from './effect.ts';
import { apply } from './introductions/apply.ts';
import { isDraft, readerOf, type SentAsk } from './introductions/ask.ts';
import { timerName } from './introductions/transition.ts';
import { isOfThisTurn, isReminder } from './introductions/turn-message.ts';
import type { Claimed, Deps, DmEffect, Stores } from './ports.ts';

/** After this a message of a turn that may not have arrived is said again. */
const SAY_AGAIN_MS = 60 * 60 * 1000;

/**
 * What the core makes of how an effect went, in the transaction that writes the outcome. Closed DMs make the ask wait until
 * its reader could see it; where nobody knows whether they have it, they are told once more in a while; a conversation that
 * can't be had, or may not be there, falls back to messages that name each other.
 */
export async function settle(
  { effect }: Claimed,
  outcome: Outcome,
  stores: Stores,
  deps: Pick<Deps, 'clock' | 'ids'>,
): Promise<void> {
  const now = deps.clock.now();
  if (effect.effect === 'conversation' && ['refused', 'ambiguous'].includes(outcome.outcome)) {
    await stores.outbox.add(effect.otherwise, now);
  }
  if (effect.effect !== 'dm' || !effect.ask) return;
  if (outcome.outcome === 'closed') {
    await notReached(effect, outcome.left ?? false, stores, { now, deps });
  }
  if (outcome.outcome === 'ambiguous' && !effect.again) await unsure(effect, stores, now);
}

async function notReached(
  effect: DmEffect,
  left: boolean,
  stores: Stores,
  around: { now: Date; deps: Pick<Deps, 'ids'> },
): Promise<void> {
  const ask = await lockTurnOf(effect, stores);
  // Who doesn't get the reminder has had the card for days.
  if (!ask || (isReminder(effect) && !left)) return;
  const who = readerOf(ask) === ask.helper ? ({ who: 'helper' } as const) : {};
  await apply(stores, ask, left ? { event: 'left', ...who } : { event: 'undelivered' }, around);
}

/** Whose turn it is may know nothing of it. Whatever happens to the ask calls this off. */
async function unsure(effect: DmEffect, stores: Stores, now: Date): Promise<void> {
  const ask = await lockTurnOf(effect, stores);
  if (!ask || isReminder(effect)) return;
  const at = new Date(now.getTime() + SAY_AGAIN_MS);
  const wake = { wake: 'say-again', ask: ask.id } as const;
  await stores.timers.set(timerName(ask.id, 'say-again'), at, wake);
}

/** The ask, when this message is of its present turn. */
async function lockTurnOf(effect: DmEffect, stores: Stores): Promise<SentAsk | undefined> {
  const ask = effect.ask && (await stores.asks.lock(effect.ask));
  return ask && !isDraft(ask) && isOfThisTurn(ask, effect) ? ask : undefined;
}
