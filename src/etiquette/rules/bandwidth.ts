import { type Found, type HistoryRule, say } from '../rule.ts';

export const bandwidth = {
  id: 'bandwidth',
  kind: 'history',
  default: 'block',
  why: 'A helper who said “enough for now” stays a helper only if that holds.',
  principle: { number: 12, says: 'Keep each contact’s rhythm, and ask them what it is.' },
  firesWhen:
    'the helper is paused, or has as many asks this month as they take; it says until when, and whether others offer the same.',
  silentWhen: ['the helper takes asks', 'the day has passed'],
  examples: [
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      today: '2026-11-25',
      history: { helperFullUntil: '2026-12-04', othersWhoOffer: 3 },
      verdict: 'block',
    },
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      today: '2026-11-25',
      history: { helperPausedUntil: '2026-11-25' },
      verdict: 'pass',
    },
  ],
  check({ kind, history, today }): Found | undefined {
    if (kind !== 'ask' || !today) return undefined;
    const { helperPausedUntil, helperFullUntil, othersWhoOffer: others = 0 } = history;
    // The later of the two: before it, an ask would only be held again.
    const full = helperFullUntil !== undefined && helperFullUntil > today;
    const paused = helperPausedUntil !== undefined && helperPausedUntil > today;
    if (paused && !(full && helperFullUntil > helperPausedUntil)) {
      return {
        severity: 'block',
        marks: [],
        data: { why: 'paused', date: helperPausedUntil, others },
      };
    }
    if (!full) return undefined;
    return { severity: 'block', marks: [], data: { why: 'full', date: helperFullUntil, others } };
  },
  explain: ({ why, date = '', others = 0 }) => ({
    title: say('rule.bandwidth.title'),
    reason: say(why === 'paused' ? 'rule.bandwidth.reason.paused' : 'rule.bandwidth.reason.full', {
      date,
    }),
    waysOut: [say('rule.bandwidth.way.others', { others })],
  }),
} as const satisfies HistoryRule;
