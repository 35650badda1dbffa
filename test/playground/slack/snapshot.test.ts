import type { App } from '@slack/bolt';
import { afterEach, expect, test } from 'vitest';
import { buttonIn, messagesIn, type Running, refusal, runBolt, textsIn } from './bolt-app.ts';

const runs: Running[] = [];
afterEach(async () => {
  for (const run of runs.splice(0)) await run.stop();
});

function prepare(app: App): void {
  app.action('thanks', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Thanked' });
  });
  app.command('/goodword', async ({ ack, client, command }) => {
    await ack();
    await client.views.open({
      trigger_id: command.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'form',
        title: { type: 'plain_text', text: 'Form' },
        submit: { type: 'plain_text', text: 'Send' },
        blocks: [
          {
            type: 'input',
            block_id: 'name',
            label: { type: 'plain_text', text: 'Name' },
            element: { type: 'plain_text_input', action_id: 'value' },
          },
        ],
      },
    });
  });
  app.view('form', async ({ ack }) => ack());
}

test('a restart brings everything back, and buttons and forms go on working', async () => {
  const before = await runBolt(prepare);
  runs.push(before);
  await before.app.client.chat.postMessage({
    channel: 'U0TOM',
    text: 'Nadia says thanks',
    blocks: [
      {
        type: 'actions',
        elements: [
          { type: 'button', action_id: 'thanks', text: { type: 'plain_text', text: 'Thanks' } },
        ],
      },
    ],
  });
  const group = await before.app.client.conversations.open({ users: 'U0TOM,U0NADIA' });
  await before.slack.act('nadia', { do: 'say', text: 'hello', in: group.channel?.id ?? '' });
  await before.slack.act('nadia', { do: 'command', text: '/goodword' });
  await before.seen('nadia', (pane) => pane.modal !== undefined);
  before.slack.fault({ fault: 'dms', handle: 'aiko', closed: true });
  const stored = JSON.stringify(before.slack.snapshot());

  const after = await runBolt(prepare);
  runs.push(after);
  after.slack.restore(JSON.parse(stored));
  for (const { handle } of after.slack.personas) {
    expect(after.slack.see(handle)).toEqual(before.slack.see(handle));
  }
  const again = await after.app.client.conversations.open({ users: 'U0TOM,U0NADIA' });
  expect(again.channel?.id).toBe(group.channel?.id);
  const other = await after.app.client.conversations.open({ users: 'U0TOM,U0AIKO' });
  expect(other.channel?.id).not.toBe(group.channel?.id);

  expect(await refusal(after.app.client.conversations.open({ users: 'U0AIKO' }))).toMatchObject({
    error: 'user_disabled',
  });

  const [message] = messagesIn(after.slack.see('tom'), 'D0TOM');
  await after.slack.act('tom', {
    do: 'press',
    message: message?.id ?? '',
    button: buttonIn(message, 'Thanks'),
  });
  await after.seen('tom', (pane) => textsIn(pane, 'D0TOM')[0] === 'Thanked');
  expect(textsIn(before.slack.see('tom'), 'D0TOM')).toEqual(['Nadia says thanks']);
  expect(await after.slack.act('nadia', { do: 'submit', values: { name: 'N' } })).toMatchObject({
    ok: true,
  });
  await after.app.client.chat.postMessage({ channel: 'C0WINS', text: 'later' });
  expect(() => after.slack.restore({})).toThrow('not a snapshot');
});
