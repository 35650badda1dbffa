import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Browser, chromium } from 'playwright-core';
import { createPlaygroundApi } from '../../adapters/playground/api.ts';
import { createLocalClock, type MovableClock } from '../../adapters/playground/clock.ts';
import type { Persona } from '../../adapters/playground/pane.ts';
import { createFakePlatform, type FakePlatform } from '../playground/fake-platform.ts';

/** Debian's Chromium, without anything that it would do on its own. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface LocalPage {
  url: string;
  slack: FakePlatform;
  discord: FakePlatform;
  clock: MovableClock;
  /** How often what came due was waited for. */
  settled(): number;
  stop(): Promise<void>;
}

/** The page over two small platforms, on a port that the system picks. */
export async function serveLocalPage(also: Omit<Persona, 'user'>[] = []): Promise<LocalPage> {
  const clock = createLocalClock();
  const slack = createFakePlatform({ name: 'slack', clock, also });
  const discord = createFakePlatform({ name: 'discord', clock, also });
  const empty = [slack.snapshot(), discord.snapshot()];
  const stopping = new AbortController();
  let settled = 0;
  const app = createPlaygroundApi({
    platforms: [slack, discord],
    clock,
    settle: async () => {
      settled += 1;
    },
    startOver: async () => {
      slack.restore(empty[0]);
      discord.restore(empty[1]);
    },
    signal: stopping.signal,
  });
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    slack,
    discord,
    clock,
    settled: () => settled,
    async stop() {
      stopping.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
