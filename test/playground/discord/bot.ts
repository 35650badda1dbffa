import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import {
  createLocalDiscord,
  type LocalDiscord,
} from '../../../adapters/playground/discord/server.ts';
import type { LocalClock } from '../../../adapters/playground/pane.ts';

/** A clock that stands still until it is moved. */
export function createStandingClock(start = '2026-03-02T09:00:00Z'): LocalClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    forward(ms) {
      at += ms;
    },
  };
}

export interface Harness {
  discord: LocalDiscord;
  clock: LocalClock;
  client: Client<true>;
  /** The handler of interactions; replace it in a test. */
  onInteraction(handler: (interaction: Interaction) => Promise<unknown>): void;
  /** What handlers threw. */
  thrown: unknown[];
  stop(): Promise<void>;
}

/** A local Discord with the real discord.js connected to it. */
export async function startHarness(options: { snapshot?: unknown } = {}): Promise<Harness> {
  const clock = createStandingClock();
  const discord = await createLocalDiscord({ clock });
  if (options.snapshot) discord.restore(options.snapshot);
  const client = createClient(discord);
  const thrown: unknown[] = [];
  let handle: (interaction: Interaction) => Promise<unknown> = async () => undefined;
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error) => thrown.push(error));
  });
  await login(client, discord.token);
  return {
    discord,
    clock,
    client: client as Client<true>,
    onInteraction: (handler) => {
      handle = handler;
    },
    thrown,
    async stop() {
      await client.destroy();
      await discord.stop();
    },
  };
}

export const createClient = (discord: LocalDiscord): Client =>
  new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.url },
    allowedMentions: { parse: [] },
  });

export async function login(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token);
  await ready;
}
