import { historyTable } from './history.ts';

export const table = historyTable(
  [
    ['note', { hasProfile: false }],
    ['note', { hasProfile: false, helpsReceived: 1, givenBack: 1 }],
    ['note', { hasProfile: false, tier: 'advocate' }],
  ],
  [[{}], [{ hasProfile: true }], [{ hasProfile: false }, { kind: 'thanks' }]],
);
