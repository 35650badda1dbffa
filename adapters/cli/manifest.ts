import { discordCommands } from '../discord/registration.ts';
import { slackManifest } from '../slack/manifest.ts';

const manifestFor = (requestUrl?: string): object =>
  requestUrl ? slackManifest({ mode: 'http', requestUrl }) : slackManifest({ mode: 'socket' });

/** Slack's app manifest as JSON: for HTTP when given where Slack sends its requests, else for Socket Mode. */
export const slackManifestJson = (requestUrl?: string): string =>
  JSON.stringify(manifestFor(requestUrl), null, 2);

/** Opens "Create an app" on Slack's site with the manifest filled in. */
export function slackManifestLink(requestUrl?: string): string {
  const link = new URL('https://api.slack.com/apps?new_app=1');
  link.searchParams.set('manifest_json', JSON.stringify(manifestFor(requestUrl)));
  // Slack's page shows a plus sign as it is.
  return link.href.replaceAll('+', '%20');
}

/** The commands that Goodword registers with Discord, as JSON. */
export const discordCommandsJson = (): string => JSON.stringify(discordCommands(), null, 2);
