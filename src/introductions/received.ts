import { type AskState, isReferral, type SentAsk } from './ask.ts';
import type { AskEvent } from './transition.ts';

/** An ask that was brought to somebody, and whether they answered before its time was over. */
export interface ReceivedAsk {
  ask: string;
  /**
   * `insider`: the helper of a referral, whom its seeker doesn't know of. `unshown`: a helper who blocked the seeker, and whom it
   * was brought to only as far as the seeker can tell.
   */
  as: 'helper' | 'insider' | 'target' | 'unshown';
  user: string;
  seeker: string;
  at: Date;
  came: 'waiting' | 'answered' | 'missed';
}

/** What an event makes of who received the ask. `forgotten` are those who never saw it. */
export function receivedAfter(
  before: AskState,
  event: AskEvent,
  ask: SentAsk,
  now: Date,
  consentIsWelcome: boolean,
): { saved: ReceivedAsk[]; forgotten: Pick<ReceivedAsk, 'ask' | 'as' | 'user'>[] } {
  const saved: ReceivedAsk[] = [];
  const forgotten: Pick<ReceivedAsk, 'ask' | 'as' | 'user'>[] = [];
  const row = (as: ReceivedAsk['as'], user: string, came: ReceivedAsk['came']): void => {
    saved.push({ ask: ask.id, as, user, seeker: ask.seeker.user, at: now, came });
  };
  const { state } = ask;
  if (ask.hidden) {
    if (before.is === 'draft' && !isReferral(ask)) row('unshown', ask.helper, 'answered');
    return { saved, forgotten };
  }
  const helper = isReferral(ask) ? 'insider' : 'helper';
  if (before.is === 'draft') row(helper, ask.helper, 'waiting');
  const isTakenBack = event.event === 'withdraw' || event.event === 'left';
  if (before.is === 'asked' && state.is !== 'asked' && state.is !== 'undelivered' && !isTakenBack) {
    if (event.event === 'undelivered')
      forgotten.push({ ask: ask.id, as: helper, user: ask.helper });
    else row(helper, ask.helper, event.event === 'expire' ? 'missed' : 'answered');
  }
  const isUnseen = before.is === 'undelivered' && before.turn.is === 'asked' && !before.turn.seen;
  if (isUnseen && state.is !== 'asked') {
    forgotten.push({ ask: ask.id, as: helper, user: ask.helper });
  }
  const asksTarget = state.is === 'with-target' && before.is === 'asked' && consentIsWelcome;
  if (asksTarget && state.person.who === 'member') {
    row('target', state.person.user, 'waiting');
  }
  if (before.is === 'with-target' && before.person.who === 'member') {
    const moved = state.is !== 'with-target' && state.is !== 'undelivered';
    if (moved && event.event !== 'withdraw')
      row('target', before.person.user, event.event === 'expire' ? 'missed' : 'answered');
  }
  return { saved, forgotten };
}
