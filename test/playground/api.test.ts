import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { beforeEach, describe, expect, it } from 'vitest';
import { actExamples, faultExamples } from '../../adapters/playground/act-form.ts';
import { createPlaygroundApi } from '../../adapters/playground/api.ts';
import { createLocalClock, type MovableClock } from '../../adapters/playground/clock.ts';
import type { Pane } from '../../adapters/playground/pane.ts';
import { createFakePlatform, type FakePlatform } from './fake-platform.ts';

let clock: MovableClock;
let slack: FakePlatform;
let discord: FakePlatform;
let settledAt: number[];
let app: Hono;

beforeEach(() => {
  clock = createLocalClock();
  slack = createFakePlatform({ name: 'slack', clock });
  discord = createFakePlatform({ name: 'discord', clock });
  settledAt = [];
  app = createPlaygroundApi({
    platforms: [slack, discord],
    clock,
    settle: async () => void settledAt.push(clock.offset()),
  });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  app.request(`http://127.0.0.1:8787${path}`, { headers });

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.request(`http://127.0.0.1:8787${path}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const read = async (response: Response | Promise<Response>) =>
  JSON.parse(await (await response).text());

const said = async (response: Response) => ({ status: response.status, ...(await read(response)) });

describe('what there is', () => {
  it('describes itself', async () => {
    const response = await get('/try');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const world = await read(response);
    expect(world).toMatchObject({ aheadMs: 0, startOver: false });
    expect(world.platforms.map((one: { name: string }) => one.name)).toEqual(['slack', 'discord']);
    const [facts] = world.platforms;
    expect(facts.personas.map((one: { handle: string }) => one.handle)).not.toContain('polly');
    expect(facts.members.map((one: { handle: string }) => one.handle)).toContain('polly');
    expect(facts.channels).toContainEqual({ id: 'general', name: 'general' });
    expect(world.calls.map((one: { call: string }) => one.call)).toContain('GET /try/changes');
  });

  it('is documented call by call, act by act', async () => {
    const docs = readFileSync(new URL('../../docs/local-page.md', import.meta.url), 'utf8');
    const { calls } = await read(get('/try'));
    for (const { call } of calls) expect(docs).toContain(`| \`${call}\` |`);
    for (const kind of Object.keys(actExamples)) expect(docs).toContain(`| \`{"do":"${kind}"`);
    for (const kind of Object.keys(faultExamples)) expect(docs).toContain(`{"fault":"${kind}"`);
  });

  it('counts for each persona what came', async () => {
    slack.post('dm-tom', [{ part: 'heading', text: 'Hello' }]);
    const facts = await read(get('/try/slack'));
    const tom = facts.personas.find((one: { handle: string }) => one.handle === 'tom');
    expect(tom.unread['dm-tom']).toBe(1);
  });

  it.each([
    ['/try/irc', 'There is no platform "irc" here. Please use slack or discord.'],
    ['/try/irc/nadia', 'There is no platform "irc" here. Please use slack or discord.'],
    [
      '/try/slack/bob',
      'Nobody you can be is called "bob". You can be nadia, tom, aiko, leila, jonas.',
    ],
    ['/try/slack/polly', 'Nobody you can be is called "polly".'],
    ['/nowhere', 'There is nothing at this address. GET /try lists what there is.'],
    ['/page/../api.ts', 'There is nothing at this address.'],
    ['/page/tsconfig.json', 'There is nothing at this address.'],
    ['/page/vendor/zod.js', 'There is nothing at this address.'],
  ])('says so at %s', async (path, sentence) => {
    const answer = await said(await get(path));
    expect(answer).toMatchObject({ status: 404, error: expect.stringContaining(sentence) });
  });
});

describe('doing something', () => {
  it('opens a form, sends it, and the helper reads it', async () => {
    expect(
      await said(await post('/try/slack/nadia', { do: 'command', text: '/ask-intro' })),
    ).toMatchObject({
      status: 200,
      ok: true,
    });
    const pane: Pane = await read(get('/try/slack/nadia'));
    expect(pane.modal?.title).toBe('Ask for an introduction');
    const values = {
      purpose: 'learn',
      about: 'Design',
      note: 'I would like to learn about Fjord Bank.',
    };
    await post('/try/slack/nadia', { do: 'submit', values });
    const tom: Pane = await read(get('/try/slack/tom'));
    const dm = tom.conversations.find((one) => one.kind === 'app-dm');
    expect(dm?.messages.at(-1)?.text).toContain('Nadia Haddad asks you for an introduction');
    expect(discord.acts).toEqual([]);
  });

  it("passes on the platform's own refusal", async () => {
    const answer = await said(await post('/try/slack/nadia', { do: 'command', text: '/dance' }));
    expect(answer).toEqual({ status: 200, ok: false, error: '/dance is not a command here.' });
  });

  it.each([
    ['/try/slack/nadia', 'not json', 400, 'Send one JSON object'],
    ['/try/slack/nadia', { do: 'sing' }, 400, '"do" must be one of'],
    ['/try/slack/bob', { do: 'dismiss' }, 404, 'Nobody you can be'],
    ['/try/irc/nadia', { do: 'dismiss' }, 404, 'There is no platform'],
    ['/try/slack/fault', { fault: 'flood' }, 400, '"fault" must be one of'],
    ['/try/slack/fault', { fault: 'dms', handle: 'bob', closed: true }, 404, 'Nobody you can be'],
    ['/try/clock', { forward: 'soon' }, 400, 'is not clear'],
    ['/try/start-over', {}, 404, 'not offered here'],
    ['/try/slack/nadia', 'x'.repeat(600_000), 413, 'too long'],
  ])('refuses at %s what is %j', async (path, body, status, sentence) => {
    const answer = await said(await post(path, body));
    expect(answer).toMatchObject({ status, error: expect.stringContaining(sentence) });
    expect(slack.acts).toEqual([]);
    expect(clock.offset()).toBe(0);
  });

  it('lets things go wrong on request', async () => {
    const fault = { fault: 'dms', handle: 'leila', closed: true };
    expect((await post('/try/slack/fault', fault)).status).toBe(200);
    expect(slack.faults).toEqual([fault]);
  });
});

describe('the clock', () => {
  const day = 24 * 60 * 60 * 1000;

  it('settles after each day that it moves', async () => {
    const answer = await said(await post('/try/clock', { forward: 'P2DT1H' }));
    expect(answer).toMatchObject({ status: 200, aheadMs: 2 * day + 3_600_000 });
    expect(settledAt).toEqual([day, 2 * day, 2 * day + 3_600_000]);
    expect((await read(get('/try/clock'))).aheadMs).toBe(clock.offset());
  });

  it('makes two moves at once two moves', async () => {
    await Promise.all([post('/try/clock', { days: 1 }), post('/try/clock', { days: 1 })]);
    expect(settledAt).toEqual([day, 2 * day]);
  });

  it('tells when settling fails, and goes on', async () => {
    let fail = true;
    const failing = createPlaygroundApi({
      platforms: [slack],
      clock,
      settle: async () => {
        if (fail) throw new Error('the database is away');
      },
    });
    const move = () =>
      failing.request('http://localhost/try/clock', { method: 'POST', body: '{"days":1}' });
    expect(await said(await move())).toEqual({
      status: 500,
      error: 'Something went wrong in the local page: the database is away',
    });
    fail = false;
    expect((await move()).status).toBe(200);
  });
});

it('starts over where that is offered', async () => {
  const calls: string[] = [];
  app = createPlaygroundApi({
    platforms: [slack],
    clock,
    settle: async () => {},
    startOver: async () => void calls.push('start over'),
  });
  expect((await post('/try/start-over', '')).status).toBe(200);
  expect(calls).toEqual(['start over']);
});

describe('changes', () => {
  it('tells that something changed, several at once as one, and ends with its signal', async () => {
    const stopping = new AbortController();
    app = createPlaygroundApi({
      platforms: [slack],
      clock,
      settle: async () => {},
      signal: stopping.signal,
    });
    const response = await get('/try/changes');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('event: change');
    slack.post('general', []);
    slack.post('general', []);
    clock.forward(1_000);
    expect((await reader.read()).value?.match(/event: change/g)).toHaveLength(1);
    const last = reader.read();
    stopping.abort();
    expect((await last).done).toBe(true);
  });
});

describe('other web pages', () => {
  const act = { do: 'command', text: '/goodword' };

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:9999' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
    [
      'a page on a sibling port',
      { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:8787' },
    ],
    ['a name that was rebound', { host: 'evil.example:8787', origin: 'http://evil.example:8787' }],
    ['a name that only looks local', { host: 'localhost.evil.example', origin: '' }],
    ['a broken host', { host: 'a b' }],
  ])('%s cannot act', async (_, headers) => {
    const response = await post('/try/slack/nadia', act, headers);
    expect(response.status).toBe(403);
    expect((await read(response)).error).toMatch(/^(Only the local page|This page answers only)/);
    expect(slack.acts).toEqual([]);
  });

  it.each(['evil.example', '192.168.1.7:8787', '127.0.0.1.evil.example'])(
    'a page under %s cannot even read',
    async (host) => {
      expect((await get('/try', { host })).status).toBe(403);
      expect((await get('/', { host })).status).toBe(403);
    },
  );

  it.each(['localhost:8787', '127.0.0.1:8787', '[::1]:8787', 'goodword.localhost'])(
    'the page itself under %s can',
    async (host) => {
      const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin' };
      expect((await post('/try/slack/nadia', act, headers)).status).toBe(200);
    },
  );

  it('so can a host name that was allowed', async () => {
    app = createPlaygroundApi({
      platforms: [slack],
      clock,
      settle: async () => {},
      hosts: ['Demo.Example'],
    });
    expect((await get('/try', { host: 'demo.example' })).status).toBe(200);
  });
});

describe('the page', () => {
  it('is served with everything it asks for, and with a policy that allows no more', async () => {
    const response = await get('/');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'; script-src 'self' 'sha256-[\w+/]+=';/);
    expect(policy).toContain("frame-ancestors 'none'");
    const html = await response.text();
    const asked = [...html.matchAll(/"(\/page\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(5);
    const seen = new Set<string>();
    while (asked.length > 0) {
      const path = asked.pop() ?? '';
      if (seen.has(path)) continue;
      seen.add(path);
      const file = await get(path);
      expect([path, file.status]).toEqual([path, 200]);
      if (!path.endsWith('.js') || path.includes('vendor')) continue;
      for (const [, name] of (await file.text()).matchAll(/from '\.\/([\w-]+\.js)'/g)) {
        asked.push(`/page/${name}`);
      }
    }
    expect([...seen]).toContain('/page/composer.js');
  });
});
