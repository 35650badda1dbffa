import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createHttpDelivery } from '../../../adapters/playground/slack/http-delivery.ts';
import { createLocalSlack } from '../../../adapters/playground/slack/server.ts';
import { buttonIn, messagesIn, type Running, runBolt, testClock, textsIn } from './bolt-app.ts';

let running: Running | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

test('commands, buttons, forms and events reach the HTTP receiver, signed', async () => {
  const joined: unknown[] = [];
  running = await runBolt(
    (app) => {
      app.command('/goodword', async ({ ack, client, command, respond }) => {
        await ack();
        await respond({
          text: `for ${command.text}`,
          blocks: [
            {
              type: 'actions',
              elements: [
                { type: 'button', action_id: 'open', text: { type: 'plain_text', text: 'Open' } },
              ],
            },
          ],
        });
        await client.chat.postMessage({ channel: 'C0WINS', text: 'also' });
      });
      app.action('open', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        await client.views.open({
          trigger_id: body.trigger_id,
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
      app.view('form', async ({ ack, view }) => {
        const { value } = view.state.values.name?.value ?? {};
        const errors = { name: 'Another, please.' };
        await (value === 'x' ? ack({ response_action: 'errors', errors }) : ack());
      });
      app.event('team_join', async ({ event }) => {
        joined.push(event.user);
      });
    },
    { http: true },
  );
  const { slack } = running;
  await slack.act('nadia', { do: 'command', text: '/goodword @tom' });
  const pane = await running.seen('nadia', (now) => textsIn(now, 'C0GENERAL').length === 1);
  const [message] = messagesIn(pane, 'C0GENERAL');
  expect(message?.text).toBe('for @Tom Okafor');
  const id = message?.id ?? '';
  await slack.act('nadia', { do: 'press', message: id, button: buttonIn(message, 'Open') });
  await running.seen('nadia', (now) => now.modal !== undefined);
  await slack.act('nadia', { do: 'submit', values: { name: 'x' } });
  expect(slack.see('nadia').modal?.fields[0]?.error).toBe('Another, please.');
  await slack.act('nadia', { do: 'submit', values: { name: 'y' } });
  expect(slack.see('nadia').modal).toBeUndefined();
  expect(await slack.sendEvent({ type: 'team_join', user: { id: 'U0NEW' } })).toMatchObject({
    acknowledged: true,
  });
  expect(joined).toEqual([{ id: 'U0NEW' }]);
});

test('a wrong signing secret is turned away by the receiver', async () => {
  running = await runBolt(() => {}, { http: true });
  const { slack, app } = running;
  const receiver = Reflect.get(app, 'receiver') as { server: import('node:http').Server };
  const { port } = receiver.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/slack/events`;
  const forged = createHttpDelivery({ url, signingSecret: 'guessed' });
  expect(
    await forged.deliver({ type: 'slash_commands', payload: { command: '/x' } }),
  ).toMatchObject({ acknowledged: false, error: 'http_client_error' });
  const signed = createHttpDelivery({ url, signingSecret: slack.signingSecret });
  expect(await signed.verify()).toBe(true);
});

/** An app that answers deliveries with these statuses, one after the other. */
async function answering(statuses: number[], headers: Record<string, string> = {}) {
  const got: { num: unknown; reason: unknown; type: unknown; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    got.push({
      num: request.headers['x-slack-retry-num'],
      reason: request.headers['x-slack-retry-reason'],
      type: request.headers['content-type'],
      body,
    });
    response.writeHead(statuses.shift() ?? 200, headers);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () => new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${port}/`, got, stop };
}

test('unanswered events are repeated at once, after a minute and after five by the local clock', async () => {
  const clock = testClock();
  const slack = await createLocalSlack({ clock });
  const other = await answering([500, 500, 404, 200]);
  expect(await slack.deliverTo({ mode: 'http', url: other.url })).toBe(false);
  other.got.length = 0;
  const done = slack.sendEvent({ type: 'team_join' });
  const until = (count: number) => expect.poll(() => other.got.length).toBe(count);
  // The challenge took the first 500.
  await until(2);
  clock.forward(60_000);
  await until(3);
  expect(await done).toMatchObject({ acknowledged: true });
  expect(other.got.map(({ num, reason }) => [num, reason])).toEqual([
    [undefined, undefined],
    ['1', 'http_error'],
    ['2', 'http_error'],
  ]);
  expect(new Set(other.got.map(({ body }) => body)).size).toBe(1);
  await slack.stop();
  await other.stop();
});

test('commands are not repeated, and X-Slack-No-Retry ends the repeats of an event', async () => {
  const slack = await createLocalSlack({ clock: testClock() });
  const other = await answering([200, 503, 500], { 'x-slack-no-retry': '1' });
  await slack.deliverTo({ mode: 'http', url: other.url });
  other.got.length = 0;
  expect(await slack.act('nadia', { do: 'command', text: '/helpers' })).toMatchObject({
    ok: false,
    error: '/helpers failed with the error "http_service_error"',
  });
  expect(other.got).toMatchObject([{ type: 'application/x-www-form-urlencoded' }]);
  expect(await slack.sendEvent({ type: 'team_join' })).toMatchObject({ final: true });
  expect(other.got).toHaveLength(2);
  await slack.stop();
  await other.stop();
});
