/** What a member can report. */
export const reportKinds = ['not-as-asked', 'harasses', 'sells', 'other'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** A member's report, for the organisers. */
export interface Report {
  id: string;
  by: string;
  /** Whom it is about. */
  about: string;
  kind: ReportKind;
  /** The ask it is about, and what that was for, as its seeker had stated it. */
  ask?: string;
  purpose?: string;
  text?: string;
  at: Date;
  settledAt?: Date;
}
