import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { asks, cast, words } from './asking.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage({ slackOverHttp: true });
});
afterAll(() => stage.stop());
beforeEach(() => stage.afresh());

test('an ask, its answer and the consent come in as signed requests', async () => {
  const people = cast(stage, 'slack');
  const { nadia, tom, leila } = people;
  await nadia.command('/ask-intro @tom @leila');
  await nadia.fill(
    words({ note: 'Who else do you know at the port?', declared: 'We haven’t met' }),
  );
  await nadia.sees('Before this goes out');
  await nadia.press('Discard');
  await nadia.sees('Discarded.');
  await asks(people);
  await tom.press('I need to know more');
  await tom.fill({ 'Your question': 'Which shifts could you work?' });
  await nadia.press('Answer');
  await nadia.fill({ 'Your answer': 'Any of them, from June on.' });
  await tom.sees('> Any of them, from June on.');
  await stage.fault('slack', { fault: 'deliver-twice', count: 1 });
  await tom.press('I’ll introduce you');
  await leila.press('Yes, introduce us');
  for (const one of [nadia, tom, leila]) await one.sees('# You are introduced', 'group', 1);
  expect(stage.logged).toEqual([]);
});

describe('a request that Slack did not just send', () => {
  const minutes = (count: number) => count * 60;
  /** A press of `/helpers` by Tom, as Slack would post it. */
  function post(how: { secret?: string; age?: number; unsigned?: boolean } = {}) {
    const { secret = stage.local.slack.signingSecret, age = 0, unsigned = false } = how;
    const timestamp = String(Math.floor(Date.now() / 1000) - age);
    const body = new URLSearchParams({
      command: '/helpers',
      text: '',
      team_id: stage.local.slack.teamId,
      user_id: stage.as('slack', 'tom').user,
      channel_id: 'C0GENERAL',
      trigger_id: `${timestamp}.${Math.random()}`,
      response_url: `${stage.local.slack.url}/response/none`,
    }).toString();
    const signed = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' };
    if (!unsigned) {
      headers['x-slack-signature'] = `v0=${signed}`;
      headers['x-slack-request-timestamp'] = timestamp;
    }
    return fetch(`${stage.url}/slack/events`, { method: 'POST', headers, body });
  }
  const shown = () => stage.as('slack', 'tom').reads();

  test.each([
    ['forged', { secret: 'guessed' }],
    ['not signed', { unsigned: true }],
    ['six minutes old', { age: minutes(6) }],
  ])('%s', async (_, how) => {
    expect((await post(how)).status).toBe(401);
    await stage.settled();
    expect(await shown()).toBe('');
  });

  test('while one that it did send is answered', async () => {
    expect((await post({ age: minutes(4) })).status).toBe(200);
    await vi.waitFor(async () => expect(await shown()).toContain('Helpers this week'));
  });
});
