import { explain, placed } from '../../etiquette/explain.ts';
import type { Review } from '../../etiquette/finding.ts';
import type { Messages } from '../../messages/messages.ts';
import type { Block, Button, View } from '../../view.ts';
import type { Draft, SentAsk } from '../ask.ts';
import { small, text } from './describe.ts';
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

export function findingBlocks(review: Review, note: string, words: Messages): Block[] {
  const blocks: Block[] = [];
  for (const finding of review.findings) {
    const { reason, waysOut } = explain(finding);
    blocks.push(text(words, reason.key, placed(reason, words)));
    if (waysOut.length > 0) {
      blocks.push({
        node: 'list',
        items: waysOut.map((way) => words.rich(way.key, placed(way, words))),
      });
    }
  }
  const marks = review.findings
    .flatMap(({ spans }) => spans)
    .filter(([field]) => field === 'note')
    .map(([, start, end]): [number, number] => [start, end])
    .sort(([a], [b]) => a - b);
  blocks.push(text(words, 'review.your-words'), { node: 'quote', text: note, marks });
  if (review.rewrite) {
    blocks.push(text(words, 'review.better'), { node: 'quote', text: review.rewrite });
  }
  return blocks;
}
