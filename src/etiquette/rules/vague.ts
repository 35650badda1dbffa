import { gently } from '../language/gentle.ts';
import { type Found, marksOf, say, type TextRule } from '../rule.ts';

export const vague = {
  id: 'vague',
  kind: 'text',
  place: 'instead',
  default: 'coach',
  why: 'People are willing, and busy. A request with a role, a firm or one question in it can be answered in a minute; “any job” can’t.',
  principle: {
    number: 1,
    says: 'Ask for something specific, and say why it matters to you.',
  },
  firesWhen:
    'an ask names no role, field, firm or concrete question: “any job”, “pick your brain”, “help me get out of here”.',
  silentWhen: [
    'the text isn’t an ask: an answer, a reminder, a thank-you',
    'the form’s fields already say the role, the field or the firm',
    'it only tells news or settles a time',
  ],
  examples: [
    {
      relationship: 'established',
      verdict: 'coach',
      text: 'Things aren’t great at work. Any chance you could help me find something? Anything will do.',
    },
    {
      relationship: 'established',
      verdict: 'pass',
      text: 'Could you refer me for the Warehouse Systems Analyst opening in Rugby? I meet all of the must-haves.',
    },
  ],
  check(reviewed): Found | undefined {
    const { kind, about } = reviewed;
    if (kind !== 'ask' || about.field || about.company || about.role) return undefined;
    const marks = marksOf(reviewed, 'vague');
    return marks.length > 0 ? { severity: 'coach', marks, data: {} } : undefined;
  },
  explain: () => ({
    title: say('rule.vague.title'),
    reason: say('rule.vague.reason'),
    waysOut: [say('rule.vague.way.role'), say('rule.vague.way.question')],
  }),
  gentle: (_found, { about }, gentle) => gently(gentle.vague, about),
} as const satisfies TextRule;
