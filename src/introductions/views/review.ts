import { findingBlocks } from '../../checking/finding-blocks.ts';
import type { Review } from '../../etiquette/finding.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Button, View } from '../../view.ts';
import type { Draft, SentAsk } from '../ask.ts';
import { small } from './describe.ts';
import { editButtons } from './draft.ts';

/** Why a draft is held, which words caused it, and a better way to say it. */
export function reviewView(
  draft: Pick<Draft, 'id' | 'words'>,
  review: Review,
  words: Messages,
): View {
  const heading = words.text(
    review.verdict === 'block' ? 'review.block-heading' : 'review.coach-heading',
  );
  const buttons: Button[] = editButtons(draft.id, words);
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

/** The same for an answer to a helper's question. */
export function infoReviewView(
  ask: SentAsk,
  answer: string,
  review: Review,
  words: Messages,
): View {
  const heading = words.text('review.block-heading');
  return {
    summary: heading,
    blocks: [
      { node: 'heading', text: heading },
      ...findingBlocks(review, answer, words),
      small(words, 'review.kept'),
      {
        node: 'buttons',
        buttons: [
          {
            label: words.text('draft.edit'),
            style: 'agree',
            press: { type: 'give-info', ask: ask.id },
          },
        ],
      },
    ],
  };
}
