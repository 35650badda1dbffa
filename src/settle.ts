import type { Outcome } from './effect.ts';
import { apply } from './introductions/apply.ts';
import { isDraft } from './introductions/ask.ts';
import type { Claimed, Deps, Stores } from './ports.ts';

/**
 * What the core makes of how an effect went, in the transaction that writes the outcome. Closed DMs make the ask wait until
 * its reader could see it; a conversation that can't be had falls back to messages.
 */
export async function settle(
  { effect }: Claimed,
  outcome: Outcome,
  stores: Stores,
  deps: Pick<Deps, 'clock' | 'ids'>,
): Promise<void> {
  const now = deps.clock.now();
  if (outcome.outcome === 'refused' && effect.effect === 'conversation') {
    await stores.outbox.add(effect.otherwise, now);
  }
  if (outcome.outcome === 'closed' && effect.effect === 'dm' && effect.ask) {
    const ask = await stores.asks.lock(effect.ask);
    if (ask && !isDraft(ask)) await apply(stores, ask, { event: 'undelivered' }, { now, deps });
  }
}
