import { type Context, type Handlers, kept, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import type { Form, Values } from '../form.ts';
import { checkForm, formAgain } from '../form-check.ts';
import { MONTH_DAYS } from '../helping/offer.ts';
import { peer, sameMember } from '../member.ts';
import type { Stores } from '../ports.ts';
import { addDays, dateIn, hourOf } from '../time.ts';
import { mention, type View } from '../view.ts';
import { type Around, apply, cardFacts } from './apply.ts';
import { isDraft, type Person, type SentAsk } from './ask.ts';
import { notNowForm, pointerForm, questionForm, whoForm } from './forms.ts';
import { forwardableNote } from './note.ts';
import { type AskEvent, namedPerson } from './transition.ts';
import { declineWords, helperCard } from './views/card.ts';

/** The morning hour at which a "not now" wakes. */
const MORNING = 9;

type Answers =
  | 'introduce'
  | 'introduce-who'
  | 'send-who'
  | 'need-more'
  | 'send-question'
  | 'lend-name'
  | 'point'
  | 'send-pointer'
  | 'not-now'
  | 'send-not-now'
  | 'decline'
  | 'pass-on'
  | 'decline-words'
  | 'know-each-other'
  | 'strangers'
  | 'note-sent'
  | 'note-dropped';

/** The helper's answers to an ask. */
export const answerHandlers: Handlers<Answers> = {
  introduce: (context, { ask }) => introduce(context, ask, undefined),
  'introduce-who': async ({ words }, { ask }) => ({ reply: 'form', form: whoForm(ask, words) }),
  'send-who': (context, { ask, values }) => {
    const { words } = context;
    const form = whoForm(ask, words);
    return checked(context, form, values, async () => {
      const name = values.name?.trim();
      if (Boolean(values.member) === Boolean(name)) {
        return formAgain(form, values, { name: words.text('who.missing') });
      }
      const person: Person = values.member
        ? { who: 'member', user: values.member }
        : { who: 'outside', name: name ?? '' };
      return introduce(context, ask, person);
    });
  },
  'need-more': async ({ words }, { ask }) => ({ reply: 'form', form: questionForm(ask, words) }),
  'send-question': (context, { ask, values }) =>
    checked(context, questionForm(ask, context.words), values, () =>
      answer(context, ask, { event: 'need-more', question: values.question ?? '' }),
    ),
  'lend-name': async (context, { ask }) => {
    const names = await namesFor(context, ask);
    return 'reply' in names ? names : answer(context, ask, { event: 'lend-name' }, { names });
  },
  point: async ({ words }, { ask }) => ({ reply: 'form', form: pointerForm(ask, words) }),
  'send-pointer': (context, { ask, values }) =>
    checked(context, pointerForm(ask, context.words), values, () =>
      answer(context, ask, { event: 'point' }, { text: values.pointer }),
    ),
  'not-now': async ({ words }, { ask }) => ({ reply: 'form', form: notNowForm(ask, words) }),
  'send-not-now': (context, { ask, values }) => notNow(context, ask, values),
  decline: (context, { ask }) => answer(context, ask, { event: 'decline' }),
  'pass-on': (context, { ask }) => answer(context, ask, { event: 'pass' }),
  'decline-words': async (context, { ask: id, choice }) => {
    const { words } = context;
    const found = await context.read((stores) => asHelper(context, stores, id));
    if ('reply' in found) return found.reply;
    const key = declineWords.find((one) => one === choice);
    if (!key) return say(words, 'again.gone');
    const seeker = await context.person(found.ask.seeker.user);
    const text = words.text(`decline.words-${key}`, { name: seeker?.name ?? '' });
    return {
      reply: 'message',
      view: {
        blocks: [
          { node: 'text', content: words.rich('decline.copy') },
          { node: 'quote', text },
        ],
      },
    };
  },
  'know-each-other': (context, { ask }) => acquaintance(context, ask, 'known'),
  strangers: (context, { ask }) => acquaintance(context, ask, 'strangers'),
  'note-sent': async (context, { ask }) => {
    const names = await namesFor(context, ask);
    return 'reply' in names ? names : answer(context, ask, { event: 'note-sent' }, { names });
  },
  'note-dropped': (context, { ask }) => answer(context, ask, { event: 'note-dropped' }),
};

/** The ask, when it is there and this member is its helper; else what to tell them. */
export async function asHelper(
  context: Context,
  stores: Stores,
  id: string,
): Promise<{ ask: SentAsk } | { reply: Reply }> {
  const ask = await stores.asks.lock(id);
  if (!ask || isDraft(ask)) return { reply: say(context.words, 'again.gone') };
  if (!sameMember(peer(ask.seeker, ask.helper), context.by)) {
    return { reply: say(context.words, 'again.not-yours') };
  }
  if (ask.hidden) return { reply: say(context.words, 'again.settled') };
  return { ask };
}

/** Lets a helper's answer happen; on a second press says that nothing was changed. */
async function answer(
  context: Context,
  id: string,
  event: AskEvent,
  around: Omit<Around, 'now' | 'deps'> = {},
  hindrance?: (stores: Stores) => Promise<Reply | undefined>,
): Promise<Reply> {
  return context.once(async (stores) => {
    const hindered = await hindrance?.(stores);
    if (hindered) return hindered;
    const typed = around.text ?? ('question' in event ? event.question : undefined);
    const found = await asHelper(context, stores, id);
    if ('reply' in found) return typed ? kept(context.words, 'again.settled', typed) : found.reply;
    const { names } = around;
    const profile = names && (await stores.profiles.get(found.ask.seeker.user));
    const forwardable =
      names && forwardableNote(names.seeker, found.ask.words, context.words, profile);
    const done = await apply(stores, found.ask, event, { ...context, forwardable, ...around });
    if (!done) {
      return typed
        ? kept(context.words, 'again.settled', typed)
        : say(context.words, 'again.settled');
    }
    return { reply: 'update', view: helperCard(done.ask, { ...done.card, words: context.words }) };
  });
}

async function introduce(context: Context, id: string, picked: Person | undefined): Promise<Reply> {
  const { words, by } = context;
  const names = await namesFor(context, id);
  if ('reply' in names) return names;
  const { ask } = names;
  if (ask.target.who === 'helper') return answer(context, id, { event: 'talk' }, { names });
  const person = picked ?? namedPerson(ask.target);
  if (!person) return say(words, 'again.gone');
  if (person.who === 'member') {
    const { user } = person;
    const target = mention(peer(by, user));
    if (user === ask.seeker.user || user === ask.helper) {
      return say(words, 'who.not-these', { seeker: mention(ask.seeker) });
    }
    const facts = await context.person(user);
    if (!facts) return say(words, 'again.target-gone', { target });
    if (facts.isBot) return say(words, 'person.bot-target', { person: target });
  }
  const event = { event: 'introduce', person } as const;
  return answer(context, id, event, { names }, (stores) => targetIsFull(context, stores, person));
}

/** A target hears of a few requests a month, and no more; the helper has other ways to help. */
async function targetIsFull(
  { by, now, words }: Context,
  stores: Stores,
  person: Person,
): Promise<Reply | undefined> {
  if (person.who !== 'member') return undefined;
  await stores.members.lock([person.user]);
  const { policy } = await stores.community.settings();
  const since = addDays(now, -MONTH_DAYS);
  const { length } = await stores.received.times(person.user, ['target'], since);
  // Whoever said how many asks they take hears as many.
  const offer = await stores.offers.get(person.user);
  const most = offer?.capacity ?? policy.requestsPerTargetPerMonth;
  return length < most
    ? undefined
    : say(words, 'again.target-full', { target: mention(peer(by, person.user)) });
}

/**
 * Display names of seeker and helper, looked up before the transaction; or what to say when there is no ask, or no seeker
 * any more: then it ends here.
 */
async function namesFor(
  context: Context,
  id: string,
): Promise<{ seeker: string; helper: string; ask: SentAsk } | Reply> {
  const { words, by } = context;
  const ask = await context.read((stores) => stores.asks.get(id));
  if (!ask || isDraft(ask)) return say(words, 'again.gone');
  if (!sameMember(peer(ask.seeker, ask.helper), by)) return say(words, 'again.not-yours');
  const [seeker, helper] = await Promise.all([
    context.person(ask.seeker.user),
    context.person(ask.helper),
  ]);
  if (seeker) return { seeker: seeker.name, helper: helper?.name ?? '', ask };
  return seekerLeft(context, id);
}

/** The seeker isn't here any more: the ask ends, and whoever pressed is told. */
export function seekerLeft(context: Context, id: string): Promise<Reply> {
  return context.once(async (stores) => {
    const ask = await stores.asks.lock(id);
    if (ask && !isDraft(ask)) await apply(stores, ask, { event: 'left' }, context);
    return say(context.words, 'again.seeker-left');
  });
}

async function notNow(context: Context, id: string, values: Values): Promise<Reply> {
  const { words, by, now } = context;
  const { timeZone, policy } = await context.read(async (stores) => {
    const settings = await stores.community.settings();
    const member = await stores.members.get(by.user);
    return { ...settings, timeZone: member.timeZone ?? settings.timeZone };
  });
  const form = notNowForm(id, words);
  return checked(
    context,
    form,
    values,
    async () => {
      const until = values.until?.trim();
      if (!until) return answer(context, id, { event: 'decline' });
      const wakes = hourOf(until, MORNING, timeZone);
      if (wakes > addDays(now, policy.snoozeAtMostDays)) {
        const days = policy.snoozeAtMostDays;
        return formAgain(form, values, { until: words.text('not-now.too-far', { days }) });
      }
      return answer(context, id, { event: 'not-now', until: wakes });
    },
    timeZone,
  );
}

function acquaintance(context: Context, id: string, word: 'known' | 'strangers'): Promise<Reply> {
  const { words, now } = context;
  return context.once(async (stores) => {
    const found = await asHelper(context, stores, id);
    if ('reply' in found) return found.reply;
    const { ask } = found;
    const pair = { seeker: ask.seeker.user, helper: ask.helper };
    await stores.relationships.helperSays(pair, word, now);
    const card = helperCard(ask, { ...(await cardFacts(stores, ask)), words });
    const noted = words.rich(word === 'known' ? 'know.noted-yes' : 'know.noted-no');
    const view: View = {
      ...card,
      blocks: [...card.blocks, { node: 'context', content: noted }],
    };
    return { reply: 'update', view };
  });
}

/** What `then` answers, or the form again with what is wrong. Dates go by the day in `timeZone`. */
export async function checked(
  context: Context,
  form: Form,
  values: Values,
  then: () => Promise<Reply>,
  timeZone = 'UTC',
): Promise<Reply> {
  const errors = checkForm(form, values, dateIn(context.now, timeZone), context.words);
  return Object.keys(errors).length === 0 ? then() : formAgain(form, values, errors);
}
