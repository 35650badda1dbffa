import { discordCommands } from '../discord/registration.ts';
import { slackManifest } from '../slack/manifest.ts';

/** Slack's app manifest as JSON: for HTTP when given where Slack sends its requests, else for Socket Mode. */
export function slackManifestJson(requestUrl?: string): string {
  const manifest = requestUrl
    ? slackManifest({ mode: 'http', requestUrl })
    : slackManifest({ mode: 'socket' });
  return JSON.stringify(manifest, null, 2);
}

/** The commands that Goodword registers with Discord, as JSON. */
export const discordCommandsJson = (): string => JSON.stringify(discordCommands(), null, 2);
