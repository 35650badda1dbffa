import { Hono } from 'hono';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type HealthSources, healthOf } from '../../../adapters/cli/health.ts';
import { type HttpOptions, type HttpServer, openHttp } from '../../../adapters/cli/http.ts';

const well: HealthSources = {
  database: { kind: 'embedded', ping: async () => undefined },
  queue: { counts: async () => ({ waiting: 1, undelivered: 2, ambiguous: 3, dead: 4 }) },
  platforms: [
    { name: 'slack', state: () => 'connected' },
    { name: 'discord', state: () => 'connected' },
  ],
};

let server: HttpServer | undefined;
const open = async (options: Partial<HttpOptions> = {}) => {
  server = await openHttp({
    host: '127.0.0.1',
    port: 0,
    health: () => healthOf(well),
    ...options,
  });
  return server.url;
};
afterEach(async () => {
  vi.useRealTimers();
  await server?.close();
  server = undefined;
});

describe('/healthz', () => {
  test('all well', async () => {
    const response = await fetch(`${await open()}/healthz`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ok: true,
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      uptime: expect.any(Number),
      database: { kind: 'embedded', ok: true, ms: expect.any(Number) },
      outbox: { waiting: 1, undelivered: 2, ambiguous: 3, dead: 4 },
      platforms: { slack: 'connected', discord: 'connected' },
    });
  });

  const bad: [string, Partial<HealthSources>, object][] = [
    [
      'a database that fails',
      { database: { kind: 'postgres', ping: () => Promise.reject(new Error('gone')) } },
      { database: { kind: 'postgres', ok: false } },
    ],
    [
      'a platform that is not connected',
      { platforms: [{ name: 'slack', state: () => 'disconnected' }] },
      { database: { ok: true }, platforms: { slack: 'disconnected' } },
    ],
  ];
  test.each(bad)('%s: 503', async (_, sources, expected) => {
    const url = await open({ health: () => healthOf({ ...well, ...sources }) });
    const response = await fetch(`${url}/healthz`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ ok: false, ...expected });
  });

  test('a database that does not answer counts as down after two seconds', async () => {
    vi.useFakeTimers();
    const found = healthOf({
      ...well,
      database: { kind: 'postgres', ping: () => new Promise(() => undefined) },
    });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await found).toMatchObject({ ok: false, database: { ok: false } });
    expect(await found).not.toHaveProperty('outbox');
  });
});

test('the page has the rest, /healthz stays', async () => {
  const page = new Hono().get('/', (c) => c.html('<p>hello'));
  const url = await open({ page });
  expect(await (await fetch(`${url}/`)).text()).toBe('<p>hello');
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect((await fetch(`${url}/nowhere`)).status).toBe(404);
});

test('without a page: a line, and nothing else', async () => {
  const url = await open();
  expect(await (await fetch(`${url}/`)).text()).toContain('Goodword is running');
  expect((await fetch(`${url}/slack/events`, { method: 'POST' })).status).toBe(404);
});

test("Slack's requests reach their listener with the body unread", async () => {
  const url = await open({
    slackEvents: (request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => response.end(`${request.method} ${body}`));
    },
  });
  const response = await fetch(`${url}/slack/events?x=1`, { method: 'POST', body: 'a=1' });
  expect(await response.text()).toBe('POST a=1');
});

describe('an address that cannot be had is one plain line', () => {
  test('a taken port', async () => {
    const port = Number(new URL(await open()).port);
    const again = openHttp({ host: '127.0.0.1', port, health: () => healthOf(well) });
    await expect(again).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken, perhaps by a Goodword that still runs. Choose another with PORT=${port + 1}, or any free one with PORT=0.`,
    );
  });

  test("another machine's address", async () => {
    const elsewhere = openHttp({ host: '192.0.2.1', port: 0, health: () => healthOf(well) });
    await expect(elsewhere).rejects.toThrow('HOST=192.0.2.1 is not an address of this machine.');
  });
});

test('an open stream does not keep the server from closing', async () => {
  const page = new Hono().get('/', () => new Response(new ReadableStream({ start() {} })));
  const response = await fetch(`${await open({ page })}/`);
  const ended = expect(response.text()).rejects.toThrow();
  await server?.close();
  await ended;
});
