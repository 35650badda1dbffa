import { hasBlocked } from '../communities/settings.ts';
import { wakingMoment } from '../communities/waking-hours.ts';
import { wordsOf } from '../context.ts';
import { recordHelp } from '../gratitude/record.ts';
import { breakTimer } from '../helping/break.ts';
import { type MemberId, peer } from '../member.ts';
import { messagesFor } from '../messages/messages.ts';
import type { Deps, Stores } from '../ports.ts';
import { type AskState, isOpen, readerOf, type SentAsk, type Target } from './ask.ts';
import { effectsOf, endedKey, type Scene } from './effects.ts';
import { receivedAfter } from './received.ts';
import { atNextInsider } from './route.ts';
import { type AskEvent, syncTimers, transition } from './transition.ts';
import type { CardFacts } from './views/card.ts';

/** What only the one who presses knows about an event. */
export interface Around {
  now: Date;
  deps: Pick<Deps, 'ids'>;
  names?: Scene['names'];
  text?: string;
  /** The question and the answer that now go to the helper. */
  exchange?: { question: string; answer: string };
  forwardable?: string;
  targetRefusesAll?: boolean;
}

type AnyAsk = Omit<SentAsk, 'state'> & { state: AskState };

/**
 * Lets an event happen to a locked ask: saves where it leads, keeps its timers, records a help, and puts what follows in
 * the outbox. Undefined, and nothing changed, when the event means nothing any more. With the facts to draw its card.
 */
export async function apply(
  stores: Stores,
  ask: AnyAsk,
  event: AskEvent,
  around: Around,
): Promise<{ ask: SentAsk; card: Omit<CardFacts, 'words'> } | undefined> {
  const { deps, exchange } = around;
  const now = after(ask.state, around.now);
  const settings = await stores.community.settings();
  const told = await whenTold(stores, ask.seeker.user, now, deps.ids.random());
  const moved = await atNextInsider(stores, ask, event, now);
  const state = moved?.next.state ?? transition(ask.state, event, now, told);
  if (!state || state.is === 'draft') return undefined;
  const exchanges = exchange && [...(ask.words.exchanges ?? []), exchange];
  // Who is asked to consent sees what will stand in the conversation: the profile as it is now.
  const profile = event.event === 'introduce' && (await stores.profiles.get(ask.seeker.user));
  const words = {
    ...ask.words,
    ...(exchanges ? { exchanges } : {}),
    ...(profile ? { profile } : {}),
  };
  const changed: SentAsk = moved ? moved.next : { ...ask, words, state };
  await stores.asks.save(changed);
  await syncTimers(stores.timers, changed, settings.policy);
  const card = await cardFacts(stores, changed, around);
  const readers = await readersOf(stores, changed, ask.helper);
  const consentIsWelcome = await isConsentWelcome(stores, ask.seeker, state);
  await stores.outbox.add(
    effectsOf({
      ask: changed,
      ...(moved ? { passedBy: moved.before } : {}),
      before: ask.state,
      event,
      now,
      settings,
      wordsOf: (user) => readers.get(user) ?? messagesFor(),
      card,
      names: around.names,
      text: around.text,
      targetRefusesAll: around.targetRefusesAll,
      consentIsWelcome,
    }),
    around.now,
  );
  const { saved, forgotten } = receivedAfter(
    ask.state,
    event,
    moved?.before ?? changed,
    now,
    consentIsWelcome,
  );
  if (moved && !changed.hidden) {
    const { id, helper, seeker } = changed;
    saved.push({
      ask: id,
      as: 'insider',
      user: helper,
      seeker: seeker.user,
      at: now,
      came: 'waiting',
    });
  }
  for (const row of saved) await stores.received.save(row);
  for (const row of forgotten) await stores.received.forget(row);
  if (saved.some(({ came, as }) => came === 'missed' && as !== 'target')) {
    // No sooner than the seeker is told of the end: a break tells of a silence.
    const at = 'told' in state ? new Date(state.told) : told;
    const wake = { wake: 'give-break', helper: ask.helper } as const;
    await stores.timers.set(breakTimer(ask.helper), at, wake);
  }
  if (ask.state.is === 'undelivered' && !isOpen(changed)) await callOff(stores, ask);
  if (event.event === 'withdraw') {
    await stores.outbox.callOff([endedKey(ask.id)]);
    await stores.outbox.hurry(`ask:${ask.id}:question:`, now);
  }
  await recordHelp(stores, changed, deps.ids.next(), settings);
  return { ask: moved?.before ?? changed, card };
}

/** It ended before its reader could see it: what waits for them is taken back. */
async function callOff(stores: Stores, ask: AnyAsk): Promise<void> {
  const reader = peer(ask.seeker, readerOf(ask) ?? ask.helper);
  const waiting = await stores.outbox.undelivered(reader);
  const keys = waiting.filter((message) => message.ask === ask.id).map(({ key }) => key);
  await stores.outbox.drop(reader, keys);
}

/** Times of an ask only move forward, also when the clock stands or is set back: they tell its messages apart. */
const after = (state: AskState, now: Date): Date =>
  state.is === 'draft' || state.is === 'snoozed'
    ? now
    : new Date(Math.max(now.getTime(), state.at.getTime() + 1));

/**
 * When the seeker hears of an end without a help: after a random delay, so that its time gives nobody away, and not in their
 * quiet hours.
 */
async function whenTold(stores: Stores, seeker: string, now: Date, random: number): Promise<Date> {
  const { policy } = await stores.community.settings();
  const delay = random * policy.endToldWithinHours * 60 * 60 * 1000;
  return wakingMoment(stores, seeker, new Date(now.getTime() + delay));
}

/** Somebody who wants no such requests gets none, and nobody is told: the ask ends by itself. */
export async function isConsentWelcome(
  stores: Stores,
  { user: seeker }: Pick<MemberId, 'user'>,
  state: AskState,
): Promise<boolean> {
  if (state.is !== 'with-target' || state.person.who !== 'member') return false;
  const target = await stores.members.get(state.person.user);
  return !target.refusesIntroductions && !target.refusesAsks && !hasBlocked(target, seeker);
}

export async function cardFacts(
  stores: Stores,
  ask: SentAsk,
  around: Pick<Around, 'forwardable'> = {},
): Promise<Omit<CardFacts, 'words'>> {
  const { helper } = ask;
  const seeker = ask.seeker.user;
  const facts = await stores.relationships.facts({ seeker, helper });
  const open = await stores.asks.openOfSeeker(seeker);
  const others = open.filter(
    (other) => other.id !== ask.id && other.target && sameTarget(other.target, ask.target),
  ).length;
  const profile = ask.words.profile ?? (await stores.profiles.get(seeker));
  return {
    ...(profile ? { profile } : {}),
    others,
    asksAcquaintance: !facts.helperSaid && facts.helps === 0,
    forwardable: around.forwardable,
  };
}

function sameTarget(a: Target, b: Target): boolean {
  if (a.who === 'member') return b.who === 'member' && a.user === b.user;
  if (a.who === 'helper' || b.who === 'helper' || b.who === 'member') return false;
  return a.name.trim().toLowerCase() === b.name.trim().toLowerCase();
}

async function readersOf(stores: Stores, ask: SentAsk, helperBefore: string) {
  const people = [ask.seeker.user, ask.helper, helperBefore];
  if (ask.target.who === 'member') people.push(ask.target.user);
  const reader = readerOf(ask);
  if (reader) people.push(reader);
  const readers = new Map<string, ReturnType<typeof wordsOf>>();
  for (const user of people) readers.set(user, wordsOf(await stores.members.get(user)));
  return readers;
}
