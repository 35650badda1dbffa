import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { OpenDatabase } from '../../db/open.ts';
import { defaultSettings } from '../../src/communities/settings.ts';
import type { Community } from '../../src/member.ts';
import type { Platform } from '../../src/ports.ts';
import { createDiscordPlatform } from '../discord/platform.ts';
import type { Playground } from '../playground/playground.ts';
import { createSlackPlatform } from '../slack/platform.ts';
import type { Closing } from './closing.ts';
import { openDoor } from './door.ts';
import { createHouse, type House } from './house.ts';
import type { HttpServer } from './http.ts';
import type { Log } from './log.ts';
import { StartProblem } from './problem.ts';
import type { Settings } from './settings.ts';

/** Where the local page's data is, beside that of real communities. */
export const localFolder = ({ dataDir }: Settings): string => join(dataDir, 'playground');

/** The real adapters, connected to the local servers. */
export function localPlatforms({ clock, slack, discord }: Playground, log: Log): Platform[] {
  return [
    createSlackPlatform({
      botToken: slack.botToken,
      mode: { mode: 'socket', appToken: slack.appToken },
      apiUrl: `${slack.url}/api/`,
      clock,
      log: log.child({ from: 'slack' }),
    }),
    createDiscordPlatform({
      token: discord.token,
      guildId: discord.guildId,
      apiUrl: discord.url,
      log: log.child({ from: 'discord' }),
    }),
  ];
}

const communitiesOf = ({ slack, discord }: Playground) => ({
  slack: { platform: 'slack', id: slack.teamId } as const,
  discord: { platform: 'discord', id: discord.guildId } as const,
});

/**
 * Refuses a database with real communities in it: what waits there for their members would be taken for the local servers.
 */
export async function keepToLocal(playground: Playground, opened: OpenDatabase): Promise<void> {
  const local = Object.values(communitiesOf(playground));
  const isLocal = ({ platform, id }: Community) =>
    local.some((one) => one.platform === platform && one.id === id);
  if ((await opened.communities()).every(isLocal)) return;
  throw new StartProblem(
    'The database in DATABASE_URL holds real communities, and the local page would get in their way. Set their tokens to go live, or try the local page without DATABASE_URL.',
  );
}

/**
 * Empties both local communities, since what the database knows of an earlier world means nothing in a new one, and sets what an
 * organiser would have set up first: where the community is, and where its introductions open.
 */
export async function startAfresh(playground: Playground, opened: OpenDatabase): Promise<void> {
  const { slack, discord } = communitiesOf(playground);
  await opened.erase(slack);
  await opened.erase(discord);
  const settings = { ...defaultSettings, timeZone: 'Europe/Helsinki' };
  await opened.database.transaction(slack, (stores) => stores.community.saveSettings(settings));
  await opened.database.transaction(discord, (stores) =>
    stores.community.saveSettings({
      ...settings,
      introductionsChannel: playground.discord.channelIds.introductions,
    }),
  );
}

export interface LocalParts {
  opened: OpenDatabase;
  playground: Playground;
  /** Connected to the local servers. */
  platforms: Platform[];
  /** Takes the local Slack's requests, when it sends them over HTTP. */
  slackEvents?: RequestListener | undefined;
  closing: Closing;
  log: Log;
  host: string;
  /** 0: any free one. */
  port: number;
}

/** Goodword between the local servers, with their page at its door. `closing` learns how all of it is closed. */
export async function openLocal(parts: LocalParts): Promise<{ house: House; http: HttpServer }> {
  const { opened, playground, platforms, slackEvents, closing, log } = parts;
  const house = createHouse({ opened, platforms, clock: playground.clock, log });
  await house.open(closing);
  const page = playground.api(
    () => house.settle(),
    async () => {
      await house.rest();
      await startAfresh(playground, opened);
    },
  );
  const http = await openDoor(parts, closing, { opened, platforms, page, slackEvents });
  return { house, http };
}

/** What the terminal says at once, when the first start makes it wait. */
export const preparing = 'Preparing a local database; this takes a few seconds the first time.\n\n';

/** What the terminal says when the local page is up. */
export const localWelcome = (url: string, folder: string): string =>
  [
    'Goodword runs on a local Slack and a local Discord. Nothing leaves this machine.',
    '',
    `  Open ${url}/`,
    '',
    'There, be Nadia and type /ask-intro @tom @leila. Then be Tom and answer her, and so on; the clock on the',
    `page brings what time brings. What you do is kept in ${folder}. Ctrl-C stops.`,
    'To go live, copy .env.example to .env and fill in your tokens.',
    '',
  ].join('\n');
