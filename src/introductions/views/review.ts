import { findingBlocks } from '../../checking/finding-blocks.ts';
import type { Review } from '../../etiquette/finding.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Button, View } from '../../view.ts';
import type { Draft, SentAsk } from '../ask.ts';
import { small, text } from './describe.ts';
import { editButtons, type Hitch } from './draft.ts';

/** What the seeker could do instead of sending. */
export interface WaysOn {
  /** The ask that is open to the same helper. */
  ask?: string;
  /** The latest help by the same helper that waits for thanks. */
  help?: string;
  /** Whom or what the seeker had wanted to keep out, and named. */
  warnings?: Hitch[];
}

/** Why a draft is held, which words caused it, and a better way to say it. */
export function reviewView(
  draft: Pick<Draft, 'id' | 'words'>,
  review: Review,
  ways: WaysOn,
  words: Messages,
): View {
  const heading = words.text(
    review.verdict === 'block'
      ? 'review.block-heading'
      : review.verdict === 'coach'
        ? 'review.coach-heading'
        : 'review.sure-heading',
  );
  const { warnings = [] } = ways;
  const buttons: Button[] = [
    ...editButtons(draft.id, words),
    ...wayButtons(draft.id, review, ways, words),
  ];
  if (review.verdict !== 'block') {
    buttons.push({
      label: words.text('review.send-as-is'),
      press: { type: 'send-as-is', ask: draft.id },
    });
    if (review.rewrite) {
      buttons.splice(1, 0, {
        label: words.text('review.use'),
        press: { type: 'use-rewrite', ask: draft.id },
      });
    }
  }
  return {
    summary: heading,
    blocks: [
      { node: 'heading', text: heading },
      ...warnings.map(({ key, values }) => text(words, key, values)),
      ...(review.findings.length > 0 ? findingBlocks(review, draft.words?.note ?? '', words) : []),
      small(words, 'review.kept'),
      { node: 'buttons', buttons },
    ],
  };
}

function wayButtons(
  draft: string,
  review: Review,
  { ask, help }: WaysOn,
  words: Messages,
): Button[] {
  const found = new Set(review.findings.map(({ rule }) => rule));
  const buttons: Button[] = [];
  // Where fishing was held back, a talk about the helper's own work is the way in.
  if (review.findings.some(({ rule, severity }) => rule === 'who-else' && severity === 'block')) {
    buttons.push({
      label: words.text('review.talk-instead'),
      press: { type: 'talk-instead', ask: draft },
    });
  }
  if (found.has('drip') && ask) {
    buttons.push({ label: words.text('mine.add'), press: { type: 'add-question', ask } });
  }
  if (found.has('unthanked') && help) {
    buttons.push(
      { label: words.text('nudge.now'), press: { type: 'thank-now', help } },
      { label: words.text('nudge.already'), press: { type: 'thanked-already', help } },
    );
  }
  return buttons;
}

/** The same for a text that goes into an open ask: an answer to a helper's question, or a question of the seeker's. */
export function insideReviewView(
  ask: SentAsk,
  again: 'give-info' | 'add-question',
  typed: string,
  review: Review,
  words: Messages,
): View {
  const heading = words.text('review.block-heading');
  return {
    summary: heading,
    blocks: [
      { node: 'heading', text: heading },
      ...findingBlocks(review, typed, words),
      small(words, 'review.kept'),
      {
        node: 'buttons',
        buttons: [
          {
            label: words.text('draft.edit'),
            style: 'agree',
            press: { type: again, ask: ask.id },
          },
        ],
      },
    ],
  };
}
