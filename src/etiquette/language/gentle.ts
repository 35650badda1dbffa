import type { About } from '../draft.ts';

/**
 * A sentence that says something gently, in four forms: with nothing known, and with the field, the firm or the role that the
 * form knows (`{field}`, `{company}`, `{role}`). It never says more than that.
 */
export interface GentleSentence {
  plain: string;
  field: string;
  company: string;
  role: string;
}

/** What a rewrite says in one language. All of it passes the review. */
export interface Gentle {
  /** How a letter or a message begins, with commas between: a rewrite leaves the greeting in front of a sentence as it is. */
  greetings: string;
  /** Instead of fishing, to a stranger or a new acquaintance: asks about the helper's own work. */
  talk: GentleSentence;
  /** Instead of fishing without bounds, to somebody who knows the writer: the interest, and one person. */
  introduction: GentleSentence;
  /** Instead of asking for somebody else: leaves the asking to them. */
  friend: string;
  /** Instead of pressing: leaves room to say no. */
  pressure: string;
  /** Instead of an ask with nothing to hold on to: a talk about the helper's work. */
  vague: GentleSentence;
  /** Instead of many favours: one talk with the questions written down. */
  bundle: string;
  /** Instead of hiding the purpose: says it. */
  bait: GentleSentence;
  /** Before an ask to a stranger: who is writing. `{headline}` is the profile's. */
  context: { plain: string; headline: string };
  /** Instead of an apology: thanks for the time. */
  apology: string;
}

/** The longest that reads as a phrase. */
const LONGEST_PHRASE = 80;

/** What a form's answer gives to say again: only what reads as a phrase within a sentence. */
const phrase = (said: string | undefined): string | undefined => {
  const trimmed = said?.trim();
  if (!trimmed || trimmed.length > LONGEST_PHRASE) return undefined;
  return /[.?!;\n。？！؟]/u.test(trimmed) ? undefined : trimmed;
};

/** The form of a sentence that says what the form knows; the field before the firm before the role. */
export function gently(sentence: GentleSentence, about: About): string {
  const [field, company, role] = [about.field, about.company, about.role].map(phrase);
  if (field) return sentence.field.replace('{field}', () => field);
  if (company) return sentence.company.replace('{company}', () => company);
  if (role) return sentence.role.replace('{role}', () => role);
  return sentence.plain;
}
