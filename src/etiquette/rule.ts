import type { Relationship } from '../relationships/relationship.ts';
import type { About, FieldName } from './draft.ts';
import type { Severity } from './finding.ts';
import type { Language } from './language/language.ts';
import type { Token } from './tokens.ts';

/** One field of a draft, read in the draft's language. */
export interface Text {
  field: FieldName;
  typed: string;
  tokens: readonly Token[];
}

/** What a text rule looks at. */
export interface Reviewed {
  texts: readonly Text[];
  language: Language;
  relationship: Relationship;
  about: About;
}

/** Words that a rule points at: tokens `from` up to, not with, `to` of a text. */
export interface Mark {
  text: Text;
  from: number;
  to: number;
}

/** What a rule found, before an organiser's overrides. */
export interface Found {
  severity: Severity;
  /** At least one. */
  marks: Mark[];
  data: Record<string, string | number>;
}

/** A rule that looks at the words and the relationship. */
export interface TextRule {
  /** Public: stands in settings, in output and in the docs. */
  id: string;
  kind: 'text';
  /** What it does unless an organiser says otherwise, in one phrase. */
  default: string;
  /** Why there is such a rule. */
  why: string;
  /** Which of the fourteen principles it comes from. */
  principle: { number: number; says: string };
  firesWhen: string;
  silentWhen: string[];
  examples: { text: string; relationship: Relationship; verdict: 'pass' | 'coach' | 'block' }[];
  check(reviewed: Reviewed): Found | undefined;
  /** Says gently what the sentences with the marks wanted. */
  gentle(found: Found, reviewed: Reviewed): string;
}
