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
  let line = 0;
  for (const mark of [...marks].sort((a, b) => a.from - b.from)) {
    const first = tokens[mark.from];
    const last = tokens[mark.to - 1];
    const opening = tokens[sentences[mark.from]?.from ?? mark.from];
    const previous = spans.at(-1);
    if (!first || !last || !opening || (previous && last.end <= previous.end)) continue;

    const next = tokens[sentences[mark.to - 1]?.to ?? tokens.length];
    const rest = typed.slice(last.end, next?.start ?? typed.length);
    const lineEnd = rest.indexOf('\n');
    const behind = lineEnd < 0 ? rest : rest.slice(0, lineEnd);
    const from = Math.max(opening.start, previous?.end ?? 0);
    // A greeting on a line of its own stays.
    for (let at = Math.max(line, from); at < first.start; at++)
      if (typed[at] === '\n') line = at + 1;
    const start = afterGreeting(typed, Math.max(from, line), first.start, language);
    spans.push({ start, end: last.end + behind.trimEnd().length });
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

/**
 * The text with the changes made. Changes that overlap become one, which says what each of them says; a sentence that is
 * taken out takes the space behind it along.
 */
export function changed(typed: string, changes: readonly Change[]): string {
  const merged: Change[] = [];
  for (const change of [...changes].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && change.start < last.end) {
      last.end = Math.max(last.end, change.end);
      last.text = [last.text, change.text].filter(Boolean).join(' ');
    } else merged.push({ ...change });
  }
  const parts: string[] = [];
  let at = 0;
  for (const change of merged) {
    parts.push(typed.slice(at, change.start), change.text);
    at = change.end;
    if (!change.text) while (typed[at] === ' ') at++;
  }
  parts.push(typed.slice(at));
  return parts.join('').trim();
}
