import type { MemberId } from '../member.ts';

/** What a helper really did. */
export const helpKinds = ['introduced', 'referred', 'talked', 'pointer', 'name-lent'] as const;
export type HelpKind = (typeof helpKinds)[number];

/** What came of a help, as its seeker tells. */
export const outcomes = ['talked', 'applied', 'interview', 'offer', 'hired', 'nothing'] as const;
export type Outcome = (typeof outcomes)[number];

export interface Help {
  id: string;
  kind: HelpKind;
  /** User ids; both in the help's community. */
  seeker: string;
  helper: string;
  ask: string;
  at: Date;
  /** How the thanks for it stand. `elsewhere`: the seeker says they thanked in person; it settles the debt and earns no credit. */
  thanks: 'open' | 'thanked' | 'elsewhere';
  /** Absent until the seeker told how it ended. */
  outcome?: Outcome;
}

/** A seeker's thanks for a help. What they wrote is delivered, not kept. */
export interface Thanks {
  id: string;
  /** The help it is for; absent when none is on record, and then it earns no credit. */
  help?: string;
  seeker: string;
  helper: string;
  at: Date;
  /** Whether it earned the helper a credit. */
  credited: boolean;
}

export const isHelpOf = (help: Help, seeker: MemberId): boolean => help.seeker === seeker.user;
