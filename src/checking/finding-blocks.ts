import { explain, isAboutWords, placed } from '../etiquette/explain.ts';
import type { Review } from '../etiquette/finding.ts';
import type { MessageKey, Messages } from '../messages/messages.ts';
import type { Block } from '../view.ts';

/** What a review found in a note: why, the ways out, the note with the words that caused it, and a better way to say it. */
export function findingBlocks(review: Review, note: string, words: Messages): Block[] {
  const blocks: Block[] = [];
  const text = (key: MessageKey, values?: Parameters<Messages['rich']>[1]): Block => ({
    node: 'text',
    content: words.rich(key, values),
  });
  for (const finding of review.findings) {
    const { reason, waysOut } = explain(finding);
    blocks.push(text(reason.key, placed(reason, words)));
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
  // What is about time and people has nothing to mark in the words.
  if (review.findings.length === 0 || review.findings.some(isAboutWords)) {
    blocks.push(text('review.your-words'), { node: 'quote', text: note, marks });
  }
  if (review.rewrite) {
    blocks.push(text('review.better'), { node: 'quote', text: review.rewrite });
  }
  return blocks;
}
