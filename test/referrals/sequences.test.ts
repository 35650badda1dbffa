import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Reply } from '../../src/effect.ts';
import type { FormRequest, Request } from '../../src/intent.ts';
import { type AskStateName, openStates } from '../../src/introductions/ask.ts';
import { databaseKinds } from '../db/databases.ts';
import { buttonsOf, createTown, type Town, textOf, viewOf } from '../town.ts';

let town: Town;
afterEach(() => town?.stop());

const note = 'I have run a night desk for six years, and this post is the same work at sea.';
const answers: Partial<Record<FormRequest['type'], Record<string, string>>> = {
  'send-referral': { role: 'Dispatcher', posting: 'https://jobs.example.com/1', note },
  'send-question': { question: 'Which shift?' },
  'send-info': { info: 'Nights.' },
  'send-pointer': { pointer: 'Write to the crewing desk.' },
  'send-thanks': { thanks: 'That was kind.' },
  'send-offer': { firms: 'Somewhere else', fields: 'Freight', kinds: 'all' },
  'send-added': { question: 'Which town?' },
};

type Step =
  | { press: number; by: number; twice: boolean }
  | { days: number }
  | { toggleDms: number }
  | { changes: number; how: 'pause-offer' | 'resume-offer' | 'withdraw-offer' | 'refuse-asks' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ press: fc.nat(60), by: fc.nat(4), twice: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ days: fc.constantFrom(0.5, 1, 3) }) },
  { weight: 1, arbitrary: fc.record({ toggleDms: fc.nat(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      changes: fc.nat(2),
      how: fc.constantFrom('pause-offer', 'resume-offer', 'withdraw-offer', 'refuse-asks'),
    }),
  },
);

let runs = 0;
const isOpen = (state: AskStateName) => (openStates as readonly string[]).includes(state);
const helped: AskStateName[] = ['submitted', 'pointer', 'name-lent'];

/** Plays a referral with three insiders, of whom anybody presses anything that they ever saw. */
async function play(steps: Step[]): Promise<void> {
  runs += 1;
  const newcomer = (role: string): string => {
    const user = `${role}-${runs}`;
    town.people.set(user, { name: user, isBot: false, isAdmin: false });
    return user;
  };
  const firm = `Firm ${runs}`;
  const seeker = newcomer('seeker');
  const stranger = newcomer('stranger');
  const insiders = ['a', 'b', 'c'].map((one) => newcomer(`insider-${one}`));
  await town.morning();
  for (const user of insiders) {
    const values = { firms: firm, fields: 'Freight', kinds: 'all' };
    await town.does(user, { type: 'send-offer', values });
  }
  const card = viewOf((await town.does(seeker, { type: 'ask-referral', company: firm })).reply);
  const [write] = buttonsOf(card);
  if (!write || !('ask' in write.press)) throw new Error('nobody to ask');
  const id = write.press.ask;
  await town.does(seeker, { type: 'send-referral', ask: id, values: answers['send-referral']! });

  const askNow = async () => {
    const ask = await town.read((stores) => stores.asks.get(id));
    if (!ask || ask.state.is === 'draft') throw new Error('the ask is gone');
    return ask;
  };
  const mine = async () => textOf(viewOf((await town.does(seeker, { type: 'my-asks' })).reply));
  async function act(by: string, request: Request): Promise<Reply> {
    const { reply } = await town.does(by, request);
    if (reply.reply !== 'form') return reply;
    const values = answers[reply.form.send.type] ?? {};
    return (await town.does(by, { ...reply.form.send, values } as Request)).reply;
  }
  const everybody = [seeker, stranger, ...insiders];

  let before = await askNow();
  const asked: string[] = ['helper' in before ? String(before.helper) : ''];
  for (const one of steps) {
    if ('days' in one) await town.days(one.days);
    else if ('toggleDms' in one) {
      const person = insiders[one.toggleDms]!;
      if (!town.closed.delete(person)) town.closed.add(person);
    } else if ('changes' in one) await town.does(insiders[one.changes]!, { type: one.how });
    else {
      const seen = everybody.flatMap((person) =>
        town.inbox(person).flatMap((view) => buttonsOf(view).map(({ press }) => press)),
      );
      const presses = seen.filter(({ type }) => type !== 'open-link' && type !== 'stop-nudges');
      const withdraw: Request = { type: 'withdraw', ask: id };
      const pool = [
        ...(presses as Request[]),
        withdraw,
        { type: 'add-question', ask: id } as const,
      ];
      const request = pool[one.press % pool.length]!;
      const by = everybody[one.by]!;
      await act(by, request);
      if (one.twice) await act(by, request);
    }
    const ask = await askNow();
    const { state } = ask;
    const helper = 'helper' in ask ? String(ask.helper) : '';
    if (helper !== asked.at(-1)) {
      // Nobody is asked twice, and nobody at once with another.
      expect(asked).not.toContain(helper);
      asked.push(helper);
    }
    // An end is an end; taken back before it was told, it stays what it was.
    if (!isOpen(before.state.is)) expect(state.is).toBe(before.state.is);
    expect(town.inbox(stranger)).toEqual([]);
    // Nobody is named before they helped, in messages or in what the seeker looks up.
    if (!helped.includes(state.is)) {
      const read = [await mine(), ...town.inbox(seeker).map(textOf)].join('\n');
      for (const user of insiders) expect(read).not.toContain(user);
    }
    before = ask;
  }

  town.closed.clear();
  await town.morning();
  for (const person of [...insiders, seeker, ...insiders]) {
    await town.shows(person, await town.does(person, { type: 'helpers' }));
  }
  for (let i = 0; i < 5; i++) await town.days(11);
  const { state } = await askNow();
  expect(isOpen(state.is)).toBe(false);
  await town.days(100);
  const count = town.sent.length;
  await town.days(400);
  expect(town.sent.length).toBe(count);

  const keys = town.sent.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const told = town.sent.filter(({ key }) => key === `ask:${id}:ended`);
  const untold = 'withdrawn' in state && state.withdrawn;
  const withoutHelp = (state.is === 'declined' || state.is === 'expired') && !untold;
  expect(told).toHaveLength(withoutHelp ? 1 : 0);
  // Whoever doesn't have the ask any more has no buttons that answer it.
  for (const user of insiders) {
    const live = town
      .inbox(user)
      .filter((view) => buttonsOf(view).some(({ press }) => press.type === 'introduce'));
    expect(live).toEqual([]);
  }
}

it.each(databaseKinds)(
  'on %s, any sequence of presses, silences and changes of mind keeps a referral whole',
  {
    timeout: 120_000,
  },
  async (kind) => {
    town = await createTown(kind);
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), play), {
      numRuns: Number(process.env.SEQUENCE_RUNS ?? 10),
      ...(process.env.SEQUENCE_SEED ? { seed: Number(process.env.SEQUENCE_SEED) } : {}),
      endOnFailure: true,
    });
  },
);
