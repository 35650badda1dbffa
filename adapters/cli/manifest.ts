import { InvalidArgumentError } from 'commander';
import { discordCommands } from '../discord/registration.ts';
import { slackManifest } from '../slack/manifest.ts';
import { SLACK_PATH } from './http.ts';

/** Slack's app manifest as JSON; for Socket Mode, or over HTTP when given where Slack reaches Goodword. */
export function slackManifestJson(publicUrl?: string): string {
  const manifest = publicUrl
    ? slackManifest({ mode: 'http', requestUrl: publicUrl })
    : slackManifest({ mode: 'socket' });
  return JSON.stringify(manifest, null, 2);
}

/** The commands that Goodword registers with Discord, as JSON. */
export const discordCommandsJson = (): string => JSON.stringify(discordCommands(), null, 2);

/** Goodword's public address as typed, completed to where Slack's requests go. Slack wants https. */
export function publicUrlOf(typed: string): string {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (url?.protocol !== 'https:' || url.search || url.hash) {
    throw new InvalidArgumentError('Use an address like https://goodword.example.');
  }
  const path = url.pathname.replace(/\/$/, '');
  url.pathname = path.endsWith(SLACK_PATH) ? path : `${path}${SLACK_PATH}`;
  return url.href;
}
