import { wakingMoment } from '../communities/waking-hours.ts';
import type { Deps, Stores, Wake } from '../ports.ts';
import { apply } from './apply.ts';
import { isDraft, type SentAsk } from './ask.ts';
import { timerName } from './transition.ts';

type AskWake = Extract<Wake, { ask: string }>;

/** What time brings to an ask, decided from its state as it is now. */
export async function wakeAsk(stores: Stores, due: AskWake, now: Date, deps: Deps): Promise<void> {
  const ask = await stores.asks.lock(due.ask);
  if (!ask) return;
  if (isDraft(ask)) {
    if (due.wake === 'forget-draft') await stores.asks.remove(ask.id);
    return;
  }
  if (due.wake === 'forget-draft' || (await isPutOff(stores, ask, due, now))) return;
  await apply(stores, ask, { event: due.wake }, { now, deps });
}

/** What the helper would read waits out their quiet hours; a reminder is left out for one who wants none. */
async function isPutOff(stores: Stores, ask: SentAsk, due: AskWake, now: Date): Promise<boolean> {
  if (due.wake === 'expire') return false;
  if (due.wake === 'remind') {
    const helper = await stores.members.get(ask.helper);
    if (helper.nudgesStopped) return true;
  }
  const at = await wakingMoment(stores, ask.helper, now);
  if (at.getTime() <= now.getTime()) return false;
  await stores.timers.set(timerName(ask.id, due.wake), at, due);
  return true;
}
