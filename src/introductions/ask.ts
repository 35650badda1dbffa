import type { MemberId } from '../member.ts';
import type { Relationship } from '../relationships/relationship.ts';

/** Whom the seeker wants to meet. */
export type Target =
  | { who: 'member'; user: string }
  | { who: 'outside'; name: string }
  | { who: 'team'; name: string }
  /** Nobody else: a short conversation with the helper about their own work. */
  | { who: 'helper' };

/** The person that a helper introduces to: a team has become a person by then. */
export type Person = Extract<Target, { who: 'member' | 'outside' }>;

export const purposes = ['learn', 'meet-team', 'opening'] as const;
export type Purpose = (typeof purposes)[number];

/** What the seeker wrote, word for word. */
export interface AskWords {
  purpose: Purpose;
  /** The opening or field: role, company, link. */
  opening: string;
  /** Why them, why you, why now. */
  note: string;
  /** How well the seeker says they know each other. */
  declared: Relationship;
  /** What they can offer in return. */
  offer?: string;
}

/**
 * Where an ask stands. `at` is when it came there, but for `snoozed`, where it is when it wakes. Every state after
 * `undelivered` in this list is an end.
 */
export type AskState =
  | { is: 'draft'; at: Date }
  /** The helper's turn. */
  | { is: 'asked'; at: Date; reminded: boolean }
  /** The seeker's turn: the helper asked something. */
  | {
      is: 'needs-info';
      at: Date;
      question: string;
      /** What the seeker wrote and the review held back; the form opens with it. */
      unsent?: string;
    }
  | { is: 'snoozed'; at: Date }
  /** The target's turn (a member), or the helper's own mail is on its way (somebody outside). */
  | { is: 'with-target'; at: Date; person: Person }
  /** Whose DMs are closed. Neither expires nor counts as missed until they could see it. */
  | { is: 'undelivered'; at: Date; whose: 'helper' | 'target'; person?: Person }
  | { is: 'introduced'; at: Date }
  | { is: 'talked'; at: Date }
  | { is: 'submitted'; at: Date }
  | { is: 'pointer'; at: Date }
  | { is: 'name-lent'; at: Date }
  | { is: 'declined'; at: Date; by: 'helper' | 'target' }
  | { is: 'expired'; at: Date }
  | { is: 'withdrawn'; at: Date };

export type AskStateName = AskState['is'];

export const openStates = [
  'asked',
  'needs-info',
  'snoozed',
  'with-target',
  'undelivered',
] as const satisfies AskStateName[];

interface Asked {
  id: string;
  seeker: MemberId;
  createdAt: Date;
}

/** An ask that nobody but the seeker has seen. */
export interface Draft extends Asked {
  state: Extract<AskState, { is: 'draft' }>;
  helper?: string;
  target?: Target;
  /** As far as they are written. */
  words?: Partial<AskWords>;
}

/** An ask that went to its helper. */
export interface SentAsk extends Asked {
  state: Exclude<AskState, { is: 'draft' }>;
  /** The helper's user id; the community is the seeker's. */
  helper: string;
  target: Target;
  words: AskWords;
}

export type Ask = Draft | SentAsk;

export const isDraft = (ask: Ask): ask is Draft => ask.state.is === 'draft';
export const isOpen = (ask: Ask): ask is SentAsk =>
  (openStates as readonly string[]).includes(ask.state.is);
