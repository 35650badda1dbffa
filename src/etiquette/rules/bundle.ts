import { type Found, marksOf, say, type TextRule } from '../rule.ts';

export const bundle = {
  id: 'bundle',
  kind: 'text',
  place: 'instead',
  default: 'coach',
  why: 'Leads, advice and proofreading from one person burn them out. One favour gets a better answer than three.',
  principle: {
    number: 2,
    says: 'One favour at a time; bundle questions, not favours.',
  },
  firesWhen: 'a text asks one person for three or more different favours at once.',
  silentWhen: ['it asks several questions on one topic', 'it asks for two things'],
  examples: [
    {
      relationship: 'established',
      verdict: 'coach',
      text: 'Could you proofread my CV, introduce me to the head of the clinic, and help me find a flat near the hospital?',
    },
    {
      relationship: 'new',
      verdict: 'pass',
      text: 'Three questions about the night shift on your ward: how long is it, who covers the breaks, and is there parking?',
    },
  ],
  check(reviewed): Found | undefined {
    const marks = marksOf(reviewed, 'bundle');
    return marks.length > 0 ? { severity: 'coach', marks, data: {} } : undefined;
  },
  explain: () => ({
    title: say('rule.bundle.title'),
    reason: say('rule.bundle.reason'),
    waysOut: [say('rule.bundle.way.one'), say('rule.bundle.way.talk')],
  }),
  gentle: (_found, _reviewed, gentle) => gentle.bundle,
} as const satisfies TextRule;
