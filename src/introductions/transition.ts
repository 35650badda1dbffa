import type { Policy } from '../policy.ts';
import type { TimerStore, Wake } from '../ports.ts';
import { addDays } from '../time.ts';
import {
  type AskState,
  helperSince,
  openStates,
  type Person,
  type Route,
  type SentAsk,
  type Target,
  type Turn,
} from './ask.ts';

/** What can happen to an ask; by a person, by time, or by how its delivery went. */
export type AskEvent =
  | { event: 'send' }
  | { event: 'introduce'; person: Person }
  | { event: 'talk' }
  | { event: 'need-more'; question: string }
  | { event: 'hold-info'; unsent: string }
  | { event: 'give-info' }
  | { event: 'lend-name' }
  | { event: 'point' }
  | { event: 'not-now'; until: Date }
  | { event: 'decline' }
  /** Of a referral: not now, so the next one is asked. */
  | { event: 'pass' }
  | { event: 'consent' }
  | { event: 'refuse' }
  | { event: 'note-sent' }
  | { event: 'note-dropped' }
  | { event: 'remind' }
  | { event: 'unsnooze' }
  | { event: 'expire' }
  | { event: 'undelivered' }
  | { event: 'seen' }
  | { event: 'withdraw' }
  /** Somebody without whom it can't go on isn't in the community any more. */
  | { event: 'left'; who?: 'helper' }
  /** The last day is over by which it made sense. */
  | { event: 'too-late' };

export type AskEventName = AskEvent['event'];

/**
 * Where an event leads, or undefined when it means nothing in this state (a second press, a timer that came too late).
 * Total: every state with every event. `told` is when the seeker would hear of an end without a help.
 */
export function transition(
  state: AskState,
  event: AskEvent,
  at: Date,
  told: Date,
): AskState | undefined {
  const without: Without = { at, told: told.toISOString(), ...sinceOf(state) };
  if (event.event === 'left' || event.event === 'too-late')
    return isWaiting(state) ? { is: 'expired', ...without } : undefined;
  if (event.event === 'withdraw') return withdrawn(state, at);
  switch (state.is) {
    case 'draft':
      return event.event === 'send' ? { is: 'asked', at, reminded: false } : undefined;
    case 'asked':
    case 'needs-info':
    case 'with-target':
      if (event.event === 'expire') return { is: 'expired', ...without };
      if (event.event === 'undelivered') return { is: 'undelivered', at, turn: turnOf(state) };
      return fromTurn(state, event, without);
    case 'snoozed':
      // Another round, with a reminder of its own.
      return event.event === 'unsnooze'
        ? { is: 'asked', at, reminded: false, seen: true }
        : undefined;
    case 'undelivered':
      return event.event === 'seen' ? seen(state.turn, at) : undefined;
    default:
      return undefined;
  }
}

interface Without {
  at: Date;
  told: string;
  since?: string;
}

function sinceOf(state: AskState): { since?: string } {
  if (state.is === 'draft') return {};
  return { since: helperSince({ state }).toISOString() };
}

/** The seeker may take an ask back as long as it reads as open to them; what it was is told to nobody. */
function withdrawn(state: AskState, at: Date): AskState | undefined {
  switch (state.is) {
    case 'asked':
    case 'needs-info':
    case 'with-target':
    case 'snoozed':
      return { is: 'withdrawn', at };
    case 'undelivered':
      return state.turn.is === 'asked' && !state.turn.seen
        ? { is: 'withdrawn', at, unseen: true }
        : { is: 'withdrawn', at };
    case 'declined':
    case 'expired':
      if (state.withdrawn || new Date(state.told) <= at) return undefined;
      return { ...state, told: at.toISOString(), withdrawn: true };
    default:
      return undefined;
  }
}

const seen = (turn: Turn, at: Date): AskState =>
  turn.is === 'asked' ? { ...turn, seen: true, at } : { ...turn, at };

const isWaiting = (state: AskState): boolean =>
  (openStates as readonly string[]).includes(state.is);

function turnOf({ at: _, ...turn }: Turn & { at: Date }): Turn {
  return turn;
}

function fromTurn(
  state: Turn & { at: Date },
  event: AskEvent,
  without: Without,
): AskState | undefined {
  switch (state.is) {
    case 'asked':
      return fromAsked(state, event, without);
    case 'needs-info':
      if (event.event === 'give-info') {
        return { is: 'asked', at: without.at, reminded: state.reminded, seen: true };
      }
      return event.event === 'hold-info' ? { ...state, unsent: event.unsent } : undefined;
    case 'with-target':
      return fromWithTarget(state, event, without);
  }
}

function fromAsked(
  state: Extract<AskState, { is: 'asked' }>,
  event: AskEvent,
  without: Without,
): AskState | undefined {
  const { at } = without;
  const { reminded } = state;
  const card = state.at.toISOString();
  switch (event.event) {
    case 'introduce':
      return { is: 'with-target', at, card, person: event.person };
    case 'talk':
      return { is: 'talked', at };
    case 'need-more':
      return { is: 'needs-info', at, card, reminded, question: event.question };
    case 'lend-name':
      return { is: 'name-lent', at };
    case 'point':
      return { is: 'pointer', at };
    case 'not-now':
      return { is: 'snoozed', at: event.until, reminded, card };
    case 'decline':
    case 'pass':
      return { is: 'declined', by: 'helper', ...without };
    case 'remind':
      return reminded ? undefined : { ...state, reminded: true };
    default:
      return undefined;
  }
}

function fromWithTarget(
  state: Extract<AskState, { is: 'with-target' }>,
  event: AskEvent,
  without: Without,
): AskState | undefined {
  const byMail = state.person.who !== 'member';
  switch (event.event) {
    case byMail ? 'note-sent' : 'consent':
      return { is: state.person.who === 'firm' ? 'submitted' : 'introduced', at: without.at };
    case byMail ? 'note-dropped' : 'refuse':
      return { is: 'declined', by: 'target', ...without };
    default:
      return undefined;
  }
}

type AskTimer = { name: string; at: Date; wake: Wake };

/** The timers that an ask in its present state needs; all others of it are void. */
export function timersOf(ask: Pick<SentAsk, 'id' | 'state' | 'route'>, policy: Policy): AskTimer[] {
  const { id, state, route } = ask;
  const timer = (wake: 'remind' | 'expire' | 'unsnooze' | 'too-late', at: Date): AskTimer => ({
    name: timerName(id, wake),
    at,
    wake: { wake, ask: id },
  });
  if (route) return routeTimers(ask.state, route, policy, timer);
  switch (state.is) {
    case 'asked': {
      const expiry = timer('expire', addDays(state.at, policy.expiresAfterDays));
      if (state.reminded) return [expiry];
      return [timer('remind', addDays(state.at, policy.reminderAfterDays)), expiry];
    }
    case 'needs-info':
      return [timer('expire', addDays(state.at, policy.expiresAfterDays))];
    case 'with-target': {
      // The ask's own end also ends the target's turn, so that a late end doesn't say that the helper had said yes.
      const own = addDays(new Date(state.card), policy.expiresAfterDays);
      const least = addDays(state.at, policy.consentWithinDays);
      return [timer('expire', new Date(Math.max(own.getTime(), least.getTime())))];
    }
    case 'snoozed':
      return [timer('unsnooze', state.at)];
    default:
      return [];
  }
}

/** A referral has no reminders: an insider has a few days, and a promise a few more; all of it ends with the last day. */
function routeTimers(
  state: AskState,
  route: Route,
  policy: Policy,
  timer: (wake: 'expire' | 'too-late', at: Date) => AskTimer,
): AskTimer[] {
  if (!isWaiting(state)) return [];
  const last = route.deadline ? [timer('too-late', new Date(route.until))] : [];
  switch (state.is) {
    case 'asked':
      return [timer('expire', insiderUntil(state.at, route, policy)), ...last];
    case 'with-target':
      return [timer('expire', addDays(state.at, policy.submitWithinDays)), ...last];
    case 'needs-info':
      return [timer('expire', addDays(state.at, policy.expiresAfterDays)), ...last];
    default:
      return last;
  }
}

/** One insider has the smaller of a few days and a third of the time left, so that several can be asked before the deadline. */
export function insiderUntil(at: Date, { until, left }: Route, policy: Policy): Date {
  // With nobody left there is nobody to hurry for.
  if (left.length === 0)
    return new Date(Math.max(new Date(until).getTime(), addDays(at, 1).getTime()));
  const third = (new Date(until).getTime() - at.getTime()) / 3;
  const most = addDays(at, policy.insiderDays).getTime() - at.getTime();
  // Whoever couldn't be reached before has their days all the same.
  return new Date(at.getTime() + (third > 0 ? Math.min(third, most) : most));
}

export const timerName = (ask: string, wake: Wake['wake']): string => `ask:${ask}:${wake}`;

const wakes = ['remind', 'expire', 'unsnooze', 'too-late', 'say-again', 'forget-draft'] as const;

/** Makes the stored timers of an ask those of its present state, so that none dangles. */
export async function syncTimers(
  timers: TimerStore,
  ask: Pick<SentAsk, 'id' | 'state' | 'route'>,
  policy: Policy,
): Promise<void> {
  const wanted = timersOf(ask, policy);
  for (const wake of wakes) {
    const name = timerName(ask.id, wake);
    const timer = wanted.find((candidate) => candidate.name === name);
    if (timer) await timers.set(name, timer.at, timer.wake);
    else await timers.cancel(name);
  }
}

/** Whom the helper would introduce to, when the ask already names a person. */
export const namedPerson = (target: Target): Person | undefined =>
  target.who === 'helper' || target.who === 'team' ? undefined : target;
