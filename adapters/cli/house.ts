import { randomInt } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { OpenDatabase } from '../../db/open.ts';
import { handle } from '../../src/handle.ts';
import type { PlatformName } from '../../src/member.ts';
import type { Clock, Deps, Platform } from '../../src/ports.ts';
import { settle } from '../../src/settle.ts';
import { suggest } from '../../src/suggest.ts';
import { shown } from '../../src/waiting.ts';
import { wakeNext } from '../../src/wake.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { createApp, type RunningApp } from './app.ts';
import type { Closing } from './closing.ts';
import type { Log } from './log.ts';
import { StartProblem } from './problem.ts';

export interface HouseOptions {
  opened: Pick<OpenDatabase, 'database' | 'queue'>;
  platforms: Platform[];
  clock: Clock;
  log: Log;
}

/** Goodword put together: the core between its platforms, its database and its delivery. */
export interface House {
  deps: Deps;
  app: RunningApp;
  /** Connects the platforms, then starts to deliver. `closing` learns how each is stopped as soon as it runs. */
  open(closing: Closing): Promise<void>;
  /** Wakes what is due by the clock and delivers what follows, until nothing more is due. */
  settle(): Promise<void>;
  /** Waits until nothing is in hand, and delivers what is due. */
  rest(): Promise<void>;
}

export function createHouse({ opened, platforms, clock, log }: HouseOptions): House {
  const byName = new Map<PlatformName, Platform>(platforms.map((one) => [one.name, one]));
  const deps: Deps = {
    database: opened.database,
    directory: {
      async lookup(member) {
        return byName.get(member.platform)?.lookup(member);
      },
    },
    clock,
    ids: { next: uuidv7, random: Math.random },
  };

  const wakeDue = async (): Promise<boolean> => {
    let woke = false;
    while (await wakeNext(deps)) woke = true;
    return woke;
  };

  const delivery = createDelivery({
    queue: opened.queue,
    platforms: byName,
    clock,
    settle: (claimed, outcome, stores) => settle(claimed, outcome, stores, deps),
    wakeDue,
    log,
  });
  const app = createApp({
    deps,
    core: { handle, suggest, shown },
    poke: () => delivery.poke(),
    log,
    newCode,
  });

  return {
    deps,
    app,
    async open(closing) {
      closing.add('what is in hand', () => app.idle());
      const starts = platforms.map(async (platform) => {
        closing.add(platform.name, () => platform.stop());
        await platform.start(app).catch((error: unknown) => {
          // The adapters say in words what a platform refused and what to do.
          const why = error instanceof Error ? error.message : String(error);
          throw new StartProblem(why.replace(/\s+/g, ' '), { cause: error });
        });
      });
      await Promise.all(starts);
      closing.add('delivery', () => delivery.stop());
      await delivery.start();
    },
    async settle() {
      do await delivery.drain();
      while (await wakeDue());
    },
    async rest() {
      // What an answer decided is delivered too.
      await app.idle();
      await delivery.drain();
    },
  };
}

/** Letters and digits that can't be taken for each other when read aloud. */
const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const newCode = (): string =>
  Array.from({ length: 6 }, () => CODE_SIGNS[randomInt(CODE_SIGNS.length)]).join('');
