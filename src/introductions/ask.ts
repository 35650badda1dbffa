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
  /** What the helper asked back, and the seeker's answers; for the two of them only. */
  exchanges?: { question: string; answer: string }[];
}

/**
 * Somebody's turn. `card` is when the helper's card was sent (ISO 8601), to find it again; `reminded` that they had their one
 * reminder.
 */
export type Turn =
  /** The helper's. */
  | { is: 'asked'; reminded: boolean }
  /** The seeker's: the helper asked something. `unsent` is an answer that the review held back. */
  | { is: 'needs-info'; card: string; reminded: boolean; question: string; unsent?: string }
  /** The target's (a member); or the helper's own mail is on its way (somebody outside). */
  | { is: 'with-target'; card: string; person: Person };

/**
 * Where an ask stands. `at` is when it came there, but for `snoozed`, where it is when it wakes. `told` is when the seeker
 * hears of an end without a help (ISO 8601).
 */
export type AskState =
  | { is: 'draft'; at: Date }
  | (Turn & { at: Date })
  | { is: 'snoozed'; at: Date; reminded: boolean }
  /** Whose turn it is takes no DMs. Neither expires nor counts as missed until they could see it. */
  | { is: 'undelivered'; at: Date; turn: Turn }
  | { is: 'introduced'; at: Date }
  | { is: 'talked'; at: Date }
  | { is: 'submitted'; at: Date }
  | { is: 'pointer'; at: Date }
  | { is: 'name-lent'; at: Date }
  | { is: 'declined'; at: Date; by: 'helper' | 'target'; told: string }
  | { is: 'expired'; at: Date; told: string }
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
  /** As far as they are written. `spoken` is how the command named a target that isn't a member. */
  words?: Partial<AskWords> & { spoken?: string };
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

/** Whose turn it is, by user id; undefined when it is nobody's. */
export function readerOf(
  ask: Pick<SentAsk, 'helper' | 'seeker'> & { state: AskState },
): string | undefined {
  const { state } = ask;
  const turn = state.is === 'undelivered' ? state.turn : state;
  switch (turn.is) {
    case 'asked':
      return ask.helper;
    case 'needs-info':
      return ask.seeker.user;
    case 'with-target':
      return turn.person.who === 'member' ? turn.person.user : ask.helper;
    default:
      return undefined;
  }
}
