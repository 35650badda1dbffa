import type { LocalClock } from './pane.ts';

/** A clock that the page moves, and that tells who shows it. */
export type MovableClock = LocalClock & {
  /** Milliseconds ahead of real time. */
  offset(): number;
  /** Called after each move. */
  onMove(listener: () => void): void;
};

/**
 * Real time plus an offset that only grows: what happened stays in the past.
 * `startOffsetMs` is the offset that an earlier run reached.
 */
export function createLocalClock(startOffsetMs = 0): MovableClock {
  if (!Number.isFinite(startOffsetMs) || startOffsetMs < 0) {
    throw new RangeError('The clock can only start at or ahead of real time.');
  }
  let offset = startOffsetMs;
  const listeners: (() => void)[] = [];
  return {
    now: () => new Date(Date.now() + offset),
    forward(ms) {
      if (!Number.isFinite(ms) || ms < 0) {
        throw new RangeError('The clock only moves forward: give zero or more milliseconds.');
      }
      offset += ms;
      for (const listener of listeners) listener();
    },
    offset: () => offset,
    onMove: (listener) => void listeners.push(listener),
  };
}
