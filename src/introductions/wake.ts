import type { Deps, Stores, Wake } from '../ports.ts';
import { apply } from './apply.ts';
import { isDraft } from './ask.ts';

type AskWake = Extract<Wake, { ask: string }>;

/** What time brings to an ask, decided from its state as it is now. */
export async function wakeAsk(
  stores: Stores,
  { wake, ask: id }: AskWake,
  now: Date,
  deps: Deps,
): Promise<void> {
  const ask = await stores.asks.lock(id);
  if (!ask || isDraft(ask)) return;
  await apply(stores, ask, { event: wake }, { now, deps });
}
