import { type Found, marksOf, say, type TextRule } from '../rule.ts';

export const overApologetic = {
  id: 'over-apologetic',
  kind: 'text',
  place: 'instead',
  default: 'note',
  why: 'There is no guilt in asking: a network took effort to build, and most people like to help.',
  principle: {
    number: 13,
    says: 'No guilt in asking.',
  },
  firesWhen: 'a text apologises for being written: “sorry to bother you”, “I feel bad asking”.',
  silentWhen: ['it leaves room to say no: “no worries if not”', 'it is sorry for something real'],
  examples: [
    {
      relationship: 'new',
      verdict: 'pass',
      text: 'I’m so sorry to bother you, I feel awful asking. Is the dispatcher post in Tampere still open?',
    },
    {
      relationship: 'new',
      verdict: 'pass',
      text: 'Is the dispatcher post in Tampere still open? No worries if you can’t say.',
    },
  ],
  check(reviewed): Found | undefined {
    const marks = marksOf(reviewed, 'apology');
    return marks.length > 0 ? { severity: 'note', marks, data: {} } : undefined;
  },
  explain: () => ({
    title: say('rule.over-apologetic.title'),
    reason: say('rule.over-apologetic.reason'),
    waysOut: [say('rule.over-apologetic.way.thanks')],
  }),
  gentle: (_found, _reviewed, gentle) => gentle.apology,
} as const satisfies TextRule;
