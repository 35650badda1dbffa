import { type Found, type HistoryRule, say } from '../rule.ts';

export const unprepared = {
  id: 'unprepared',
  kind: 'history',
  default: 'note',
  why: 'A one-page profile lets a helper decide in half a minute, and pass on what is true.',
  principle: { number: 9, says: 'Prepare: a résumé and a networking profile go with every ask.' },
  firesWhen: 'the seeker has no networking profile.',
  silentWhen: ['there is a profile', 'nothing is known of it'],
  examples: [
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { hasProfile: false },
      verdict: 'pass',
    },
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { hasProfile: true },
      verdict: 'pass',
    },
  ],
  check({ kind, history: { hasProfile } }): Found | undefined {
    if (kind !== 'ask' || hasProfile !== false) return undefined;
    return { severity: 'note', marks: [], data: {} };
  },
  explain: () => ({
    title: say('rule.unprepared.title'),
    reason: say('rule.unprepared.reason'),
    waysOut: [say('rule.unprepared.way.profile')],
  }),
} as const satisfies HistoryRule;
