import { defaultPolicy, type Policy } from '../policy.ts';

/** What an organiser chose for a community. */
export interface Settings {
  /** IANA name. */
  timeZone: string;
  /** Where introductions open on Discord, as private threads. */
  introductionsChannel?: string;
  policy: Policy;
}

export const defaultSettings: Settings = { timeZone: 'UTC', policy: defaultPolicy };

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
}
