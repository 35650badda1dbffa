import type { Member, Settings } from './communities/settings.ts';
import type { Answer, Effect, Outcome } from './effect.ts';
import type { Help, Thanks } from './gratitude/help.ts';
import type { Offer, Watch } from './helping/offer.ts';
import type { Intent } from './intent.ts';
import type { Ask, Draft, SentAsk } from './introductions/ask.ts';
import type { ReceivedAsk } from './introductions/received.ts';
import type { BoardPeriod, BoardRow } from './leaderboard/period.ts';
import type { Community, MemberId, PlatformName } from './member.ts';
import type { Profile } from './profiles/profile.ts';
import type { RelationshipFacts } from './relationships/relationship.ts';
import type { Report } from './safety/report.ts';

/** What the core needs from outside. */
export interface Deps {
  database: Database;
  directory: Directory;
  clock: Clock;
  ids: Ids;
}

export interface Clock {
  now(): Date;
}

export interface Ids {
  /** A UUIDv7. */
  next(): string;
  /** Uniform in [0, 1). */
  random(): number;
}

/** Who somebody is, as the platform knows them now. */
export interface PersonFacts {
  name: string;
  isBot: boolean;
  /** May manage the workspace or server. */
  isAdmin: boolean;
  timeZone?: string;
  locale?: string;
}

export interface Directory {
  /** Undefined: nobody by that id in this community (never was, or left). Rejects when the platform can't be asked. */
  lookup(member: MemberId): Promise<PersonFacts | undefined>;
}

export interface Database {
  /**
   * Runs `work` in one transaction on one community's data: all of it happens, or nothing. The stores are only good
   * inside, and know no other community.
   */
  transaction<T>(community: Community, work: (stores: Stores) => Promise<T>): Promise<T>;
  /** A community that has a timer due at `now`, the longest overdue first. */
  nextDue(now: Date): Promise<Community | undefined>;
}

export interface Stores {
  community: CommunityStore;
  members: MemberStore;
  asks: AskStore;
  received: ReceivedStore;
  offers: OfferStore;
  reports: ReportStore;
  profiles: ProfileStore;
  relationships: RelationshipStore;
  helps: HelpStore;
  board: BoardStore;
  timers: TimerStore;
  outbox: OutboxStore;
  receipts: ReceiptStore;
}

export interface CommunityStore {
  settings(): Promise<Settings>;
  saveSettings(settings: Settings): Promise<void>;
}

export interface MemberStore {
  /** A member who never chose anything has the defaults. */
  get(user: string): Promise<Member>;
  /** Creates the rows where needed and locks them in id order until the transaction ends. */
  lock(users: string[]): Promise<Member[]>;
  save(member: Member): Promise<void>;
}

export interface AskStore {
  get(id: string): Promise<Ask | undefined>;
  /** As `get`, and nobody else changes it until the transaction ends. */
  lock(id: string): Promise<Ask | undefined>;
  /** Inserts or replaces. */
  save(ask: Ask): Promise<void>;
  /** Discards a draft. */
  remove(id: string): Promise<void>;
  openOfSeeker(seeker: string): Promise<Ask[]>;
  /** Drafts in which the seeker wrote something, the latest written first, a few dozen at most. */
  draftsOfSeeker(seeker: string): Promise<Draft[]>;
  /** Of a pair: their open ask, which no referral is, as its seeker doesn't know the helper. */
  openBetween(seeker: string, helper: string): Promise<Ask | undefined>;
  /** This pair's latest ask that ended without a help, again no referral: declined, expired or withdrawn. */
  latestEnd(seeker: string, helper: string): Promise<SentAsk | undefined>;
  /**
   * A seeker's sent asks, as they know them: all that aren't over for them at `now`, the oldest first; and of the others the
   * latest that ended or of whose end they were told, `over` at most.
   */
  ofSeeker(seeker: string, now: Date, over: number): Promise<{ open: SentAsk[]; over: SentAsk[] }>;
  /** Open asks in which this member is the helper, or the target who is asked; the longest waiting first. */
  openFor(user: string): Promise<SentAsk[]>;
}

export interface ReceivedStore {
  /** Inserts, or changes what came of it: when it was brought first stays. */
  save(received: ReceivedAsk): Promise<void>;
  /** They never saw it. */
  forget(received: Pick<ReceivedAsk, 'ask' | 'as' | 'user'>): Promise<void>;
  /** When asks were brought to this member since then, the oldest first. */
  times(user: string, as: ReceivedAsk['as'][], since: Date): Promise<Date[]>;
  /** What came of the latest asks that this helper had time to answer, the latest first. */
  latest(helper: string, limit: number, since?: Date): Promise<ReceivedAsk['came'][]>;
  /** How many asks of a seeker were brought to helpers since then, and how many of them to this one. */
  ofSeeker(seeker: string, helper: string, since: Date): Promise<{ all: number; toHelper: number }>;
  /** Whether an ask was brought to this member as its target. */
  isTargetOf(ask: string, user: string): Promise<boolean>;
  /** Whether a referral of this seeker's was brought to this member since then. */
  hadReferral(seeker: string, insider: string, since: Date): Promise<boolean>;
  /** When this seeker's last ask was brought to this helper. */
  lastTo(seeker: string, helper: string): Promise<Date | undefined>;
  /**
   * For each helper who received any: when the last was brought, but for referrals of this seeker's; and all those since
   * `since`.
   */
  loads(since: Date, seeker?: string): Promise<Map<string, { last?: Date; since: Date[] }>>;
}

export interface OfferStore {
  get(user: string): Promise<Offer | undefined>;
  /** Inserts or replaces. */
  save(offer: Offer): Promise<void>;
  remove(user: string): Promise<void>;
  /** All of the community's, in no order. */
  all(): Promise<Offer[]>;
  /** The same need is watched once; again, it counts from now. */
  watch(watch: Watch): Promise<void>;
  watches(): Promise<Watch[]>;
  unwatch(watch: Watch): Promise<void>;
}

export interface ProfileStore {
  get(user: string): Promise<Profile | undefined>;
  /** Inserts or replaces. */
  save(profile: Profile): Promise<void>;
  remove(user: string): Promise<void>;
}

export interface ReportStore {
  save(report: Report): Promise<void>;
  get(id: string): Promise<Report | undefined>;
  /** Those that nobody settled yet, the oldest first. */
  open(): Promise<Report[]>;
}

export interface RelationshipStore {
  facts(pair: { seeker: string; helper: string }): Promise<RelationshipFacts>;
  helperSays(
    pair: { seeker: string; helper: string },
    word: 'known' | 'strangers',
    at: Date,
  ): Promise<void>;
}

export interface HelpStore {
  get(id: string): Promise<Help | undefined>;
  lock(id: string): Promise<Help | undefined>;
  /** Inserts or replaces. */
  save(help: Help): Promise<void>;
  /** A seeker's helps that are not thanked yet, latest first; of one helper when given. */
  unthanked(seeker: string, helper?: string): Promise<Help[]>;
  /** A seeker's helps, the latest first. */
  latest(seeker: string, limit: number): Promise<Help[]>;
  saveThanks(thanks: Thanks): Promise<void>;
  /** Takes a thanks out, and gives it back; once. */
  takeThanks(id: string): Promise<Thanks | undefined>;
  /** Whether this seeker sent this helper any thanks at or after `since`. */
  thankedSince(pair: { seeker: string; helper: string }, since: Date): Promise<boolean>;
  /** Whether a thanks from this seeker earned this helper a credit at or after `since`. */
  creditedSince(pair: { seeker: string; helper: string }, since: Date): Promise<boolean>;
}

export interface BoardStore {
  /** Adds `credits` to a helper in each of these periods, in constant time. */
  credit(helper: string, periods: BoardPeriod[], credits: number): Promise<void>;
  /** The most credited first, equal ones by who has been there longer; hidden helpers left out. */
  top(period: BoardPeriod, limit: number): Promise<BoardRow[]>;
  /** A helper's own credits, hidden or not. */
  creditsOf(helper: string, period: BoardPeriod): Promise<number>;
}

/** What time brings. Decided when due, from the state as it is then. */
export type Wake =
  | { wake: 'remind'; ask: string }
  | { wake: 'expire'; ask: string }
  | { wake: 'unsnooze'; ask: string }
  | { wake: 'too-late'; ask: string }
  | { wake: 'say-again'; ask: string }
  | { wake: 'forget-draft'; ask: string }
  | { wake: 'post-board' }
  /** If the helper missed several asks in a row, by then. */
  | { wake: 'give-break'; helper: string }
  | { wake: 'ask-talked'; help: string }
  | { wake: 'ask-outcome'; help: string }
  /** `again`: the member asked for it later. */
  | { wake: 'nudge-thanks'; help: string; again?: true };

export interface DueTimer {
  name: string;
  at: Date;
  wake: Wake;
}

export interface TimerStore {
  /** Sets or moves the timer of that name. */
  set(name: string, at: Date, wake: Wake): Promise<void>;
  /** Moves a timer that failed, unless it was set anew meanwhile. */
  postpone(failed: DueTimer, at: Date): Promise<void>;
  cancel(name: string): Promise<void>;
  /** Takes out one timer that is due, skipping those that another process holds. */
  takeDue(now: Date): Promise<DueTimer | undefined>;
}

export type DmEffect = Extract<Effect, { effect: 'dm' }>;

export interface OutboxStore {
  /** An effect whose key is already there is not added again. */
  add(effects: Effect[], now: Date): Promise<void>;
  /**
   * Messages that did not reach this member (closed DMs), or of which nobody knows whether they did; oldest first. They stay
   * until marked as shown.
   */
  undelivered(member: MemberId): Promise<DmEffect[]>;
  /** The member has them before their eyes: they are done, and their text goes. Gives back those that weren't done before. */
  markShown(member: MemberId, keys: string[]): Promise<DmEffect[]>;
  /** Nobody needs to read these any more: they don't wait for the member any longer, and their text goes. */
  drop(member: MemberId, keys: string[]): Promise<void>;
  /** What waits for its time under keys that begin so is due now. */
  hurry(keysFrom: string, now: Date): Promise<void>;
  /** What wasn't sent by now never is. */
  callOff(keys: string[]): Promise<void>;
  /**
   * Sends a message of which nobody knows whether it arrived once more, in the words of `effect`, which has its key. Does
   * nothing when it isn't such a one any more: shown meanwhile, or never.
   */
  sayAgain(effect: DmEffect, now: Date): Promise<void>;
  /** How many messages of this community may or may not have arrived and wait for their reader. */
  countAmbiguous(): Promise<number>;
}

export interface ReceiptStore {
  /** True the first time a key is seen; the platform's retries get false. */
  claim(dedupeKey: string, now: Date): Promise<boolean>;
}

/** The outbox from the delivering side; over all communities. */
export interface OutboxQueue {
  /**
   * Leases up to `limit` due effects to this worker for `leaseMs` of real time. A worker that dies loses its leases; the
   * next one to claim them is told since when a try has been unanswered.
   */
  claim(options: { worker: string; now: Date; limit: number; leaseMs: number }): Promise<Claimed[]>;
  /** Notes that the platform is about to be called; from here on a crash leaves the try unanswered. */
  begin(claimed: Claimed): Promise<void>;
  /**
   * Writes the outcome in one transaction with whatever the core decides from it (`settle` runs inside). Does nothing when
   * the lease was lost meanwhile.
   */
  finish(
    claimed: Claimed,
    outcome: Outcome,
    now: Date,
    settle: (stores: Stores) => Promise<void>,
  ): Promise<void>;
  /** How many wait, are ambiguous, are given up. */
  counts(): Promise<{ waiting: number; undelivered: number; ambiguous: number; dead: number }>;
  /** When the next effect falls due, if any waits. */
  nextDueAt(): Promise<Date | undefined>;
}

export interface Claimed {
  /** UUIDv7 of the effect; the same over all tries. */
  id: string;
  community: Community;
  effect: Effect;
  worker: string;
  /** Tries so far, this one not counted. */
  tries: number;
  /** An earlier try began then, in real time, and nobody knows how it ended. */
  unansweredSince?: Date;
  /** For a revision: the reference of the message to revise. */
  revises?: string;
}

/** One chat platform, as the rest of Goodword sees it. */
export interface Platform {
  name: PlatformName;
  /** Connects, and from then on hands every action of a member to `app`. Resolves when connected. */
  start(app: App): Promise<void>;
  /** Does what the core decided. Rejects only on a bug; trouble with the platform is an outcome. */
  perform(claimed: Claimed): Promise<Outcome>;
  lookup: Directory['lookup'];
  state(): 'starting' | 'connected' | 'disconnected' | 'stopped';
  /** Takes no more actions, finishes those in hand, disconnects. */
  stop(): Promise<void>;
}

/** Goodword, as a platform sees it. */
export interface App {
  /** Never rejects: what goes wrong becomes a plain sentence with a reference id. A form comes within 1.5 seconds. */
  answer(intent: Intent): Promise<Answer>;
  /** Waiting messages of an answer have been shown to this member. Never rejects. */
  shown(by: MemberId, keys: string[]): Promise<void>;
  /** Completions for a command's option; within 1.5 seconds, at most 25. */
  suggest(query: SuggestQuery): Promise<Suggestion[]>;
}

export interface SuggestQuery {
  command: string;
  option: string;
  text: string;
  by: MemberId;
}

export interface Suggestion {
  label: string;
  value: string;
}
