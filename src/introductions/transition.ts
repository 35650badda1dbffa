import type { Policy } from '../policy.ts';
import type { TimerStore, Wake } from '../ports.ts';
import { addDays } from '../time.ts';
import type { AskState, Person, SentAsk, Target } from './ask.ts';

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
  | { event: 'consent' }
  | { event: 'refuse' }
  | { event: 'note-sent' }
  | { event: 'note-dropped' }
  | { event: 'remind' }
  | { event: 'unsnooze' }
  | { event: 'expire' }
  | { event: 'undelivered' }
  | { event: 'seen' };

export type AskEventName = AskEvent['event'];

/**
 * Where an event leads, or undefined when it means nothing in this state (a second press, a timer that came too late).
 * Total: every state with every event.
 */
export function transition(state: AskState, event: AskEvent, at: Date): AskState | undefined {
  switch (state.is) {
    case 'draft':
      return event.event === 'send' ? { is: 'asked', at, reminded: false } : undefined;
    case 'asked':
      return fromAsked(state, event, at);
    case 'needs-info':
      if (event.event === 'give-info') return { is: 'asked', at, reminded: false };
      if (event.event === 'hold-info') return { ...state, unsent: event.unsent };
      if (event.event === 'expire') return { is: 'expired', at };
      return undefined;
    case 'snoozed':
      return event.event === 'unsnooze' ? { is: 'asked', at, reminded: false } : undefined;
    case 'with-target':
      return fromWithTarget(state, event, at);
    case 'undelivered':
      if (event.event !== 'seen') return undefined;
      return state.whose === 'target' && state.person
        ? { is: 'with-target', at, person: state.person }
        : { is: 'asked', at, reminded: false };
    default:
      return undefined;
  }
}

function fromAsked(
  state: Extract<AskState, { is: 'asked' }>,
  event: AskEvent,
  at: Date,
): AskState | undefined {
  switch (event.event) {
    case 'introduce':
      return { is: 'with-target', at, person: event.person };
    case 'talk':
      return { is: 'talked', at };
    case 'need-more':
      return { is: 'needs-info', at, question: event.question };
    case 'lend-name':
      return { is: 'name-lent', at };
    case 'point':
      return { is: 'pointer', at };
    case 'not-now':
      return { is: 'snoozed', at: event.until };
    case 'decline':
      return { is: 'declined', at, by: 'helper' };
    case 'remind':
      return state.reminded ? undefined : { ...state, reminded: true };
    case 'expire':
      return { is: 'expired', at };
    case 'undelivered':
      return { is: 'undelivered', at, whose: 'helper' };
    default:
      return undefined;
  }
}

function fromWithTarget(
  state: Extract<AskState, { is: 'with-target' }>,
  event: AskEvent,
  at: Date,
): AskState | undefined {
  const byMail = state.person.who === 'outside';
  switch (event.event) {
    case 'consent':
      return byMail ? undefined : { is: 'introduced', at };
    case 'refuse':
      return byMail ? undefined : { is: 'declined', at, by: 'target' };
    case 'note-sent':
      return byMail ? { is: 'introduced', at } : undefined;
    case 'note-dropped':
      return byMail ? { is: 'declined', at, by: 'target' } : undefined;
    case 'undelivered':
      return byMail ? undefined : { is: 'undelivered', at, whose: 'target', person: state.person };
    case 'expire':
      return { is: 'expired', at };
    default:
      return undefined;
  }
}

type AskTimer = { name: string; at: Date; wake: Wake };

/** The timers that an ask in its present state needs; all others of it are void. */
export function timersOf(ask: Pick<SentAsk, 'id' | 'state'>, policy: Policy): AskTimer[] {
  const { id, state } = ask;
  const timer = (wake: 'remind' | 'expire' | 'unsnooze', at: Date): AskTimer => ({
    name: timerName(id, wake),
    at,
    wake: { wake, ask: id },
  });
  switch (state.is) {
    case 'asked': {
      const expiry = timer('expire', addDays(state.at, policy.expiresAfterDays));
      if (state.reminded) return [expiry];
      return [timer('remind', addDays(state.at, policy.reminderAfterDays)), expiry];
    }
    case 'needs-info':
    case 'with-target':
      return [timer('expire', addDays(state.at, policy.expiresAfterDays))];
    case 'snoozed':
      return [timer('unsnooze', state.at)];
    default:
      return [];
  }
}

export const timerName = (ask: string, wake: Wake['wake']): string => `ask:${ask}:${wake}`;

/** Makes the stored timers of an ask those of its present state, so that none dangles. */
export async function syncTimers(
  timers: TimerStore,
  ask: Pick<SentAsk, 'id' | 'state'>,
  policy: Policy,
): Promise<void> {
  const wanted = timersOf(ask, policy);
  for (const wake of ['remind', 'expire', 'unsnooze'] as const) {
    const name = timerName(ask.id, wake);
    const timer = wanted.find((candidate) => candidate.name === name);
    if (timer) await timers.set(name, timer.at, timer.wake);
    else await timers.cancel(name);
  }
}

/** Whom the helper would introduce to, when the ask already names a person. */
export const namedPerson = (target: Target): Person | undefined =>
  target.who === 'member' || target.who === 'outside' ? target : undefined;
