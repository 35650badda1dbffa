import { z } from 'zod';
import { reviewPolicySchema } from './etiquette/finding.ts';

/** Every number that a community may set, with its default. Days may be fractions of a day. */
export const policySchema = z.object({
  openAsksPerSeeker: z.int().min(1).max(100).default(5),
  /** Asks that a helper receives in 30 days. */
  asksPerHelperPerMonth: z.int().min(1).max(1000).default(3),
  /** Questions that one ask carries. */
  questionsPerAsk: z.int().min(0).max(20).default(5),
  /** After so many asks in a row without an answer a helper gets a break. */
  missedBeforePause: z.int().min(1).max(100).default(3),
  /** How long such a break lasts, and one that a helper takes without naming a day. */
  pauseDays: z.int().min(1).max(365).default(30),
  /** Requests that a target hears in 30 days. */
  requestsPerTargetPerMonth: z.int().min(1).max(100).default(2),
  /** How long an insider has to submit a referral that they promised. */
  submitWithinDays: z.number().positive().max(365).default(5),
  /** How long one insider has to answer for a referral, at most. */
  insiderDays: z.number().positive().max(365).default(3),
  reminderAfterDays: z.number().positive().max(365).default(5),
  expiresAfterDays: z.number().positive().max(365).default(10),
  /** A target has at least this long to consent, also when the ask would end before. */
  consentWithinDays: z.number().positive().max(365).default(3),
  /** A "not now" names a date within this. */
  snoozeAtMostDays: z.number().positive().max(365).default(90),
  /** A draft that was never sent is forgotten after this: well after the pair's rest, which it may wait for. */
  draftKeptDays: z.number().positive().max(365).default(60),
  restAfterNoDays: z.number().min(0).max(365).default(30),
  thankNudgeAfterDays: z.number().positive().max(365).default(1),
  /** "Did you talk?" */
  talkedAfterDays: z.number().positive().max(365).default(7),
  /** "How did it end?" */
  outcomeAfterDays: z.number().positive().max(365).default(21),
  /** An end without an introduction is told after a random delay of at most this, so that its time gives nobody away. */
  endToldWithinHours: z.number().min(0).max(240).default(48),
  quietHours: z
    .object({ from: z.int().min(0).max(23), to: z.int().min(0).max(23) })
    .default({ from: 20, to: 8 }),
  /** What an organiser made of the review's rules. */
  review: reviewPolicySchema.default({}),
});

export type Policy = z.infer<typeof policySchema>;
export const defaultPolicy: Policy = policySchema.parse({});
