import { findingBlocks } from '../checking/finding-blocks.ts';
import { hasBlocked } from '../communities/settings.ts';
import { become, type Context, type Handlers, say, sentence, wordsOf } from '../context.ts';
import type { Reply } from '../effect.ts';
import { review } from '../etiquette/review.ts';
import type { Form } from '../form.ts';
import type { Request } from '../intent.ts';
import { checked } from '../introductions/answers.ts';
import { periodsOf, startOf, weekOf } from '../leaderboard/period.ts';
import { peer } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import type { Stores } from '../ports.ts';
import { relationshipOf } from '../relationships/relationship.ts';
import { addDays } from '../time.ts';
import { type Block, type Inline, mention } from '../view.ts';
import type { Help } from './help.ts';
import { settleNudge } from './nudge.ts';
import { nudgeTimer } from './record.ts';

const MAX_LENGTH = 1500;
/** "Later" on a nudge asks once more after this. */
const LATER_DAYS = 2;
/** Thanks without a help on record reach the same helper once in this. */
const UNRECORDED_EVERY_DAYS = 7;

type Thanking =
  | 'thank'
  | 'thank-now'
  | 'thank-member'
  | 'send-thanks'
  | 'undo-thanks'
  | 'thanked-already'
  | 'thank-later'
  | 'stop-nudges'
  | 'resume-nudges';

/** Thanking a helper, by command or from a nudge. */
export const thankingHandlers: Handlers<Thanking> = {
  thank: async (context, { helper, spoken }) =>
    helper ? formFor(context, helper, spoken) : whom(context, spoken),
  'thank-member': (context, { choice }) => formFor(context, choice),
  'thank-now': async (context, { help: id }) => {
    const help = await context.read((stores) => stores.helps.get(id));
    if (!help || help.seeker !== context.by.user) return say(context.words, 'thank.help-gone');
    return { reply: 'form', form: thanksForm(help.helper, id, context.words) };
  },
  'send-thanks': sendThanks,
  'undo-thanks': undo,
  'thanked-already': (context, { help }) =>
    context.once(async (stores) => {
      const own = await ownHelp(context, stores, help);
      if ('reply' in own) return own;
      if (own.thanks === 'open') await stores.helps.save({ ...own, thanks: 'elsewhere' });
      await stores.timers.cancel(nudgeTimer(own.id));
      return become(context.words, 'nudge.noted-already');
    }),
  'thank-later': (context, { help }) =>
    context.once(async (stores) => {
      const own = await ownHelp(context, stores, help);
      if ('reply' in own) return own;
      if (own.thanks !== 'open') return become(context.words, 'nudge.noted-already');
      const at = addDays(context.now, LATER_DAYS);
      const wake = { wake: 'nudge-thanks', help: own.id, again: true } as const;
      await stores.timers.set(nudgeTimer(own.id), at, wake);
      const date: Inline = { node: 'time', at: at.toISOString(), style: 'date' };
      return become(context.words, 'nudge.noted-later', { date });
    }),
  'stop-nudges': (context) => setNudges(context, { stopped: true }),
  'resume-nudges': (context) => setNudges(context, { stopped: false }),
};

async function ownHelp(context: Context, stores: Stores, id: string): Promise<Help | Reply> {
  const help = await stores.helps.lock(id);
  if (!help || help.seeker !== context.by.user) return say(context.words, 'thank.help-gone');
  return help;
}

function setNudges(context: Context, { stopped }: { stopped: boolean }): Promise<Reply> {
  return context.once(async (stores) => {
    const [member] = await stores.members.lock([context.by.user]);
    if (member) await stores.members.save({ ...member, nudgesStopped: stopped });
    return say(context.words, stopped ? 'nudge.noted-stop' : 'nudge.noted-resume');
  });
}

async function formFor(context: Context, helper: string, begun?: string): Promise<Reply> {
  const { words } = context;
  const problem = await personProblem(context, helper);
  if (problem) return keptThanks(begun, [problem], words);
  return { reply: 'form', form: thanksForm(helper, '-', words, begun) };
}

/** `begun`: what was written already. */
const thanksForm = (helper: string, help: string, words: Messages, begun?: string): Form => ({
  title: words.text('thank.title'),
  submit: words.text('thank.submit'),
  send: { type: 'send-thanks', helper, help },
  fields: [
    {
      id: 'thanks',
      kind: 'paragraph',
      label: words.text('thank.label'),
      hint: words.text('thank.hint'),
      required: true,
      maxLength: MAX_LENGTH,
      ...(begun ? { value: begun } : {}),
    },
  ],
});

/** Why nobody can thank them, if so. */
async function personProblem(context: Context, user: string): Promise<Inline[] | undefined> {
  const { by, words } = context;
  if (user === by.user) return words.rich('thank.self');
  const person = mention(peer(by, user));
  const facts = await context.person(user);
  if (!facts) return words.rich('thank.unknown', { person });
  return facts.isBot ? words.rich('thank.bot', { person }) : undefined;
}

/** Helps that wait for a thank-you, each with its button; before them a name that nobody has, with a way to choose. */
async function whom({ read, by, words }: Context, spoken?: string): Promise<Reply> {
  const helps = await read((stores) => stores.helps.unthanked(by.user));
  const unknown: Block[] = spoken
    ? [
        { node: 'text', content: words.rich('thank.nobody-by-name', { name: spoken }) },
        {
          node: 'select',
          placeholder: words.text('thank.pick'),
          choose: { type: 'thank-member' },
          from: { kind: 'members' },
        },
      ]
    : [];
  if (helps.length === 0) {
    if (unknown.length === 0) return say(words, 'thank.whom-none');
    return { reply: 'message', view: { blocks: unknown } };
  }
  const blocks = helps.slice(0, 5).flatMap((help): Block[] => [
    {
      node: 'text',
      content: words.rich(`thank.help-${help.kind}`, {
        helper: mention(peer(by, help.helper)),
        date: { node: 'time', at: help.at.toISOString(), style: 'date' },
      }),
    },
    {
      node: 'buttons',
      buttons: [{ label: words.text('thank.button'), press: { type: 'thank-now', help: help.id } }],
    },
  ]);
  const heading = words.text('thank.whom-heading');
  const view = {
    summary: heading,
    blocks: [...unknown, { node: 'heading' as const, text: heading }, ...blocks],
  };
  return { reply: 'message', view };
}

/** Thanks are reviewed too: they are no place to fish. What was typed stands in the answer, whole. */
async function heldThanks(
  stores: Stores,
  { by, words }: Context,
  helper: string,
  text: string,
): Promise<Reply | undefined> {
  const facts = await stores.relationships.facts({ seeker: by.user, helper });
  const reviewed = review(
    { kind: 'thanks', fields: { note: text } },
    { relationship: relationshipOf(facts).relationship },
    (await stores.community.settings()).policy.review,
  );
  if (reviewed.verdict !== 'block') return undefined;
  const heading = words.text('review.block-heading');
  const view = {
    summary: heading,
    blocks: [
      { node: 'heading' as const, text: heading },
      ...findingBlocks(reviewed, text, words),
      { node: 'context' as const, content: words.rich('thank.held') },
    ],
  };
  return { reply: 'message', view };
}

/** Why thanks didn't go out, with the words, if there are any, to copy. */
function keptThanks(text: string | undefined, why: Inline[][], words: Messages): Reply {
  const blocks = why.map((content): Block => ({ node: 'text', content }));
  if (text) {
    blocks.push({ node: 'quote', text }, { node: 'context', content: words.rich('kept') });
  }
  return { reply: 'message', view: { blocks } };
}

async function sendThanks(
  context: Context,
  { helper, help: named, values }: Extract<Request, { type: 'send-thanks' }>,
): Promise<Reply> {
  const problem = await personProblem(context, helper);
  if (problem) return keptThanks(values.thanks, [problem], context.words);
  const form = thanksForm(helper, named, context.words);
  return checked(context, form, values, () =>
    context.once((stores) =>
      deliver(stores, context, { helper, named, text: values.thanks ?? '' }),
    ),
  );
}

async function deliver(
  stores: Stores,
  context: Context,
  { helper, named, text }: { helper: string; named: string; text: string },
): Promise<Reply> {
  const { by, words, now, deps } = context;
  await stores.members.lock([by.user, helper]);
  const open = await stores.helps.unthanked(by.user, helper);
  const help = named === '-' ? open[0] : open.find(({ id }) => id === named);
  const settings = await stores.community.settings();
  const held = await heldThanks(stores, context, helper, text);
  if (held) return held;
  const lately = addDays(now, -UNRECORDED_EVERY_DAYS);
  if (!help && (await stores.helps.thankedSince({ seeker: by.user, helper }, lately))) {
    return keptThanks(
      text,
      [words.rich('thank.lately', { helper: mention(peer(by, helper)) })],
      words,
    );
  }
  const weekStart = startOf(weekOf(now, settings.timeZone), settings.timeZone);
  const pair = { seeker: by.user, helper };
  const thisWeek = await stores.helps.creditedSince(pair, weekStart);
  // Whoever blocked somebody reads nothing of theirs, and isn't the reason for anything they read.
  const isBlocked = hasBlocked(await stores.members.get(helper), by.user);
  const credited = Boolean(help) && !thisWeek;
  const id = deps.ids.next();

  if (help) {
    await stores.helps.save({ ...help, thanks: 'thanked' });
    await settleNudge(stores, help, context.community, now);
  }
  await stores.helps.saveThanks({ id, help: help?.id, ...pair, at: now, credited });
  if (credited) await stores.board.credit(helper, periodsOf(now, settings.timeZone), 1);

  const helperWords = wordsOf(await stores.members.get(helper));
  const view = {
    summary: helperWords.text('thank.received-summary'),
    blocks: [
      {
        node: 'text' as const,
        content: helperWords.rich('thank.received', { seeker: mention(by) }),
      },
      { node: 'quote' as const, text },
      ...(credited
        ? [{ node: 'context' as const, content: helperWords.rich('thank.received-credit') }]
        : []),
    ],
  };
  const to = peer(by, helper);
  if (!isBlocked) await stores.outbox.add([{ effect: 'dm', key: `thanks:${id}`, to, view }], now);

  const why = credited ? 'credited' : help ? 'week' : 'no-help';
  const heading = words.text('thank.sent-heading');
  return {
    reply: 'message',
    view: {
      summary: heading,
      blocks: [
        { node: 'heading', text: heading },
        { node: 'text', content: words.rich('thank.sent', { helper: mention(to) }) },
        { node: 'context', content: words.rich(`thank.sent-${why}`) },
        {
          node: 'buttons',
          buttons: [
            { label: words.text('thank.undo'), press: { type: 'undo-thanks', thanks: id } },
          ],
        },
      ],
    },
  };
}

/** Thanks are taken back with all that they did: the credit goes, the help waits for thanks again, the helper's message says so. */
function undo(context: Context, { thanks: id }: { thanks: string }): Promise<Reply> {
  const { by, words, now, community } = context;
  return context.once(async (stores) => {
    const thanks = await stores.helps.takeThanks(id);
    if (!thanks) return say(words, 'thank.undone-already');
    if (thanks.seeker !== by.user) {
      await stores.helps.saveThanks(thanks);
      return say(words, 'again.not-yours');
    }
    const { timeZone } = await stores.community.settings();
    if (thanks.credited) {
      await stores.board.credit(thanks.helper, periodsOf(thanks.at, timeZone), -1);
    }
    const help = thanks.help && (await stores.helps.lock(thanks.help));
    if (help) await stores.helps.save({ ...help, thanks: 'open' });
    const theirs = wordsOf(await stores.members.get(thanks.helper));
    const view = { blocks: sentence(theirs, 'thank.taken-back', { seeker: mention(by) }).blocks };
    const of = `thanks:${id}`;
    await stores.outbox.add([{ effect: 'revise', key: `${of}:undone`, of, community, view }], now);
    return become(words, 'thank.undone');
  });
}
