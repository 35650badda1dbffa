import type { types } from '@slack/bolt';
import { afterEach, expect, test, vi } from 'vitest';
import { form, text, withForm } from './ask-form.ts';
import { type Running, refusal, runBolt } from './bolt-app.ts';

let running: Running;
afterEach(async () => {
  vi.useRealTimers();
  await running.stop();
});

const open = async (): Promise<void> => {
  await running.slack.act('nadia', { do: 'command', text: '/goodword' });
  await running.seen('nadia', (pane) => pane.modal !== undefined);
};

test('a trigger opens one view, within three seconds', async () => {
  const triggers: string[] = [];
  running = await runBolt((app) => {
    app.command('/goodword', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
  });
  const { slack, app } = running;
  await slack.act('nadia', { do: 'command', text: '/goodword' });
  await slack.act('nadia', { do: 'command', text: '/goodword' });
  const [first = '', second = ''] = triggers;
  const openBy = (trigger_id: string) => app.client.views.open({ trigger_id, view: form() });
  expect(await openBy(first)).toMatchObject({
    ok: true,
    view: { type: 'modal', callback_id: 'ask', hash: expect.any(String), bot_id: 'B0GOODWORD' },
  });
  expect(await refusal(openBy(first))).toMatchObject({ error: 'exchanged_trigger_id' });
  expect(await refusal(openBy('1.2.nonsense'))).toMatchObject({ error: 'invalid_trigger_id' });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_001 });
  expect(await refusal(openBy(second))).toMatchObject({ error: 'expired_trigger_id' });
});

test('an open view is updated while its hash is right, keeping what was typed', async () => {
  running = await runBolt(withForm(form({ external_id: 'the-form' }), [], []));
  await open();
  const { slack, app } = running;
  await slack.act('nadia', { do: 'submit', values: { note: 'Because of rivers' } });
  const view_id = slack.see('nadia').modal?.id ?? '';
  const update = (more: object) =>
    app.client.views.update({ view_id, view: form({ title: text('Newer') }), ...more });
  const first = await update({});
  expect(slack.see('nadia').modal).toMatchObject({
    title: 'Newer',
    fields: [{ value: 'Because of rivers' }, {}, {}, {}],
  });
  await update({ hash: first.view?.hash });
  expect(await refusal(update({ hash: first.view?.hash }))).toMatchObject({
    error: 'hash_conflict',
  });
  expect(await refusal(update({ view_id: 'V0NONE' }))).toMatchObject({ error: 'not_found' });
  await slack.act('nadia', { do: 'dismiss' });
  expect(await refusal(update({}))).toMatchObject({ error: 'not_found' });
});

test('a button inside a form works, and its trigger can push up to three views', async () => {
  const button: types.ActionsBlock = {
    type: 'actions',
    block_id: 'more',
    elements: [
      { type: 'button', action_id: 'push', text: text('More') },
      {
        type: 'external_select',
        action_id: 'firm',
        placeholder: text('Firm'),
        min_query_length: 1,
      },
    ],
  };
  const problems: unknown[] = [];
  const actions: unknown[] = [];
  const withButton = form({ blocks: [...form().blocks, button] });
  running = await runBolt((app) => {
    withForm(withButton, [], [])(app);
    app.action('push', async ({ ack, body, client }) => {
      const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
      await client.views
        .push({ trigger_id, view: withButton })
        .catch((e) => problems.push(e.data.error));
      await ack();
    });
    app.options('firm', async ({ ack, payload }) => {
      const options = [{ text: text('River Ltd'), value: 'river' }];
      await ack({ options: payload.value === 'none' ? [] : options });
    });
    app.action('firm', async ({ ack, body, payload }) => {
      actions.push([body.type === 'block_actions' && body.container, payload]);
      await ack();
    });
  });
  await open();
  const { slack } = running;
  const push = () => slack.act('nadia', { do: 'press', message: 'modal', button: 'more/push' });
  expect(await push()).toMatchObject({ ok: true });
  expect(await push()).toMatchObject({ ok: true });
  expect(problems).toEqual([]);
  await push();
  expect(problems).toEqual(['push_limit_reached']);
  await slack.act('nadia', { do: 'dismiss' });
  await slack.act('nadia', { do: 'dismiss' });
  const choose = (value: string) =>
    slack.act('nadia', { do: 'choose', message: 'modal', select: 'more/firm', value });
  expect(await choose('none')).toEqual({ ok: false, error: 'No results for "none".' });
  expect(await choose('riv')).toMatchObject({ ok: true });
  expect(actions).toEqual([
    [
      { type: 'view', view_id: slack.see('nadia').modal?.id },
      expect.objectContaining({
        type: 'external_select',
        block_id: 'more',
        selected_option: { text: text('River Ltd'), value: 'river' },
        action_ts: expect.any(String),
      }),
    ],
  ]);
});

test('the home tab is published and kept', async () => {
  running = await runBolt(() => {});
  const view: types.HomeView = {
    type: 'home',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Hi' } }],
  };
  const published = await running.app.client.views.publish({ user_id: 'U0NADIA', view });
  expect(published.view).toMatchObject({ type: 'home' });
  expect(running.slack.snapshot()).toMatchObject({ homes: { U0NADIA: { type: 'home' } } });
  expect(
    await refusal(running.app.client.views.publish({ user_id: 'U0NOBODY', view })),
  ).toMatchObject({ error: 'user_not_found' });
});
