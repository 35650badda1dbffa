import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import type { Reply } from '../../src/effect.ts';
import type { FormRequest, Request } from '../../src/intent.ts';
import { type AskStateName, openStates } from '../../src/introductions/ask.ts';
import { databaseKinds } from '../db/databases.ts';
import { buttonsOf, createTown, type Town } from '../town.ts';

let town: Town;
afterEach(() => town?.stop());

const note = 'I have run a night desk for six years. Would you introduce me?';
const answers: Partial<Record<FormRequest['type'], Record<string, string>>> = {
  'send-ask': { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' },
  'send-question': { question: 'Which shift?' },
  'send-info': { info: 'Nights.' },
  'send-pointer': { pointer: 'Write to the crewing desk.' },
  'send-thanks': { thanks: 'That was kind.' },
};

type Step =
  | {
      press: number;
      button: number;
      by: 'seeker' | 'helper' | 'target' | 'stranger';
      twice: boolean;
    }
  | { days: number }
  | { toggleDms: 'helper' | 'target' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      press: fc.nat(5),
      button: fc.nat(8),
      by: fc.constantFrom('seeker', 'seeker', 'helper', 'helper', 'helper', 'target', 'stranger'),
      twice: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ days: fc.constantFrom(0.5, 1, 3, 6) }) },
  { weight: 1, arbitrary: fc.record({ toggleDms: fc.constantFrom('helper', 'target') }) },
);

let runs = 0;
const isOpen = (state: AskStateName) => (openStates as readonly string[]).includes(state);

/** Plays a story of random presses, of fresh and of stale buttons, by the right and the wrong people. */
async function play(steps: Step[], helperIsClosed: boolean): Promise<void> {
  const people = { seeker: '', helper: '', target: '', stranger: '' };
  runs += 1;
  for (const role of Object.keys(people) as (keyof typeof people)[]) {
    people[role] = `${role}-${runs}`;
    town.people.set(people[role], { name: people[role], isBot: false, isAdmin: false });
  }
  const { seeker, helper, target } = people;
  if (helperIsClosed) town.closed.add(helper);
  const start = await town.does(seeker, { type: 'ask-intro', helper, target: { user: target } });
  if (start.reply.reply !== 'form') throw new Error('no form');
  const id = (start.reply.form.send as { ask: string }).ask;
  await town.does(seeker, { ...start.reply.form.send, values: answers['send-ask'] } as Request);

  const stateNow = async () => {
    const ask = await town.read((stores) => stores.asks.get(id));
    if (!ask) throw new Error('the ask is gone');
    return ask.state;
  };
  /** Follows a form to its end. */
  async function act(by: string, request: Request): Promise<Reply> {
    const { reply } = await town.does(by, request);
    if (reply.reply !== 'form') return reply;
    const values = answers[reply.form.send.type] ?? {};
    return (await town.does(by, { ...reply.form.send, values } as Request)).reply;
  }

  const everSeen: Request[] = [];
  let before = await stateNow();
  let wasWithTarget = false;
  for (const one of steps) {
    if ('days' in one) await town.days(one.days);
    else if ('toggleDms' in one) {
      const person = people[one.toggleDms];
      if (!town.closed.delete(person)) town.closed.add(person);
    } else {
      for (const person of Object.values(people)) {
        for (const view of town.inbox(person)) {
          for (const { press } of buttonsOf(view)) {
            if (press.type !== 'open-link' && press.type !== 'stop-nudges') everSeen.push(press);
          }
        }
      }
      const request = everSeen[(one.press * 9 + one.button) % Math.max(1, everSeen.length)];
      if (!request) continue;
      await act(people[one.by], request);
      if (one.twice) await act(people[one.by], request);
    }
    const state = await stateNow();
    wasWithTarget ||= state.is === 'with-target' || before.is === 'with-target';
    // An end is an end, and nothing moves it.
    if (!isOpen(before.is)) expect(state).toEqual(before);
    // Times only move forward.
    if (before.is !== 'snoozed') {
      expect(state.at.getTime()).toBeGreaterThanOrEqual(before.at.getTime());
    }
    // The target hears nothing before the helper offered, a stranger never.
    if (!wasWithTarget && state.is !== 'introduced' && state.is !== 'declined') {
      expect(town.inbox(target)).toEqual([]);
    }
    expect(town.inbox(people.stranger)).toEqual([]);
    before = state;
  }

  // In the end it ends, whoever keeps silent; with DMs open again and everybody looking in once.
  town.closed.clear();
  await town.morning();
  for (const person of [helper, target, seeker, helper]) {
    await town.shows(person, await town.does(person, { type: 'helpers' }));
  }
  for (let i = 0; i < 4; i++) await town.days(11);
  const last = await stateNow();
  expect(isOpen(last.is)).toBe(false);
  const count = town.sent.length;
  await town.days(400);
  expect(town.sent.length).toBe(count);

  // Nothing was sent twice, and an end without an introduction is told once.
  const keys = town.sent.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  const told = town.sent.filter(({ key }) => key === `ask:${id}:ended`);
  // What its helper couldn't be brought no target ever heard of.
  if (last.is === 'withdrawn') expect(town.inbox(target)).toEqual([]);
  const withoutHelp = last.is === 'declined' || last.is === 'expired';
  expect(told).toHaveLength(withoutHelp ? 1 : 0);
  if (withoutHelp) {
    const helps = await town.read((stores) => stores.helps.unthanked(seeker));
    expect(helps).toEqual([]);
  }
}

it.each(databaseKinds)(
  'on %s, any sequence of presses, silences and closed DMs keeps an ask whole',
  {
    timeout: 120_000,
  },
  async (kind) => {
    town = await createTown(kind);
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), play), {
      numRuns: Number(process.env.SEQUENCE_RUNS ?? 10),
      ...(process.env.SEQUENCE_SEED ? { seed: Number(process.env.SEQUENCE_SEED) } : {}),
      endOnFailure: true,
    });
  },
);
