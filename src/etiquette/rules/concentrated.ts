import { type Found, type HistoryRule, say } from '../rule.ts';

const FEWEST_ASKS = 4;

export const concentrated = {
  id: 'concentrated',
  kind: 'history',
  default: 'coach',
  why: 'Many people a little, not a few people a lot: it is kinder, and it finds more.',
  principle: { number: 3, says: 'Many people a little, not a few people a lot.' },
  firesWhen: 'of at least four asks in 30 days more than half went to one helper.',
  silentWhen: ['there were fewer asks', 'they went to several people'],
  examples: [
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { asksIn30Days: 4, asksToHelperIn30Days: 3, othersWhoOffer: 2 },
      verdict: 'coach',
    },
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { asksIn30Days: 4, asksToHelperIn30Days: 2 },
      verdict: 'pass',
    },
  ],
  check({ kind, history }): Found | undefined {
    const { asksIn30Days: all, asksToHelperIn30Days: own, othersWhoOffer = 0 } = history;
    if (kind !== 'ask' || all === undefined || own === undefined) return undefined;
    if (all < FEWEST_ASKS || own * 2 <= all) return undefined;
    return { severity: 'coach', marks: [], data: { count: own, all, others: othersWhoOffer } };
  },
  explain: ({ count = 0, all = 0, others = 0 }) => ({
    title: say('rule.concentrated.title'),
    reason: say('rule.concentrated.reason', { count, all }),
    waysOut: [say('rule.concentrated.way.others', { others })],
  }),
} as const satisfies HistoryRule;
