import { historyTable } from './history.ts';

export const table = historyTable(
  [
    ['block', { openAskSince: '2026-11-24' }],
    ['block', { openAskSince: '2026-09-01' }],
    ['block', { openAskSince: '2026-11-24', hasProfile: true }],
  ],
  [
    [{}],
    [{ lastAskOn: '2026-11-24' }],
    [{ openAskSince: '2026-11-24' }, { kind: 'question' }],
    [{ openAskSince: '2026-11-24' }, { kind: 'reminder' }],
    [{ openAskSince: '2026-11-24' }, { kind: 'thanks' }],
  ],
);
