import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { envExample, settingNames } from '../../../adapters/cli/setting-table.ts';
import { settingsFrom } from '../../../adapters/cli/settings.ts';

const BOT = 'xoxb-1-2-abcdefSECRET';
const APP = 'xapp-1-A1-2-abcdefSECRET';
const SIGNING = '0123456789abcdef0123456789abSECRET';
const DISCORD = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcdE.abcdefghijklmnopqrstuvwxyzSECRET';
const SERVER = '123456789012345678';

const settings = (env: Record<string, string>, file?: Record<string, string>) => {
  const result = settingsFrom(env, file);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.settings;
};
const problems = (env: Record<string, string>, file?: Record<string, string>) => {
  const result = settingsFrom(env, file);
  return result.ok ? [] : result.problems;
};

describe('what is set', () => {
  test('nothing: the local page, in the usual places', () => {
    expect(settings({})).toEqual({
      dataDir: './.goodword',
      host: '127.0.0.1',
      port: 8787,
      secrets: [],
    });
  });

  test('Slack by Socket Mode', () => {
    expect(settings({ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP })).toMatchObject({
      slack: { botToken: BOT, mode: { mode: 'socket', appToken: APP } },
      secrets: [BOT, APP],
    });
  });

  test('Slack over HTTP, through a proxy', () => {
    const env = {
      SLACK_BOT_TOKEN: BOT,
      SLACK_MODE: 'http',
      SLACK_SIGNING_SECRET: SIGNING,
      SLACK_API_URL: 'http://127.0.0.1:9/api/',
    };
    expect(settings(env).slack).toEqual({
      botToken: BOT,
      mode: { mode: 'http', signingSecret: SIGNING },
      apiUrl: 'http://127.0.0.1:9/api/',
    });
  });

  test('Slack with both ways prepared goes by SLACK_MODE', () => {
    const env = { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_SIGNING_SECRET: SIGNING };
    expect(settings(env).slack?.mode.mode).toBe('socket');
    expect(settings({ ...env, SLACK_MODE: 'http' }).slack?.mode.mode).toBe('http');
  });

  test('Discord', () => {
    expect(settings({ DISCORD_TOKEN: DISCORD, DISCORD_GUILD_ID: SERVER }).discord).toEqual({
      token: DISCORD,
      guildId: SERVER,
    });
  });

  test('Discord in shards', () => {
    const shards = (value: string) =>
      settings({ DISCORD_TOKEN: DISCORD, DISCORD_SHARDS: value }).discord?.shards;
    expect(shards('auto')).toBe('auto');
    expect(shards('16')).toBe(16);
    expect(shards('')).toBeUndefined();
  });

  test('the rest', () => {
    const env = {
      DATABASE_URL: 'postgresql://me:pass%40word@db:5432/goodword?sslmode=require',
      GOODWORD_DATA_DIR: '/var/lib/goodword',
      HOST: '0.0.0.0',
      PORT: '0',
      LOG_LEVEL: 'debug',
    };
    expect(settings(env)).toMatchObject({
      databaseUrl: env.DATABASE_URL,
      dataDir: '/var/lib/goodword',
      host: '0.0.0.0',
      port: 0,
      logLevel: 'debug',
    });
  });

  test('the environment wins over .env, even with an empty value', () => {
    expect(settings({ PORT: '1' }, { PORT: '2', HOST: '::1' })).toMatchObject({
      port: 1,
      host: '::1',
    });
    expect(settings({ DISCORD_TOKEN: '' }, { DISCORD_TOKEN: DISCORD }).discord).toBeUndefined();
  });

  test('white space around a value is no part of it', () => {
    expect(settings({ PORT: ' 99\r' }).port).toBe(99);
  });

  test("other programs' variables in the environment are none of our business", () => {
    expect(problems({ PATH: '/bin', NODE_ENV: 'production', SLACKWARE: 'yes' })).toEqual([]);
  });
});

describe('what is wrong', () => {
  const table: [string, Record<string, string>, RegExp][] = [
    ['a bot token alone', { SLACK_BOT_TOKEN: BOT }, /^SLACK_BOT_TOKEN needs SLACK_APP_TOKEN too\./],
    [
      'an app token alone',
      { SLACK_APP_TOKEN: APP },
      /^SLACK_APP_TOKEN is set, but SLACK_BOT_TOKEN/,
    ],
    [
      'a signing secret alone',
      { SLACK_SIGNING_SECRET: SIGNING },
      /^SLACK_SIGNING_SECRET is set, but SLACK_BOT_TOKEN is not\./,
    ],
    ['http mode alone', { SLACK_MODE: 'http' }, /^SLACK_MODE is set, but SLACK_BOT_TOKEN is not\./],
    [
      'http mode without its secret',
      { SLACK_BOT_TOKEN: BOT, SLACK_MODE: 'http', SLACK_APP_TOKEN: APP },
      /^SLACK_MODE=http needs SLACK_SIGNING_SECRET too\./,
    ],
    [
      'a signing secret where socket mode wants an app token',
      { SLACK_BOT_TOKEN: BOT, SLACK_SIGNING_SECRET: SIGNING },
      /Set SLACK_MODE=http, or set SLACK_APP_TOKEN/,
    ],
    ...['0', '-1', '1.5', 'many', '10000'].map(
      (value): [string, Record<string, string>, RegExp] => [
        `${value} shards`,
        { DISCORD_TOKEN: DISCORD, DISCORD_SHARDS: value },
        /^DISCORD_SHARDS must be "auto" or a whole number from 1 to 9999\./,
      ],
    ),
    ['shards alone', { DISCORD_SHARDS: '2' }, /^DISCORD_SHARDS is set, but DISCORD_TOKEN is not\./],
    ['an unknown mode', { SLACK_MODE: 'events' }, /^SLACK_MODE must be "socket" or "http"\./],
    [
      'the app token as bot token',
      { SLACK_BOT_TOKEN: APP, SLACK_APP_TOKEN: APP },
      /^SLACK_BOT_TOKEN must start with "xoxb-"/,
    ],
    [
      'the bot token as app token',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: BOT },
      /^SLACK_APP_TOKEN must start with "xapp-"/,
    ],
    [
      'a token as signing secret',
      { SLACK_BOT_TOKEN: BOT, SLACK_MODE: 'http', SLACK_SIGNING_SECRET: APP },
      /^SLACK_SIGNING_SECRET holds a token\./,
    ],
    [
      'a Slack address that is none',
      { SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP, SLACK_API_URL: 'slack.com/api' },
      /^SLACK_API_URL is not a web address\./,
    ],
    ['a Discord server without token', { DISCORD_GUILD_ID: SERVER }, /but DISCORD_TOKEN is not\./],
    [
      'a Discord server by name',
      { DISCORD_TOKEN: DISCORD, DISCORD_GUILD_ID: 'harbour' },
      /^DISCORD_GUILD_ID must be a server's id: digits only\./,
    ],
    [
      'a Discord token with its scheme',
      { DISCORD_TOKEN: `Bot ${DISCORD}` },
      /Take the word "Bot" away/,
    ],
    ['a Discord client secret', { DISCORD_TOKEN: 'abcSECRET' }, /must be three parts with dots/],
    ['a Discord token in two pieces', { DISCORD_TOKEN: 'a.b SECRET.c' }, /has a space in it/],
    ['another database', { DATABASE_URL: 'mysql://me:SECRET@db/x' }, /is not a Postgres address\./],
    ['a database by name', { DATABASE_URL: 'goodword SECRET' }, /is not a Postgres address\./],
    ['a port that is a word', { PORT: 'http' }, /^PORT must be a whole number from 0 to 65535\./],
    ['a port too high', { PORT: '65536' }, /^PORT must be a whole number from 0 to 65535\./],
    ['a host with its scheme', { HOST: 'http://localhost' }, /^HOST must be an address alone/],
    ['a level that is none', { LOG_LEVEL: 'verbose' }, /^LOG_LEVEL must be one of fatal, error/],
    [
      'a misspelt setting',
      { SLACK_BOT_TOKN: 'SECRET' },
      /^SLACK_BOT_TOKN in the environment is not a setting of Goodword\. Did you mean SLACK_BOT_TOKEN\?$/,
    ],
    ['an unheard-of setting', { GOODWORD_COLOUR: 'SECRET' }, /Remove it; \.env\.example lists all/],
  ];

  test.each(table)('%s', (_, env, expected) => {
    const found = problems(env);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
    expect(found[0]).not.toMatch(/\n/);
    expect(found[0]).not.toContain('SECRET"');
    for (const value of Object.values(env).filter((one) => one.includes('SECRET'))) {
      expect(found[0]).not.toContain(value);
    }
    expect(found[0]).not.toContain('abcdefSECRET');
  });

  test('any key of .env that is no setting', () => {
    expect(problems({}, { port: '1' })).toEqual([
      'port in .env is not a setting of Goodword. Did you mean PORT?',
    ]);
    expect(problems({}, { NODE_ENV: 'production' })).toEqual([
      'NODE_ENV in .env is not a setting of Goodword. Remove it; .env.example lists all settings.',
    ]);
  });

  test('everything at once, one line each', () => {
    const found = problems({
      SLACK_APP_TOKEN: BOT,
      PORT: '-1',
      DISCORD_TOKN: DISCORD,
      DATABASE_URL: 'x',
    });
    expect(found).toHaveLength(5);
    expect(found.join('\n')).not.toContain('SECRET');
  });
});

describe('.env.example', () => {
  const path = new URL('../../../.env.example', import.meta.url);

  test('is in step with the settings', () => {
    expect(readFileSync(path, 'utf8')).toBe(envExample());
  });

  test('lists every setting with a comment, and is itself fine as .env', () => {
    const file = parseEnv(envExample());
    expect(Object.keys(file).sort()).toEqual([...settingNames].sort());
    expect(problems({}, file as Record<string, string>)).toEqual([]);
  });
});
