import { historyTable } from './history.ts';

export const table = historyTable(
  [
    ['block', { restsUntil: '2026-11-26' }],
    ['block', { restsUntil: '2026-12-24', lastAskOn: '2026-01-01', usualRhythmDays: 1 }],
    ['block', { lastAskOn: '2026-11-20', helperRhythmDays: 6 }],
    ['block', { lastAskOn: '2026-11-20', helperRhythmDays: 30, usualRhythmDays: 1 }],
    ['block', { lastAskOn: '2026-11-25', helperRhythmDays: 0.5 }],
    ['coach', { lastAskOn: '2026-11-20', usualRhythmDays: 14 }],
    ['coach', { lastAskOn: '2026-11-11', usualRhythmDays: 15 }],
  ],
  [
    [{}],
    [{ restsUntil: '2026-11-25' }],
    [{ lastAskOn: '2026-11-20' }],
    [{ lastAskOn: '2026-11-20', helperRhythmDays: 5 }],
    [{ lastAskOn: '2026-11-20', helperRhythmDays: 3, usualRhythmDays: 90 }],
    [{ lastAskOn: '2026-11-11', usualRhythmDays: 14 }],
    [{ restsUntil: '2026-12-24' }, { kind: 'thanks' }],
    [{ lastAskOn: '2026-11-20', helperRhythmDays: 30 }, { kind: 'question' }],
  ],
);
