import { z } from 'zod';
import type { FieldName } from './draft.ts';
import type { RuleId } from './rules/all.ts';

/** How much a finding weighs, the lightest first. */
export const severities = ['note', 'coach', 'block'] as const;
export type Severity = (typeof severities)[number];
export type Verdict = 'pass' | 'coach' | 'block';

/** Where in a field, in UTF-16 units of the text as typed; `end` is the first unit after. */
export type Span = [field: FieldName, start: number, end: number];

/** What one rule has to say: data only, the words come from the message catalogue. */
export interface Finding {
  rule: RuleId;
  severity: Severity;
  /** In order, not overlapping. */
  spans: Span[];
  /** What the words need; see `explain.ts`. */
  data: Record<string, string | number>;
}

export interface Review {
  /** The strongest finding decides; a `note` lets the draft pass. */
  verdict: Verdict;
  /** BCP 47; `und` where the text is in no language that the text rules know: then they are silent. */
  language: string;
  findings: Finding[];
  /** The whole note, its offending sentences said gently. Reviewed in the same context, it passes these rules. */
  rewrite?: string;
}

/** What an organiser made of a rule. */
export const ruleSettings = ['block', 'coach', 'note', 'off'] as const;
export type RuleSetting = (typeof ruleSettings)[number];

/** Overrides by rule id. A rule that an organiser set always has that severity when it fires. */
export const reviewPolicySchema = z.record(z.string(), z.enum(ruleSettings));
export type ReviewPolicy = Partial<Record<RuleId, RuleSetting>>;
