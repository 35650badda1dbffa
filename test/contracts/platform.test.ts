import pino from 'pino';
import { describe } from 'vitest';
import { createDiscordPlatform } from '../../adapters/discord/platform.ts';
import { createLocalClock } from '../../adapters/playground/clock.ts';
import { createLocalDiscord } from '../../adapters/playground/discord/server.ts';
import { createLocalSlack } from '../../adapters/playground/slack/server.ts';
import { createSlackPlatform } from '../../adapters/slack/platform.ts';
import { platformContract } from './platform.ts';

const log = pino({ level: 'silent' });

describe('Slack', () => {
  platformContract(async () => {
    const clock = createLocalClock();
    const local = await createLocalSlack({ clock });
    const create = (botToken: string) =>
      createSlackPlatform({
        botToken,
        mode: { mode: 'socket', appToken: local.appToken },
        apiUrl: `${local.url}/api/`,
        clock,
        log,
      });
    return {
      platform: create(local.botToken),
      local,
      community: local.teamId,
      channel: 'C0GENERAL',
      calls: { send: 'chat.postMessage', lookup: 'users.info' },
      tries: 1,
      lost: 'ambiguous',
      impostor: () => create('xoxb-nobody'),
    };
  });
});

describe('Discord', () => {
  platformContract(async () => {
    const local = await createLocalDiscord({ clock: createLocalClock() });
    const create = (token: string) =>
      createDiscordPlatform({ token, guildId: local.guildId, apiUrl: local.url, log });
    return {
      platform: create(local.token),
      local,
      community: local.guildId,
      channel: local.channelIds.introductions ?? '',
      calls: { send: 'POST /channels/:id/messages', lookup: 'GET /guilds/:id/members/:id' },
      tries: 3,
      lost: 'sent again',
      impostor: () => create('bm9ib2R5.bm9ib2R5.bm9ib2R5'),
    };
  });
});
