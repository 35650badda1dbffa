import { webApi } from '@slack/bolt';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBoltLog } from '../../../adapters/slack/bolt-log.ts';
import { createPerform } from '../../../adapters/slack/perform.ts';
import type { Effect, Outcome } from '../../../src/effect.ts';
import type { Claimed } from '../../../src/ports.ts';
import { view } from './local.ts';
import { type Answer, createStubApi, type StubApi } from './stub-api.ts';

const community = { platform: 'slack' as const, id: 'T1' };
const to = (user: string) => ({ platform: 'slack' as const, community: 'T1', user });
const dm: Effect = { effect: 'dm', key: 'k1', to: to('U1'), view: view('Hello') };
const post: Effect = { effect: 'post', key: 'k2', community, channel: 'C1', view: view('Hello') };
const talk: Effect = {
  effect: 'conversation',
  key: 'k3',
  title: 'Nadia and Leila',
  members: [to('U1'), to('U2'), to('U3')],
  view: view('Meet'),
  otherwise: [],
};
const revise: Effect = { effect: 'revise', key: 'k4', of: 'k1', community, view: view('Done') };
const ref = JSON.stringify({ channel: 'D1', ts: '17.1' });
const posted = { ok: true, channel: 'D1', ts: '17.1' };

let api: StubApi;
let perform: (claimed: Claimed) => Promise<Outcome>;
const log = pino({ level: 'silent' });
const clientFor = (slackApiUrl: string) =>
  new webApi.WebClient('xoxb-test', {
    slackApiUrl,
    logger: createBoltLog(log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 2_000,
  });

beforeEach(async () => {
  api = await createStubApi();
  perform = createPerform(clientFor(api.url), log);
});
afterEach(() => api.stop());

const claimed = (effect: Effect, more: Partial<Claimed> = {}): Claimed => ({
  id: '019b0000-0000-7000-8000-000000000001',
  community,
  effect,
  worker: 'w',
  tries: 0,
  ...more,
});
const status =
  (code: number, headers: Record<string, string> = {}, body = ''): Answer =>
  (response) =>
    response.writeHead(code, headers).end(body);
const refused = (error: string): Answer => ({ ok: false, error });

describe('a DM', () => {
  it('is sent to the member with what it says in plain text, and no previews', async () => {
    api.next(posted);
    expect(await perform(claimed(dm))).toEqual({ outcome: 'sent', ref });
    expect(api.calls).toHaveLength(1);
    expect(api.calls[0]).toMatchObject({
      method: 'chat.postMessage',
      args: {
        channel: 'U1',
        text: 'Hello',
        parse: 'none',
        unfurl_links: 'false',
        unfurl_media: 'false',
      },
    });
  });

  it.each<[string, Answer, Partial<Outcome>]>([
    ['nobody there', refused('channel_not_found'), { outcome: 'closed' }],
    ['deactivated', refused('user_disabled'), { outcome: 'closed' }],
    ['no Messages tab', refused('messages_tab_disabled'), { outcome: 'closed' }],
    ['bad blocks', refused('invalid_blocks'), { outcome: 'refused', why: 'invalid_blocks' }],
    ['rate limited', status(429, { 'Retry-After': '7' }), { outcome: 'later', afterMs: 7_000 }],
    ['rate limited, no hint', status(429), { outcome: 'later' }],
    ['rate limited in words', refused('ratelimited'), { outcome: 'later' }],
    ['token revoked', refused('token_revoked'), { outcome: 'later' }],
    ['Slack down for all', refused('service_unavailable'), { outcome: 'later' }],
    ['half done', refused('fatal_error'), { outcome: 'ambiguous' }],
    ['a server error', status(503), { outcome: 'ambiguous' }],
    ['a proxy in the way', status(403), { outcome: 'later' }],
    ['no answer', 'cut', { outcome: 'ambiguous' }],
    ['a page instead', status(200, {}, '<html>sign in'), { outcome: 'ambiguous' }],
  ])('%s', async (_, answer, expected) => {
    api.next(answer);
    expect(await perform(claimed(dm))).toMatchObject(expected);
    expect(api.calls).toHaveLength(1);
  });

  it('is later when nobody listens', async () => {
    await api.stop();
    expect(await perform(claimed(dm))).toMatchObject({ outcome: 'later', why: 'ECONNREFUSED' });
    api = await createStubApi();
  });

  it('is not sent again after a try without an answer', async () => {
    const found = await perform(claimed(dm, { unansweredSince: new Date() }));
    expect(found).toMatchObject({ outcome: 'ambiguous' });
    expect(api.calls).toEqual([]);
  });

  it('too long for one message comes in several, and is ambiguous when only some arrive', async () => {
    const long: Effect = {
      ...dm,
      view: view('Long', [{ node: 'quote', text: 'word '.repeat(4_500) }]),
    };
    api.next(posted, posted, { ...posted, ts: '17.3' });
    expect(await perform(claimed(long))).toMatchObject({
      outcome: 'sent',
      ref: JSON.stringify({ channel: 'D1', ts: posted.ts, more: [posted.ts, '17.3'] }),
    });
    expect(api.calls).toHaveLength(3);
    api.next(posted, status(429, { 'Retry-After': '1' }));
    expect(await perform(claimed(long))).toMatchObject({ outcome: 'ambiguous' });
  });
});

it('a view of several messages is revised as a whole: what is too many goes', async () => {
  const ref = JSON.stringify({ channel: 'D1', ts: '17.1', more: ['17.2', '17.3'] });
  const revision: Effect = {
    effect: 'revise',
    key: 'a:settled',
    of: 'a',
    community: { platform: 'slack', id: 'T1' },
    view: view('Short', [{ node: 'quote', text: 'Over.' }]),
  };
  api.next(posted, { ok: true }, { ok: true });
  expect(await perform({ ...claimed(revision), revises: ref })).toEqual({
    outcome: 'sent',
    ref: JSON.stringify({ channel: 'D1', ts: '17.1' }),
  });
  expect(api.calls.map(({ method }) => method)).toEqual([
    'chat.update',
    'chat.delete',
    'chat.delete',
  ]);
});

describe('a post', () => {
  it.each(['not_in_channel', 'channel_not_found', 'is_archived', 'restricted_action'])(
    'is refused: %s',
    async (error) => {
      api.next(refused(error));
      expect(await perform(claimed(post))).toEqual({ outcome: 'refused', why: error });
    },
  );

  it('shows its table as a list when Slack will not have the table', async () => {
    const board: Effect = {
      ...post,
      view: view('Board', [
        { node: 'table', head: ['Who'], rows: [[[{ node: 'plain', text: 'Tom' }]]] },
      ]),
    };
    api.next(refused('invalid_blocks'), posted);
    expect(await perform(claimed(board))).toMatchObject({ outcome: 'sent' });
    expect(api.calls.map(({ args }) => args.blocks?.includes('"table"'))).toEqual([true, false]);
  });
});

describe('a conversation', () => {
  const opened = { ok: true, channel: { id: 'G1' } };

  it('is opened, then begun with a message', async () => {
    api.next(opened, { ok: true, channel: 'G1', ts: '18.1' });
    expect(await perform(claimed(talk))).toEqual({
      outcome: 'sent',
      ref: JSON.stringify({ channel: 'G1', ts: '18.1' }),
    });
    expect(api.calls[0]).toMatchObject({
      method: 'conversations.open',
      args: { users: 'U1,U2,U3' },
    });
    expect(api.calls[1]).toMatchObject({ args: { channel: 'G1' } });
  });

  it.each<[string, Answer[], Partial<Outcome>]>([
    ['a guest', [refused('user_is_restricted')], { outcome: 'refused' }],
    ['somebody left', [refused('user_disabled')], { outcome: 'refused' }],
    ['no answer to opening', ['cut'], { outcome: 'later' }],
    ['no answer to the message', [opened, 'cut'], { outcome: 'ambiguous' }],
    ['rate limited', [status(429, { 'Retry-After': '3' })], { outcome: 'later', afterMs: 3_000 }],
    ['refused in it', [opened, refused('restricted_action')], { outcome: 'refused' }],
  ])('%s', async (_, answers, expected) => {
    api.next(...answers);
    expect(await perform(claimed(talk))).toMatchObject(expected);
  });
});

describe('a revision', () => {
  it('replaces the message, also after a try without an answer', async () => {
    api.next(posted);
    const found = await perform(claimed(revise, { revises: ref, unansweredSince: new Date() }));
    expect(found).toEqual({ outcome: 'sent', ref });
    expect(api.calls[0]).toMatchObject({
      method: 'chat.update',
      args: { channel: 'D1', ts: '17.1', text: 'Done' },
    });
  });

  it.each<[string, Answer, Partial<Outcome>]>([
    ['deleted meanwhile', refused('message_not_found'), { outcome: 'refused' }],
    ['no answer', 'cut', { outcome: 'later' }],
    ['a server error', status(500), { outcome: 'later' }],
  ])('%s', async (_, answer, expected) => {
    api.next(answer);
    expect(await perform(claimed(revise, { revises: ref }))).toMatchObject(expected);
  });

  it('waits for what it revises, and refuses what is no reference', async () => {
    expect(await perform(claimed(revise))).toMatchObject({ outcome: 'later' });
    expect(await perform(claimed(revise, { revises: 'what' }))).toMatchObject({
      outcome: 'refused',
    });
  });
});
