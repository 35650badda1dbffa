import { type Found, marksOf, say, type TextRule } from '../rule.ts';

export const pressure = {
  id: 'pressure',
  kind: 'text',
  place: 'instead',
  default:
    'block for guilt, entitlement, demanded guarantees and chasing; coach for urgency that leaves no room to say no',
  why: 'Help that is pressed for is given once. People have reasons that nobody sees, and a reputation to look after.',
  principle: {
    number: 8,
    says: 'Take no for an answer; a little help is help.',
  },
  firesWhen:
    'a text lays guilt on the helper, claims help as a due, asks “why can’t you”, demands a guarantee, chases again and again, or leaves no time to say no.',
  silentWhen: [
    'it states one’s own need, hardship or deadline and demands nothing',
    'it says “no worries if not”',
    'it checks in once, gently',
    'it says that no guarantee is expected',
  ],
  examples: [
    {
      relationship: 'established',
      verdict: 'block',
      text: 'After everything I did for you, the least you can do is get me the interview.',
    },
    {
      relationship: 'new',
      verdict: 'coach',
      text: 'I need your answer about the warehouse referral today before noon, it closes tonight.',
    },
    {
      relationship: 'new',
      verdict: 'pass',
      text: 'My contract ends in March, so I’m applying for the dispatcher post now. No worries if you’d rather not comment on it.',
    },
  ],
  check(reviewed): Found | undefined {
    const marks = marksOf(reviewed, 'pressure');
    if (marks.length === 0) return undefined;
    const heavy = marks.some(({ signal }) => signal.sure && signal.says('urgent') < 0);
    return { severity: heavy ? 'block' : 'coach', marks, data: { how: heavy ? 'hard' : 'fast' } };
  },
  explain({ how }) {
    const title = say('rule.pressure.title');
    if (how === 'fast') {
      return {
        title,
        reason: say('rule.pressure.reason.fast'),
        waysOut: [say('rule.pressure.way.date')],
      };
    }
    return {
      title,
      reason: say('rule.pressure.reason.hard'),
      waysOut: [say('rule.pressure.way.need'), say('rule.pressure.way.room')],
    };
  },
  gentle: (_found, _reviewed, gentle) => gentle.pressure,
} as const satisfies TextRule;
