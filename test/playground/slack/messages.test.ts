import type { types } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import {
  buttonIn,
  messagesIn,
  type Running,
  refusal,
  runBolt,
  startOfTest,
  textsIn,
} from './bolt-app.ts';

let running: Running;
afterEach(() => running.stop());

const yesOrNo: types.KnownBlock[] = [
  { type: 'header', text: { type: 'plain_text', text: 'Nadia asks' } },
  {
    type: 'actions',
    block_id: 'answer',
    elements: [
      {
        type: 'button',
        action_id: 'yes',
        style: 'primary',
        value: 'ask-1',
        text: { type: 'plain_text', text: 'Introduce' },
      },
      { type: 'button', action_id: 'no', text: { type: 'plain_text', text: 'No' } },
    ],
  },
];

test('a button in a DM is pressed and the message becomes what the app makes of it', async () => {
  const bodies: Record<string, unknown>[] = [];
  running = await runBolt((app) => {
    app.action('yes', async ({ ack, body, client }) => {
      bodies.push({ ...body });
      await ack();
      if (body.type !== 'block_actions' || !body.channel || !body.message) return;
      const { ts } = body.message;
      await client.chat.update({ channel: body.channel.id, ts, text: 'Thank you', blocks: [] });
    });
  });
  const { slack, app } = running;
  const posted = await app.client.chat.postMessage({
    channel: 'U0TOM',
    text: 'Nadia asks',
    blocks: yesOrNo,
  });
  expect(posted).toMatchObject({ ok: true, channel: 'D0TOM', message: { bot_id: 'B0GOODWORD' } });
  const [message] = messagesIn(slack.see('tom'), 'D0TOM');
  expect(message).toMatchObject({
    at: startOfTest.toISOString(),
    private: false,
    parts: [
      { part: 'heading', text: 'Nadia asks' },
      {
        part: 'buttons',
        buttons: [
          { label: 'Introduce', style: 'primary' },
          { label: 'No', style: 'default' },
        ],
      },
    ],
  });
  const press = {
    do: 'press',
    message: message?.id ?? '',
    button: buttonIn(message, 'Introduce'),
  } as const;
  expect(await slack.act('nadia', press)).toMatchObject({ ok: false });
  expect(await slack.act('tom', press)).toMatchObject({ ok: true });
  const pane = await running.seen('tom', (now) => textsIn(now, 'D0TOM')[0] === 'Thank you');
  expect(messagesIn(pane, 'D0TOM')).toMatchObject([{ edited: true, text: 'Thank you' }]);
  expect(await slack.act('tom', press)).toEqual({
    ok: false,
    error: 'That button is not there any more.',
  });
  expect(bodies[0]).toMatchObject({
    type: 'block_actions',
    user: { id: 'U0TOM', username: 'tom', team_id: 'T0HARBOUR' },
    team: { id: 'T0HARBOUR' },
    container: { type: 'message', message_ts: posted.ts, channel_id: 'D0TOM', is_ephemeral: false },
    channel: { id: 'D0TOM', name: 'directmessage' },
    message: { ts: posted.ts, text: 'Nadia asks' },
    trigger_id: expect.any(String),
    response_url: expect.stringContaining(slack.url),
    actions: [
      {
        type: 'button',
        action_id: 'yes',
        block_id: 'answer',
        value: 'ask-1',
        text: { type: 'plain_text', text: 'Introduce' },
        action_ts: expect.any(String),
      },
    ],
  });
});

test('an ephemeral message is seen by one, and replaced and removed by response_url only', async () => {
  running = await runBolt((app) => {
    app.action('yes', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'Sure?', blocks: yesOrNo.slice(1) });
    });
    app.action('no', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
  });
  const { slack, app } = running;
  const { message_ts = '' } = await app.client.chat.postEphemeral({
    channel: 'C0WINS',
    user: 'U0NADIA',
    text: 'Yes or no',
    blocks: yesOrNo,
  });
  expect(textsIn(slack.see('tom'), 'C0WINS')).toEqual([]);
  expect(
    await refusal(app.client.chat.update({ channel: 'C0WINS', ts: message_ts, text: 'x' })),
  ).toMatchObject({ error: 'message_not_found' });
  const press = async (label: string) => {
    const [message] = messagesIn(slack.see('nadia'), 'C0WINS');
    const id = message?.id ?? '';
    await slack.act('nadia', { do: 'press', message: id, button: buttonIn(message, label) });
  };
  await press('Introduce');
  const pane = await running.seen('nadia', (now) => textsIn(now, 'C0WINS')[0] === 'Sure?');
  expect(messagesIn(pane, 'C0WINS')).toMatchObject([{ private: true }]);
  await press('No');
  await running.seen('nadia', (now) => messagesIn(now, 'C0WINS').length === 0);
});

test('a member is chosen in a message', async () => {
  const chosen: unknown[] = [];
  running = await runBolt((app) => {
    app.action('who', async ({ ack, body, payload }) => {
      chosen.push(payload, body.type === 'block_actions' && body.state?.values);
      await ack();
    });
  });
  const { slack, app } = running;
  await app.client.chat.postMessage({
    channel: 'D0NADIA',
    text: 'Who?',
    blocks: [
      {
        type: 'section',
        block_id: 'pick',
        text: { type: 'mrkdwn', text: 'Whom?' },
        accessory: {
          type: 'users_select',
          action_id: 'who',
          placeholder: { type: 'plain_text', text: 'Somebody' },
        },
      },
    ],
  });
  const [message] = messagesIn(slack.see('nadia'), 'D0NADIA');
  expect(message?.parts[1]).toMatchObject({
    part: 'select',
    id: 'pick/who',
    placeholder: 'Somebody',
  });
  const choose = (value: string) =>
    slack.act('nadia', { do: 'choose', message: message?.id ?? '', select: 'pick/who', value });
  expect(await choose('U0NOBODY')).toMatchObject({ ok: false });
  expect(await choose('U0LEILA')).toMatchObject({ ok: true });
  expect(chosen).toEqual([
    expect.objectContaining({ type: 'users_select', selected_user: 'U0LEILA' }),
    { pick: { who: { type: 'users_select', selected_user: 'U0LEILA' } } },
  ]);
});

test('the same people have the same group DM', async () => {
  running = await runBolt(() => {});
  const { slack, app } = running;
  const open = (users: string) => app.client.conversations.open({ users });
  const first = await open('U0NADIA,U0LEILA,U0TOM');
  const again = await open('U0TOM,U0NADIA,U0LEILA');
  expect(again).toMatchObject({ already_open: true, channel: { id: first.channel?.id } });
  expect((await open('U0NADIA,U0LEILA')).channel?.id).not.toBe(first.channel?.id);
  const channel = first.channel?.id ?? '';
  await app.client.chat.postMessage({ channel, text: 'Meet <@U0LEILA>' });
  const group = slack.see('nadia').conversations.find((each) => each.id === channel);
  expect(group).toMatchObject({
    kind: 'group-dm',
    name: 'Leila Moreau, Tom Okafor',
    unread: 1,
    messages: [{ text: 'Meet @Leila Moreau' }],
  });
  expect(slack.see('jonas').conversations.some((each) => each.id === channel)).toBe(false);
  expect((await open('U0TOM')).channel?.id).toBe('D0TOM');
  const nine = Array.from({ length: 9 }, (_, i) => `U${i}`).join();
  expect(await refusal(open(nine))).toMatchObject({ error: 'too_many_users' });
  expect(await refusal(open('U0NOBODY'))).toMatchObject({ error: 'user_not_found' });
  expect(await refusal(open('U0POLLY'))).toMatchObject({ error: 'cannot_dm_bot' });
  const members = await app.client.conversations.members({ channel });
  expect(members.members?.sort()).toEqual(['U0GOODWORD', 'U0LEILA', 'U0NADIA', 'U0TOM']);
  expect(await app.client.conversations.info({ channel })).toMatchObject({
    channel: { is_mpim: true },
  });
  const listed = await app.client.conversations.list({ types: 'public_channel', limit: 2 });
  expect(listed.channels?.map((each) => each.name)).toEqual(['general', 'introductions']);
  expect(listed.response_metadata?.next_cursor).toBe('2');
});

test('messages that cannot be are refused by name', async () => {
  running = await runBolt(() => {});
  const { slack, app } = running;
  const chat = app.client.chat;
  expect(await refusal(chat.postMessage({ channel: 'C0NONE', text: 'x' }))).toMatchObject({
    error: 'channel_not_found',
  });
  expect(await refusal(chat.postMessage({ channel: 'C0WINS', text: '' }))).toMatchObject({
    error: 'no_text',
  });
  expect(
    await refusal(chat.postEphemeral({ channel: 'C0WINS', user: 'U0NOBODY', text: 'x' })),
  ).toMatchObject({ error: 'user_not_found' });
  await slack.act('nadia', { do: 'say', text: 'mine', in: 'C0WINS' });
  const ts = messagesIn(slack.see('nadia'), 'C0WINS')[0]?.id.split(':')[1] ?? '';
  expect(await refusal(chat.update({ channel: 'C0WINS', ts, text: 'yours' }))).toMatchObject({
    error: 'cant_update_message',
  });
  expect(await refusal(chat.delete({ channel: 'C0WINS', ts }))).toMatchObject({
    error: 'cant_delete_message',
  });
  expect(await refusal(chat.update({ channel: 'C0WINS', ts: '1.2', text: 'x' }))).toMatchObject({
    error: 'message_not_found',
  });
  const own = await chat.postMessage({ channel: '#wins', text: 'own' });
  await chat.delete({ channel: 'C0WINS', ts: own.ts ?? '' });
  expect(textsIn(slack.see('tom'), 'C0WINS')).toEqual(['mine']);
});

test('people are who the world says they are', async () => {
  running = await runBolt(() => {});
  const { users, team, auth, bots } = running.app.client;
  expect((await users.info({ user: 'U0NADIA' })).user).toMatchObject({
    name: 'nadia',
    tz: 'Europe/Helsinki',
    tz_offset: 7200,
    is_bot: false,
    is_admin: false,
    profile: { real_name: 'Nadia Haddad', display_name: 'nadia' },
  });
  expect((await users.info({ user: 'U0NADIA' })).user?.locale).toBeUndefined();
  expect((await users.info({ user: 'U0JONAS', include_locale: true })).user).toMatchObject({
    is_admin: true,
    locale: 'en-US',
  });
  expect((await users.info({ user: 'U0POLLY' })).user).toMatchObject({ is_bot: true });
  expect(await refusal(users.info({ user: 'U0NOBODY' }))).toMatchObject({
    error: 'user_not_found',
  });
  expect((await users.list({})).members).toHaveLength(7);
  expect((await team.info()).team).toMatchObject({ name: 'Harbour Job Seekers' });
  expect(await auth.test()).toMatchObject({ user_id: 'U0GOODWORD', bot_id: 'B0GOODWORD' });
  expect((await bots.info({ bot: 'B0GOODWORD' })).bot).toMatchObject({ app_id: 'A0GOODWORD' });
});
