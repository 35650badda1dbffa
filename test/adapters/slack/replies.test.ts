import { webApi } from '@slack/bolt';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltLog, masked } from '../../../adapters/slack/bolt-log.ts';
import type { Surface } from '../../../adapters/slack/parse.ts';
import { createReplies, type Replies } from '../../../adapters/slack/replies.ts';
import type { Form } from '../../../src/form.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { view } from './local.ts';
import { createStubApi, type StubApi } from './stub-api.ts';

let api: StubApi;
let replies: Replies;
beforeEach(async () => {
  api = await createStubApi();
  const log = pino({ level: 'silent' });
  const client = new webApi.WebClient('xoxb-test', {
    slackApiUrl: api.url,
    logger: createBoltLog(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  replies = createReplies({ client, words: messagesFor(), log });
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
