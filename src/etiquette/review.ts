import { type Draft, fieldNames, type ReviewContext } from './draft.ts';
import {
  type Finding,
  type Review,
  type ReviewPolicy,
  type Severity,
  type Span,
  severities,
  type Verdict,
} from './finding.ts';
import { languages } from './language/all.ts';
import type { Gentle } from './language/gentle.ts';
import { readFields } from './read.ts';
import { type Change, changed, placed, sentenceOf } from './rewrite.ts';
import type { Found, Mark, Reviewed } from './rule.ts';
import { rules } from './rules/all.ts';

/**
 * Says whether a text may go out as it is. Pure, synchronous, total: any string will do, and it takes time in proportion to
 * the text. A plain string is a note.
 */
export function review(
  draft: Draft | string,
  context: ReviewContext = {},
  policy: ReviewPolicy = {},
): Review {
  const given: Draft = typeof draft === 'string' ? { fields: { note: draft } } : draft;
  const read = readDraft(given, context);
  const outcomes = outcomesOf(read, policy);
  const findings = outcomes.map(({ rule, found, severity }) => ({
    rule: rule.id,
    severity,
    spans: spansOf(found.marks),
    data: found.data,
  }));
  const gentle = languages[read.rules]?.gentle(read.language);
  const rewrite = gentle && rewriteOf(given, context, read, policy, outcomes, gentle);
  return {
    verdict: verdictOf(findings),
    language: read.language,
    findings,
    ...(rewrite === undefined ? {} : { rewrite }),
  };
}

interface Outcome {
  rule: (typeof rules)[number];
  found: Found;
  severity: Severity;
}

/** A note as read, and what holds it. */
interface Held {
  read: Reviewed;
  outcomes: readonly Outcome[];
}

interface Read extends Reviewed {
  language: string;
  rules: number;
}

function readDraft(
  { kind = 'ask', fields }: Draft,
  { relationship = 'cold', about = {}, history = {}, today, language }: ReviewContext,
): Read {
  const named = fieldNames.flatMap((field) => {
    const typed = fields[field];
    return typed ? [{ field, typed }] : [];
  });
  return {
    kind,
    relationship,
    about,
    history,
    ...(today === undefined ? {} : { today }),
    ...readFields(named, language),
  };
}

function outcomesOf(reviewed: Reviewed, policy: ReviewPolicy): Outcome[] {
  return rules.flatMap((rule): Outcome[] => {
    const setting = policy[rule.id];
    if (setting === 'off') return [];
    const found = rule.check(reviewed);
    return found ? [{ rule, found, severity: setting ?? found.severity }] : [];
  });
}

function verdictOf(findings: readonly Finding[]): Verdict {
  const weight = Math.max(0, ...findings.map(({ severity }) => severities.indexOf(severity)));
  return weight === 2 ? 'block' : weight === 1 ? 'coach' : 'pass';
}

/** Marks as spans of the typed texts, in order, those that touch made one. */
function spansOf(marks: readonly Mark[]): Span[] {
  const spans: Span[] = [];
  for (const name of fieldNames) {
    const own = marks
      .filter(({ field }) => field === name)
      .sort((a, b) => a.signal.start - b.signal.start);
    for (const { signal } of own) {
      const last = spans.at(-1);
      if (last && last[0] === name && signal.start <= last[2]) {
        last[2] = Math.max(last[2], signal.end);
      } else spans.push([name, signal.start, signal.end]);
    }
  }
  return spans;
}

/** A text rule that holds the draft; a note lets it pass, and nothing is rewritten for it. */
const isHeld = ({ rule, severity }: Outcome): boolean =>
  rule.kind === 'text' && severity !== 'note';

/** Well over what any form carries; a rewrite of a book helps nobody, and costs several readings. */
const LONGEST_REWRITTEN = 5_000;

/** How often what is left after a change is looked at again, before the whole note makes way. */
const ROUNDS = 4;

/**
 * The note with its offending sentences said gently, such that no text rule has anything to say any more. None where the
 * words are fine, or where other fields are at fault: these are too short for sentences.
 */
function rewriteOf(
  draft: Draft,
  context: ReviewContext,
  read: Read,
  policy: ReviewPolicy,
  outcomes: readonly Outcome[],
  gentle: Gentle,
): string | undefined {
  const inWords = outcomes.filter(isHeld);
  if (inWords.length === 0 || draft.fields.note.length > LONGEST_REWRITTEN) return undefined;
  if (inWords.some(({ found }) => found.marks.some(({ field }) => field !== 'note'))) {
    return undefined;
  }
  const heldIn = (note: string): Held => {
    const read = readDraft({ ...draft, fields: { ...draft.fields, note } }, context);
    return { read, outcomes: outcomesOf(read, policy).filter(isHeld) };
  };
  const passes = (note: string): boolean => heldIn(note).outcomes.length === 0;
  const gentleOf = (known: Reviewed) =>
    new Map(
      inWords.map(({ rule, found }) => [
        rule.id,
        rule.kind === 'text' ? rule.gentle(found, known, gentle) : '',
      ]),
    );
  const together = (sayings: ReadonlyMap<string, string>) => [...sayings.values()].join(' ');
  // What the form says may itself be at fault; then the sentences do without.
  let unsaid = gentleOf(read);
  if (Object.keys(read.about).length > 0 && !passes(together(unsaid))) {
    unsaid = gentleOf({ ...read, about: {} });
  }
  const whole = together(unsaid);
  let { note } = draft.fields;
  let left: Held = { read, outcomes: inWords };
  for (let round = 0; round < ROUNDS && left.outcomes.length > 0; round++) {
    const changes = left.outcomes.flatMap(({ rule, found }): Change[] => {
      const text = unsaid.get(rule.id) ?? '';
      unsaid.delete(rule.id);
      const own = found.marks.map(({ signal }) => sentenceOf(note, signal, gentle));
      const first = own[0];
      if (rule.kind === 'text' && rule.place === 'before') {
        return first && text ? [{ start: first.start, end: first.start, text: `${text} ` }] : [];
      }
      if (first) first.text = placed(note, first, text);
      const heads = new Set(found.marks.map(({ signal }) => signal.head));
      const echoes = left.read.texts
        .flatMap((text) => (text.field === 'note' ? text.echoes : []))
        .filter(({ head }) => heads.has(head));
      return [...own, ...echoes.map((echo) => sentenceOf(note, echo, gentle))];
    });
    note = changed(note, changes);
    left = heldIn(note);
  }
  if (left.outcomes.length === 0) return note;
  return passes(whole) ? whole : undefined;
}
