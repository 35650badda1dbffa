import { gently } from '../language/gentle.ts';
import { type Found, marksOf, say, type TextRule } from '../rule.ts';

export const baitAndSwitch = {
  id: 'bait-and-switch',
  kind: 'text',
  place: 'instead',
  default: 'coach',
  why: 'A talk “only to learn” that turns into an ask for a job embarrasses the helper, before others too.',
  principle: {
    number: 6,
    says: 'Be honest about the purpose.',
  },
  firesWhen: 'a text says it is only to learn, yet asks for a job or hints at one.',
  silentWhen: ['it asks to learn, and for nothing else', 'it says openly that a job is the aim'],
  examples: [
    {
      relationship: 'cold',
      verdict: 'coach',
      text: 'I’d just love to learn about your work in polymers, no other reason. I’ve attached my CV so you can tell me in the call which of your vacancies I’m getting.',
    },
    {
      relationship: 'cold',
      verdict: 'pass',
      text: 'I’m a lab technician in Turku and I’d love to learn how you moved into polymers. Would twenty minutes next week suit you?',
    },
  ],
  check(reviewed): Found | undefined {
    const marks = marksOf(reviewed, 'bait');
    return marks.length > 0 ? { severity: 'coach', marks, data: {} } : undefined;
  },
  explain: () => ({
    title: say('rule.bait-and-switch.title'),
    reason: say('rule.bait-and-switch.reason'),
    waysOut: [say('rule.bait-and-switch.way.say'), say('rule.bait-and-switch.way.learn')],
  }),
  gentle: (_found, { about }, gentle) => gently(gentle.bait, about),
} as const satisfies TextRule;
