import type { Time } from './time.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** Between tries when Slack doesn't say how long to wait. In milliseconds. */
const PAUSES = [200, 800, 3_000];

/** One answer's tries, and how long they are worth it. */
export interface Patience {
  /**
   * Tries for up to `ms` as long as it is sure that nothing was done, and, when doing it twice is like doing it once, whenever no
   * answer came. Rejects as the last try did.
   */
  tries<T>(call: () => Promise<T>, options: { ms: number; repeatable?: boolean }): Promise<T>;
  /** Waits so long. False, at once or in the middle of it: it isn't worth it, or the process stops. */
  waits(ms: number): Promise<boolean>;
}

/** `ms`: what all waits together may take. */
export function createPatience(time: Time, stopping: AbortSignal, ms: number): Patience {
  const end = time.now() + ms;

  async function waitUntil(last: number, pause: number): Promise<boolean> {
    if (stopping.aborted || time.now() + pause > last) return false;
    await time.wait(pause, stopping);
    return !stopping.aborted;
  }

  return {
    async tries(call, { ms: most, repeatable = false }) {
      const last = Math.min(end, time.now() + most);
      for (let tried = 0; ; tried++) {
        try {
          return await call();
        } catch (error) {
          const pause = pauseBefore(troubleOf(error), tried, repeatable);
          if (pause === undefined || !(await waitUntil(last, pause))) throw error;
        }
      }
    },
    waits: (pause) => waitUntil(end, pause),
  };
}

function pauseBefore(found: Trouble, tried: number, repeatable: boolean): number | undefined {
  if (found.trouble === 'refused') return undefined;
  if (found.trouble === 'unknown' && !repeatable) return undefined;
  return found.trouble === 'later' && found.told
    ? Math.max(found.afterMs, PAUSES[0] ?? 0)
    : PAUSES[tried];
}
