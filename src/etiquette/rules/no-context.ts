import { type Found, marksOf, say, type TextRule } from '../rule.ts';

export const noContext = {
  id: 'no-context',
  kind: 'text',
  place: 'before',
  default: 'coach',
  why: 'A stranger who doesn’t say who they are, or why they write to you of all people, is hard to help even for the willing.',
  principle: {
    number: 9,
    says: 'Prepare: who I am and why you go with every ask.',
  },
  firesWhen:
    'an ask to a stranger says neither who the writer is nor why they turn to this helper.',
  silentWhen: [
    'the two have met',
    'the profile says who the writer is',
    'the text isn’t an ask: an answer, a thank-you',
  ],
  examples: [
    {
      relationship: 'cold',
      verdict: 'coach',
      text: 'Could you hand my application for the aircraft mechanic post to the team lead? Thanks in advance.',
    },
    {
      relationship: 'new',
      verdict: 'pass',
      text: 'Could you hand my application for the aircraft mechanic post to the team lead? Thanks in advance.',
    },
  ],
  check(reviewed): Found | undefined {
    const { kind, relationship, about, history } = reviewed;
    if (kind !== 'ask' || relationship !== 'cold') return undefined;
    if (about.headline || history.hasProfile) return undefined;
    const marks = marksOf(reviewed, 'noContext');
    return marks.length > 0 ? { severity: 'coach', marks, data: {} } : undefined;
  },
  explain: () => ({
    title: say('rule.no-context.title'),
    reason: say('rule.no-context.reason'),
    waysOut: [say('rule.no-context.way.who'), say('rule.no-context.way.why')],
  }),
  gentle: (_found, { about }, gentle) =>
    about.headline
      ? gentle.context.headline.replace('{headline}', () => about.headline ?? '')
      : gentle.context.plain,
} as const satisfies TextRule;
