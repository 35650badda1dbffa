import { setTimeout as delay } from 'node:timers/promises';

/** Time as it passes here, in milliseconds from any beginning. Tests bring their own. */
export interface Time {
  now(): number;
  /** Resolves after so long, or when the signal says so. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's; a clock that is set doesn't move it. */
export const machineTime: Time = {
  now: () => performance.now(),
  wait: (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined),
};
