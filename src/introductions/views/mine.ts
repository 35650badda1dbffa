import { explain, placed } from '../../etiquette/explain.ts';
import type { Help } from '../../gratitude/help.ts';
import { peer } from '../../member.ts';
import type { MessageKey, Messages } from '../../messages/messages.ts';
import type { Block, Button, Inline, View } from '../../view.ts';
import { mention, plain } from '../../view.ts';
import { type Draft, helperSince, isHelperKnown, isReferral, type SentAsk } from '../ask.ts';
import { standingOf } from '../standing.ts';
import { helperNode, small, text } from './describe.ts';

/** With more open asks than these, one is chosen before it shows its buttons. */
const MOST_IN_FULL = 3;

export interface Mine {
  open: SentAsk[];
  /** The latest that are over, as far as the seeker knows. */
  over: SentAsk[];
  /** Helps of which nobody was told yet how they ended. */
  untold: Help[];
  /** Asks of others that wait for this member, as helper or target. */
  waiting: SentAsk[];
  /** Written and not sent. */
  draft?: Draft;
  load: { received: number; capacity: number };
  now: Date;
}

const dateOf = (at: Date): Inline => ({ node: 'time', at: at.toISOString(), style: 'date' });

/** Everything that a member has asked, and what waits for them. */
export function mineView(mine: Mine, words: Messages): View {
  const { open, over, waiting, draft, now } = mine;
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
  if (over.length > 0) {
    blocks.push(text(words, 'mine.ended'), {
      node: 'list',
      items: over.map((ask) => endLine(ask, words)),
    });
  }
  const untold = mine.untold.flatMap((help) => {
    const ask = over.find(({ id }) => id === help.ask);
    return ask ? [{ value: help.id, label: outcomeOption(help, ask, words) }] : [];
  });
  if (untold.length > 0) {
    blocks.push({
      node: 'select',
      placeholder: words.text('mine.tell-outcome'),
      choose: { type: 'pick-outcome' },
      from: { kind: 'options', options: untold },
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
        opening: ask.words.opening,
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
      // One insider has a few days only, and no reminder.
      if (isReferral(ask)) return [add, withdraw];
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
  const values = { helper: helperNode(ask, words), about: aboutNode(ask, words) };
  if (ask.route && standing.is !== 'over') {
    const { asked, of } = ask.route;
    return standing.is === 'yours'
      ? words.rich('mine.insider-yours', { ...values, date: dateOf(standing.since) })
      : words.rich('mine.with-insider', { ...values, asked, of, date: dateOf(helperSince(ask)) });
  }
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
function aboutNode({ target, seeker, words: { opening } }: SentAsk, words: Messages): Inline {
  switch (target.who) {
    case 'member':
      return mention(peer(seeker, target.user));
    case 'helper':
      return plain(words.text('mine.about-talk'));
    case 'firm':
      return plain(words.text('mine.about-referral', { role: opening, firm: target.name }));
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
  const end = took ? 'mine.withdrawn' : (ends[state.is] ?? 'mine.without');
  const unnamed = end === 'mine.withdrawn' ? 'mine.withdrawn-referral' : 'mine.without-referral';
  const key = isHelperKnown(ask) ? end : unnamed;
  const at = 'told' in state ? new Date(state.told) : state.at;
  return words.rich(key, {
    helper: helperNode(ask, words),
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

function outcomeOption({ at }: Help, { words: { opening } }: SentAsk, words: Messages): string {
  const day = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const short = [...opening].slice(0, 45).join('');
  return words.text('mine.outcome-option', { date: day.format(at), opening: short });
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
  const helper = helperNode(ask, words);
  const { state, target } = ask;
  const isUnseen =
    (state.is === 'undelivered' && state.turn.is === 'asked') ||
    (state.is === 'withdrawn' && state.unseen === true);
  const blocks: Block[] = [];
  if (target.who === 'firm') {
    const values = { role: ask.words.opening, firm: target.name };
    const date = rests && dateOf(rests);
    const key = done ? 'withdraw.done-referral' : 'withdraw.sure-referral';
    blocks.push(text(words, key, values));
    if (date) blocks.push(text(words, 'withdraw.rests-referral', { firm: target.name, date }));
  } else {
    blocks.push(
      text(words, done ? 'withdraw.done' : 'withdraw.sure', { helper }),
      isUnseen || !rests
        ? text(words, 'withdraw.unseen', { helper })
        : text(words, 'withdraw.rests', { helper, date: dateOf(rests) }),
    );
  }
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
export function reminderView(data: { why: string; date?: string }, words: Messages): View {
  const { reason } = explain({ rule: 'impatient', severity: 'block', spans: [], data });
  return {
    blocks: [
      text(words, reason.key, placed(reason, words)),
      small(words, data.date ? 'mine.reminder-comes' : 'mine.reminder-went'),
    ],
  };
}
