import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { createTown, type Town, viewOf } from '../town.ts';

/** Caps are kept by the real core over real, parallel connections. */
let town: Town;
beforeAll(async () => {
  town = await createTown('postgres');
});
afterAll(() => town.stop());

const note = 'I have run a night desk for six years. Your talk on shift planning is why I write.';
const values = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' };
const newcomer = (user: string): string => {
  town.people.set(user, { name: user, isBot: false, isAdmin: false });
  return user;
};

async function sendOf(seeker: string, helper: string): Promise<Request> {
  const target = newcomer(`target-of-${seeker}`);
  const { reply } = await town.does(seeker, {
    type: 'ask-intro',
    helper,
    target: { user: target },
  });
  if (reply.reply !== 'form') throw new Error('no form');
  return { ...reply.form.send, values } as Request;
}
const sent = (answers: Awaited<ReturnType<Town['does']>>[]) =>
  answers.filter(({ reply }) => viewOf(reply).summary === 'On its way').length;

it('a hundred asks at once from one seeker to one helper: one goes out', {
  timeout: 60_000,
}, async () => {
  const [seeker, helper] = [newcomer('keen'), newcomer('asked')];
  const requests = await Promise.all(Array.from({ length: 100 }, () => sendOf(seeker, helper)));
  const answers = await Promise.all(requests.map((request) => town.does(seeker, request)));
  expect(sent(answers)).toBe(1);
  expect(town.inbox(helper)).toHaveLength(1);
});

it('a hundred seekers at once: the helper gets as many as they take', {
  timeout: 60_000,
}, async () => {
  const helper = newcomer('sought');
  const seekers = Array.from({ length: 100 }, (_, i) => newcomer(`one-of-many-${i}`));
  const requests = await Promise.all(seekers.map((seeker) => sendOf(seeker, helper)));
  const answers = await Promise.all(requests.map((request, i) => town.does(seekers[i]!, request)));
  expect(sent(answers)).toBe(3);
  expect(town.inbox(helper)).toHaveLength(3);
});

it('fifty asks at once to as many helpers: a seeker keeps five open', {
  timeout: 60_000,
}, async () => {
  const seeker = newcomer('everywhere');
  const helpers = Array.from({ length: 50 }, (_, i) => newcomer(`helper-${i}`));
  const requests = await Promise.all(helpers.map((helper) => sendOf(seeker, helper)));
  const answers = await Promise.all(requests.map((request) => town.does(seeker, request)));
  expect(sent(answers)).toBe(5);
});

it('twenty referrals at once: no insider gets more than they take', {
  timeout: 60_000,
}, async () => {
  const insiders = ['a', 'b', 'c'].map((one) => newcomer(`insider-${one}`));
  for (const user of insiders) {
    const offer = { firms: 'Northwind', fields: 'Freight', kinds: 'all' };
    await town.does(user, { type: 'send-offer', values: offer });
  }
  const seekers = Array.from({ length: 20 }, (_, i) => newcomer(`applicant-${i}`));
  const asks = await Promise.all(
    seekers.map(async (seeker) => {
      const { reply } = await town.does(seeker, { type: 'ask-referral', company: 'Northwind' });
      const [button] = viewOf(reply).blocks.flatMap((block) =>
        block.node === 'buttons' ? block.buttons : [],
      );
      if (!button || !('ask' in button.press)) throw new Error('no button');
      return String(button.press.ask);
    }),
  );
  const form = { role: 'Dispatcher', posting: 'https://jobs.example.com/1', note };
  await Promise.all(
    asks.map((ask, i) => town.does(seekers[i]!, { type: 'send-referral', ask, values: form })),
  );
  const holding = insiders.map((user) => town.inbox(user).length);
  expect(Math.max(...holding)).toBeLessThanOrEqual(3);
  expect(holding.reduce((sum, count) => sum + count, 0)).toBe(9);
});
