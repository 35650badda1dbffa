import { afterAll, beforeAll, expect, it } from 'vitest';
import { buttonsOf, createTown, type Town, textOf, viewOf } from '../town.ts';

let town: Town;
beforeAll(async () => {
  town = await createTown('pglite');
});
afterAll(() => town.stop());

it('tells everybody what there is, and organisers about the settings', async () => {
  const member = viewOf((await town.does('nadia', { type: 'goodword' })).reply);
  for (const command of ['/ask-intro', '/thank', '/helpers', '/goodword']) {
    expect(textOf(member)).toContain(command);
  }
  expect(buttonsOf(member).map(({ label }) => label)).toEqual(['Keep out']);
  const organiser = viewOf((await town.does('jonas', { type: 'goodword' })).reply);
  expect(buttonsOf(organiser).map(({ label }) => label)).toEqual([
    'Keep out',
    'Settings',
    'Organisers',
    'Reports',
  ]);
});

it('keeps the settings that an organiser saves', async () => {
  const values = {
    timeZone: 'America/Bogota',
    introductionsChannel: 'C7',
    boardChannel: 'C8',
  };
  const saved = await town.does('jonas', { type: 'send-settings', values });
  expect(textOf(viewOf(saved.reply))).toContain('Saved.');
  const { reply } = await town.does('jonas', { type: 'settings' });
  if (reply.reply !== 'form') throw new Error('no form');
  expect(reply.form.fields.map(({ id, value }) => [id, value])).toEqual([
    ['introductionsChannel', 'C7'],
    ['boardChannel', 'C8'],
    ['timeZone', 'America/Bogota'],
  ]);
});

it('tells organisers of messages that may or may not have arrived, and their reader at the next use', async () => {
  const to = town.member('leila');
  const view = { summary: 'Hello', blocks: [] };
  const now = town.deps.clock.now();
  await town.read((stores) => stores.outbox.add([{ effect: 'dm', key: 'lost', to, view }], now));
  const [claimed] = await town.queue.claim({ worker: 'w', now, limit: 1, leaseMs: 1000 });
  if (!claimed) throw new Error('nothing to deliver');
  await town.queue.begin(claimed);
  const outcome = { outcome: 'ambiguous', why: 'no answer' } as const;
  await town.queue.finish(claimed, outcome, now, async () => {});

  const told = viewOf((await town.does('jonas', { type: 'goodword' })).reply);
  expect(textOf(told)).toContain('1 message may or may not have arrived');
  const member = viewOf((await town.does('nadia', { type: 'goodword' })).reply);
  expect(textOf(member)).not.toContain('may or may not');
  const seen = await town.does('leila', { type: 'helpers' });
  expect(seen.waiting).toEqual([{ key: 'lost', view }]);
  await town.shows('leila', seen);
  const again = await town.does('leila', { type: 'helpers' });
  expect(again.waiting).toEqual([]);
  const after = viewOf((await town.does('jonas', { type: 'goodword' })).reply);
  expect(textOf(after)).not.toContain('may or may not');
});
