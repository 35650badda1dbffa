import { historyTable } from './history.ts';

export const table = historyTable(
  [
    ['block', { helperPausedUntil: '2026-11-26' }],
    ['block', { helperFullUntil: '2026-12-01', othersWhoOffer: 2 }],
    ['block', { helperFullUntil: '2026-12-01', helperPausedUntil: '2027-01-01' }],
    ['block', { helperFullUntil: '2027-01-01', helperPausedUntil: '2026-12-01' }],
  ],
  [
    [{}],
    [{ helperPausedUntil: '2026-11-25' }],
    [{ helperFullUntil: '2026-11-01' }],
    [{ helperPausedUntil: '2027-01-01' }, { kind: 'thanks' }],
    [{ helperFullUntil: '2027-01-01' }, { kind: 'question' }],
  ],
);
