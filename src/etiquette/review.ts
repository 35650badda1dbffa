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
import { readTexts } from './language/language.ts';
import { type Change, changed, sentencesWith } from './rewrite.ts';
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
  const fields: Fields = typeof draft === 'string' ? { note: draft } : draft.fields;
  const read = readFields(fields, context);
  if (!read) return { verdict: 'pass', language: 'und', findings: [] };
  const outcomes = outcomesOf(read, policy);
  const findings = outcomes.map(({ rule, found, severity }) => ({
    rule: rule.id,
    severity,
    spans: spansOf(found.marks),
    data: found.data,
  }));
  const rewrite = rewriteOf(fields, read, policy, outcomes);
  return {
    verdict: verdictOf(findings),
    language: read.language.tag,
    findings,
    ...(rewrite === undefined ? {} : { rewrite }),
  };
}

type Fields = Draft['fields'];

interface Outcome {
  rule: (typeof rules)[number];
  found: Found;
  severity: Severity;
}

function readFields(
  fields: Fields,
  context: Pick<ReviewContext, 'relationship' | 'about'>,
): Reviewed | undefined {
  const named = fieldNames.flatMap((field) => {
    const typed = fields[field];
    return typed ? [{ field, typed }] : [];
  });
  const reading = readTexts(named.map(({ typed }) => typed));
  if (!reading) return undefined;
  return {
    texts: named.map((text, i) => ({ ...text, tokens: reading.texts[i] ?? [] })),
    language: reading.language,
    relationship: context.relationship ?? 'cold',
    about: context.about ?? {},
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
  for (const field of fieldNames) {
    const own = marks.filter((mark) => mark.text.field === field).sort((a, b) => a.from - b.from);
    for (const { text, from, to } of own) {
      const start = text.tokens[from]?.start ?? 0;
      const end = text.tokens[to - 1]?.end ?? start;
      const last = spans.at(-1);
      if (last && last[0] === field && start <= last[2]) last[2] = Math.max(last[2], end);
      else spans.push([field, start, end]);
    }
  }
  return spans;
}

/** How often what is left after a change is looked at again, before the whole note makes way. */
const ROUNDS = 4;

/**
 * The note with its offending sentences said gently, such that it passes. None where there is nothing to mend, or where other
 * fields are at fault: these are too short for sentences.
 */
function rewriteOf(
  fields: Fields,
  read: Reviewed,
  policy: ReviewPolicy,
  outcomes: readonly Outcome[],
): string | undefined {
  if (outcomes.length === 0) return undefined;
  const inNote = outcomes.every(({ found }) => found.marks.every((m) => m.text.field === 'note'));
  if (!inNote) return undefined;
  const offending = (note: string): readonly Outcome[] => {
    const again = readFields({ ...fields, note }, read);
    return again ? outcomesOf(again, policy) : [];
  };
  const gentleOf = (known: Reviewed) =>
    new Map(outcomes.map(({ rule, found }) => [rule.id, rule.gentle(found, known)]));
  const together = (sayings: ReadonlyMap<string, string>) => [...sayings.values()].join(' ');
  // What the form says may itself be at fault; then the sentences do without.
  let unsaid = gentleOf(read);
  if (offending(together(unsaid)).length > 0) unsaid = gentleOf({ ...read, about: {} });
  const gentle = together(unsaid);
  let note = fields.note;
  let left = outcomes;
  for (let round = 0; round < ROUNDS && left.length > 0; round++) {
    const changes: Change[] = [];
    for (const { rule, found } of left) {
      const sentences = sentencesWith(note, found.marks, read.language);
      sentences.forEach((sentence, i) => {
        changes.push({ ...sentence, text: i === 0 ? (unsaid.get(rule.id) ?? '') : '' });
      });
      unsaid.delete(rule.id);
    }
    note = changed(note, changes);
    left = offending(note);
  }
  if (left.length === 0) return note;
  return offending(gentle).length === 0 ? gentle : undefined;
}
