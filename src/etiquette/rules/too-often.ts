import { dayAfter, type Found, type HistoryRule, say } from '../rule.ts';

export const tooOften = {
  id: 'too-often',
  kind: 'history',
  default:
    'block before the helper’s own stated rhythm, or while the pair rests after a no; coach before the usual rhythm',
  why: 'Every contact has a rhythm. Asked again too soon, even an advocate needs a break.',
  principle: { number: 12, says: 'Keep each contact’s rhythm, and ask them what it is.' },
  firesWhen:
    'the last ask to this helper is more recent than suits them; the date from which it is fine is said.',
  silentWhen: [
    'it is the first ask to this helper',
    'the time has passed',
    'nothing is known of the last ask',
  ],
  examples: [
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      today: '2026-11-25',
      history: { restsUntil: '2026-12-10' },
      verdict: 'block',
    },
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      today: '2026-11-25',
      history: { lastAskOn: '2026-11-20', usualRhythmDays: 14 },
      verdict: 'coach',
    },
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      today: '2026-11-25',
      history: { lastAskOn: '2026-08-01', helperRhythmDays: 30 },
      verdict: 'pass',
    },
  ],
  check({ kind, history, today }): Found | undefined {
    if (kind !== 'ask' || !today) return undefined;
    const { restsUntil, lastAskOn, helperRhythmDays, usualRhythmDays } = history;
    if (restsUntil && restsUntil > today) {
      return { severity: 'block', marks: [], data: { why: 'rest', date: restsUntil } };
    }
    if (!lastAskOn) return undefined;
    // What the helper said of themselves comes before any default.
    const rhythm = helperRhythmDays ?? usualRhythmDays;
    if (rhythm === undefined) return undefined;
    const date = dayAfter(lastAskOn, rhythm);
    if (date <= today) return undefined;
    return helperRhythmDays === undefined
      ? { severity: 'coach', marks: [], data: { why: 'usual', date } }
      : { severity: 'block', marks: [], data: { why: 'rhythm', date } };
  },
  explain({ why, date = '' }) {
    const title = say('rule.too-often.title');
    const wait = say('rule.too-often.way.wait', { date });
    switch (why) {
      case 'rest':
        return { title, reason: say('rule.too-often.reason.rest', { date }), waysOut: [wait] };
      case 'rhythm':
        return { title, reason: say('rule.too-often.reason.rhythm', { date }), waysOut: [wait] };
      default:
        return { title, reason: say('rule.too-often.reason.usual', { date }), waysOut: [wait] };
    }
  },
} as const satisfies HistoryRule;
