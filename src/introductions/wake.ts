import { wakingMoment } from '../communities/waking-hours.ts';
import type { Deps, Stores, Wake } from '../ports.ts';
import { apply } from './apply.ts';
import { isDraft } from './ask.ts';
import { timerName } from './transition.ts';

type AskWake = Extract<Wake, { ask: string }>;

/** What time brings to an ask, decided from its state as it is now. What the helper would read waits out their quiet hours. */
export async function wakeAsk(stores: Stores, due: AskWake, now: Date, deps: Deps): Promise<void> {
  const ask = await stores.asks.lock(due.ask);
  if (!ask || isDraft(ask)) return;
  if (due.wake !== 'expire') {
    const at = await wakingMoment(stores, ask.helper, now);
    if (at.getTime() > now.getTime()) {
      await stores.timers.set(timerName(ask.id, due.wake), at, due);
      return;
    }
  }
  await apply(stores, ask, { event: due.wake }, { now, deps });
}
