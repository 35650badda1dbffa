import { historyTable } from './history.ts';

export const table = historyTable(
  [
    ['coach', { asksIn30Days: 4, asksToHelperIn30Days: 3 }],
    ['coach', { asksIn30Days: 5, asksToHelperIn30Days: 3, othersWhoOffer: 4 }],
    ['coach', { asksIn30Days: 9, asksToHelperIn30Days: 9 }],
  ],
  [
    [{}],
    [{ asksIn30Days: 3, asksToHelperIn30Days: 3 }],
    [{ asksIn30Days: 4, asksToHelperIn30Days: 2 }],
    [{ asksIn30Days: 9 }],
    [{ asksToHelperIn30Days: 9 }],
    [{ asksIn30Days: 9, asksToHelperIn30Days: 9 }, { kind: 'question' }],
  ],
);
