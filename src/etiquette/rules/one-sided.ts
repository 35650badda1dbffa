import { type Found, type HistoryRule, say } from '../rule.ts';

const COACHES_FROM = 5;

export const oneSided = {
  id: 'one-sided',
  kind: 'history',
  default: 'note; coach after five helps',
  why: 'There is always something to give back. It never locks out somebody who has nothing to give yet.',
  principle: { number: 11, says: 'Give back.' },
  firesWhen: 'this helper has helped, nothing was ever offered back, and nothing is offered now.',
  silentWhen: ['the ask offers something', 'something was given or offered before'],
  examples: [
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { helpsReceived: 5, givenBack: 0 },
      verdict: 'coach',
    },
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { helpsReceived: 5, givenBack: 1 },
      verdict: 'pass',
    },
  ],
  check({ kind, texts, history: { helpsReceived = 0, givenBack } }): Found | undefined {
    if (kind !== 'ask' || helpsReceived === 0 || givenBack !== 0) return undefined;
    if (texts.some(({ field, typed }) => field === 'offer' && typed.trim() !== '')) {
      return undefined;
    }
    const severity = helpsReceived >= COACHES_FROM ? 'coach' : 'note';
    return { severity, marks: [], data: { count: helpsReceived } };
  },
  explain: ({ count = 1 }) => ({
    title: say('rule.one-sided.title'),
    reason: say('rule.one-sided.reason', { count }),
    waysOut: [say('rule.one-sided.way.offer')],
  }),
} as const satisfies HistoryRule;
