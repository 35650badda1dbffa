/**
 * The etiquette review, usable without any bot. Importing it does nothing but define these.
 *
 * ```js
 * import { review } from 'goodword';
 * review('Who else do you know at the port?', { relationship: 'cold' }).verdict; // 'block'
 * ```
 */
export {
  type Draft,
  draftSchema,
  type History,
  historySchema,
  type ReviewContext,
  reviewContextSchema,
} from './etiquette/draft.ts';
export {
  type Finding,
  type Review,
  type ReviewPolicy,
  type RuleSetting,
  reviewPolicySchema,
  type Severity,
  type Span,
  type Verdict,
} from './etiquette/finding.ts';
export { review } from './etiquette/review.ts';
export type { RuleId } from './etiquette/rules/all.ts';
export { rules } from './etiquette/rules/all.ts';
