import { describe, expect, it } from 'vitest';
import { monthOf, periodsOf, startOf, weekOf } from '../../src/leaderboard/period.ts';

describe('calendar periods in the community’s time zone', () => {
  it.each([
    ['Monday just after midnight', '2027-02-28T22:30:00Z', 'Europe/Helsinki', '2027-03-01'],
    ['the same moment further west', '2027-02-28T22:30:00Z', 'America/Bogota', '2027-02-22'],
    ['Sunday late', '2027-03-07T21:59:59Z', 'Europe/Helsinki', '2027-03-01'],
    ['over the new year', '2027-01-01T12:00:00Z', 'UTC', '2026-12-28'],
  ])('week of %s', (_name, at, timeZone, start) => {
    expect(weekOf(new Date(at), timeZone)).toEqual({ kind: 'week', start });
  });

  it('goes weeks back over a change of clocks', () => {
    expect(weekOf(new Date('2027-03-29T00:30:00Z'), 'Europe/Helsinki', 1)).toEqual({
      kind: 'week',
      start: '2027-03-22',
    });
  });

  it('has a first moment', () => {
    expect(startOf({ start: '2027-03-29' }, 'Europe/Helsinki').toISOString()).toBe(
      '2027-03-28T21:00:00.000Z',
    );
  });

  it('counts a credit in its week, its month and for all time', () => {
    const at = new Date('2027-03-31T23:30:00Z');
    expect(periodsOf(at, 'Europe/Helsinki')).toEqual([
      { kind: 'week', start: '2027-03-29' },
      monthOf(at, 'Europe/Helsinki'),
      { kind: 'all' },
    ]);
    expect(monthOf(at, 'Europe/Helsinki')).toEqual({ kind: 'month', start: '2027-04-01' });
  });
});
