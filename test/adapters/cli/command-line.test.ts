import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../../adapters/cli/main.ts';
import { version } from '../../../adapters/cli/version.ts';
import { commands } from '../../../src/commands.ts';
import { goodword, killAll } from './process.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'goodword-cli-'));
});
afterAll(async () => {
  killAll();
  await rm(cwd, { recursive: true, force: true });
});

/** The command line in this process. */
async function run(args: string[]) {
  let out = '';
  let err = '';
  const code = await main(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ready: async () => {},
    style: (_style, text) => text,
  });
  return { code, out, err };
}

describe('what it prints', () => {
  test('--version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });

  test.each([[[]], [['help']], [['--help']]])('the help for %j', async (args) => {
    const { code, out, err } = await run(args);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('start');
    expect(out).toContain('manifest');
  });

  test('the help of one command', async () => {
    const { code, out } = await run(['help', 'manifest']);
    expect(code).toBe(0);
    expect(out).toContain('--url <address>');
  });

  test("Slack's manifest for Socket Mode", async () => {
    const { code, out, err } = await run(['manifest', 'slack']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ settings: { socket_mode_enabled: true } });
  });

  test.each([
    'https://goodword.example',
    'https://goodword.example/',
    'https://goodword.example/slack/events',
  ])("Slack's manifest for HTTP at %s", async (url) => {
    const { out } = await run(['manifest', 'slack', '--url', url]);
    expect(JSON.parse(out)).toMatchObject({
      settings: {
        socket_mode_enabled: false,
        interactivity: { request_url: 'https://goodword.example/slack/events' },
      },
    });
  });

  test('a link that opens Slack with the manifest filled in', async () => {
    const { out } = await run(['manifest', 'slack', '--link']);
    const link = new URL(out.trim());
    expect(link.origin + link.pathname).toBe('https://api.slack.com/apps');
    expect(out).not.toContain('+');
    const inside = JSON.parse(link.searchParams.get('manifest_json') ?? '');
    expect(inside).toEqual(JSON.parse((await run(['manifest', 'slack'])).out));
  });

  test("Discord's commands", async () => {
    const { code, out, err } = await run(['manifest', 'discord']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const names = (JSON.parse(out) as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(commands.map(({ name }) => name)));
  });
});

describe('wrong use is one line and exit code 2', () => {
  const table: [string[], string][] = [
    [['strat'], "Unknown command 'strat'. Did you mean start?"],
    [['dance'], "Unknown command 'dance'. `goodword help` lists what there is."],
    [['--loud'], "Unknown option '--loud'. `goodword help` lists what there is."],
    [['start', 'now'], "Too many arguments for 'start'. Expected 0 arguments but got 1"],
    [['manifest'], "Missing required argument 'platform'."],
    [['manifest', 'teams'], 'Allowed choices are slack, discord.'],
    [['manifest', 'slack', '--url', 'http://x'], 'Use an address like https://goodword.example.'],
    [['manifest', 'discord', '--url', 'https://x'], '--url is for slack alone.'],
    [['manifest', 'discord', '--link'], '--link is for slack alone.'],
    [['help', 'dance'], "Unknown command 'dance'."],
  ];
  test.each(table)('%j', async (args, expected) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(expected);
    expect(err.match(/\n/g)).toHaveLength(1);
  });
});

describe('as a process', () => {
  test('what it prints goes to standard output', async () => {
    expect(await goodword(['--version'], { cwd }).ended).toEqual({
      code: 0,
      signal: null,
      out: `${version}\n`,
      err: '',
    });
  });

  test('a Node that is too old is told so', async () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '20.18.3' })";
    const preload = ['--import', `data:text/javascript,${encodeURIComponent(old)}`];
    const { code, out, err } = await goodword(['start'], { cwd, node: preload }).ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      'Goodword needs Node 20.19 or newer; this is 20.18.3. Please install a newer one from https://nodejs.org.\n',
    );
  });

  test('wrong use ends with 2', async () => {
    expect(await goodword(['dance'], { cwd }).ended).toMatchObject({
      code: 2,
      out: '',
      err: "Unknown command 'dance'. `goodword help` lists what there is.\n",
    });
  });
});

describe('wrong settings are one line each and exit code 1', () => {
  test('half-set tokens', async () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-1-SECRET' };
    const { code, out, err } = await goodword(['start'], { cwd, env }).ended;
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^SLACK_BOT_TOKEN needs SLACK_APP_TOKEN too\. .*\n$/);
  });

  test('two things at once, one of them in .env, telling no secret', async () => {
    const own = await mkdtemp(join(cwd, 'env-'));
    await writeFile(join(own, '.env'), 'PROT=8080\nLOG_LEVEL=warn\n');
    const env = { DATABASE_URL: 'mysql://me:SECRET@db/x' };
    const { code, err } = await goodword(['start'], { cwd: own, env }).ended;
    expect(code).toBe(1);
    expect(err.split('\n')).toEqual([
      'PROT in .env is not a setting of Goodword. Did you mean PORT?',
      expect.stringMatching(/^DATABASE_URL is not a Postgres address\./),
      '',
    ]);
    expect(err).not.toContain('SECRET');
  });

  test('a .env that is a folder', async () => {
    const own = await mkdtemp(join(cwd, 'env-'));
    await mkdir(join(own, '.env'));
    const { code, err } = await goodword(['start'], { cwd: own }).ended;
    expect(code).toBe(1);
    expect(err).toMatch(/^\S+\.env could not be read \(EISDIR\)\..*\n$/);
  });
});
