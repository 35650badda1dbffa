import { type Found, type HistoryRule, say } from '../rule.ts';

/** Principle 10: forgetting to thank once is rude; twice, and the contact is gone. */
const BLOCKS_FROM = 2;

export const unthanked = {
  id: 'unthanked',
  kind: 'history',
  default: 'coach after one help that was never thanked, block after two',
  why: 'A thank-you keeps a contact; forgetting it twice loses them.',
  principle: { number: 10, says: 'Say thank you, every time, and say how it ended.' },
  firesWhen: 'an earlier help by this helper was never thanked.',
  silentWhen: ['“I thanked them elsewhere” was said', 'the text is itself a thank-you'],
  examples: [
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { unthankedHelps: 2 },
      verdict: 'block',
    },
    {
      text: 'Could I ask you for twenty minutes about your work as a planner? I’m a surveyor in Leeds.',
      history: { unthankedHelps: 1 },
      verdict: 'coach',
    },
    {
      kind: 'thanks',
      text: 'Thank you for the afternoon at the depot, it made my mind up.',
      history: { unthankedHelps: 1 },
      verdict: 'pass',
    },
  ],
  check({ kind, history: { unthankedHelps = 0 } }): Found | undefined {
    if (kind !== 'ask' || unthankedHelps === 0) return undefined;
    const severity = unthankedHelps >= BLOCKS_FROM ? 'block' : 'coach';
    return { severity, marks: [], data: { count: unthankedHelps } };
  },
  explain: ({ count = 1 }) => ({
    title: say('rule.unthanked.title'),
    reason: say('rule.unthanked.reason', { count }),
    waysOut: [say('rule.unthanked.way.thank'), say('rule.unthanked.way.elsewhere')],
  }),
} as const satisfies HistoryRule;
