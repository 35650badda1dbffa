import { type Found, type HistoryRule, say } from '../rule.ts';

const RESTING_TIERS = ['busy', 'silent', 'naysayer'] as const;

export const wrongTier = {
  id: 'wrong-tier',
  kind: 'history',
  default: 'coach',
  why: 'Some contacts are best left alone while you search; you filed this one so yourself.',
  principle: { number: 12, says: 'Keep each contact’s rhythm, and ask them what it is.' },
  firesWhen: 'the seeker’s own contact list files the helper as busy, silent or naysayer.',
  silentWhen: ['the helper is in no list', 'the list says advocate, well-wisher or on-request'],
  examples: [
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { tier: 'busy' },
      verdict: 'coach',
    },
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { tier: 'on-request' },
      verdict: 'pass',
    },
  ],
  check({ kind, history: { tier } }): Found | undefined {
    if (kind !== 'ask' || !RESTING_TIERS.some((resting) => resting === tier)) return undefined;
    return { severity: 'coach', marks: [], data: { tier: tier ?? '' } };
  },
  explain: ({ tier = '' }) => ({
    title: say('rule.wrong-tier.title'),
    reason: say('rule.wrong-tier.reason', { tier }),
    waysOut: [say('rule.wrong-tier.way.later', { tier })],
  }),
} as const satisfies HistoryRule;
