import type { PlatformName } from '../../src/member.ts';
import { StartProblem } from './problem.ts';

const titles: Record<PlatformName, string> = { slack: 'Slack', discord: 'Discord' };

/** What the platforms say when they refuse a token or the app's settings. The key is looked for in an error's code and message. */
const refusals: Record<PlatformName, [key: RegExp, line: string][]> = {
  slack: [
    [
      /invalid_auth|not_authed|token_expired|not_allowed_token_type/,
      'Slack does not accept a token. Copy SLACK_BOT_TOKEN (xoxb-…, "OAuth & Permissions") and SLACK_APP_TOKEN (xapp-…, "Basic Information") again.',
    ],
    [
      /account_inactive|token_revoked/,
      'Slack says that SLACK_BOT_TOKEN was revoked. Install the app to your workspace again and copy the new token.',
    ],
    [
      /missing_scope|no_permission/,
      'Slack says that the app lacks a permission. Update it from `npx goodword manifest slack`, install it again, and check that the app-level token has connections:write.',
    ],
    [
      /socket_mode_not_enabled|not_enabled/,
      'Slack says that Socket Mode is off. Turn it on under "Socket Mode" in your Slack app\'s settings.',
    ],
  ],
  discord: [
    [
      /TokenInvalid|invalid token|401/i,
      'Discord does not accept DISCORD_TOKEN. Reset the token on the page "Bot" of your application and copy it again.',
    ],
    [
      /DisallowedIntents|disallowed intent/i,
      'Discord refuses an intent. Check the page "Bot" of your application.',
    ],
    [
      /Missing Access|50001/,
      'Discord does not let Goodword into the server DISCORD_GUILD_ID. Check the id, and invite the bot with the scopes bot and applications.commands.',
    ],
  ],
};

const unreachable =
  /\b(E(?:CONNREFUSED|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH|CONNRESET|TIMEDOUT)|UND_ERR_\w+|CERT_\w+|ERR_TLS\w*|SELF_SIGNED\w*|UNABLE_TO_\w+|DEPTH_ZERO\w*)\b/;

/** Why a platform couldn't be connected to, as one plain line. */
export function platformProblem(platform: PlatformName, error: unknown): StartProblem {
  if (error instanceof StartProblem) return error;
  const said = saidBy(error);
  const title = titles[platform];
  const refusal = refusals[platform].find(([key]) => key.test(said));
  if (refusal) return new StartProblem(refusal[1]);
  const code = unreachable.exec(said)?.[1];
  if (code) {
    return new StartProblem(
      `${title} could not be reached (${code}). Check the network of this machine, and ${platform.toUpperCase()}_API_URL if you set it.`,
    );
  }
  const message = error instanceof Error ? error.message : String(error);
  return new StartProblem(
    `Goodword could not connect to ${title}: ${message.replace(/\s+/g, ' ')}`,
  );
}

/** Everything that an error and its causes say, in their different ways. */
function saidBy(error: unknown): string {
  const parts: string[] = [];
  for (let current = error, depth = 0; current instanceof Error && depth < 6; depth++) {
    parts.push(current.name, current.message);
    if ('code' in current) parts.push(String(current.code));
    if ('status' in current) parts.push(String(current.status));
    const original: unknown = 'original' in current ? current.original : undefined;
    const errors = current instanceof AggregateError ? current.errors : [];
    current = current.cause ?? original ?? errors[0];
  }
  return parts.join(' ');
}
