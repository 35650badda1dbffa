import type { Hono } from 'hono';
import { createPlaygroundApi } from './api.ts';
import { createLocalClock, type MovableClock } from './clock.ts';
import { createLocalDiscord } from './discord/server.ts';
import type { LocalPlatform } from './pane.ts';
import { createLocalSlack } from './slack/server.ts';
import { createWorldFile, restoreWorld } from './world-file.ts';

export interface Playground {
  clock: MovableClock;
  slack: Awaited<ReturnType<typeof createLocalSlack>>;
  discord: Awaited<ReturnType<typeof createLocalDiscord>>;
  /** The communities of an earlier run were brought back: the database of that run belongs with them. */
  restored: boolean;
  /**
   * The page and its interface; serve its `fetch`. `settle` wakes what is due and waits until it is delivered; `startOver` empties the
   * database, after which both communities are made new.
   */
  api(settle: () => Promise<void>, startOver?: () => Promise<void>): Hono;
  /** Saves, ends the open streams, closes both servers. */
  stop(): Promise<void>;
}

/**
 * A local Slack, a local Discord and the clock they share. With a `folder` they outlive a restart in `<folder>/world.json`.
 * `host` is where the two servers listen, on ports that the system picks; 127.0.0.1 by default.
 */
export async function createPlayground(
  options: {
    host?: string;
    folder?: string;
    /** Further host names that the page may be opened under. */
    hosts?: string[];
    warn?: (line: string) => void;
  } = {},
): Promise<Playground> {
  const { host = '127.0.0.1', folder, hosts, warn = console.warn } = options;
  // The clock needs the saved offset before the servers start, and the file needs the servers: so the file asks for them late.
  const parts: { clock?: MovableClock; platforms: LocalPlatform[] } = { platforms: [] };
  const current = () => ({
    offset: parts.clock?.offset() ?? 0,
    platforms: Object.fromEntries(parts.platforms.map((one) => [one.name, one.snapshot()])),
  });
  const file = folder === undefined ? undefined : createWorldFile({ folder, current, warn });
  const world = file?.read();

  const clock = createLocalClock(world?.offset);
  const slack = await createLocalSlack({ clock, host });
  const discord = await createLocalDiscord({ clock, host });
  const platforms: LocalPlatform[] = [slack, discord];
  parts.clock = clock;
  parts.platforms = platforms;
  const fresh = platforms.map((one) => one.snapshot());
  const makeNew = () => {
    platforms.forEach((one, at) => {
      one.restore(fresh[at]);
    });
  };

  let restored = false;
  if (world) {
    try {
      restoreWorld(platforms, world);
      restored = true;
    } catch (error) {
      file?.setAside(error instanceof Error ? error.message : String(error));
      makeNew();
    }
  }
  if (file) {
    for (const one of platforms) one.onChange(file.saveSoon);
    clock.onMove(file.saveSoon);
    file.saveSoon();
  }

  const stopping = new AbortController();
  return {
    clock,
    slack,
    discord,
    restored,
    api: (settle, startOver) =>
      createPlaygroundApi({
        platforms,
        clock,
        settle,
        signal: stopping.signal,
        ...(hosts && { hosts }),
        ...(startOver && {
          startOver: async () => {
            await startOver();
            makeNew();
            file?.saveSoon();
          },
        }),
      }),
    async stop() {
      stopping.abort();
      file?.flush();
      await Promise.all(platforms.map((one) => one.stop()));
    },
  };
}
