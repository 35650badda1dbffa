import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { createLocalSlack } from '../../../adapters/playground/slack/server.ts';
import { createSlackPlatform } from '../../../adapters/slack/platform.ts';
import type { App } from '../../../src/ports.ts';
import { connectLocal, messagesOf, view } from './local.ts';
import { createStubApi } from './stub-api.ts';

const app: App = {
  answer: async () => ({ reply: { reply: 'nothing' }, waiting: [] }),
  shown: async () => {},
  suggest: async () => [],
};
const silent = pino({ level: 'silent' });

describe('Socket Mode', () => {
  it('is connected at the hello, and stops', async () => {
    const local = await connectLocal();
    expect(local.platform.state()).toBe('connected');
    await local.platform.stop();
    expect(local.platform.state()).toBe('stopped');
    await local.slack.stop();
  });

  it('says plainly when Slack refuses the token, and when nobody is there', async () => {
    const slack = await createLocalSlack({ clock: { now: () => new Date(), forward() {} } });
    const mode = { mode: 'socket' as const, appToken: slack.appToken };
    const apiUrl = `${slack.url}/api/`;
    const wrong = createSlackPlatform({ botToken: 'xoxb-wrong', mode, apiUrl, log: silent });
    expect(wrong.state()).toBe('starting');
    await expect(wrong.start(app)).rejects.toThrow('SLACK_BOT_TOKEN');
    expect(wrong.state()).toBe('stopped');
    const socketless = createSlackPlatform({
      botToken: slack.botToken,
      mode: { ...mode, appToken: 'xapp-wrong' },
      apiUrl,
      log: silent,
    });
    await expect(socketless.start(app)).rejects.toThrow('SLACK_APP_TOKEN');
    await slack.stop();
    const alone = createSlackPlatform({ botToken: slack.botToken, mode, apiUrl, log: silent });
    await expect(alone.start(app)).rejects.toThrow("Slack can't be reached");
  });

  it('connects again when Slack closes the socket, and lives through refusals meanwhile', async () => {
    const local = await connectLocal();
    local.reply(() => ({ reply: 'message', view: view('Back again.') }));
    local.slack.fault({ fault: 'server-error', count: 1, match: 'apps.connections.open' });
    // Switching the delivery makes Slack close the socket.
    await local.slack.deliverTo({ mode: 'http', url: 'http://127.0.0.1:9/' });
    await local.slack.deliverTo({ mode: 'socket' });
    await expect.poll(() => local.platform.state(), { timeout: 8_000 }).toBe('disconnected');
    await expect.poll(() => local.platform.state(), { timeout: 8_000 }).toBe('connected');
    await local.slack.act('nadia', { do: 'command', text: '/goodword' });
    await local.seen('nadia', (pane) => messagesOf(pane).includes('Back again.'));
    await local.stop();
  });

  it('finishes what is in hand before it stops', async () => {
    const local = await connectLocal();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    local.reply(async () => {
      await answered;
      return { reply: 'message', view: view('Just in time.') };
    });
    await local.slack.act('nadia', { do: 'command', text: '/goodword' });
    const stopping = local.platform.stop();
    answer();
    await stopping;
    expect(messagesOf(local.slack.see('nadia'))).toContain('Just in time.');
    await local.slack.stop();
  });
});

describe('HTTP', () => {
  async function served() {
    let listener: RequestListener = (_, response) => response.writeHead(404).end();
    const server = createServer((request, response) => listener(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
    const mount = (given: RequestListener) => {
      listener = given;
    };
    const close = async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    };
    return { url, mount, close };
  }

  it('answers what Slack sends, over somebody else’s server', async () => {
    const { url, mount, close } = await served();
    const local = await connectLocal(({ signingSecret }) => ({
      mode: 'http',
      signingSecret,
      server: { mount },
    }));
    expect(local.platform.state()).toBe('connected');
    expect(await local.slack.deliverTo({ mode: 'http', url })).toBe(true);
    local.reply(() => ({ reply: 'message', view: view('Over HTTP.') }));
    expect(await local.slack.act('nadia', { do: 'command', text: '/goodword' })).toMatchObject({
      ok: true,
    });
    await local.seen('nadia', (pane) => messagesOf(pane).includes('Over HTTP.'));
    await local.stop();
    expect((await fetch(url, { method: 'POST' })).status).toBe(503);
    await close();
  });

  it('refuses what is unsigned, wrongly signed or older than five minutes', async () => {
    const { url, mount, close } = await served();
    const api = await createStubApi();
    api.next({ ok: true, team_id: 'T1', user_id: 'U1', bot_id: 'B1' });
    const asked: string[] = [];
    const platform = createSlackPlatform({
      botToken: 'xoxb-test',
      mode: { mode: 'http', signingSecret: 'secret', server: { mount } },
      apiUrl: api.url,
      log: silent,
    });
    await platform.start({
      ...app,
      answer: async (intent) => {
        asked.push(intent.dedupeKey);
        return app.answer(intent);
      },
    });
    const send = (at: number, secret?: string) => {
      const body = new URLSearchParams({
        command: '/goodword',
        team_id: 'T1',
        user_id: 'U2',
        channel_id: 'C1',
        text: '',
        trigger_id: `t${at}`,
      }).toString();
      const hash = createHmac('sha256', secret ?? '')
        .update(`v0:${at}:${body}`)
        .digest('hex');
      return fetch(url, {
        method: 'POST',
        body,
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          ...(secret === undefined
            ? {}
            : { 'X-Slack-Request-Timestamp': String(at), 'X-Slack-Signature': `v0=${hash}` }),
        },
      });
    };
    const now = Math.floor(Date.now() / 1000);
    expect((await send(now)).status).toBe(401);
    expect((await send(now, 'another')).status).toBe(401);
    expect((await send(now - 301, 'secret')).status).toBe(401);
    expect(asked).toEqual([]);
    expect((await send(now, 'secret')).status).toBe(200);
    expect(asked).toEqual([`t${now}`]);
    expect((await fetch(url)).status).toBe(404);
    await platform.stop();
    await api.stop();
    await close();
  });
});
