import { findingBlocks } from '../../checking/finding-blocks.ts';
import type { Review } from '../../etiquette/finding.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Button, View } from '../../view.ts';
import type { Draft, SentAsk } from '../ask.ts';
import { small } from './describe.ts';
import { editButtons } from './draft.ts';

/** What the seeker could do instead of sending. */
export interface WaysOn {
  /** The ask that is open to the same helper. */
  ask?: string;
  /** The latest help by the same helper that waits for thanks. */
  help?: string;
}

/** Why a draft is held, which words caused it, and a better way to say it. */
export function reviewView(
  draft: Pick<Draft, 'id' | 'words'>,
  review: Review,
  ways: WaysOn,
  words: Messages,
): View {
  const heading = words.text(
    review.verdict === 'block' ? 'review.block-heading' : 'review.coach-heading',
  );
  const buttons: Button[] = [...editButtons(draft.id, words), ...wayButtons(review, ways, words)];
  if (review.verdict === 'coach') {
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
      ...findingBlocks(review, draft.words?.note ?? '', words),
      small(words, 'review.kept'),
      { node: 'buttons', buttons },
    ],
  };
}

function wayButtons(review: Review, { ask, help }: WaysOn, words: Messages): Button[] {
  const found = new Set(review.findings.map(({ rule }) => rule));
  const buttons: Button[] = [];
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
  text: string,
  review: Review,
  words: Messages,
): View {
  const heading = words.text('review.block-heading');
  return {
    summary: heading,
    blocks: [
      { node: 'heading', text: heading },
      ...findingBlocks(review, text, words),
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
