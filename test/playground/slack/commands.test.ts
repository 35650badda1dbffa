import { afterEach, expect, test } from 'vitest';
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
