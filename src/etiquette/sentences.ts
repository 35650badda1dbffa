import type { Token } from './tokens.ts';

/** Words `from` up to, not with, `to`. */
export interface Range {
  from: number;
  to: number;
}

/** For each word, the sentence that holds it. */
export function sentencesOf(tokens: readonly Token[]): Range[] {
  const sentences: Range[] = [];
  let current: Range = { from: 0, to: 0 };
  tokens.forEach((token, i) => {
    if (token.opens) current = { from: i, to: i };
    current.to = i + 1;
    sentences.push(current);
  });
  return sentences;
}

/** Which of `length` words lie in any of the ranges; in time linear in both. */
export function coveredBy(length: number, ranges: readonly Range[]): (word: number) => boolean {
  const change = new Int32Array(length + 1);
  for (const range of ranges) {
    const from = Math.max(0, range.from);
    const to = Math.min(length, range.to);
    if (from >= to) continue;
    change[from] = (change[from] ?? 0) + 1;
    change[to] = (change[to] ?? 0) - 1;
  }
  for (let i = 1; i <= length; i++) change[i] = (change[i] ?? 0) + (change[i - 1] ?? 0);
  return (word) => (change[word] ?? 0) > 0;
}
