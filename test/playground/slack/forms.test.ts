import { afterEach, expect, test } from 'vitest';
import { filled, form, text, withForm } from './ask-form.ts';
import { type Running, runBolt } from './bolt-app.ts';

let running: Running;
afterEach(() => running.stop());

const open = async (): Promise<void> => {
  await running.slack.act('nadia', { do: 'command', text: '/goodword' });
  await running.seen('nadia', (pane) => pane.modal !== undefined);
};

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
