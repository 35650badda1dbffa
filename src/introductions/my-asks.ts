import { type Context, type Handlers, kept, say, wordsOf } from '../context.ts';
import type { Effect, Reply } from '../effect.ts';
import { MONTH_DAYS } from '../helping/offer.ts';
import { peer, sameMember } from '../member.ts';
import type { Stores } from '../ports.ts';
import { addDays, dateIn } from '../time.ts';
import type { Inline } from '../view.ts';
import { checked } from './answers.ts';
import { apply, cardFacts, isConsentWelcome } from './apply.ts';
import { type Ask, isDraft, isOpen, isReferral, readerOf, type SentAsk } from './ask.ts';
import { addedForm } from './forms.ts';
import { received, restsUntil } from './history.ts';
import { reviewInside } from './inside-review.ts';
import { forwardableNote } from './note.ts';
import { standingOf } from './standing.ts';
import { turnMessage } from './turn-message.ts';
import { helperCard } from './views/card.ts';
import { consentView } from './views/introduced.ts';
import { mineView, oneView, reminderView, withdrawView } from './views/mine.ts';
import { insideReviewView } from './views/review.ts';
import { addedView } from './views/seeker.ts';

type MyAsks =
  | 'my-asks'
  | 'all-my-asks'
  | 'my-ask'
  | 'remind-helper'
  | 'add-question'
  | 'send-added'
  | 'withdraw-sure'
  | 'withdraw'
  | 'look-at';

/** How many of the asks that are over are listed. */
const LATEST_OVER = 5;

/** What a member has asked and is asked for. */
export const myAsksHandlers: Handlers<MyAsks> = {
  'my-asks': async (context) => ({ reply: 'message', view: await allMine(context) }),
  'all-my-asks': async (context) => ({ reply: 'update', view: await allMine(context) }),
  'my-ask': async (context, { choice }) => {
    const ask = await own(context, choice);
    if ('reply' in ask) return ask;
    return { reply: 'update', view: oneView(ask, context.now, context.words) };
  },
  'remind-helper': remind,
  'add-question': async (context, { ask: id }) => {
    const ask = await own(context, id);
    if ('reply' in ask) return ask;
    const why = cantAdd(context, ask);
    if (why) return { reply: 'message', view: { blocks: [{ node: 'text', content: why }] } };
    return { reply: 'form', form: addedForm(id, context.words, ask.words.unsentQuestion) };
  },
  'send-added': async (context, { ask: id, values }) => {
    const { words } = context;
    return checked(context, addedForm(id, words), values, () =>
      add(context, id, values.question ?? ''),
    );
  },
  'withdraw-sure': async (context, { ask: id }) => {
    const ask = await own(context, id);
    if ('reply' in ask) return ask;
    if (standingOf(ask, context.now).is === 'over') return say(context.words, 'again.moved-on');
    const { policy } = await context.read((stores) => stores.community.settings());
    const rests = addDays(context.now, policy.restAfterNoDays);
    return { reply: 'message', view: withdrawView(ask, rests, context.words) };
  },
  withdraw: (context, { ask: id }) =>
    context.once(async (stores) => {
      const { words } = context;
      const ask = mine(context, await stores.asks.lock(id));
      if ('reply' in ask) return ask;
      const done = await apply(stores, ask, { event: 'withdraw' }, context);
      // The same words whatever became of it: who has said what isn't told here.
      if (!done) return say(words, 'again.moved-on');
      const { policy } = await stores.community.settings();
      const rests = restsUntil(done.ask, policy.restAfterNoDays);
      return { reply: 'update', view: withdrawView(done.ask, rests, words, { done: true }) };
    }),
  'look-at': lookAt,
};

async function own(context: Context, id: string): Promise<SentAsk | Reply> {
  return mine(context, await context.read((stores) => stores.asks.get(id)));
}

function mine({ by, words }: Context, ask: Ask | undefined): SentAsk | Reply {
  if (!ask || isDraft(ask)) return say(words, 'again.gone');
  return sameMember(ask.seeker, by) ? ask : say(words, 'again.not-yours');
}

async function allMine(context: Context) {
  const { by, now, words } = context;
  return context.read(async (stores) => {
    const { open, over } = await stores.asks.ofSeeker(by.user, now, LATEST_OVER);
    const { policy } = await stores.community.settings();
    const waiting = (await stores.asks.openFor(by.user)).filter(
      (ask) =>
        ask.state.is !== 'undelivered' &&
        readerOf(ask) === by.user &&
        !ask.hidden &&
        !sameMember(ask.seeker, by),
    );
    const [draft] = await stores.asks.draftsOfSeeker(by.user);
    const helps = await stores.helps.latest(by.user, LATEST_OVER);
    const times = await received(stores, by.user, addDays(now, -MONTH_DAYS));
    const offer = await stores.offers.get(by.user);
    const capacity = offer?.capacity ?? policy.asksPerHelperPerMonth;
    return mineView(
      {
        open,
        over,
        untold: helps.filter(({ outcome }) => outcome === undefined || outcome === 'talked'),
        waiting,
        draft,
        load: { received: times.length, capacity },
        now,
      },
      words,
    );
  });
}

/** Questions are added while the helper has the ask, a few at most, so that they come together. */
function cantAdd(
  { now, words }: Context,
  ask: SentAsk,
  most = Number.POSITIVE_INFINITY,
): Inline[] | undefined {
  const standing = standingOf(ask, now);
  if (standing.is === 'over') return words.rich('again.moved-on');
  if (standing.is === 'yours') return words.rich('add.answer-first');
  const { length } = ask.words.questions ?? [];
  return length >= most ? words.rich('add.enough', { count: most }) : undefined;
}

function add(context: Context, id: string, question: string): Promise<Reply> {
  const { words, now } = context;
  return context.once(async (stores) => {
    const ask = mine(context, await stores.asks.lock(id));
    if ('reply' in ask) return ask;
    const { policy } = await stores.community.settings();
    const hindered = cantAdd(context, ask, policy.questionsPerAsk);
    if (hindered) return kept(words, hindered, question);
    const reviewed = await reviewInside(stores, ask, question, policy);
    if (reviewed.verdict === 'block') {
      await stores.asks.save({ ...ask, words: { ...ask.words, unsentQuestion: question } });
      return {
        reply: 'message',
        view: insideReviewView(ask, 'add-question', question, reviewed, words),
      };
    }
    const questions = [...(ask.words.questions ?? []), question];
    const { unsentQuestion: _, ...written } = ask.words;
    const changed: SentAsk = { ...ask, words: { ...written, questions } };
    await stores.asks.save(changed);
    await stores.outbox.add(await added(stores, changed, question), now);
    return say(words, 'add.sent');
  });
}

/** The reader's message has the question too; a helper who has the ask is told of it. */
async function added(stores: Stores, ask: SentAsk, question: string): Promise<Effect[]> {
  const { state, helper, id } = ask;
  if (!isOpen(ask) || state.is === 'snoozed' || ask.hidden) return [];
  const number = ask.words.questions?.length ?? 0;
  const turn =
    state.is === 'undelivered' ? { ...ask, state: { ...state.turn, at: state.at } } : ask;
  const readers = new Map<string, ReturnType<typeof wordsOf>>();
  for (const user of [helper, readerOf(ask) ?? helper]) {
    readers.set(user, wordsOf(await stores.members.get(user)));
  }
  const words = (user: string) => readers.get(user) ?? wordsOf(undefined);
  const card = await cardFacts(stores, ask);
  const message = turnMessage(turn as SentAsk, { card, wordsOf: words });
  const effects: Effect[] = [];
  if (message) {
    const community = { platform: ask.seeker.platform, id: ask.seeker.community };
    const unread = await stores.outbox.undelivered(message.to);
    // One that couldn't be brought waits under the key it had then.
    const of = unread.find((one) => one.ask === id)?.key ?? message.key;
    const { view } = message;
    effects.push({ effect: 'revise', key: `${of}:added:${number}`, of, community, view });
  }
  if (state.is !== 'undelivered') {
    effects.push({
      effect: 'dm',
      key: `ask:${id}:added:${number}`,
      to: peer(ask.seeker, helper),
      view: addedView(ask, question, words(helper)),
    });
  }
  return effects;
}

/** The one reminder: Goodword sends it by itself, and says here when. */
async function remind(context: Context, { ask: id }: { ask: string }): Promise<Reply> {
  const { words, now } = context;
  const ask = await own(context, id);
  if ('reply' in ask) return ask;
  const standing = standingOf(ask, now);
  if (standing.is !== 'with-helper' || isReferral(ask)) return say(words, 'again.moved-on');
  const { policy, timeZone } = await context.read((stores) => stores.community.settings());
  const goesOut = addDays(standing.since, policy.reminderAfterDays);
  const data =
    goesOut > now ? { why: 'early', date: dateIn(goesOut, timeZone) } : { why: 'second' };
  return { reply: 'message', view: reminderView(data, words) };
}

/** The message that waits for an answer, with its buttons. */
async function lookAt(context: Context, { ask: id }: { ask: string }): Promise<Reply> {
  const { by, words } = context;
  const ask = await context.read((stores) => stores.asks.get(id));
  if (!ask || isDraft(ask)) return say(words, 'again.gone');
  const reader = readerOf(ask);
  if (reader !== by.user || ask.hidden) return say(words, 'again.settled');
  const profile =
    ask.words.profile ?? (await context.read((stores) => stores.profiles.get(ask.seeker.user)));
  if (ask.helper !== by.user) {
    const welcome = await context.read((stores) => isConsentWelcome(stores, ask.seeker, ask.state));
    return welcome
      ? { reply: 'message', view: consentView(ask, words, profile) }
      : say(words, 'again.settled');
  }
  const seeker = await context.person(ask.seeker.user);
  const forwardable = forwardableNote(seeker?.name ?? '', ask.words, words, profile);
  const card = await context.read((stores) => cardFacts(stores, ask, { forwardable }));
  return { reply: 'message', view: helperCard(ask, { ...card, words }) };
}
