import { dayAfter, type Found, type HistoryRule, say } from '../rule.ts';

/** The one reminder that there is. */
const MOST_REMINDERS = 1;

export const impatient = {
  id: 'impatient',
  kind: 'history',
  default: 'block',
  why: 'People answer when they can. One gentle reminder is enough; after it, silence means no.',
  principle: { number: 7, says: 'Patience: one gentle reminder, then silence means no.' },
  firesWhen: 'a reminder comes before the waiting time is over, or is the second one.',
  silentWhen: [
    'the waiting time has passed and it is the first reminder',
    'the text is no reminder',
  ],
  examples: [
    {
      kind: 'reminder',
      text: 'A small nudge about my question on the planner post, whenever it suits you.',
      today: '2026-11-25',
      history: { askedOn: '2026-11-23', waitingDays: 5 },
      verdict: 'block',
    },
    {
      kind: 'reminder',
      text: 'A small nudge about my question on the planner post, whenever it suits you.',
      today: '2026-11-25',
      history: { askedOn: '2026-11-18', waitingDays: 5, remindersSent: 0 },
      verdict: 'pass',
    },
  ],
  check({ kind, history, today }): Found | undefined {
    if (kind !== 'reminder') return undefined;
    const { askedOn, waitingDays, remindersSent = 0 } = history;
    if (remindersSent >= MOST_REMINDERS) {
      return { severity: 'block', marks: [], data: { why: 'second' } };
    }
    if (!askedOn || waitingDays === undefined || !today) return undefined;
    const date = dayAfter(askedOn, waitingDays);
    return date > today
      ? { severity: 'block', marks: [], data: { why: 'early', date } }
      : undefined;
  },
  explain({ why, date = '' }) {
    const title = say('rule.impatient.title');
    return why === 'second'
      ? {
          title,
          reason: say('rule.impatient.reason.second'),
          waysOut: [say('rule.impatient.way.others')],
        }
      : {
          title,
          reason: say('rule.impatient.reason.early', { date }),
          waysOut: [say('rule.impatient.way.wait', { date })],
        };
  },
} as const satisfies HistoryRule;
