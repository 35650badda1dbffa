import pino from 'pino';
import { vi } from 'vitest';
import { createDiscordPlatform } from '../../../adapters/discord/platform.ts';
import type { Time } from '../../../adapters/discord/time.ts';
import { createLocalDiscord } from '../../../adapters/playground/discord/server.ts';
import type { PaneConversation, PaneMessage, PanePart } from '../../../adapters/playground/pane.ts';
import type { Answer, Effect } from '../../../src/effect.ts';
import type { Intent } from '../../../src/intent.ts';
import type { MemberId } from '../../../src/member.ts';
import type { App, Claimed, Suggestion, SuggestQuery } from '../../../src/ports.ts';
import { type Block, plain, type View } from '../../../src/view.ts';

export interface TownOptions {
  time?: Time;
  /** In how many shards Discord wants the app. */
  needs?: number;
  shards?: 'auto' | number;
}

/** The real adapter with the real discord.js on a local Discord, with a Goodword that answers as it is told. */
export async function createTown({ time, needs, shards }: TownOptions = {}) {
  const local = await createLocalDiscord({
    clock: { now: () => new Date(), forward: () => {} },
    ...(needs ? { shards: needs } : {}),
  });
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const platform = createDiscordPlatform({
    token: local.token,
    apiUrl: local.url,
    log,
    ...(time ? { time } : {}),
    ...(shards ? { shards } : {}),
  });
  const intents: Intent[] = [];
  const shown: { user: string; keys: string[] }[] = [];
  const script = {
    answer: async (_: Intent): Promise<Answer> => says('Hello.'),
    suggest: async (_: SuggestQuery): Promise<Suggestion[]> => [],
  };
  const app: App = {
    answer(intent) {
      intents.push(intent);
      return script.answer(intent);
    },
    async shown({ user }, keys) {
      shown.push({ user, keys });
    },
    suggest: (query) => script.suggest(query),
  };
  await platform.start(app);

  const user = (handle: string): string =>
    local.personas.find((persona) => persona.handle === handle)?.user ?? '';
  const conversations = (handle: string): PaneConversation[] => local.see(handle).conversations;

  return {
    local,
    platform,
    app,
    script,
    intents,
    shown,
    lines,
    member: (handle: string): MemberId => ({
      platform: 'discord',
      community: local.guildId,
      user: user(handle),
    }),
    dm: (handle: string): PaneMessage[] =>
      conversations(handle).find(({ kind }) => kind === 'app-dm')?.messages ?? [],
    threads: (handle: string): PaneConversation[] =>
      conversations(handle).filter(({ kind }) => kind === 'thread'),
    channel: (handle: string, name: string): PaneMessage[] =>
      conversations(handle).find((one) => one.id === local.channelIds[name])?.messages ?? [],
    /** Real time passes between an answer and its follow-ups. */
    until: (check: () => void) => vi.waitFor(check, { timeout: 5_000, interval: 10 }),
    claim: (effect: Effect, more: Partial<Claimed> = {}): Claimed => ({
      id: more.id ?? nextId(),
      community: { platform: 'discord', id: local.guildId },
      effect,
      worker: 'w',
      tries: 0,
      ...more,
    }),
    async stop() {
      await platform.stop();
      await local.stop();
    },
  };
}

export type Town = Awaited<ReturnType<typeof createTown>>;

let count = 0;
const nextId = (): string => {
  count += 1;
  return `0198c0de-7abc-7def-8123-${count.toString(16).padStart(12, '0')}`;
};

export const view = (text: string, ...blocks: Block[]): View => ({
  summary: text,
  blocks: [{ node: 'text', content: [plain(text)] }, ...blocks],
});

export const says = (text: string): Answer => ({
  reply: { reply: 'message', view: view(text) },
  waiting: [],
});

/** The button of that label in a message. */
export function button(message: PaneMessage | undefined, label: string): string {
  const buttons = (message?.parts ?? []).flatMap((part: PanePart) =>
    part.part === 'buttons' ? part.buttons : [],
  );
  const found = buttons.find((one) => one.label === label);
  if (!found) throw new Error(`no button "${label}"`);
  return found.id;
}
