import { join } from 'node:path';
import { defaultSettings } from '../../src/communities/settings.ts';
import type { Community } from '../../src/member.ts';
import type { Database, Platform } from '../../src/ports.ts';
import { createDiscordPlatform } from '../discord/platform.ts';
import type { Playground } from '../playground/playground.ts';
import { createSlackPlatform } from '../slack/platform.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';

/** Where the local page's data is, beside that of real communities. */
export const localFolder = ({ dataDir }: Settings): string => join(dataDir, 'playground');

/** The real adapters, connected to the local servers. */
export function localPlatforms({ slack, discord }: Playground, log: Log): Platform[] {
  return [
    createSlackPlatform({
      botToken: slack.botToken,
      mode: { mode: 'socket', appToken: slack.appToken },
      apiUrl: slack.url,
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

export function localCommunities({
  slack,
  discord,
}: Playground): Record<'slack' | 'discord', Community> {
  return {
    slack: { platform: 'slack', id: slack.teamId },
    discord: { platform: 'discord', id: discord.guildId },
  };
}

/** What an organiser would have set up first: where the community is, and where its introductions open. */
export async function setUpCommunities(playground: Playground, database: Database): Promise<void> {
  const { slack, discord } = localCommunities(playground);
  const timeZone = 'Europe/Helsinki';
  await database.transaction(slack, (stores) =>
    stores.community.saveSettings({ ...defaultSettings, timeZone }),
  );
  await database.transaction(discord, (stores) =>
    stores.community.saveSettings({
      ...defaultSettings,
      timeZone,
      introductionsChannel: playground.discord.channelIds.introductions,
    }),
  );
}

/** What the terminal says when the local page is up. */
export const localWelcome = (url: string, folder: string): string =>
  [
    'Goodword runs on a local Slack and a local Discord. Nothing leaves this machine.',
    '',
    `  Open ${url}/`,
    '',
    'There, be Nadia and type /ask-intro @tom Leila. Then be Tom and answer her, and so on; the clock on the',
    `page brings what time brings. What you do is kept in ${folder}. Ctrl-C stops.`,
    'To go live, copy .env.example to .env and fill in your tokens.',
    '',
  ].join('\n');
