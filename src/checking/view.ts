import type { Review, Verdict } from '../etiquette/finding.ts';
import type { Messages } from '../messages/messages.ts';
import type { Relationship } from '../relationships/relationship.ts';
import type { Block, View } from '../view.ts';
import { findingBlocks } from './finding-blocks.ts';

/** Another verdict, were the two to know each other as well as this. */
export interface Differs {
  relationship: Exclude<Relationship, 'cold'>;
  verdict: Verdict;
}

/** What the review says of a text: for its writer's eyes alone, and gone when they close it. */
export function checkView(text: string, review: Review, words: Messages, differs?: Differs): View {
  const { summary, blocks } = said(text, review, words);
  const more: Block[] = [];
  if (differs) {
    const who = differs.relationship === 'new' ? 'met' : 'well';
    const content = words.rich('check.differs', { who, verdict: differs.verdict });
    more.push({ node: 'text', content });
  }
  more.push({ node: 'context', content: words.rich('check.private') });
  return { summary, blocks: [...blocks, ...more] };
}

function said(text: string, review: Review, words: Messages): { summary: string; blocks: Block[] } {
  const { verdict, language, findings } = review;
  if (verdict !== 'pass') {
    const key = verdict === 'block' ? 'check.block-heading' : 'check.coach-heading';
    const heading = words.text(key);
    const found = findingBlocks(review, text, words);
    return { summary: heading, blocks: [{ node: 'heading', text: heading }, ...found] };
  }
  const key = language === 'und' ? 'check.unread' : 'check.pass';
  const line: Block = { node: 'text', content: words.rich(key) };
  const rest: Block[] =
    findings.length > 0 ? findingBlocks(review, text, words) : [{ node: 'quote', text }];
  return { summary: words.text(key), blocks: [line, ...rest] };
}
