import { z } from 'zod';
import { type SettingName, secretNames, settingNames } from './setting-table.ts';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface SlackSettings {
  botToken: string;
  mode: { mode: 'socket'; appToken: string } | { mode: 'http'; signingSecret: string };
  apiUrl?: string;
}

export interface DiscordSettings {
  token: string;
  guildId?: string;
  /** Absent: one. */
  shards?: 'auto' | number;
  apiUrl?: string;
}

/** What the operator set, checked. Neither `slack` nor `discord`: the local page. */
export interface Settings {
  slack?: SlackSettings;
  discord?: DiscordSettings;
  databaseUrl?: string;
  dataDir: string;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Absent: `info` when live, `warn` with the local page. */
  logLevel?: LogLevel;
  /** Every secret value, for the log to mask. */
  secrets: string[];
}

type Env = Readonly<Record<string, string | undefined>>;

export type SettingsResult =
  | { ok: true; settings: Settings }
  /** One line each; each says what to do, and none holds a secret's value. */
  | { ok: false; problems: string[] };

const spaceless = (name: string) =>
  z.string().regex(/^\S+$/, `${name} has a space in it. Copy it again, without spaces or quotes.`);

const isUrl = (text: string, protocols: string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol);

const apiUrl = (name: string, example: string) =>
  z
    .string()
    .refine(
      (text) => isUrl(text, ['http:', 'https:']),
      `${name} is not a web address. Use one like ${example}, or leave it empty.`,
    )
    .optional();

const slackToken = (name: string, prefix: string, where: string) =>
  z
    .string()
    .regex(
      new RegExp(`^${prefix}-[\\w-]+$`),
      `${name} must start with "${prefix}-" and hold only letters, digits and dashes. Copy it again from "${where}" in your Slack app's settings.`,
    )
    .optional();

const shapes = z.object({
  SLACK_BOT_TOKEN: slackToken('SLACK_BOT_TOKEN', 'xoxb', 'OAuth & Permissions'),
  SLACK_APP_TOKEN: slackToken('SLACK_APP_TOKEN', 'xapp', 'Basic Information'),
  SLACK_SIGNING_SECRET: spaceless('SLACK_SIGNING_SECRET')
    .refine(
      (text) => !/^x(ox|app)/.test(text),
      'SLACK_SIGNING_SECRET holds a token. Copy the signing secret from "Basic Information" in your Slack app\'s settings.',
    )
    .optional(),
  SLACK_MODE: z
    .enum(['socket', 'http'], 'SLACK_MODE must be "socket" or "http". Leave it empty for socket.')
    .optional(),
  SLACK_API_URL: apiUrl('SLACK_API_URL', 'https://slack.com/api/'),
  DISCORD_TOKEN: z
    .string()
    .refine(
      (text) => !/^Bot\s/i.test(text),
      'DISCORD_TOKEN must be the token alone. Take the word "Bot" away from its beginning.',
    )
    .refine(
      (text) => /^Bot\s/i.test(text) || /^\S+$/.test(text),
      'DISCORD_TOKEN has a space in it. Copy it again, without spaces or quotes.',
    )
    .refine(
      (text) => /\s/.test(text) || /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text),
      'DISCORD_TOKEN must be three parts with dots between them. Copy the token again from the page "Bot" of your Discord application (not the client secret or the public key).',
    )
    .optional(),
  DISCORD_GUILD_ID: z
    .string()
    .regex(
      /^\d{15,21}$/,
      "DISCORD_GUILD_ID must be a server's id: digits only. In Discord, right-click the server and choose Copy Server ID.",
    )
    .optional(),
  DISCORD_SHARDS: z
    .string()
    .refine(
      (text) => text === 'auto' || (/^\d{1,4}$/.test(text) && Number(text) >= 1),
      'DISCORD_SHARDS must be "auto" or a whole number from 1 to 9999. Leave it empty for 1.',
    )
    .transform((text): 'auto' | number => (text === 'auto' ? text : Number(text)))
    .optional(),
  DISCORD_API_URL: apiUrl('DISCORD_API_URL', 'https://discord.com/api'),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => isUrl(text, ['postgres:', 'postgresql:']),
      'DATABASE_URL is not a Postgres address. Use one like postgres://user:password@host:5432/name (with special characters of the password percent-encoded), or leave it empty for the embedded database.',
    )
    .optional(),
  GOODWORD_DATA_DIR: z.string().default('./.goodword'),
  HOST: spaceless('HOST')
    .refine(
      (text) => !text.includes('/'),
      'HOST must be an address alone, like 127.0.0.1, without http:// or a path.',
    )
    .default('127.0.0.1'),
  PORT: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      'PORT must be a whole number from 0 to 65535. Leave it empty for 8787.',
    )
    .default('8787')
    .transform(Number),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(', ')}.`).optional(),
} satisfies Record<SettingName, z.ZodType>);

/**
 * Checks the operator's settings. `environment` wins over `file` (what `.env` holds); an empty value counts as not set.
 * Every key of the file must be a setting; of the environment, those that start with GOODWORD_, SLACK_ or DISCORD_.
 */
export function settingsFrom(environment: Env, file: Env = {}): SettingsResult {
  const given: Record<string, string> = {};
  for (const name of settingNames) {
    const value = (environment[name] ?? file[name])?.trim();
    if (value) given[name] = value;
  }
  const problems = unknownSettings(environment, file);
  const parsed = shapes.safeParse(given);
  if (!parsed.success) {
    problems.push(...new Set(parsed.error.issues.map((issue) => issue.message)));
  }
  problems.push(...missingPartners(given));
  if (!parsed.success || problems.length > 0) return { ok: false, problems };

  const set = parsed.data;
  return {
    ok: true,
    settings: {
      slack: slackOf(set),
      discord: set.DISCORD_TOKEN
        ? {
            token: set.DISCORD_TOKEN,
            guildId: set.DISCORD_GUILD_ID,
            shards: set.DISCORD_SHARDS,
            apiUrl: set.DISCORD_API_URL,
          }
        : undefined,
      databaseUrl: set.DATABASE_URL,
      dataDir: set.GOODWORD_DATA_DIR,
      host: set.HOST,
      port: set.PORT,
      logLevel: set.LOG_LEVEL,
      secrets: secretNames.flatMap((name) => given[name] ?? []),
    },
  };
}

function slackOf(set: z.infer<typeof shapes>): SlackSettings | undefined {
  const botToken = set.SLACK_BOT_TOKEN;
  if (!botToken) return undefined;
  const apiUrl = set.SLACK_API_URL;
  if (set.SLACK_MODE === 'http') {
    const signingSecret = set.SLACK_SIGNING_SECRET;
    return signingSecret ? { botToken, mode: { mode: 'http', signingSecret }, apiUrl } : undefined;
  }
  const appToken = set.SLACK_APP_TOKEN;
  return appToken ? { botToken, mode: { mode: 'socket', appToken }, apiUrl } : undefined;
}

/** Settings that mean nothing without another one. */
function missingPartners(given: Record<string, string>): string[] {
  const problems: string[] = [];
  if (given.SLACK_BOT_TOKEN) {
    if (given.SLACK_MODE === 'http' && !given.SLACK_SIGNING_SECRET) {
      problems.push(
        'SLACK_MODE=http needs SLACK_SIGNING_SECRET too. Copy it from "Basic Information" in your Slack app\'s settings.',
      );
    } else if (given.SLACK_MODE !== 'http' && !given.SLACK_APP_TOKEN) {
      problems.push(
        given.SLACK_SIGNING_SECRET
          ? 'SLACK_BOT_TOKEN and SLACK_SIGNING_SECRET are set, but SLACK_MODE is socket. Set SLACK_MODE=http, or set SLACK_APP_TOKEN (xapp-…).'
          : 'SLACK_BOT_TOKEN needs SLACK_APP_TOKEN too. Make an app-level token with connections:write under "Basic Information" in your Slack app\'s settings.',
      );
    }
  } else {
    const alone = ['SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'SLACK_API_URL'].filter(
      (name) => given[name],
    );
    if (given.SLACK_MODE === 'http') alone.push('SLACK_MODE');
    if (alone.length > 0) {
      problems.push(
        `${alone.join(' and ')} ${alone.length > 1 ? 'are' : 'is'} set, but SLACK_BOT_TOKEN is not. Copy the bot token (xoxb-…) from "OAuth & Permissions" in your Slack app's settings, or clear ${alone.length > 1 ? 'them' : 'it'}.`,
      );
    }
  }
  if (!given.DISCORD_TOKEN) {
    const alone = ['DISCORD_GUILD_ID', 'DISCORD_API_URL'].filter((name) => given[name]);
    // A copied .env.example says 1.
    if (given.DISCORD_SHARDS && given.DISCORD_SHARDS !== '1') alone.push('DISCORD_SHARDS');
    if (alone.length > 0) {
      problems.push(
        `${alone.join(' and ')} ${alone.length > 1 ? 'are' : 'is'} set, but DISCORD_TOKEN is not. Copy the token from the page "Bot" of your Discord application, or clear ${alone.length > 1 ? 'them' : 'it'}.`,
      );
    }
  }
  return problems;
}

function unknownSettings(environment: Env, file: Env): string[] {
  const isKnown = (name: string) => settingNames.includes(name);
  const inFile = Object.keys(file).filter((name) => !isKnown(name));
  const inEnvironment = Object.keys(environment).filter(
    (name) => /^(GOODWORD|SLACK|DISCORD)_/.test(name) && !isKnown(name) && !inFile.includes(name),
  );
  const unknown = [
    ...inFile.map((name) => ({ name, where: '.env' })),
    ...inEnvironment.map((name) => ({ name, where: 'the environment' })),
  ];
  return unknown.map(({ name, where }) => {
    const near = nearest(name);
    return `${name} in ${where} is not a setting of Goodword. ${
      near ? `Did you mean ${near}?` : 'Remove it; .env.example lists all settings.'
    }`;
  });
}

function nearest(name: string): string | undefined {
  const upper = name.toUpperCase();
  const [best] = settingNames
    .map((known) => ({ known, distance: editDistance(upper, known) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance <= Math.max(2, Math.floor(name.length / 4)) ? best.known : undefined;
}

/** Levenshtein distance: letters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, substitution));
    }
    previous = row;
  }
  return previous[b.length]!;
}
