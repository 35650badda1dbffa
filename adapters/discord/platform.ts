import { setMaxListeners } from 'node:events';
import type { APIInteraction } from 'discord.js';
import {
  Client,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  GatewayIntentBits,
  Options,
  Routes,
} from 'discord.js';
import type { Logger } from 'pino';
import type { App, Platform } from '../../src/ports.ts';
import { answerInteraction } from './answer.ts';
import { type Api, createApi } from './api.ts';
import { createDirectory } from './directory.ts';
import { createPerform } from './perform.ts';
import { discordCommands, sameCommands } from './registration.ts';
import { machineTime, type Time } from './time.ts';

export interface DiscordOptions {
  /** The bot's token, DISCORD_TOKEN. */
  token: string;
  /** Where Discord's API is, without the version (DISCORD_API_URL). Default: https://discord.com/api */
  apiUrl?: string;
  /** Registers the commands in this server alone, where they appear at once; else everywhere. For development. */
  guildId?: string;
  /** Connections that share the servers (DISCORD_SHARDS); `auto`: as many as Discord recommends. Default: one. */
  shards?: 'auto' | number;
  /** Gets ids and kinds, never a token and nothing that a member wrote. */
  log: Logger;
  /** Waiting times go by it. Default: the machine's. */
  time?: Time;
}

/** How long `stop` waits for interactions in hand; less than the process is given to stop. In milliseconds. */
const STOP_WAIT = 8_000;
/** How many interactions are remembered, so that one that the gateway repeats after a reconnect isn't taken twice. */
const REMEMBERED = 1_000;

/** Discord over its gateway, with no privileged intent and no cache of members or messages. */
export function createDiscordPlatform(options: DiscordOptions): Platform {
  const { log, time = machineTime } = options;
  const client = createClient(options);
  const api = createApi(client.rest, time);
  const directory = createDirectory(api);
  const perform = createPerform({ api, directory, log, self: () => client.user?.id ?? '' });

  let state: ReturnType<Platform['state']> = 'starting';
  const shardsDown = new Set<number>();
  const inHand = new Set<Promise<void>>();
  const stopping = new AbortController();
  // Each interaction that waits listens, and no more than that.
  setMaxListeners(0, stopping.signal);
  const seen = new Set<string>();
  let giveUpStarting: (why: Error) => void = () => {};

  const shard = (id: number, up: boolean): void => {
    if (up) shardsDown.delete(id);
    else shardsDown.add(id);
    if (state === 'stopped' || state === 'starting') return;
    state = shardsDown.size === 0 ? 'connected' : 'disconnected';
  };
  client.on(Events.ShardReady, (id) => shard(id, true));
  client.on(Events.ShardResume, (id) => shard(id, true));
  client.on(Events.ShardReconnecting, (id) => shard(id, false));
  client.on(Events.ShardDisconnect, ({ code }, id) => {
    shard(id, false);
    log.error({ shard: id, code }, 'Discord closed the connection for good');
    giveUpStarting(new ClosedForGood(code));
  });
  // Without listeners these would end the process; discord.js connects again by itself.
  client.on(Events.ShardError, (error, id) =>
    log.warn({ shard: id, why: error.message }, 'gateway'),
  );
  client.on(Events.Error, (error) => log.warn({ why: error.message }, 'discord.js'));

  function take(app: App, interaction: APIInteraction): void {
    if (state === 'stopped' || seen.has(interaction.id)) return;
    seen.add(interaction.id);
    for (const oldest of seen) {
      if (seen.size <= REMEMBERED) break;
      seen.delete(oldest);
    }
    const tools = { api, app, directory, log, time, stopping: stopping.signal };
    const work = answerInteraction(tools, interaction);
    inHand.add(work);
    void work.finally(() => inHand.delete(work));
  }

  return {
    name: 'discord',
    async start(app) {
      // Raw: the payload is all that parsing needs, and it is the same that tests record.
      client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) =>
        take(app, interaction),
      );
      const ready = new Promise<void>((resolve, reject) => {
        client.once(Events.ClientReady, () => resolve());
        giveUpStarting = reject;
      });
      // Until `login` settles nobody listens.
      ready.catch(() => {});
      try {
        await Promise.race([client.login(options.token), ready]);
        await ready;
      } catch (error) {
        if (state !== 'stopped') state = 'disconnected';
        throw startError(error, options);
      }
      state = shardsDown.size === 0 ? 'connected' : 'disconnected';
      await register(api, client.application?.id ?? '', options);
    },
    perform,
    lookup: (member) => directory.lookup(member),
    state: () => state,
    async stop() {
      if (state === 'stopped') return;
      state = 'stopped';
      // Whoever waits out a rate limit answers by direct message now, or not at all.
      stopping.abort();
      giveUpStarting(new Error('stopped while starting'));
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, STOP_WAIT);
      });
      await Promise.race([Promise.allSettled(inHand), enough]);
      clearTimeout(timer);
      await client.destroy();
    },
  };
}

function createClient({ apiUrl, shards = 1 }: DiscordOptions): Client {
  return new Client({
    // With a number, discord.js runs shards 0 to one less than it.
    ...(shards === 'auto' ? { shards } : { shardCount: shards }),
    intents: [GatewayIntentBits.Guilds],
    makeCache: Options.cacheWithLimits({
      // The bot itself stays: discord.js reckons with it.
      GuildMemberManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user.id },
      UserManager: { maxSize: 0, keepOverLimit: ({ id, client }) => id === client.user?.id },
      MessageManager: 0,
      ReactionManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
    }),
    rest: {
      ...(apiUrl ? { api: apiUrl.replace(/\/+$/, '') } : {}),
      // `createApi` repeats what may be repeated, and says when a wait is too long.
      retries: 0,
      timeout: 10_000,
      rejectOnRateLimit: ({ route }) => !route.startsWith('/gateway'),
    },
  });
}

async function register(api: Api, application: string, { guildId, log }: DiscordOptions) {
  const commands = discordCommands({ scope: guildId ? 'guild' : 'global' });
  const route = guildId
    ? Routes.applicationGuildCommands(application, guildId)
    : Routes.applicationCommands(application);
  try {
    const query = new URLSearchParams({ with_localizations: 'true' });
    const registered = await api<unknown[]>('GET', route, { query });
    if (sameCommands(commands, registered)) return;
    await api('PUT', route, { body: commands });
    log.info({ commands: commands.length, guild: guildId }, 'commands registered with Discord');
  } catch (error) {
    log.error(
      { why: error instanceof Error ? error.message : 'unknown' },
      'The commands could not be registered with Discord. Was the app invited with the scope applications.commands, and is DISCORD_GUILD_ID right?',
    );
  }
}

/** The gateway closed with a code that connecting again doesn't help against. */
class ClosedForGood extends Error {
  readonly closeCode: number;
  constructor(closeCode: number) {
    super(`the gateway closed the connection with code ${closeCode}`);
    this.closeCode = closeCode;
  }
}

function startError(error: unknown, { apiUrl }: DiscordOptions): Error {
  const why = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'TokenInvalid') {
    return new Error(
      'Discord does not accept the token. Please copy it again from the developer portal (Bot, Reset Token) into DISCORD_TOKEN.',
    );
  }
  if (error instanceof ClosedForGood && error.closeCode === GatewayCloseCodes.ShardingRequired) {
    return new Error(
      'Discord wants Goodword in more shards, since it is in so many servers. Please set DISCORD_SHARDS=auto.',
    );
  }
  return new Error(
    `Goodword could not connect to Discord at ${apiUrl ?? 'https://discord.com/api'}: ${why}`,
  );
}
