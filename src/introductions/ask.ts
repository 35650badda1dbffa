import type { MemberId } from '../member.ts';
import type { Profile } from '../profiles/profile.ts';
import type { Relationship } from '../relationships/relationship.ts';

/** Whom the seeker wants to meet. */
export type Target =
  | { who: 'member'; user: string }
  | { who: 'outside'; name: string }
  | { who: 'team'; name: string }
  /** Nobody else: a short conversation with the helper about their own work. */
  | { who: 'helper' }
  /** Nobody in person: a referral to an opening at a firm, by somebody inside. */
  | { who: 'firm'; name: string };

/** Whom a helper introduces or refers to: a team has become a person by then. */
export type Person = Extract<Target, { who: 'member' | 'outside' | 'firm' }>;

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
  /** Of a referral: the posting and the résumé, as links, and the last day (`YYYY-MM-DD`). */
  posting?: string;
  resume?: string;
  deadline?: string;
  /** What the seeker brings to ask, and questions added later. */
  questions?: string[];
  /** The profile as it was when an introduction was offered. */
  profile?: Profile;
  /** A question to add, which the review held back. */
  unsentQuestion?: string;
  /** What the helper asked back, and the seeker's answers; for the two of them only. */
  exchanges?: { question: string; answer: string }[];
}

/**
 * Somebody's turn. `card` is when the helper's card was sent (ISO 8601), to find it again; `reminded` that they had their one
 * reminder.
 */
export type Turn =
  /** The helper's. `seen`: they have had it before their eyes. */
  | { is: 'asked'; reminded: boolean; seen?: true }
  /** The seeker's: the helper asked something. `unsent` is an answer that the review held back. */
  | { is: 'needs-info'; card: string; reminded: boolean; question: string; unsent?: string }
  /** The target's (a member); or the helper's own mail is on its way (somebody outside). */
  | { is: 'with-target'; card: string; person: Person };

/**
 * An end without a help. `told` is when the seeker hears of it, `since` when the helper's turn began as far as the seeker knows
 * (ISO 8601): until told, the ask reads as if it were still with the helper. `withdrawn`: the seeker took it back before.
 */
export interface EndedUntold {
  told: string;
  since?: string;
  withdrawn?: true;
}

/** How a referral goes from one insider to the next. The seeker knows the numbers, and never who. */
export interface Route {
  /** Who is asked next, if it comes to that: user ids. */
  left: string[];
  asked: number;
  of: number;
  /** Nobody is asked after this (ISO 8601). `deadline`: it is the last day that the seeker named, and then it is too late. */
  until: string;
  deadline?: true;
}

/** Where an ask stands. `at` is when it came there, but for `snoozed`, where it is when it wakes. */
export type AskState =
  | { is: 'draft'; at: Date }
  | (Turn & { at: Date })
  | { is: 'snoozed'; at: Date; reminded: boolean; card?: string }
  /** Whose turn it is takes no DMs. Neither expires nor counts as missed until they could see it. */
  | { is: 'undelivered'; at: Date; turn: Turn }
  | { is: 'introduced'; at: Date }
  | { is: 'talked'; at: Date }
  | { is: 'submitted'; at: Date }
  | { is: 'pointer'; at: Date }
  | { is: 'name-lent'; at: Date }
  | ({ is: 'declined'; at: Date; by: 'helper' | 'target' } & EndedUntold)
  | ({ is: 'expired'; at: Date } & EndedUntold)
  /** `unseen`: it never reached its helper. */
  | { is: 'withdrawn'; at: Date; unseen?: true };

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

/** What a seeker without a helper looks for. */
export interface Looking {
  firm?: string;
  field?: string;
  language?: string;
}

/** An ask that nobody but the seeker has seen. */
export interface Draft extends Asked {
  state: Extract<AskState, { is: 'draft' }>;
  helper?: string;
  target?: Target;
  /** As far as they are written. `spoken` is how the command named a target that isn't a member. */
  words?: Partial<AskWords> & { spoken?: string; looking?: Looking };
}

/** An ask that went to its helper. */
export interface SentAsk extends Asked {
  state: Exclude<AskState, { is: 'draft' }>;
  /** The helper's user id; the community is the seeker's. */
  helper: string;
  target: Target;
  words: AskWords;
  /** Of a referral. */
  route?: Route;
  /** The helper has blocked the seeker: it is brought to nobody, and ends by itself as if it had been. */
  hidden?: boolean;
}

export const isReferral = (ask: Pick<SentAsk, 'target'>): boolean => ask.target.who === 'firm';

const helped: readonly AskStateName[] = [
  'introduced',
  'talked',
  'submitted',
  'pointer',
  'name-lent',
];

/** Whether the seeker may know who the helper is: an insider stays unnamed until they helped. */
export const isHelperKnown = (ask: Pick<SentAsk, 'target' | 'state'>): boolean =>
  !isReferral(ask) || helped.includes(ask.state.is);

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

/** When the helper's turn began, as far as the seeker knows. */
export function helperSince({ state }: Pick<SentAsk, 'state'>): Date {
  const turn = state.is === 'undelivered' ? { at: state.at, ...state.turn } : state;
  switch (turn.is) {
    case 'needs-info':
    case 'with-target':
      return new Date(turn.card);
    case 'snoozed':
      return turn.card ? new Date(turn.card) : turn.at;
    case 'declined':
    case 'expired':
      return turn.since ? new Date(turn.since) : turn.at;
    default:
      return turn.at;
  }
}

/** Whether the seeker may know that it has ended. */
export function isOver({ state }: Pick<SentAsk, 'state'>, now: Date): boolean {
  if ((openStates as readonly string[]).includes(state.is)) return false;
  return !('told' in state) || state.withdrawn === true || new Date(state.told) <= now;
}
