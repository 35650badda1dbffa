import { helperSince, isOver, type SentAsk } from './ask.ts';

/**
 * Where an ask stands as far as its seeker may know. An end that they weren't told of, a target who is being asked and a
 * helper who hasn't looked yet are all "with the helper", since the same moment.
 */
export type Standing =
  | { is: 'with-helper'; since: Date }
  | { is: 'yours'; since: Date }
  | { is: 'snoozed'; until: Date }
  | { is: 'unreached'; since: Date }
  | { is: 'over' };

export function standingOf(ask: SentAsk, now: Date): Standing {
  if (isOver(ask, now)) return { is: 'over' };
  const { state } = ask;
  const turn = state.is === 'undelivered' ? { at: state.at, ...state.turn } : state;
  switch (turn.is) {
    case 'needs-info':
      return { is: 'yours', since: turn.at };
    case 'snoozed':
      return { is: 'snoozed', until: turn.at };
    case 'asked':
      if (state.is === 'undelivered') return { is: 'unreached', since: state.at };
      return { is: 'with-helper', since: turn.at };
    default:
      return { is: 'with-helper', since: helperSince(ask) };
  }
}
