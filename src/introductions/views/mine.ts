import { explain, placed } from '../../etiquette/explain.ts';
import type { Finding } from '../../etiquette/finding.ts';
import { peer } from '../../member.ts';
import type { MessageKey, Messages } from '../../messages/messages.ts';
import type { Block, Button, Inline, View } from '../../view.ts';
import { mention, plain } from '../../view.ts';
import type { Draft, SentAsk } from '../ask.ts';
import { standingOf } from '../standing.ts';
import { small, text } from './describe.ts';

/** With more open asks than these, one is chosen before it shows its buttons. */
const MOST_IN_FULL = 3;

export interface Mine {
  open: SentAsk[];
  /** The latest that are over, as far as the seeker knows. */
  ended: SentAsk[];
  /** Asks of others that wait for this member, as helper or target. */
  waiting: SentAsk[];
  /** Written and not sent. */
  draft?: Draft;
  load: { received: number; capacity: number; full: boolean };
  now: Date;
}

const dateOf = (at: Date): Inline => ({ node: 'time', at: at.toISOString(), style: 'date' });
const helperOf = (ask: SentAsk): Inline => mention(peer(ask.seeker, ask.helper));

/** Everything that a member has asked, and what waits for them. */
export function mineView(mine: Mine, words: Messages): View {
  const { open, ended, waiting, draft, now } = mine;
  const heading = words.text('mine.heading');
  const blocks: Block[] = [{ node: 'heading', text: heading }];
  if (open.length === 0) blocks.push(text(words, 'mine.none'));
  for (const ask of open.slice(0, MOST_IN_FULL)) blocks.push(...askBlocks(ask, now, words));
  if (open.length > MOST_IN_FULL) {
    blocks.push({
      node: 'list',
      items: open.slice(MOST_IN_FULL).map((ask) => standingLine(ask, now, words)),
    });
    blocks.push({
      node: 'select',
      placeholder: words.text('mine.choose'),
      choose: { type: 'my-ask' },
      from: { kind: 'options', options: open.map((ask) => optionOf(ask, words)) },
    });
  }
  if (draft) {
    blocks.push(text(words, 'mine.draft'), {
      node: 'buttons',
      buttons: [
        { label: words.text('unsent.continue'), press: { type: 'open-draft', ask: draft.id } },
      ],
    });
  }
  if (ended.length > 0) {
    blocks.push(text(words, 'mine.ended'), {
      node: 'list',
      items: ended.map((ask) => endLine(ask, words)),
    });
  }
  blocks.push(...waitingBlocks(mine, waiting, words));
  return { summary: heading, blocks };
}

function waitingBlocks({ load }: Mine, waiting: SentAsk[], words: Messages): Block[] {
  const blocks: Block[] = [
    { node: 'divider' },
    { node: 'heading', text: words.text('mine.waiting') },
  ];
  if (waiting.length === 0) blocks.push(text(words, 'mine.waiting-none'));
  for (const ask of waiting.slice(0, MOST_IN_FULL)) {
    const { state } = ask;
    const asked = state.is === 'with-target' && state.person.who === 'member';
    blocks.push(
      text(words, asked ? 'mine.waits-consent' : 'mine.waits-answer', {
        seeker: mention(ask.seeker),
        date: dateOf(state.at),
      }),
      {
        node: 'buttons',
        buttons: [{ label: words.text('mine.look'), press: { type: 'look-at', ask: ask.id } }],
      },
    );
  }
  const more = waiting.length - MOST_IN_FULL;
  if (more > 0) blocks.push(small(words, 'mine.waits-more', { count: more }));
  blocks.push(small(words, 'mine.load', { received: load.received, capacity: load.capacity }));
  return blocks;
}

/** One ask, with what can be done about it. */
export const oneView = (ask: SentAsk, now: Date, words: Messages): View => ({
  summary: words.text('mine.heading'),
  blocks: [
    ...askBlocks(ask, now, words),
    { node: 'quote', text: ask.words.note },
    ...(ask.words.questions ?? []).map((question): Block => ({ node: 'quote', text: question })),
    { node: 'buttons', buttons: [allMine(words)] },
  ],
});

function askBlocks(ask: SentAsk, now: Date, words: Messages): Block[] {
  const blocks: Block[] = [{ node: 'text', content: standingLine(ask, now, words) }];
  const buttons = buttonsFor(ask, now, words);
  if (buttons.length > 0) blocks.push({ node: 'buttons', buttons });
  return blocks;
}

function buttonsFor(ask: SentAsk, now: Date, words: Messages): Button[] {
  const { id } = ask;
  const withdraw: Button = {
    label: words.text('seeker.withdraw'),
    press: { type: 'withdraw-sure', ask: id },
  };
  const add: Button = { label: words.text('mine.add'), press: { type: 'add-question', ask: id } };
  switch (standingOf(ask, now).is) {
    case 'yours':
      return [
        { label: words.text('question.answer'), press: { type: 'give-info', ask: id } },
        withdraw,
      ];
    case 'with-helper':
      return [
        { label: words.text('mine.remind'), press: { type: 'remind-helper', ask: id } },
        add,
        withdraw,
      ];
    case 'snoozed':
    case 'unreached':
      return [add, withdraw];
    case 'over':
      return [];
  }
}

/** Whom it is to and about, whose turn it is, and since when. */
function standingLine(ask: SentAsk, now: Date, words: Messages): Inline[] {
  const standing = standingOf(ask, now);
  const values = { helper: helperOf(ask), about: aboutNode(ask, words) };
  switch (standing.is) {
    case 'with-helper':
      return words.rich('mine.with-helper', { ...values, date: dateOf(standing.since) });
    case 'yours':
      return words.rich('mine.yours', { ...values, date: dateOf(standing.since) });
    case 'snoozed':
      return words.rich('mine.snoozed', { ...values, date: dateOf(standing.until) });
    case 'unreached':
      return words.rich('mine.unreached', { ...values, date: dateOf(standing.since) });
    case 'over':
      return endLine(ask, words);
  }
}

/** What an ask is about, in a few words. */
function aboutNode({ target, seeker }: SentAsk, words: Messages): Inline {
  switch (target.who) {
    case 'member':
      return mention(peer(seeker, target.user));
    case 'helper':
      return plain(words.text('mine.about-talk'));
    default:
      return plain(target.name);
  }
}

const ends: Partial<Record<SentAsk['state']['is'], MessageKey>> = {
  introduced: 'mine.introduced',
  talked: 'mine.talked',
  submitted: 'mine.submitted',
  pointer: 'mine.pointer',
  'name-lent': 'mine.name-lent',
  withdrawn: 'mine.withdrawn',
};

/** Every end without a help reads the same. */
function endLine(ask: SentAsk, words: Messages): Inline[] {
  const { state } = ask;
  const took = 'withdrawn' in state && state.withdrawn;
  const key = took ? 'mine.withdrawn' : (ends[state.is] ?? 'mine.without');
  const at = 'told' in state ? new Date(state.told) : state.at;
  return words.rich(key, {
    helper: helperOf(ask),
    about: aboutNode(ask, words),
    date: dateOf(at),
  });
}

/** A choice is plain text: who is meant stands in the list above, in the same order. */
function optionOf(ask: SentAsk, words: Messages) {
  const { opening } = ask.words;
  const label = words.text('mine.option', { opening: [...opening].slice(0, 60).join('') });
  return { value: ask.id, label };
}

const allMine = (words: Messages): Button => ({
  label: words.text('mine.all'),
  press: { type: 'all-my-asks' },
});

/** Before an ask is withdrawn, and after. `rests`: until then the pair rests, if it does. */
export function withdrawView(
  ask: SentAsk,
  rests: Date | undefined,
  words: Messages,
  { done = false } = {},
): View {
  const helper = helperOf(ask);
  const { state } = ask;
  const isUnseen =
    (state.is === 'undelivered' && state.turn.is === 'asked') ||
    (state.is === 'withdrawn' && state.unseen === true);
  const lead = done ? 'withdraw.done' : 'withdraw.sure';
  const blocks: Block[] = [text(words, lead, { helper })];
  blocks.push(
    isUnseen || !rests
      ? text(words, 'withdraw.unseen', { helper })
      : text(words, 'withdraw.rests', { helper, date: dateOf(rests) }),
  );
  const buttons: Button[] = [allMine(words)];
  if (!done) {
    buttons[0] = { label: words.text('withdraw.keep'), press: { type: 'all-my-asks' } };
    buttons.push({
      label: words.text('seeker.withdraw'),
      style: 'refuse',
      press: { type: 'withdraw', ask: ask.id },
    });
  }
  blocks.push({ node: 'buttons', buttons });
  return { blocks };
}

/** When the one reminder goes out, and why no sooner. */
export function reminderView(findings: Finding[], goesOut: Date, words: Messages): View {
  const blocks = findings.map((finding): Block => {
    const { reason } = explain(finding);
    return text(words, reason.key, placed(reason, words));
  });
  const early = findings.some(({ data }) => data.why === 'early');
  blocks.push(
    early
      ? small(words, 'mine.reminder-comes', { date: dateOf(goesOut) })
      : small(words, 'mine.reminder-went'),
  );
  return { blocks };
}
