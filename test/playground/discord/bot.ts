import { Client, Events, GatewayIntentBits, type Interaction } from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  createLocalDiscord,
  type LocalDiscord,
} from '../../../adapters/playground/discord/server.ts';
import type {
  LocalClock,
  PaneConversation,
  PaneMessage,
} from '../../../adapters/playground/pane.ts';

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

type Handler = (interaction: Interaction) => Promise<unknown>;

export interface Scene {
  discord: LocalDiscord;
  clock: LocalClock;
  client: Client<true>;
  /** Sets the one handler of interactions. */
  on(handler: Handler): void;
  /** What handlers threw. */
  thrown: unknown[];
  conversation(handle: string, name: string): PaneConversation;
  /** The latest message in the conversation of that name. */
  latest(handle: string, name: string): PaneMessage;
}

/** A local Discord with the real discord.js connected to it; both are gone when the test is over. */
export async function startScene(
  options: { snapshot?: unknown; commands?: object[] } = {},
): Promise<Scene> {
  const clock = createStandingClock();
  const discord = await startDiscord(clock);
  if (options.snapshot) discord.restore(options.snapshot);
  const client = createClient(discord);
  const thrown: unknown[] = [];
  let handle: Handler = async () => undefined;
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction).catch((error) => thrown.push(error));
  });
  await logIn(client, discord.token);
  const commands = options.commands ?? [];
  if (commands.length > 0) await client.application?.commands.set(commands as never);
  const conversation = (who: string, name: string): PaneConversation => {
    const found = discord.see(who).conversations.find((one) => one.name === name);
    if (!found) throw new Error(`${who} sees no conversation "${name}"`);
    return found;
  };
  return {
    discord,
    clock,
    client: client as Client<true>,
    on: (handler) => {
      handle = handler;
    },
    thrown,
    conversation,
    latest(who, name) {
      const message = conversation(who, name).messages.at(-1);
      if (!message) throw new Error(`nothing is written in "${name}"`);
      return message;
    },
  };
}

export async function startDiscord(clock = createStandingClock()): Promise<LocalDiscord> {
  const discord = await createLocalDiscord({ clock });
  onTestFinished(() => discord.stop());
  return discord;
}

/** A client that is thrown away with the test. */
export function createClient(discord: LocalDiscord, intents = [GatewayIntentBits.Guilds]): Client {
  const client = new Client({
    intents,
    rest: { api: discord.url, retries: 0 },
    allowedMentions: { parse: [] },
    // discord.js waits five seconds between two identifies.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) },
  });
  onTestFinished(() => client.destroy());
  return client;
}

export async function logIn(client: Client, token: string): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login(token);
  await ready;
}

/** Resolves when `test` holds, asked after every change that a pane shows. */
export function until(discord: LocalDiscord, test: () => boolean): Promise<void> {
  if (test()) return Promise.resolve();
  return new Promise((resolve) => {
    discord.onChange(() => {
      if (test()) resolve();
    });
  });
}

/** A call to the REST API without discord.js. */
export async function call(
  discord: LocalDiscord,
  method: string,
  path: string,
  body?: unknown,
  token = discord.token,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${discord.url}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : {} };
}
