import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Platform } from '../../src/ports.ts';
import { createDiscordPlatform } from '../discord/platform.ts';
import { createSlackPlatform } from '../slack/platform.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';

/** The platforms that the operator gave tokens for. */
export function livePlatforms(
  { slack, discord }: Settings,
  log: Log,
): { platforms: Platform[]; slackEvents?: RequestListener } {
  const platforms: Platform[] = [];
  let slackEvents: RequestListener | undefined;
  if (slack) {
    const { mode } = slack;
    const server = {
      mount(listener: RequestListener) {
        slackEvents = listener;
      },
    };
    platforms.push(
      createSlackPlatform({
        ...slack,
        mode: mode.mode === 'http' ? { ...mode, server } : mode,
        log: log.child({ from: 'slack' }),
      }),
    );
  }
  if (discord) {
    platforms.push(createDiscordPlatform({ ...discord, log: log.child({ from: 'discord' }) }));
  }
  return { platforms, slackEvents };
}

/** Where the live data is, beside that of the local page. */
export const liveFolder = ({ dataDir }: Settings): string => join(dataDir, 'live');
