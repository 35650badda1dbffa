import { type Found, type HistoryRule, say } from '../rule.ts';

export const drip = {
  id: 'drip',
  kind: 'history',
  default: 'block',
  why: 'Five messages with one question each cost more than one message with five.',
  principle: { number: 2, says: 'One favour at a time; bundle questions, not favours.' },
  firesWhen: 'an ask to the same helper is still open.',
  silentWhen: ['the text is a question inside the open ask, a reminder or a thank-you'],
  examples: [
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { openAskSince: '2026-11-20' },
      verdict: 'block',
    },
    {
      kind: 'question',
      text: 'Is the planner post part time?',
      history: { openAskSince: '2026-11-20' },
      verdict: 'pass',
    },
  ],
  check({ kind, history: { openAskSince } }): Found | undefined {
    if (kind !== 'ask' || !openAskSince) return undefined;
    return { severity: 'block', marks: [], data: { date: openAskSince } };
  },
  explain: ({ date }) => ({
    title: say('rule.drip.title'),
    reason: say('rule.drip.reason', { date: date ?? '' }),
    waysOut: [say('rule.drip.way.add')],
  }),
} as const satisfies HistoryRule;
