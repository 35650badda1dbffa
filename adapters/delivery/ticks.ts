import { schedule } from 'node-cron';

export interface Ticks {
  /** Ticks at once, unless a tick is running. */
  now(): Promise<void>;
  /** No more ticks; resolves when a running one has ended. */
  stop(): Promise<void>;
}

/**
 * Calls `tick` every minute. Ticks don't overlap: one that is due while another runs is left out. Nothing is remembered here;
 * what is due is in the database, and a tick that never came is made up for by the next. `tick` doesn't reject.
 */
export function startTicks(tick: () => Promise<void>): Ticks {
  let running: Promise<void> | undefined;
  const once = () => {
    running ??= tick().finally(() => {
      running = undefined;
    });
    return running;
  };
  const task = schedule('* * * * *', once, { name: 'goodword-tick' });
  return {
    now: once,
    async stop() {
      await task.destroy();
      await running;
    },
  };
}
