import type { Dm, Effect, Outcome } from './effect.ts';
import { apply } from './introductions/apply.ts';
import { isDraft, readerOf } from './introductions/ask.ts';
import type { Claimed, Deps, Stores } from './ports.ts';

/**
 * What the core makes of how an effect went, in the transaction that writes the outcome. Closed DMs make the ask wait until
 * its reader could see it; a conversation that can't be had, or may not be there, falls back to messages that name each
 * other.
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
  if (outcome.outcome === 'closed' && effect.effect === 'dm') {
    await notReached(effect, outcome.left ?? false, stores, { now, deps });
  }
}

async function notReached(
  { to, ask: id, key }: Dm & Effect,
  left: boolean,
  stores: Stores,
  around: { now: Date; deps: Pick<Deps, 'ids'> },
): Promise<void> {
  const ask = id && (await stores.asks.lock(id));
  if (!ask || isDraft(ask)) return;
  // A message of an earlier turn that comes back late says nothing about this one.
  const isOfThisTurn = key.endsWith(`:${ask.state.at.getTime()}`);
  if (readerOf(ask) !== to.user || !isOfThisTurn) return;
  // Who doesn't get the reminder has had the card for days.
  if (key.includes(':reminder:') && !left) return;
  await apply(stores, ask, { event: left ? 'left' : 'undelivered' }, around);
}
