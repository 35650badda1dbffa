import type { etiquette } from '../messages/en/etiquette.ts';
import type { Relationship } from '../relationships/relationship.ts';
import type { About, DraftKind, FieldName, History } from './draft.ts';
import type { Severity, Verdict } from './finding.ts';
import type { Gentle } from './language/gentle.ts';
import type { Head } from './model/heads.ts';

/** One sentence in which the model sees what a rule looks for. */
export interface Signal {
  head: Head;
  /** Sure enough to hold a draft back; otherwise sure enough to say something. */
  sure: boolean;
  /** What the model says of this sentence under a head, as log odds over its threshold: 0 and more speaks for it. */
  says(head: Head): number;
  /** The words that show it, and the whole sentence, in UTF-16 units of the text as typed. */
  start: number;
  end: number;
  sentence: { start: number; end: number };
}

/** One field of a draft, read. */
export interface ReadText {
  field: FieldName;
  typed: string;
  signals: readonly Signal[];
  /** Sentences that only go on with what one before them asks: "Any names would help." */
  echoes: readonly Signal[];
}

/** What a rule looks at. */
export interface Reviewed {
  kind: DraftKind;
  texts: readonly ReadText[];
  relationship: Relationship;
  about: About;
  history: History;
  /** A day, `2026-11-30`; history rules that compare with it are silent without. */
  today?: string;
}

/** Words that a rule points at. */
export interface Mark {
  field: FieldName;
  signal: Signal;
}

/** What a rule found, before an organiser's overrides. */
export interface Found {
  severity: Severity;
  /** At least one for a text rule, none for a history rule. */
  marks: Mark[];
  data: Record<string, string | number>;
}

/** A sentence of the message catalogue. */
export interface Saying {
  key: keyof typeof etiquette;
  values: Record<string, string | number>;
}

/** What to say of a finding. */
export interface Explanation {
  title: Saying;
  /** Why, in one sentence or two. */
  reason: Saying;
  /** What else one can do; the kindest first. */
  waysOut: Saying[];
}

export interface RuleExample {
  text: string;
  kind?: DraftKind;
  relationship?: Relationship;
  history?: History;
  today?: string;
  verdict: Verdict;
}

interface Described {
  /** Public: stands in settings, in output and in the docs. */
  id: string;
  /** What it does unless an organiser says otherwise, in one phrase. */
  default: string;
  /** Why there is such a rule. */
  why: string;
  /** Which of the fourteen principles it comes from. */
  principle: { number: number; says: string };
  firesWhen: string;
  silentWhen: string[];
  examples: RuleExample[];
  check(reviewed: Reviewed): Found | undefined;
  explain(data: Found['data']): Explanation;
}

/** A rule that looks at the words and the relationship. */
export interface TextRule extends Described {
  kind: 'text';
  /** Whether the gentle words come instead of the sentence with the marks, or before it. */
  place: 'instead' | 'before';
  /** Says gently what the sentences with the marks wanted, from what the form knows. */
  gentle(found: Found, reviewed: Reviewed, gentle: Gentle): string;
}

/** A rule that looks at what happened before. */
export interface HistoryRule extends Described {
  kind: 'history';
}

export type Rule = TextRule | HistoryRule;

export const say = (key: Saying['key'], values: Saying['values'] = {}): Saying => ({ key, values });

/** All marks of one head in a draft. */
export const marksOf = ({ texts }: Reviewed, head: Head): Mark[] =>
  texts.flatMap(({ field, signals }) =>
    signals.flatMap((signal) => (signal.head === head ? [{ field, signal }] : [])),
  );

/** `2026-11-30` and so many days later; part days count as whole ones. */
export function dayAfter(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`) + Math.ceil(days) * 86_400_000;
  return new Date(at).toISOString().slice(0, 10);
}
