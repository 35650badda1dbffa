import { historyTable } from './history.ts';

export const table = historyTable(
  [
    ['coach', { unthankedHelps: 1 }],
    ['block', { unthankedHelps: 2 }],
    ['block', { unthankedHelps: 7 }],
  ],
  [
    [{}],
    [{ unthankedHelps: 0 }],
    [{ unthankedHelps: 2 }, { kind: 'thanks' }],
    [{ unthankedHelps: 2 }, { kind: 'question' }],
    [{ helpsReceived: 3, givenBack: 1 }],
  ],
);
