import { App, LogLevel } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import { createLocalSlack } from '../../../adapters/playground/slack/server.ts';
import { type Running, refusal, runBolt, testClock, textsIn } from './bolt-app.ts';

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

test('wrong tokens are told apart', async () => {
  const slack = await createLocalSlack({ clock: testClock() });
  const call = async (method: string, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined;
    const init = { method: 'POST', ...(headers ? { headers } : {}) };
    return ((await (await fetch(`${slack.url}/api/${method}`, init)).json()) as { error: string })
      .error;
  };
  expect(await call('auth.test')).toBe('not_authed');
  expect(await call('auth.test', 'xoxb-wrong')).toBe('invalid_auth');
  expect(await call('auth.test', slack.appToken)).toBe('not_allowed_token_type');
  expect(await call('apps.connections.open', slack.botToken)).toBe('not_allowed_token_type');
  expect(await call('auth.tset', slack.botToken)).toBe('unknown_method');
  const app = new App({
    token: slack.botToken,
    appToken: 'xapp-wrong',
    socketMode: true,
    clientOptions: { slackApiUrl: `${slack.url}/api/` },
    logLevel: LogLevel.ERROR,
    logger: {
      debug() {},
      info() {},
      warn() {},
      error() {},
      setLevel() {},
      getLevel: () => LogLevel.ERROR,
      setName() {},
    },
  });
  await expect(app.start()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
  await slack.stop();
});

test('a 429 is honoured by the real client, and only calls that match are hit', async () => {
  running = await runBolt(() => {}, { retries: 1 });
  const { slack, app } = running;
  slack.fault({ fault: 'rate-limit', count: 1, retryAfter: 0, match: 'chat.' });
  expect(await app.client.auth.test()).toMatchObject({ ok: true });
  await app.client.chat.postMessage({ channel: 'C0WINS', text: 'once' });
  expect(textsIn(slack.see('tom'), 'C0WINS')).toEqual(['once']);
});

test('without retries a 429 says how long to wait', async () => {
  running = await runBolt(() => {});
  const { slack } = running;
  slack.fault({ fault: 'rate-limit', count: 1, retryAfter: 7 });
  const response = await fetch(`${slack.url}/api/chat.postMessage`, { method: 'POST' });
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('7');
});

test('a dropped answer was carried out all the same', async () => {
  running = await runBolt(() => {});
  const { slack, app } = running;
  slack.fault({ fault: 'drop-answer', count: 1, match: 'chat.postMessage' });
  const post = app.client.chat.postMessage({ channel: 'C0WINS', text: 'sent?' });
  await expect(post).rejects.toMatchObject({ code: 'slack_webapi_request_error' });
  expect(textsIn(slack.see('tom'), 'C0WINS')).toEqual(['sent?']);
});

test('a server error carries nothing out', async () => {
  running = await runBolt(() => {});
  const { slack, app } = running;
  slack.fault({ fault: 'server-error', count: 1, match: 'chat.' });
  const post = app.client.chat.postMessage({ channel: 'C0WINS', text: 'x' });
  await expect(post).rejects.toMatchObject({ code: 'slack_webapi_http_error', statusCode: 500 });
  expect(textsIn(slack.see('tom'), 'C0WINS')).toEqual([]);
});

test('closed DMs are refused until they open again', async () => {
  running = await runBolt(() => {});
  const { slack, app } = running;
  slack.fault({ fault: 'dms', handle: 'tom', closed: true });
  expect(await refusal(app.client.conversations.open({ users: 'U0TOM' }))).toMatchObject({
    error: 'user_disabled',
  });
  for (const channel of ['U0TOM', 'D0TOM']) {
    expect(await refusal(app.client.chat.postMessage({ channel, text: 'x' }))).toMatchObject({
      error: 'messages_tab_disabled',
    });
  }
  await app.client.chat.postMessage({ channel: 'U0NADIA', text: 'x' });
  slack.fault({ fault: 'dms', handle: 'tom', closed: false });
  await app.client.chat.postMessage({ channel: 'U0TOM', text: 'x' });
  expect(textsIn(slack.see('tom'), 'D0TOM')).toEqual(['x']);
});

test('when asked to, a channel takes about one message a second', async () => {
  running = await runBolt(() => {}, { paced: true });
  const { slack, app } = running;
  await app.client.chat.postMessage({ channel: 'C0WINS', text: 'first' });
  const response = await fetch(`${slack.url}/api/chat.postMessage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.botToken}` },
    body: JSON.stringify({ channel: 'C0WINS', text: 'second' }),
  });
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '1']);
  await app.client.chat.postMessage({ channel: 'C0GENERAL', text: 'elsewhere' });
  expect(textsIn(slack.see('tom'), 'C0WINS')).toEqual(['first']);
});
