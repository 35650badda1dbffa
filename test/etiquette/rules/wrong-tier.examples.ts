import { historyTable } from './history.ts';

export const table = historyTable(
  [
    ['coach', { tier: 'busy' }],
    ['coach', { tier: 'silent' }],
    ['coach', { tier: 'naysayer' }],
  ],
  [
    [{}],
    [{ tier: 'advocate' }],
    [{ tier: 'well-wisher' }],
    [{ tier: 'on-request' }],
    [{ tier: 'busy' }, { kind: 'thanks' }],
  ],
);
