import { expect, it } from 'vitest';
import { createLocalClock } from '../../adapters/playground/clock.ts';

it('is real time plus what it was moved by', () => {
  const clock = createLocalClock(60_000);
  const before = Date.now();
  const moves: number[] = [];
  clock.onMove(() => moves.push(clock.offset()));
  clock.forward(5_000);
  expect(clock.offset()).toBe(65_000);
  expect(moves).toEqual([65_000]);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(before + 65_000);
  expect(clock.now().getTime()).toBeLessThanOrEqual(Date.now() + 65_000);
});

it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('does not move by %s', (ms) => {
  const clock = createLocalClock();
  expect(() => clock.forward(ms)).toThrow('only moves forward');
  expect(clock.offset()).toBe(0);
});

it('does not start in the past', () => {
  expect(() => createLocalClock(-1)).toThrow('at or ahead of real time');
});
