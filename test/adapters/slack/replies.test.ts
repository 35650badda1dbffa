import type { ServerResponse } from 'node:http';
import { webApi } from '@slack/bolt';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltLog, masked } from '../../../adapters/slack/bolt-log.ts';
import type { Surface } from '../../../adapters/slack/parse.ts';
import { renderMessages } from '../../../adapters/slack/render.ts';
import { createReplies, type Replies } from '../../../adapters/slack/replies.ts';
import type { Time } from '../../../adapters/slack/time.ts';
import type { Form } from '../../../src/form.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { view } from './local.ts';
import { createStubApi, type StubApi } from './stub-api.ts';

let api: StubApi;
let replies: Replies;
let waits: number[];
let stopping: AbortController;
/** Jumps over every wait. */
let time: Time;
beforeEach(async () => {
  waits = [];
  stopping = new AbortController();
  time = {
    now: () => waits.reduce((sum, ms) => sum + ms, 0),
    wait: async (ms) => void waits.push(ms),
  };
  api = await createStubApi();
  const log = pino({ level: 'silent' });
  const client = new webApi.WebClient('xoxb-test', {
    slackApiUrl: api.url,
    logger: createBoltLog(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  const { signal } = stopping;
  replies = createReplies({ client, words: messagesFor(), log, time, stopping: signal });
});
afterEach(() => api.stop());

const by = { platform: 'slack' as const, community: 'T1', user: 'U1' };
const command = (): Surface => ({
  on: 'command',
  by,
  trigger: 'trigger',
  channel: 'C1',
  responseUrl: `${api.url}response-url`,
});
const dm = (): Surface => ({ ...command(), on: 'message', ts: '17.1', ephemeral: false });
const modal = (): Surface => ({ ...command(), on: 'modal', view: 'V1', note: {} });
const methods = () => api.calls.map(({ method }) => method);
const no = (error: string) => ({ ok: false, error });

const form: Form = {
  title: 'Not now',
  submit: 'Send',
  send: { type: 'send-not-now', ask: '019b0000-0000-7000-8000-000000000001' },
  fields: [{ id: 'when', label: 'When', kind: 'date', required: false }],
};

describe('a private message', () => {
  it('in a thread stays in it', async () => {
    const menu: Surface = { ...command(), on: 'shortcut', thread: '16.9' };
    api.next(no('used_url'));
    await replies.give({ reply: 'message', view: view('Hello') }, menu);
    expect(methods()).toEqual(['response-url', 'chat.postEphemeral']);
    // The stub reads forms, and this one is JSON.
    expect(JSON.stringify(api.calls[0]?.args)).toContain('thread_ts');
    expect(api.calls[1]?.args).toMatchObject({ channel: 'C1', user: 'U1', thread_ts: '16.9' });
  });

  it('goes through the response URL, else to the channel, else by DM', async () => {
    await replies.tellPrivately(view('Hello'), command());
    expect(methods()).toEqual(['response-url']);

    api.calls.length = 0;
    api.next(no('used_url'), { ok: true });
    await replies.tellPrivately(view('Hello'), command());
    expect(methods()).toEqual(['response-url', 'chat.postEphemeral']);
    expect(api.calls[1]?.args).toMatchObject({ channel: 'C1', user: 'U1', text: 'Hello' });

    api.calls.length = 0;
    api.next((response) => response.writeHead(404).end('expired_url'), no('channel_not_found'));
    await replies.tellPrivately(view('Hello'), command());
    expect(methods()).toEqual(['response-url', 'chat.postEphemeral', 'chat.postMessage']);
    expect(api.calls[2]?.args).toMatchObject({ channel: 'U1' });
  });

  it('that arrives nowhere is an error', async () => {
    api.next(no('used_url'), no('not_in_channel'), no('messages_tab_disabled'));
    await expect(replies.tellPrivately(view('Hello'), command())).rejects.toThrow('used_url');
  });
});

describe('a form', () => {
  it('that comes too late for its trigger becomes a plain sentence', async () => {
    api.next(no('expired_trigger_id'));
    await replies.give({ reply: 'form', form }, command());
    expect(methods()).toEqual(['views.open', 'response-url']);
  });

  it('takes the place of the modal where it was asked for', async () => {
    await replies.give({ reply: 'form', form }, modal());
    expect(methods()).toEqual(['views.update']);
    expect(api.calls[0]?.args.view_id).toBe('V1');
  });

  it('that Slack refuses is an error', async () => {
    api.next(no('invalid_arguments'));
    await expect(replies.give({ reply: 'form', form }, command())).rejects.toThrow();
  });
});

describe('an update', () => {
  it('falls back to the message itself, then to a private message', async () => {
    api.next(no('expired_url'), { ok: true });
    await replies.give({ reply: 'update', view: view('Done') }, dm());
    expect(methods()).toEqual(['response-url', 'chat.update']);

    api.calls.length = 0;
    api.next(no('expired_url'), no('message_not_found'));
    await replies.give({ reply: 'update', view: view('Done') }, dm());
    expect(methods()).toEqual(['response-url', 'chat.update', 'chat.postEphemeral']);
  });

  it('of a modal is tried once more when no answer came, and comes by DM when it was closed', async () => {
    api.next('cut', { ok: true });
    await replies.give({ reply: 'update', view: view('Done') }, modal());
    expect(methods()).toEqual(['views.update', 'views.update']);

    api.calls.length = 0;
    api.next(no('not_found'));
    await replies.give({ reply: 'update', view: view('Done') }, modal());
    expect(methods()).toEqual(['views.update', 'chat.postMessage']);
  });
});

describe('a rate limit', () => {
  const limited = (seconds: number) => (response: ServerResponse) =>
    response.writeHead(429, { 'Retry-After': String(seconds) }).end('{"ok":false}');

  it('is waited out where the answer belongs, when that is short', async () => {
    api.next(limited(3));
    await replies.give({ reply: 'update', view: view('Done') }, dm());
    expect(methods()).toEqual(['response-url', 'response-url']);
    expect(waits).toEqual([3_000]);
  });

  it('that is longer leaves the other ways', async () => {
    api.next(limited(20));
    await replies.give({ reply: 'update', view: view('Done') }, dm());
    expect(methods()).toEqual(['response-url', 'chat.update']);

    api.calls.length = 0;
    api.next(limited(20), limited(20));
    await replies.give({ reply: 'update', view: view('Done') }, dm());
    expect(methods()).toEqual(['response-url', 'chat.update', 'response-url']);
  });

  it('on every way is waited out, the shortest first', async () => {
    api.next(limited(60), limited(30), limited(90));
    await expect(replies.tellPrivately(view('Hello'), command())).resolves.toBe(true);
    expect(methods()).toEqual([
      'response-url',
      'chat.postEphemeral',
      'chat.postMessage',
      'response-url',
    ]);
    expect(waits).toEqual([30_000]);
  });

  it('longer than an answer is worth ends it', async () => {
    api.next(limited(3_600), limited(3_600), limited(3_600));
    await expect(replies.tellPrivately(view('Hello'), command())).rejects.toThrow('rate limited');
    expect(waits).toEqual([]);
  });

  it('in the middle of a long answer is waited out there', async () => {
    const long = view('Long', [{ node: 'quote', text: 'word '.repeat(30_000) }]);
    const parts = renderMessages(long).length;
    expect(parts).toBeGreaterThan(1);
    api.next({ ok: true }, limited(40));
    await expect(replies.tellPrivately(long, command())).resolves.toBe(true);
    expect(methods()).toEqual(Array(parts + 1).fill('response-url'));
  });

  it('on a modal is waited out, up to a minute', async () => {
    api.next(limited(20), limited(20));
    await replies.give({ reply: 'update', view: view('Done') }, modal());
    expect(methods()).toEqual(['views.update', 'views.update', 'views.update']);

    api.calls.length = 0;
    api.next(limited(61));
    await replies.give({ reply: 'update', view: view('Done') }, modal());
    expect(methods()).toEqual(['views.update', 'response-url']);
  });

  it('is not waited for when the process stops', async () => {
    stopping.abort();
    api.next(limited(1), limited(1), limited(1));
    await expect(replies.tellPrivately(view('Hello'), command())).rejects.toThrow();
    expect(waits).toEqual([]);
  });
});

describe('no answer', () => {
  it('to a post means that it may be there: it is not sent again that way', async () => {
    api.next('cut', 'cut', 'cut');
    await expect(replies.tellPrivately(view('Hello'), command())).rejects.toThrow();
    expect(methods()).toEqual(['response-url', 'chat.postEphemeral', 'chat.postMessage']);
    expect(waits).toEqual([]);
  });

  it('because nobody listens means that it is not there: it is sent again', async () => {
    const { port } = new URL(api.url);
    const surface = command();
    await api.stop();
    setTimeout(() => void api.listen(Number(port)), 300);
    const { wait } = time;
    time.wait = async (ms) => {
      await wait(ms);
      await new Promise((resolve) => setTimeout(resolve, 100));
    };
    await expect(replies.tellPrivately(view('Hello'), surface)).resolves.toBe(true);
    expect(methods()).toHaveLength(1);
    expect(waits.length).toBeGreaterThan(1);
  });
});

it('a repeated delivery gets nothing', async () => {
  await replies.give({ reply: 'nothing' }, dm());
  expect(api.calls).toEqual([]);
});

it('the log shows no secrets and no addresses', () => {
  const said = masked(
    'failed xoxb-1-abc xapp-1-A0-x https://hooks.slack.com/commands/T1/2/3 wss://w.example/?ticket=abc token=xyz',
  );
  expect(said).toBe('failed [token] [token] [address] [address] token=[masked]');
});
