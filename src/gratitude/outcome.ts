import { findingBlocks } from '../checking/finding-blocks.ts';
import { hasBlocked } from '../communities/settings.ts';
import { wakingMoment } from '../communities/waking-hours.ts';
import { become, type Context, type Handlers, kept, say, wordsOf } from '../context.ts';
import type { Reply } from '../effect.ts';
import { review } from '../etiquette/review.ts';
import type { Form } from '../form.ts';
import { checkForm, formAgain } from '../form-check.ts';
import type { Request } from '../intent.ts';
import { type Community, type MemberId, peer } from '../member.ts';
import type { Messages } from '../messages/messages.ts';
import type { Stores, Wake } from '../ports.ts';
import { relationshipOf } from '../relationships/relationship.ts';
import { addDays, dateIn } from '../time.ts';
import { type Block, type Button, type Inline, mention, type View } from '../view.ts';
import { type Help, outcomes } from './help.ts';
import { outcomeTimer } from './record.ts';

const MAX_LENGTH = 1500;

type Telling = 'we-talked' | 'not-yet' | 'tell-outcome' | 'pick-outcome' | 'send-outcome';

/** Telling what came of a help: the helper hears how it ended. */
export const outcomeHandlers: Handlers<Telling> = {
  'we-talked': (context, { help: id }) =>
    context.once(async (stores) => {
      const help = await own(context, stores, id);
      if ('reply' in help) return help;
      if (!help.outcome) await stores.helps.save({ ...help, outcome: 'talked' });
      const helper = mention(peer(context.by, help.helper));
      const { words } = context;
      const blocks: Block[] = [{ node: 'text', content: words.rich('outcome.good', { helper }) }];
      blocks.push({ node: 'buttons', buttons: [tell(help, words), ...thankButton(help, words)] });
      return { reply: 'update', view: { blocks } };
    }),
  'not-yet': async ({ words }) => become(words, 'outcome.no-hurry'),
  'tell-outcome': (context, { help }) => open(context, help),
  'pick-outcome': (context, { choice }) => open(context, choice),
  'send-outcome': send,
};

async function own(context: Context, stores: Stores, id: string): Promise<Help | Reply> {
  const help = await stores.helps.lock(id);
  if (!help || help.seeker !== context.by.user) return say(context.words, 'thank.help-gone');
  return help;
}

async function open(context: Context, id: string): Promise<Reply> {
  const help = await context.read((stores) => stores.helps.get(id));
  if (!help || help.seeker !== context.by.user) return say(context.words, 'thank.help-gone');
  return { reply: 'form', form: outcomeForm(id, context.words) };
}

const outcomeForm = (help: string, words: Messages): Form => ({
  title: words.text('outcome.title'),
  submit: words.text('form.send'),
  send: { type: 'send-outcome', help },
  intro: words.text('outcome.intro'),
  fields: [
    {
      id: 'outcome',
      kind: 'choice',
      label: words.text('outcome.label'),
      required: true,
      options: outcomes.map((value) => ({ value, label: words.text(`outcome.is-${value}`) })),
    },
    {
      id: 'words',
      kind: 'paragraph',
      label: words.text('outcome.words'),
      hint: words.text('outcome.words-hint'),
      required: false,
      maxLength: MAX_LENGTH,
    },
  ],
});

async function send(
  context: Context,
  { help: id, values }: Extract<Request, { type: 'send-outcome' }>,
): Promise<Reply> {
  const { words, now, by } = context;
  const form = outcomeForm(id, words);
  const errors = checkForm(form, values, dateIn(now, 'UTC'), words);
  const outcome = outcomes.find((one) => one === values.outcome);
  if (!outcome || Object.keys(errors).length > 0) {
    return formAgain(form, values, errors);
  }
  const said = values.words?.trim() ? values.words : undefined;
  return context.once(async (stores) => {
    const help = await own(context, stores, id);
    if ('reply' in help) return help;
    const held = said && (await heldWords(stores, context, help, said));
    if (held) return held;
    if (help.outcome === outcome)
      return kept(words, 'outcome.told-already', ...(said ? [said] : []));
    await stores.helps.save({ ...help, outcome });
    for (const wake of ['ask-talked', 'ask-outcome'] as const) {
      await stores.timers.cancel(outcomeTimer(id, wake));
    }
    const helper = await stores.members.get(help.helper);
    const theirs = wordsOf(helper);
    const view: View = {
      summary: theirs.text('outcome.told-summary'),
      blocks: [
        { node: 'text', content: theirs.rich(`outcome.told-${outcome}`, { seeker: mention(by) }) },
        ...(said ? [{ node: 'quote' as const, text: said }] : []),
      ],
    };
    const to = peer(by, help.helper);
    if (!hasBlocked(helper, by.user)) {
      await stores.outbox.add(
        [{ effect: 'dm', key: `outcome:${id}:${now.getTime()}`, to, view }],
        now,
      );
    }
    const blocks: Block[] = [
      { node: 'text', content: words.rich('outcome.sent', { helper: mention(to) }) },
    ];
    if (help.thanks === 'open') {
      blocks.push(
        { node: 'context', content: words.rich('outcome.thank-too') },
        { node: 'buttons', buttons: thankButton(help, words) },
      );
    }
    return { reply: 'message', view: { blocks } };
  });
}

/** What goes to a helper is looked over, also when it is news. */
async function heldWords(
  stores: Stores,
  { by, words }: Context,
  help: Help,
  typed: string,
): Promise<Reply | undefined> {
  const facts = await stores.relationships.facts({ seeker: by.user, helper: help.helper });
  const { policy } = await stores.community.settings();
  const reviewed = review(
    { kind: 'thanks', fields: { note: typed } },
    { relationship: relationshipOf(facts).relationship },
    policy.review,
  );
  if (reviewed.verdict !== 'block') return undefined;
  const heading = words.text('review.block-heading');
  const view: View = {
    summary: heading,
    blocks: [
      { node: 'heading', text: heading },
      ...findingBlocks(reviewed, typed, words),
      { node: 'buttons', buttons: [tell(help, words)] },
    ],
  };
  return { reply: 'message', view };
}

const tell = (help: Help, words: Messages): Button => ({
  label: words.text('outcome.tell'),
  style: 'agree',
  press: { type: 'tell-outcome', help: help.id },
});

const thankButton = (help: Help, words: Messages): Button[] =>
  help.thanks === 'open'
    ? [{ label: words.text('nudge.now'), press: { type: 'thank-now', help: help.id } }]
    : [];

/** Some days after a help: did you talk; and later, how did it end. Each once, and not to whoever wants no such messages. */
export async function wakeOutcome(
  stores: Stores,
  due: Extract<Wake, { wake: 'ask-talked' | 'ask-outcome' }>,
  community: Community,
  now: Date,
): Promise<void> {
  const help = await stores.helps.lock(due.help);
  const isTold = help?.outcome && (help.outcome !== 'talked' || due.wake === 'ask-talked');
  if (!help || isTold) return;
  const { policy } = await stores.community.settings();
  const isLate = due.wake === 'ask-talked' && addDays(help.at, policy.outcomeAfterDays) <= now;
  const seeker = await stores.members.get(help.seeker);
  if (seeker.nudgesStopped || isLate) return;
  const at = await wakingMoment(stores, help.seeker, now);
  if (at.getTime() > now.getTime()) {
    await stores.timers.set(outcomeTimer(help.id, due.wake), at, due);
    return;
  }
  const memberOf = (user: string): MemberId => ({
    platform: community.platform,
    community: community.id,
    user,
  });
  const words = wordsOf(seeker);
  const date: Inline = { node: 'time', at: help.at.toISOString(), style: 'date' };
  const talked = due.wake === 'ask-talked';
  const buttons: Button[] = [
    talked
      ? {
          label: words.text('outcome.we-talked'),
          style: 'agree',
          press: { type: 'we-talked', help: help.id },
        }
      : tell(help, words),
    { label: words.text('outcome.not-yet'), press: { type: 'not-yet' } },
    { label: words.text('nudge.stop'), press: { type: 'stop-nudges' } },
  ];
  const key = talked ? 'outcome.did-you-talk' : 'outcome.how-did-it-end';
  const view: View = {
    summary: words.text('outcome.summary'),
    blocks: [
      {
        node: 'text',
        content: words.rich(key, { helper: mention(memberOf(help.helper)), date }),
      },
      { node: 'buttons', buttons },
      { node: 'context', content: words.rich('nudge.once') },
    ],
  };
  const effect = {
    effect: 'dm' as const,
    key: `help:${help.id}:${due.wake}`,
    to: memberOf(help.seeker),
    view,
  };
  await stores.outbox.add([effect], now);
}
