import type { Language } from './language/language.ts';
import type { Token } from './tokens.ts';

/** How far before a verb its subject may stand. */
const SUBJECT_WITHIN = 8;

/** How far into a sentence an imperative may stand: "Do me a favour and …". */
const IMPERATIVE_WITHIN = 5;

/** Whether a verb is what "you" should do, or stands in the imperative; not what somebody else does. */
export function isRequest(at: number, tokens: readonly Token[], language: Language): boolean {
  for (let i = at; i >= 0 && at - i <= SUBJECT_WITHIN; i--) {
    const token = tokens[i];
    if (!token) return false;
    if (i < at && language.addressees.has(token.word)) return true;
    if (i < at && language.subjects.has(token.word)) return false;
    if (token.opens) return at - i <= IMPERATIVE_WITHIN;
    if (token.pauses && at - i <= 1) return true;
  }
  return false;
}
