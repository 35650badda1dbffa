import { historyTable } from './history.ts';

export const table = historyTable(
  [
    ['note', { helpsReceived: 1, givenBack: 0 }],
    ['note', { helpsReceived: 4, givenBack: 0 }],
    ['coach', { helpsReceived: 5, givenBack: 0 }],
    ['coach', { helpsReceived: 12, givenBack: 0 }],
  ],
  [
    [{}],
    [{ helpsReceived: 0, givenBack: 0 }],
    [{ helpsReceived: 9 }],
    [{ helpsReceived: 9, givenBack: 1 }],
    [{ helpsReceived: 9, givenBack: 0 }, { kind: 'thanks' }],
  ],
);
