import { afterEach, expect, test } from 'vitest';
import { createLocalSlack } from '../../../adapters/playground/slack/server.ts';
import { messagesIn, type Running, runBolt, textsIn } from './bolt-app.ts';

let running: Running;
afterEach(() => running.stop());

test('a command is acknowledged, and answered by its response_url', async () => {
  const received: Record<string, unknown>[] = [];
  running = await runBolt((app) => {
    app.command('/helpers', async ({ ack, command, respond }) => {
      received.push({ ...command });
      await ack();
      await respond({ text: 'This week: *Tom*' });
    });
  });
  const { slack } = running;
  const acted = await slack.act('nadia', { do: 'command', text: '/helpers this week' });
  expect(acted).toMatchObject({ ok: true, answeredInMs: expect.any(Number) });
  const pane = await running.seen('nadia', (now) => messagesIn(now, 'C0GENERAL').length === 1);
  expect(messagesIn(pane, 'C0GENERAL')[0]).toMatchObject({
    private: true,
    edited: false,
    from: { name: 'Goodword', app: true },
    text: 'This week: Tom',
    parts: [{ part: 'text', content: [{ text: 'This week: ' }, { text: 'Tom', strong: true }] }],
  });
  expect(textsIn(slack.see('tom'), 'C0GENERAL')).toEqual([]);
  expect(received[0]).toMatchObject({
    command: '/helpers',
    text: 'this week',
    user_id: 'U0NADIA',
    user_name: 'nadia',
    team_id: 'T0HARBOUR',
    channel_id: 'C0GENERAL',
    channel_name: 'general',
    api_app_id: 'A0GOODWORD',
  });
});

test.each([
  ['@tom', '<@U0TOM|tom>'],
  ['@Tom Okafor Leila', '<@U0TOM|tom> Leila'],
  ['@TOM, @leila', '<@U0TOM|tom>, <@U0LEILA|leila>'],
  ['@tomato', '@tomato'],
  ['mail me@tom', 'mail me@tom'],
  ['in #introductions', 'in <#C0INTRODUCTIONS|introductions>'],
  ['<@U0TOM> R&D <b>', '<@U0TOM> R&amp;D &lt;b&gt;'],
  ['see https://harbour.example/jobs?a=1&b=2', 'see <https://harbour.example/jobs?a=1&amp;b=2>'],
])('what is typed arrives escaped: %s', async (typed, arrives) => {
  let text = '';
  running = await runBolt((app) => {
    app.command('/ask-intro', async ({ ack, command }) => {
      text = command.text;
      await ack();
    });
  });
  await running.slack.act('nadia', { do: 'command', text: `/ask-intro ${typed}` });
  expect(text).toBe(arrives);
});

test('an acknowledgement may carry the answer', async () => {
  running = await runBolt((app) => {
    app.command('/goodword', async ({ ack }) => {
      await ack({ text: 'Hello', response_type: 'in_channel' });
    });
    app.command('/thank', async ({ ack }) => {
      await ack('Only you');
    });
  });
  const { slack } = running;
  await slack.act('nadia', { do: 'command', text: '/goodword', in: 'C0WINS' });
  await slack.act('nadia', { do: 'command', text: '/thank', in: 'C0WINS' });
  expect(textsIn(slack.see('nadia'), 'C0WINS')).toEqual(['Hello', 'Only you']);
  expect(textsIn(slack.see('tom'), 'C0WINS')).toEqual(['Hello']);
});

test("an unknown command gets Slack's own sentence, and a bot can't be acted as", async () => {
  running = await runBolt(() => {});
  const { slack } = running;
  expect(await slack.act('nadia', { do: 'command', text: '/poll lunch' })).toMatchObject({
    ok: false,
    error: expect.stringContaining('/poll is not a valid command.'),
  });
  expect(await slack.act('polly', { do: 'command', text: '/helpers' })).toMatchObject({
    ok: false,
  });
});

test('an acknowledgement after three seconds is too late', async () => {
  let late: () => Promise<void> = async () => {};
  running = await runBolt((app) => {
    app.command('/helpers', async ({ ack }) => {
      late = () => ack('too late');
    });
  });
  const { slack } = running;
  const acted = await slack.act('nadia', { do: 'command', text: '/helpers' });
  expect(acted).toMatchObject({
    ok: false,
    error: '/helpers failed with the error "operation_timeout"',
  });
  expect(acted.ok === false && acted.answeredInMs).toBeGreaterThanOrEqual(2_990);
  await late();
  expect(textsIn(slack.see('nadia'), 'C0GENERAL')).toEqual([]);
});

test('with nobody connected the command fails at once', async () => {
  running = await runBolt(() => {});
  const slack = await createLocalSlack({ clock: running.clock });
  expect(await slack.act('nadia', { do: 'command', text: '/helpers' })).toMatchObject({
    ok: false,
    error: '/helpers failed with the error "dispatch_failed"',
  });
  await slack.stop();
});

test('deliver-twice gives the app the same action two times, with one trigger', async () => {
  const triggers: string[] = [];
  running = await runBolt((app) => {
    app.command('/helpers', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
  });
  const { slack } = running;
  slack.fault({ fault: 'deliver-twice', count: 1 });
  await slack.act('nadia', { do: 'command', text: '/helpers' });
  expect(triggers).toHaveLength(2);
  expect(new Set(triggers).size).toBe(1);
  await slack.act('nadia', { do: 'command', text: '/helpers' });
  expect(triggers).toHaveLength(3);
});

test('a response_url works five times within half an hour', async () => {
  const urls: string[] = [];
  running = await runBolt((app) => {
    app.command('/helpers', async ({ ack, command }) => {
      urls.push(command.response_url);
      await ack();
    });
  });
  const { slack, clock } = running;
  await slack.act('nadia', { do: 'command', text: '/helpers' });
  await slack.act('nadia', { do: 'command', text: '/helpers' });
  const [first = '', second = ''] = urls;
  const respond = async (url: string, body: object) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  for (let i = 0; i < 5; i++) {
    expect(await respond(first, { text: `${i}` })).toMatchObject({ status: 200 });
  }
  expect(await respond(first, { text: '5' })).toMatchObject({
    status: 404,
    body: { ok: false, error: 'used_url' },
  });
  expect(await respond(second, { blocks: [{ type: 'nonsense' }] })).toMatchObject({
    status: 400,
    body: { error: 'invalid_blocks' },
  });
  clock.forward(30 * 60 * 1000 + 1);
  expect(await respond(second, { text: 'late' })).toMatchObject({
    status: 404,
    body: { error: 'expired_url' },
  });
  expect(textsIn(slack.see('nadia'), 'C0GENERAL')).toHaveLength(5);
});

test('a persona says something; the command line completes commands and names', async () => {
  running = await runBolt(() => {});
  const { slack } = running;
  expect(await slack.act('nadia', { do: 'say', text: 'Hi @tom & all', in: 'C0GENERAL' })).toEqual({
    ok: true,
  });
  const pane = slack.see('tom');
  expect(messagesIn(pane, 'C0GENERAL')[0]).toMatchObject({
    from: { name: 'Nadia Haddad', handle: 'nadia', app: false },
    text: 'Hi @Tom Okafor & all',
    parts: [
      {
        part: 'text',
        content: [{ text: 'Hi ' }, { text: '@Tom Okafor', mention: true }, { text: ' & all' }],
      },
    ],
  });
  expect(pane.conversations.find((each) => each.id === 'C0GENERAL')?.unread).toBe(1);
  await slack.act('tom', { do: 'say', text: 'Hello', in: 'C0GENERAL' });
  expect(slack.see('tom').conversations.find((each) => each.id === 'C0GENERAL')?.unread).toBe(0);
  expect(await slack.act('nadia', { do: 'say', text: 'x', in: 'D0TOM' })).toMatchObject({
    ok: false,
  });
  expect(await slack.act('nadia', { do: 'suggest', text: '/he' })).toEqual({
    ok: true,
    suggestions: [{ value: '/helpers ', label: '/helpers' }],
  });
  expect(await slack.act('nadia', { do: 'suggest', text: '/thank @oka' })).toEqual({
    ok: true,
    suggestions: [{ value: '/thank @tom ', label: 'Tom Okafor' }],
  });
});
