import { historyTable } from './history.ts';

const reminder = { kind: 'reminder' } as const;

export const table = historyTable(
  [
    ['block', { askedOn: '2026-11-24', waitingDays: 5 }, reminder],
    ['block', { askedOn: '2026-11-21', waitingDays: 4.5 }, reminder],
    ['block', { askedOn: '2026-01-01', waitingDays: 5, remindersSent: 1 }, reminder],
    ['block', { remindersSent: 2 }, reminder],
  ],
  [
    [{}, reminder],
    [{ askedOn: '2026-11-20', waitingDays: 5 }, reminder],
    [{ askedOn: '2026-11-01', waitingDays: 5, remindersSent: 0 }, reminder],
    [{ askedOn: '2026-11-24' }, reminder],
    [{ askedOn: '2026-11-24', waitingDays: 5 }],
    [{ remindersSent: 1 }, { kind: 'question' }],
  ],
);
