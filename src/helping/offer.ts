import { z } from 'zod';
import { addDays } from '../time.ts';

/** What kinds of asks a helper is open to. */
export const helpOffers = ['introductions', 'referrals', 'conversations'] as const;
export type HelpOffer = (typeof helpOffers)[number];

/** What a member offers to help with. */
export interface Offer {
  user: string;
  /** Firms where they can open a door, as written. */
  firms: string[];
  /** Roles and fields they know, as written. */
  fields: string[];
  /** Languages they help in, as written. */
  languages: string[];
  kinds: HelpOffer[];
  /** Asks they take in 30 days; absent: the community's number. */
  capacity?: number;
  /** At least so many days between two asks of one seeker. */
  rhythmDays?: number;
  /** When it suits them, in their own words. */
  times?: string;
  /** No asks before that day (`YYYY-MM-DD`). */
  pausedUntil?: string;
  /** Since when missed asks count: they came back then (ISO 8601). */
  backSince?: string;
}

/** A seeker who found nobody, and hears once when somebody appears. */
export interface Watch {
  seeker: string;
  kind: HelpOffer;
  firm?: string;
  field?: string;
  at: Date;
}

/** Nothing offered: what is kept of a helper who only takes a break. */
export const noOffer = (user: string): Offer => ({
  user,
  firms: [],
  fields: [],
  languages: [],
  kinds: [],
});

export const capacitySchema = z.coerce.number().int().min(1).max(100);
export const rhythmSchema = z.coerce.number().int().min(1).max(365);

/** Whether they take asks on that day (`YYYY-MM-DD`). */
export const isTaking = (offer: Offer, today: string): boolean =>
  offer.pausedUntil === undefined || offer.pausedUntil <= today;

/** Days over which a helper's asks are counted. */
export const MONTH_DAYS = 30;

/** When a helper who received asks at these times has room again; undefined when they have room now. */
export function fullUntil(received: Date[], capacity: number): Date | undefined {
  if (received.length < capacity) return undefined;
  const oldestFirst = [...received].sort((a, b) => a.getTime() - b.getTime());
  const leaves = oldestFirst[oldestFirst.length - capacity];
  return leaves && addDays(leaves, MONTH_DAYS);
}
