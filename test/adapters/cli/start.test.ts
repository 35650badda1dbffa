import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { preparing } from '../../../adapters/cli/local.ts';
import { createLocalClock } from '../../../adapters/playground/clock.ts';
import { createLocalDiscord } from '../../../adapters/playground/discord/server.ts';
import type { Pane } from '../../../adapters/playground/pane.ts';
import { createLocalSlack } from '../../../adapters/playground/slack/server.ts';
import { openDatabase } from '../../../db/open.ts';
import { freshPlace } from '../../db/databases.ts';
import { type Ended, goodword, killAll, type Running } from './process.ts';

// Whole processes, some with a new database: seconds each on a machine at rest.
vi.setConfig({ testTimeout: 180_000 });

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'goodword-start-'));
});
afterEach(killAll);
afterAll(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const start = (env: Record<string, string>) =>
  goodword(['start'], { cwd, env: { PORT: '0', GOODWORD_DATA_DIR: join(cwd, 'data'), ...env } });

/** A database that is quickly there. */
async function server(): Promise<{ DATABASE_URL: string }> {
  const { url = '' } = await freshPlace('postgres');
  return { DATABASE_URL: url };
}

/** One plain line, exit code 1, nothing of a stack and nothing secret. */
function expectOneLine({ code, out, err }: Ended, line: string | RegExp, before = '') {
  expect(err).toMatch(line);
  expect(err.match(/\n/g)).toHaveLength(1);
  expect(err).not.toMatch(/\n\s+at |S3CR3T/);
  expect({ code, out }).toEqual({ code: 1, out: before });
}

/** For what another process does. */
const patience = { timeout: 30_000 };

const urlOf = (out: string): string => /http:\/\/[\d.:]+/.exec(out)?.[0] ?? `no address in ${out}`;

describe('a start that cannot be', () => {
  test('a database that nobody answers for', async () => {
    const env = { DATABASE_URL: 'postgres://me:S3CR3T@127.0.0.1:1/goodword' };
    expectOneLine(await start(env).ended, /^No Postgres answers at 127\.0\.0\.1:1: /);
  });

  test('a data folder with a file in its way', async () => {
    const file = join(cwd, 'file');
    await writeFile(file, '');
    const env = { GOODWORD_DATA_DIR: join(file, 'data') };
    expectOneLine(
      await start(env).ended,
      /^Goodword can't keep its data in .*a file is in the way/,
      preparing,
    );
  });

  test('a Slack that does not know the token, and says nothing of it', async () => {
    const slack = await createLocalSlack({ clock: createLocalClock() });
    const env = {
      ...(await server()),
      SLACK_BOT_TOKEN: 'xoxb-1-S3CR3T',
      SLACK_APP_TOKEN: 'xapp-1-S3CR3T',
      SLACK_API_URL: `${slack.url}/api/`,
      LOG_LEVEL: 'warn',
    };
    expectOneLine(await start(env).ended, /^Slack .*token/);
    await slack.stop();
  });

  test('a Discord that does not know the token', async () => {
    const discord = await createLocalDiscord({ clock: createLocalClock() });
    const env = {
      ...(await server()),
      DISCORD_TOKEN: 'S3CR3TS3CR3T.S3CR3T.S3CR3TS3CR3TS3CR3T',
      DISCORD_API_URL: discord.url,
      LOG_LEVEL: 'warn',
    };
    expectOneLine(await start(env).ended, /^Discord does not accept the token/);
    await discord.stop();
  });
});

describe('the local page', () => {
  let page: Running;
  let url: string;
  let said: string;
  const open = async () => {
    page = start({});
    said = await page.says('To go live');
    url = urlOf(said);
  };
  const post = async (path: string, body: object) => {
    const response = await fetch(url + path, { method: 'POST', body: JSON.stringify(body) });
    expect(response.status).toBe(200);
    return response.json();
  };
  const see = async (path: string) => (await (await fetch(`${url}/try/${path}`)).json()) as Pane;
  const textsOf = async (path: string) =>
    (await see(path)).conversations.flatMap(({ messages }) => messages.map(({ text }) => text));

  test('runs, answers on both platforms, stops cleanly, and is there again after', async () => {
    await open();
    expect(said.startsWith(preparing)).toBe(true);
    const health = await fetch(`${url}/healthz`);
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({
      ok: true,
      database: { kind: 'pglite', ok: true },
      outbox: { waiting: 0 },
      platforms: { slack: 'connected', discord: 'connected' },
    });
    expect(await (await fetch(`${url}/`)).text()).toContain('<html');

    for (const platform of ['slack', 'discord']) {
      await post(`/try/${platform}/tom`, { do: 'command', text: '/helpers' });
      await expect.poll(() => textsOf(`${platform}/tom`), patience).toHaveLength(1);
    }

    // A second one on the same folder, and one on the same port.
    expectOneLine(await start({}).ended, /^Another Goodword is using this folder/);
    const taken = { ...(await server()), PORT: new URL(url).port };
    expectOneLine(await start(taken).ended, /^Port \d+ on 127\.0\.0\.1 is taken/);

    page.kill('SIGTERM');
    expect(await page.ended).toMatchObject({ code: 0, signal: null, err: '' });

    await open();
    expect(said).not.toContain(preparing);
    expect(await textsOf('slack/tom')).toHaveLength(1);
    await post('/try/clock', { days: 1 });
    await post('/try/start-over', {});
    expect(await textsOf('slack/tom')).toEqual([]);
    page.kill('SIGINT');
    expect(await page.ended).toMatchObject({ code: 0, signal: null, err: '' });
  });

  test('on Postgres too, but not among real communities', async () => {
    const env = await server();
    page = start(env);
    url = urlOf(await page.says('To go live'));
    expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({
      ok: true,
      database: { kind: 'postgres' },
    });
    page.kill('SIGTERM');
    expect(await page.ended).toMatchObject({ code: 0, err: '' });

    const opened = await openDatabase({ url: env.DATABASE_URL });
    for (const community of await opened.communities()) {
      const settings = await opened.database.transaction(community, (stores) =>
        stores.community.settings(),
      );
      expect(settings).toMatchObject({ timeZone: 'Europe/Helsinki' });
      if (community.platform === 'discord') expect(settings.introductionsChannel).toMatch(/^\d+$/);
    }
    expect(await opened.communities()).toHaveLength(2);
    await opened.database.transaction({ platform: 'slack', id: 'T0REAL' }, async () => undefined);
    await opened.close();
    expectOneLine(await start(env).ended, /^The database in DATABASE_URL holds real communities/);
  });
});

describe('live', () => {
  async function communities() {
    const clock = createLocalClock();
    const slack = await createLocalSlack({ clock });
    const discord = await createLocalDiscord({ clock });
    return {
      slack,
      discord,
      env: {
        ...(await server()),
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_API_URL: `${slack.url}/api/`,
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.url,
      },
      stop: () => Promise.all([slack.stop(), discord.stop()]),
    };
  }

  test('connects to what the tokens are for; a signal lets what is in hand finish', async () => {
    const { slack, discord, env, stop } = await communities();
    const bot = start({ ...env, SLACK_APP_TOKEN: slack.appToken });
    const out = await bot.says('/healthz says');
    expect(out).toContain('is connected to Slack and Discord');
    expect((await fetch(`${urlOf(out)}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${urlOf(out)}/`)).text()).toContain('Goodword is running');

    // Acknowledged, and not answered yet.
    const acts = [slack, discord].map((one) => one.act('tom', { do: 'command', text: '/helpers' }));
    expect(await Promise.all(acts)).toMatchObject([{ ok: true }, { ok: true }]);
    bot.kill('SIGTERM');
    const { code, err } = await bot.ended;
    expect(code).toBe(0);
    expect(err).toContain('answered request=helpers platform=slack');
    expect(err).toContain('answered request=helpers platform=discord');
    for (const secret of [slack.botToken, slack.appToken, discord.token]) {
      expect(err).not.toContain(secret);
    }
    for (const one of [slack, discord]) {
      const [message] = one.see('tom').conversations.flatMap(({ messages }) => messages);
      expect(message).toMatchObject({ private: true, waiting: false });
    }
    await stop();
  });

  test('Slack over HTTP comes in at the same door', async () => {
    const { slack, env, stop } = await communities();
    const { DISCORD_TOKEN: _token, DISCORD_API_URL: _url, ...onlySlack } = env;
    const bot = start({
      ...onlySlack,
      SLACK_MODE: 'http',
      SLACK_SIGNING_SECRET: slack.signingSecret,
    });
    const url = urlOf(await bot.says('is connected to Slack.'));
    expect(await slack.deliverTo({ mode: 'http', url: `${url}/slack/events` })).toBe(true);
    await slack.act('tom', { do: 'command', text: '/helpers' });
    await expect
      .poll(
        () => slack.see('tom').conversations.flatMap(({ messages }) => messages).length,
        patience,
      )
      .toBe(1);
    const forged = await fetch(`${url}/slack/events`, { method: 'POST', body: 'command=/helpers' });
    expect(forged.status).toBeGreaterThanOrEqual(400);
    bot.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0 });
    await stop();
  });

  test('a platform that hangs up is told by /healthz', async () => {
    const { slack, discord, env, stop } = await communities();
    const bot = start({ ...env, SLACK_APP_TOKEN: slack.appToken });
    const url = urlOf(await bot.says('/healthz says'));
    await discord.stop();
    await expect.poll(async () => (await fetch(`${url}/healthz`)).status, patience).toBe(503);
    bot.kill('SIGTERM');
    expect(await bot.ended).toMatchObject({ code: 0 });
    await stop();
  });
});

test('a server that is not Slack is one line too', async () => {
  const other = createServer((_, response) => response.end('<html>hello'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const env = {
    ...(await server()),
    SLACK_BOT_TOKEN: 'xoxb-1-S3CR3T',
    SLACK_APP_TOKEN: 'xapp-1-S3CR3T',
    SLACK_API_URL: `http://127.0.0.1:${port}/`,
    LOG_LEVEL: 'warn',
  };
  expectOneLine(await start(env).ended, /Slack/);
  await new Promise((resolve) => other.close(resolve));
});
