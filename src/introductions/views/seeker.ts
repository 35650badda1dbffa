import { explain, placed } from '../../etiquette/explain.ts';
import type { Finding } from '../../etiquette/finding.ts';
import { peer } from '../../member.ts';
import type { Messages } from '../../messages/messages.ts';
import { type Block, mention, type View } from '../../view.ts';
import type { AskState, SentAsk } from '../ask.ts';
import { helperNode, small, text } from './describe.ts';

const helperOf = (ask: SentAsk) => mention(peer(ask.seeker, ask.helper));

/** The ask went out. */
export function sentView(ask: SentAsk, days: number, words: Messages, notes: Finding[] = []): View {
  return {
    summary: words.text('sent.heading'),
    blocks: [
      { node: 'heading', text: words.text('sent.heading') },
      text(words, 'sent.text', { helper: helperOf(ask) }),
      small(words, 'sent.next', { days }),
      // Encouragement that held nothing back, for the next time.
      ...notes.flatMap((finding): Block[] => {
        const { reason, waysOut } = explain(finding);
        return [reason, ...waysOut].map((saying) =>
          small(words, saying.key, placed(saying, words)),
        );
      }),
    ],
  };
}

/** A referral went to its first insider. */
export function sentReferralView(ask: SentAsk, days: number, words: Messages): View {
  const { asked, of } = ask.route ?? { asked: 1, of: 1 };
  const firm = ask.target.who === 'firm' ? ask.target.name : '';
  return {
    summary: words.text('sent.heading'),
    blocks: [
      { node: 'heading', text: words.text('sent.heading') },
      text(words, 'referral.sent', { firm, role: ask.words.opening, asked, of }),
      small(words, 'referral.sent-next', { days }),
    ],
  };
}

/** The referral is in: what it does, and what it doesn't. */
export function submittedView(ask: SentAsk, words: Messages): View {
  const firm = ask.target.who === 'firm' ? ask.target.name : '';
  return {
    summary: words.text('referral.submitted-summary'),
    blocks: [
      text(words, 'referral.submitted', { helper: helperOf(ask), role: ask.words.opening, firm }),
      text(words, 'referral.does'),
      small(words, 'referral.next'),
    ],
  };
}

/** The helper's question, with a way to answer it. */
export function heldQuestionView(
  ask: SentAsk,
  state: Extract<AskState, { is: 'needs-info' }>,
  words: Messages,
): View {
  return {
    summary: words.text('question.asked-summary'),
    blocks: [
      text(words, 'question.asked', { helper: helperNode(ask, words) }),
      { node: 'quote', text: state.question },
      {
        node: 'buttons',
        buttons: [
          {
            label: words.text('question.answer'),
            style: 'agree',
            press: { type: 'give-info', ask: ask.id },
          },
        ],
      },
    ],
  };
}

/** The question once it is answered, or once the ask has ended without an answer. */
export function questionSettled(
  ask: SentAsk,
  { question }: Extract<AskState, { is: 'needs-info' }>,
  words: Messages,
): View {
  if (ask.state.is === 'withdrawn') return { blocks: [text(words, 'seeker.taken-back')] };
  if (ask.state.is !== 'asked') return { blocks: [text(words, 'settled.expired')] };
  return {
    blocks: [
      text(words, 'question.answered', { helper: helperNode(ask, words) }),
      { node: 'quote', text: question },
    ],
  };
}

/** The helper's DMs are closed: the ask waits for them, and nobody has to wait with it. */
export function undeliveredView(ask: SentAsk, words: Messages): View {
  return {
    blocks: [
      text(words, 'seeker.undelivered', { helper: helperOf(ask) }),
      {
        node: 'buttons',
        buttons: [
          { label: words.text('seeker.withdraw'), press: { type: 'withdraw-sure', ask: ask.id } },
        ],
      },
    ],
  };
}

/** The helper reads what the seeker added to the ask that they have. */
export const addedView = (ask: SentAsk, question: string, words: Messages): View => ({
  summary: words.text('added.summary'),
  blocks: [
    text(words, 'added.text', { seeker: mention(ask.seeker) }),
    { node: 'quote', text: question },
    small(words, 'added.no-hurry'),
  ],
});

/** The helper introduced the seeker to somebody outside by their own mail. */
export function introducedByMailView(
  ask: SentAsk,
  name: string,
  note: string | undefined,
  words: Messages,
): View {
  return {
    summary: words.text('seeker.introduced-outside-summary'),
    blocks: [
      text(words, 'seeker.introduced-outside', { helper: helperOf(ask), name }),
      { node: 'quote', text: note ?? ask.words.note },
      small(words, 'seeker.introduced-outside-next'),
    ],
  };
}
