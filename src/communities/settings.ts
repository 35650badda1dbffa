import { defaultPolicy, type Policy } from '../policy.ts';

/** What an organiser chose for a community. */
export interface Settings {
  /** IANA name. */
  timeZone: string;
  /** Where introductions open on Discord, as private threads. */
  introductionsChannel?: string;
  /** Where the board of the week is posted; absent: nowhere. */
  boardChannel?: string;
  /** User ids; empty: the platform's admins are. */
  organisers: string[];
  policy: Policy;
}

export const defaultSettings: Settings = { timeZone: 'UTC', organisers: [], policy: defaultPolicy };

/** What Goodword remembers of a member's own choices. */
export interface Member {
  user: string;
  /** IANA name; absent: the community's. */
  timeZone?: string;
  /** BCP 47; absent: what the platform reports. */
  locale?: string;
  nudgesStopped: boolean;
  hiddenFromBoard: boolean;
  /** "Not such requests": as a target, wants none. */
  refusesIntroductions: boolean;
  /** "Don't bring me requests": neither as a helper nor as a target. */
  refusesAsks: boolean;
  /** Whom and what to keep out of their search; nobody else ever sees it. */
  discretion?: Discretion;
}

export interface Discretion {
  /** User ids never to involve. */
  people: string[];
  /** Firms never to involve, as written: a current employer, say. */
  firms: string[];
  /** User ids whose asks never reach this member. */
  blocked: string[];
}

export const noDiscretion: Discretion = { people: [], firms: [], blocked: [] };

/** Whether a member wants nothing of that user to reach them. */
export const hasBlocked = (
  member: { discretion?: Discretion | undefined },
  user: string,
): boolean => member.discretion?.blocked.includes(user) ?? false;
