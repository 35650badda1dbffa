import type { App, types, ViewResponseAction } from '@slack/bolt';

export const text = (words: string): types.PlainTextElement => ({
  type: 'plain_text',
  text: words,
});

/** A form with an input of each kind that the bot uses. */
export const form = (more: Partial<types.ModalView> = {}): types.ModalView => ({
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
export function withForm(
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

/** Values that the form takes. */
export const filled = {
  note: 'Because of rivers',
  purpose: 'learn',
  who: 'U0LEILA',
  when: '2026-04-01',
};
