import type { App, types, ViewResponseAction } from '@slack/bolt';
import { afterEach, expect, test, vi } from 'vitest';
import { type Running, refusal, runBolt } from './bolt-app.ts';

let running: Running;
afterEach(async () => {
  vi.useRealTimers();
  await running.stop();
});

const text = (words: string): types.PlainTextElement => ({ type: 'plain_text', text: words });

const form = (more: Partial<types.ModalView> = {}): types.ModalView => ({
  type: 'modal',
  callback_id: 'ask',
  private_metadata: 'draft 1',
  title: text('Ask Tom'),
  submit: text('Review'),
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: 'Be *specific*.' } },
    {
      type: 'input',
      block_id: 'note',
      label: text('Note'),
      hint: text('Why them'),
      element: {
        type: 'plain_text_input',
        action_id: 'value',
        multiline: true,
        max_length: 40,
        min_length: 3,
      },
    },
    {
      type: 'input',
      block_id: 'purpose',
      label: text('Purpose'),
      element: {
        type: 'static_select',
        action_id: 'value',
        options: [
          { text: text('Learn'), value: 'learn' },
          { text: text('Meet'), value: 'meet' },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'who',
      optional: true,
      label: text('Who'),
      element: { type: 'users_select', action_id: 'value' },
    },
    {
      type: 'input',
      block_id: 'when',
      optional: true,
      label: text('When'),
      element: { type: 'datepicker', action_id: 'value' },
    },
  ],
  ...more,
});

/** Opens the form on `/goodword` and answers submissions one after the other. */
function withForm(
  view: types.ModalView,
  answers: (ViewResponseAction | undefined)[],
  seen: unknown[],
) {
  return (app: App) => {
    app.command('/goodword', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
    app.view('ask', async ({ ack, view: sent }) => {
      seen.push({ values: sent.state.values, metadata: sent.private_metadata });
      const answer = answers.shift();
      await (answer ? ack(answer) : ack());
    });
  };
}

const open = async (): Promise<void> => {
  await running.slack.act('nadia', { do: 'command', text: '/goodword' });
  await running.seen('nadia', (pane) => pane.modal !== undefined);
};

const filled = { note: 'Because of rivers', purpose: 'learn', who: 'U0LEILA', when: '2026-04-01' };

test('a form is opened, shown, filled and sent', async () => {
  const sent: unknown[] = [];
  running = await runBolt(withForm(form(), [undefined], sent));
  await open();
  const { slack } = running;
  expect(slack.see('tom').modal).toBeUndefined();
  expect(slack.see('nadia').modal).toMatchObject({
    title: 'Ask Tom',
    submit: 'Review',
    close: 'Cancel',
    parts: [
      {
        part: 'text',
        content: [{ text: 'Be ' }, { text: 'specific', strong: true }, { text: '.' }],
      },
    ],
    fields: [
      {
        id: 'note',
        label: 'Note',
        hint: 'Why them',
        kind: 'paragraph',
        required: true,
        maxLength: 40,
        minLength: 3,
        value: '',
      },
      {
        id: 'purpose',
        kind: 'choice',
        options: [
          { value: 'learn', label: 'Learn' },
          { value: 'meet', label: 'Meet' },
        ],
      },
      { id: 'who', kind: 'member', required: false },
      { id: 'when', kind: 'date' },
    ],
  });
  expect(await slack.act('nadia', { do: 'submit', values: filled })).toMatchObject({ ok: true });
  expect(sent).toEqual([
    {
      metadata: 'draft 1',
      values: {
        note: { value: { type: 'plain_text_input', value: 'Because of rivers' } },
        purpose: {
          value: {
            type: 'static_select',
            selected_option: { text: text('Learn'), value: 'learn' },
          },
        },
        who: { value: { type: 'users_select', selected_user: 'U0LEILA' } },
        when: { value: { type: 'datepicker', selected_date: '2026-04-01' } },
      },
    },
  ]);
  expect(slack.see('nadia').modal).toBeUndefined();
});

test.each([
  [{}, 'Note: please complete this required field.'],
  [{ ...filled, note: 'x'.repeat(41) }, 'Note: this must be 40 characters or fewer.'],
  [{ ...filled, note: 'no' }, 'Note: this must be at least 3 characters.'],
  [{ ...filled, purpose: 'sell' }, 'Purpose: "sell" is not one of the choices.'],
  [{ ...filled, who: 'U0NOBODY' }, 'Who: "U0NOBODY" is not one of the choices.'],
  [{ ...filled, when: 'soon' }, 'When: please choose a date, as YYYY-MM-DD.'],
  [{ ...filled, mood: 'good' }, 'The form has no field "mood".'],
])("what Slack's client would not send reaches nobody: %o", async (values, error) => {
  const sent: unknown[] = [];
  running = await runBolt(withForm(form(), [undefined], sent));
  await open();
  expect(await running.slack.act('nadia', { do: 'submit', values })).toMatchObject({
    ok: false,
    error: expect.stringContaining(error),
  });
  expect(sent).toEqual([]);
  expect(running.slack.see('nadia').modal).toBeDefined();
});

test('the app points at errors, and the form stays as filled in', async () => {
  const sent: unknown[] = [];
  const errors = { note: 'Please say why now.', purpose: 'Pick another.' };
  running = await runBolt(
    withForm(form(), [{ response_action: 'errors', errors }, undefined], sent),
  );
  await open();
  const { slack } = running;
  expect(await slack.act('nadia', { do: 'submit', values: filled })).toMatchObject({ ok: true });
  expect(slack.see('nadia').modal?.fields).toMatchObject([
    { id: 'note', value: 'Because of rivers', error: 'Please say why now.' },
    { id: 'purpose', value: 'learn', error: 'Pick another.' },
    { id: 'who', value: 'U0LEILA' },
    { id: 'when', value: '2026-04-01' },
  ]);
  expect(await slack.act('nadia', { do: 'submit', values: { purpose: 'meet' } })).toMatchObject({
    ok: true,
  });
  expect(sent[1]).toMatchObject({
    values: {
      note: { value: { value: 'Because of rivers' } },
      purpose: { value: { selected_option: { value: 'meet' } } },
    },
  });
});

test('errors for fields that are not there, and forms that are too long, show as trouble', async () => {
  running = await runBolt(
    withForm(
      form(),
      [
        { response_action: 'errors', errors: { nowhere: 'x' } },
        { response_action: 'update', view: form({ title: text('x'.repeat(25)) }) },
      ],
      [],
    ),
  );
  await open();
  for (let i = 0; i < 2; i++) {
    expect(await running.slack.act('nadia', { do: 'submit', values: filled })).toMatchObject({
      ok: false,
      error: expect.stringContaining('We had some trouble connecting'),
    });
  }
  expect(running.slack.see('nadia').modal?.title).toBe('Ask Tom');
});

test('a submission is answered by an update, a push, and by clearing everything', async () => {
  running = await runBolt(
    withForm(
      form(),
      [
        { response_action: 'update', view: form({ title: text('Updated') }) },
        { response_action: 'push', view: form({ title: text('On top'), notify_on_close: true }) },
        { response_action: 'clear' },
      ],
      [],
    ),
  );
  await open();
  const { slack } = running;
  await slack.act('nadia', { do: 'submit', values: filled });
  expect(slack.see('nadia').modal).toMatchObject({
    title: 'Updated',
    fields: [{ id: 'note', value: 'Because of rivers' }, {}, {}, {}],
  });
  await slack.act('nadia', { do: 'submit', values: filled });
  expect(slack.see('nadia').modal).toMatchObject({
    title: 'On top',
    fields: [{ value: '' }, {}, {}, {}],
  });
  await slack.act('nadia', { do: 'submit', values: filled });
  expect(slack.see('nadia').modal).toBeUndefined();
});

test('closing tells the app when it asked to know', async () => {
  const closed: unknown[] = [];
  running = await runBolt((app) => {
    withForm(form({ notify_on_close: true }), [], [])(app);
    app.view({ type: 'view_closed', callback_id: 'ask' }, async ({ ack, body }) => {
      closed.push(body.type === 'view_closed' && body.is_cleared);
      await ack();
    });
  });
  await open();
  expect(await running.slack.act('nadia', { do: 'dismiss' })).toMatchObject({
    ok: true,
    answeredInMs: expect.any(Number),
  });
  expect(closed).toEqual([false]);
  expect(running.slack.see('nadia').modal).toBeUndefined();
  expect(await running.slack.act('nadia', { do: 'dismiss' })).toMatchObject({ ok: false });
});

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
