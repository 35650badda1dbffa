import type { Gentle } from './language/gentle.ts';
import { entriesOf } from './lexicon.ts';
import type { Signal } from './rule.ts';

/** A part of a typed text, in UTF-16 units, and what comes in its place. */
export interface Change {
  start: number;
  end: number;
  text: string;
}

/** How many words a greeting may have: "Good morning dear Mrs Osei,". */
const GREETING_WORDS = 6;
const LONGEST_GREETING = 80;

/** The sentence of a signal as a rewrite replaces it: without a greeting in front, with its full stop behind. */
export function sentenceOf(typed: string, { start, sentence }: Signal, gentle: Gentle): Change {
  let { end } = sentence;
  const from = afterGreeting(typed, sentence.start, start, gentle);
  const behind = /^["”»』」)\]']*[.!?。！？؟…।]+["”»』」)\]']*/u.exec(typed.slice(end));
  if (behind) end += behind[0].length;
  return { start: from, end, text: '' };
}

/** What comes in place of a change: with a small letter behind a greeting's comma. English keeps its capital I. */
export function placed(typed: string, { start }: Change, text: string): string {
  if (!/,[ \t]*$/.test(typed.slice(0, start)) || !/^\p{Lu}(?:\p{Ll}|\s)/u.test(text)) return text;
  return /^I\s/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

function afterGreeting(typed: string, start: number, first: number, gentle: Gentle): number {
  const words = typed.slice(start, Math.min(first, start + LONGEST_GREETING));
  const lower = words.toLowerCase();
  if (!entriesOf(gentle.greetings).some((greeting) => lower.startsWith(greeting))) return start;
  const stop = /[,!:，！：،–—-]\s*/u.exec(words);
  if (!stop || words.slice(0, stop.index).split(/\s+/).length > GREETING_WORDS) return start;
  return start + stop.index + stop[0].length;
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
