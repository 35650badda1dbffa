import { wakingMoment } from '../communities/waking-hours.ts';
import { wordsOf } from '../context.ts';
import type { Deps, Stores, Wake } from '../ports.ts';
import { apply, cardFacts, isConsentWelcome } from './apply.ts';
import { isDraft, readerOf, type SentAsk } from './ask.ts';
import { timerName, timersOf } from './transition.ts';
import { saidAgain, turnMessage } from './turn-message.ts';

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
  if (due.wake === 'say-again') return sayAgain(stores, ask, now);
  // A wake-up of an earlier turn, that was tried again, says nothing about this one.
  const { policy } = await stores.community.settings();
  const timer = timersOf(ask, policy).find(({ wake }) => wake.wake === due.wake);
  if (!timer) return;
  if (timer.at > now) return stores.timers.set(timer.name, timer.at, timer.wake);
  await apply(stores, ask, { event: due.wake }, { now, deps });
}

/** Nothing happened to the ask since its turn's message may or may not have arrived. */
async function sayAgain(stores: Stores, ask: SentAsk, now: Date): Promise<void> {
  const reader = wordsOf(await stores.members.get(readerOf(ask) ?? ask.helper));
  const card = await cardFacts(stores, ask);
  const message = turnMessage(ask, { card, wordsOf: () => reader });
  if (!message) return;
  if (ask.state.is === 'with-target' && !(await isConsentWelcome(stores, ask.seeker, ask.state)))
    return;
  await stores.outbox.sayAgain(saidAgain(message, reader), now);
}

/** What somebody would read waits out their quiet hours; a reminder is left out for one who wants none. */
async function isPutOff(stores: Stores, ask: SentAsk, due: AskWake, now: Date): Promise<boolean> {
  if (due.wake === 'expire' || due.wake === 'too-late') return false;
  if (due.wake === 'remind') {
    const helper = await stores.members.get(ask.helper);
    if (helper.nudgesStopped) return true;
  }
  const reader = due.wake === 'say-again' ? readerOf(ask) : ask.helper;
  const at = await wakingMoment(stores, reader ?? ask.helper, now);
  if (at.getTime() <= now.getTime()) return false;
  await stores.timers.set(timerName(ask.id, due.wake), at, due);
  return true;
}
