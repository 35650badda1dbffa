import type { Language } from './language/language.ts';
import type { Mark } from './rule.ts';
import { sentencesOf } from './sentences.ts';

/** A part of a typed text, in UTF-16 units, and what comes in its place. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** How many words a greeting may have: "Good morning dear Mrs Osei,". */
const GREETING_WORDS = 6;

/** The sentences, as typed, that hold the marks of one text; in order, each once, without a greeting in front of them. */
export function sentencesWith(
  typed: string,
  marks: readonly Mark[],
  language: Language,
): { start: number; end: number }[] {
  const tokens = marks[0]?.text.tokens ?? [];
  const sentences = sentencesOf(tokens);
  const spans: { start: number; end: number }[] = [];
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const first = tokens[mark.from];
    const last = tokens[mark.to - 1];
    const opening = tokens[sentences[mark.from]?.from ?? mark.from];
    if (!first || !last || !opening) continue;
    const previous = spans.at(-1);
    if (previous && last.end <= previous.end) continue;

    const after = tokens[sentences[mark.to - 1]?.to ?? tokens.length];
    const line = typed.lastIndexOf('\n', first.start - 1) + 1;
    const lineEnd = typed.indexOf('\n', last.end);
    let start = Math.max(opening.start, first.start > 0 ? line : 0, previous?.end ?? 0);
    const end = Math.min(after?.start ?? typed.length, lineEnd < 0 ? typed.length : lineEnd);
    start = afterGreeting(typed, start, first.start, language);
    spans.push({ start, end: typed.slice(0, end).trimEnd().length });
  }
  return spans;
}

function afterGreeting(typed: string, start: number, first: number, language: Language): number {
  const words = typed.slice(start, Math.min(first, start + 80));
  const word = /^\p{L}+/u.exec(words)?.[0].toLowerCase();
  if (!word || !language.greetings.has(word)) return start;
  const stop = words.search(/[,!:–—-]\s/u);
  if (stop < 0 || words.slice(0, stop).split(/\s+/).length > GREETING_WORDS) return start;
  return start + stop + 2;
}

/** The text with the changes made; a sentence that is taken out takes the space behind it along. */
export function changed(typed: string, changes: readonly Change[]): string {
  let text = '';
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    if (change.start < at) continue;
    text += typed.slice(at, change.start) + change.text;
    at = change.end;
    if (!change.text) while (typed[at] === ' ') at++;
  }
  return (text + typed.slice(at)).trim();
}
