import { type Context, type Handlers, say } from '../context.ts';
import type { Reply } from '../effect.ts';
import type { Values } from '../form.ts';
import { checkForm } from '../form-check.ts';
import { peer, sameMember } from '../member.ts';
import type { Stores } from '../ports.ts';
import { dateIn, hourOf } from '../time.ts';
import { mention, type View } from '../view.ts';
import { type Around, apply, cardFacts } from './apply.ts';
import { isDraft, type Person, type SentAsk } from './ask.ts';
import { notNowForm, pointerForm, questionForm, whoForm } from './forms.ts';
import { forwardableNote } from './note.ts';
import { type AskEvent, namedPerson } from './transition.ts';
import { helperCard } from './views/card.ts';

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
  | 'know-each-other'
  | 'strangers'
  | 'note-sent'
  | 'note-dropped';

/** The helper's answers to an ask. */
export const answerHandlers: Handlers<Answers> = {
  introduce: (context, { ask }) => introduce(context, ask, undefined, 'update'),
  'introduce-who': async ({ words }, { ask }) => ({ reply: 'form', form: whoForm(ask, words) }),
  'send-who': async (context, { ask, values }) => {
    const { words } = context;
    const name = values.name?.trim();
    if (Boolean(values.member) === Boolean(name)) return say(words, 'who.missing');
    const person: Person = values.member
      ? { who: 'member', user: values.member }
      : { who: 'outside', name: name ?? '' };
    return introduce(context, ask, person, 'message');
  },
  'need-more': async ({ words }, { ask }) => ({ reply: 'form', form: questionForm(ask, words) }),
  'send-question': (context, { ask, values }) =>
    checked(context, questionForm(ask, context.words), values, () =>
      answer(context, ask, { event: 'need-more', question: values.question ?? '' }, 'message'),
    ),
  'lend-name': async (context, { ask }) => {
    const names = await namesFor(context, ask);
    return answer(context, ask, { event: 'lend-name' }, 'update', { names });
  },
  point: async ({ words }, { ask }) => ({ reply: 'form', form: pointerForm(ask, words) }),
  'send-pointer': (context, { ask, values }) =>
    checked(context, pointerForm(ask, context.words), values, () =>
      answer(context, ask, { event: 'point' }, 'message', { text: values.pointer }),
    ),
  'not-now': async ({ words }, { ask }) => ({ reply: 'form', form: notNowForm(ask, words) }),
  'send-not-now': (context, { ask, values }) =>
    checked(context, notNowForm(ask, context.words), values, async () => {
      const until = values.until?.trim();
      if (!until) return answer(context, ask, { event: 'decline' }, 'message');
      const timeZone = await context.read(async (stores) => {
        const member = await stores.members.get(context.by.user);
        return member.timeZone ?? (await stores.community.settings()).timeZone;
      });
      const wakes = hourOf(until, MORNING, timeZone);
      return answer(context, ask, { event: 'not-now', until: wakes }, 'message');
    }),
  decline: (context, { ask }) => answer(context, ask, { event: 'decline' }, 'update'),
  'know-each-other': (context, { ask }) => acquaintance(context, ask, 'known'),
  strangers: (context, { ask }) => acquaintance(context, ask, 'strangers'),
  'note-sent': async (context, { ask }) => {
    const names = await namesFor(context, ask);
    return answer(context, ask, { event: 'note-sent' }, 'update', { names });
  },
  'note-dropped': (context, { ask }) => answer(context, ask, { event: 'note-dropped' }, 'update'),
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
  return { ask };
}

/** Lets a helper's answer happen; on a second press says that nothing was changed. */
async function answer(
  context: Context,
  id: string,
  event: AskEvent,
  mode: 'update' | 'message',
  around: Omit<Around, 'now' | 'deps'> = {},
): Promise<Reply> {
  return context.once(async (stores) => {
    const found = await asHelper(context, stores, id);
    if ('reply' in found) return found.reply;
    const { names } = around;
    const forwardable = names && forwardableNote(names.seeker, found.ask.words, context.words);
    const done = await apply(stores, found.ask, event, { ...context, forwardable, ...around });
    if (!done) return say(context.words, 'again.settled');
    return { reply: mode, view: helperCard(done.ask, { ...done.card, words: context.words }) };
  });
}

async function introduce(
  context: Context,
  id: string,
  picked: Person | undefined,
  mode: 'update' | 'message',
): Promise<Reply> {
  const { words, by } = context;
  const ask = await context.read((stores) => stores.asks.get(id));
  const target = ask && !isDraft(ask) ? ask.target : undefined;
  if (target?.who === 'helper') {
    const names = await namesFor(context, id);
    return answer(context, id, { event: 'talk' }, mode, { names });
  }
  const person = picked ?? (target && namedPerson(target));
  if (!person) return say(words, 'again.gone');
  if (person.who === 'member' && ask && !isDraft(ask)) {
    const { user } = person;
    const node = { target: mention(peer(by, user)) };
    const facts = await context.person(user);
    if (!facts || user === ask.seeker.user || user === ask.helper) {
      return say(words, 'again.target-gone', node);
    }
    if (facts.isBot) return say(words, 'person.bot-target', { person: node.target });
    const refuses = await context.read(async (stores) => {
      const member = await stores.members.get(user);
      return member.refusesIntroductions;
    });
    if (refuses) return say(words, 'again.target-refuses', node);
  }
  const names = await namesFor(context, id);
  return answer(context, id, { event: 'introduce', person }, mode, { names });
}

/** Display names of seeker and helper, looked up before the transaction. */
async function namesFor(context: Context, id: string): Promise<Around['names']> {
  const ask = await context.read((stores) => stores.asks.get(id));
  if (!ask || isDraft(ask)) return undefined;
  const [seeker, helper] = await Promise.all([
    context.person(ask.seeker.user),
    context.person(ask.helper),
  ]);
  return { seeker: seeker?.name ?? '', helper: helper?.name ?? '' };
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

/** The form again with what is wrong, or what `then` answers. */
export async function checked(
  context: Context,
  form: Parameters<typeof checkForm>[0],
  values: Values,
  then: () => Promise<Reply>,
): Promise<Reply> {
  const errors = checkForm(form, values, dateIn(context.now, 'UTC'), context.words);
  if (Object.keys(errors).length === 0) return then();
  const fields = form.fields.map((field) => {
    const value = values[field.id];
    return value ? { ...field, value } : field;
  });
  return { reply: 'errors', errors, form: { ...form, fields } };
}
