import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createLocalSlack, type LocalSlack } from '../../../adapters/playground/slack/server.ts';
import { testClock } from './bolt-app.ts';

let slack: LocalSlack;
afterEach(() => slack.stop());

async function connect(): Promise<{ socket: WebSocket; next(): Promise<Record<string, unknown>> }> {
  const response = await fetch(`${slack.url}/api/apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.appToken}` },
  });
  const { url } = (await response.json()) as { url: string };
  const socket = new WebSocket(url);
  const waiting: string[] = [];
  let wake = (): void => {};
  socket.on('message', (data) => {
    waiting.push(String(data));
    wake();
  });
  const next = async () => {
    while (!waiting.length) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return JSON.parse(waiting.shift() ?? '') as Record<string, unknown>;
  };
  return { socket, next };
}

test('each connection is greeted, envelopes are spread over them, and each is told to go', async () => {
  slack = await createLocalSlack({ clock: testClock() });
  const [a, b] = [await connect(), await connect()];
  expect((await a.next()).type).toBe('hello');
  expect(await b.next()).toMatchObject({ type: 'hello', num_connections: 2 });
  const acts = [
    slack.act('nadia', { do: 'command', text: '/helpers' }),
    slack.act('tom', { do: 'command', text: '/helpers' }),
  ];
  for (const { socket, next } of [a, b]) {
    const envelope = await next();
    expect(envelope).toMatchObject({
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: { command: '/helpers' },
    });
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload: { text: 'ok' } }));
  }
  expect(await Promise.all(acts)).toMatchObject([{ ok: true }, { ok: true }]);
  const closed = Promise.all([once(a.socket, 'close'), once(b.socket, 'close')]);
  await slack.stop();
  expect(await a.next()).toMatchObject({ type: 'disconnect', reason: 'link_disabled' });
  await closed;
});

test('a ticket opens one connection', async () => {
  slack = await createLocalSlack({ clock: testClock() });
  const { socket, next } = await connect();
  await next();
  const again = new WebSocket(socket.url);
  const [problem] = await once(again, 'error');
  expect(String(problem)).toContain('401');
  socket.close();
});

test('an event that is not acknowledged comes again and says why', async () => {
  slack = await createLocalSlack({ clock: testClock() });
  const { socket, next } = await connect();
  await next();
  const done = slack.sendEvent({ type: 'team_join' });
  const first = await next();
  expect(first).not.toHaveProperty('retry_attempt');
  const second = await next();
  expect(second).toMatchObject({
    type: 'events_api',
    retry_attempt: 1,
    retry_reason: 'http_timeout',
    payload: first.payload,
  });
  socket.send(JSON.stringify({ envelope_id: second.envelope_id }));
  expect(await done).toMatchObject({ acknowledged: true });
});
