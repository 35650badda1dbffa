import { wordsOf } from '../context.ts';
import { recordHelp } from '../gratitude/record.ts';
import { messagesFor } from '../messages/messages.ts';
import type { Deps, Stores } from '../ports.ts';
import type { AskState, SentAsk, Target } from './ask.ts';
import { effectsOf, type Scene } from './effects.ts';
import { type AskEvent, syncTimers, transition } from './transition.ts';
import type { CardFacts } from './views/card.ts';

/** What only the one who presses knows about an event. */
export interface Around {
  now: Date;
  deps: Pick<Deps, 'ids'>;
  names?: Scene['names'];
  text?: string;
  exchange?: CardFacts['exchange'];
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
  const { deps } = around;
  const now = after(ask.state, around.now);
  const state = transition(ask.state, event, now);
  if (!state || state.is === 'draft') return undefined;
  const changed: SentAsk = { ...ask, state };
  const settings = await stores.community.settings();
  await stores.asks.save(changed);
  await syncTimers(stores.timers, changed, settings.policy);
  const card = await cardFacts(stores, changed, around);
  const readers = await readersOf(stores, changed);
  await stores.outbox.add(
    effectsOf({
      ask: changed,
      before: ask.state,
      event,
      now,
      settings,
      wordsOf: (user) => readers.get(user) ?? messagesFor(),
      card,
      names: around.names,
      text: around.text,
      targetRefusesAll: around.targetRefusesAll,
      random: deps.ids.random,
    }),
    around.now,
  );
  await recordHelp(stores, changed, deps.ids.next(), settings);
  return { ask: changed, card };
}

/** Times of an ask only move forward, also when the clock stands or is set back: they tell its messages apart. */
const after = (state: AskState, now: Date): Date =>
  state.is === 'draft' ? now : new Date(Math.max(now.getTime(), state.at.getTime() + 1));

export async function cardFacts(
  stores: Stores,
  ask: SentAsk,
  around: Pick<Around, 'exchange' | 'forwardable'> = {},
): Promise<Omit<CardFacts, 'words'>> {
  const { helper } = ask;
  const seeker = ask.seeker.user;
  const facts = await stores.relationships.facts({ seeker, helper });
  const open = await stores.asks.openOfSeeker(seeker);
  const others = open.filter(
    (other) => other.id !== ask.id && other.target && sameTarget(other.target, ask.target),
  ).length;
  return {
    others,
    asksAcquaintance: !facts.helperSaid && facts.helps === 0,
    exchange: around.exchange,
    forwardable: around.forwardable,
  };
}

function sameTarget(a: Target, b: Target): boolean {
  if (a.who === 'member') return b.who === 'member' && a.user === b.user;
  if (a.who === 'helper' || b.who === 'helper' || b.who === 'member') return false;
  return a.name.trim().toLowerCase() === b.name.trim().toLowerCase();
}

async function readersOf(stores: Stores, ask: SentAsk) {
  const people = [ask.seeker.user, ask.helper];
  if (ask.target.who === 'member') people.push(ask.target.user);
  if ('person' in ask.state && ask.state.person?.who === 'member') {
    people.push(ask.state.person.user);
  }
  const readers = new Map<string, ReturnType<typeof wordsOf>>();
  for (const user of people) readers.set(user, wordsOf(await stores.members.get(user)));
  return readers;
}
