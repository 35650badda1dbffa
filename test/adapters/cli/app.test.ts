import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type AppOptions, createApp } from '../../../adapters/cli/app.ts';
import { createLog } from '../../../adapters/cli/log.ts';
import type { Answer } from '../../../src/effect.ts';
import type { Intent, Request } from '../../../src/intent.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Deps, SuggestQuery } from '../../../src/ports.ts';

const nadia = { platform: 'slack', community: 'T-ONE', user: 'U-NADIA' } as const;
const ask = '0190a000-0000-7000-8000-000000000001';
const intent = (request: Request): Intent => ({ request, by: nadia, dedupeKey: 'k' });
const form = intent({ type: 'write-ask', ask });
const message = intent({ type: 'helpers' });
const query: SuggestQuery = { command: 'ask-intro', option: 'target', text: 'WORDS', by: nadia };

const nothing: Answer = { reply: { reply: 'nothing' }, waiting: [] };
const nobody = () => Promise.reject(new Error('nobody asks for this'));
const deps: Deps = {
  database: { transaction: nobody, nextDue: nobody },
  directory: { lookup: nobody },
  clock: { now: () => new Date(0) },
  ids: { next: () => ask, random: () => 0 },
};

/** An answer whose moment the test picks. */
function later() {
  const given = { resolve: (_: Answer) => {}, reject: (_: Error) => {} };
  const promise = new Promise<Answer>((resolve, reject) =>
    Object.assign(given, { resolve, reject }),
  );
  return {
    promise,
    resolve: (answer: Answer) => given.resolve(answer),
    reject: (e: Error) => given.reject(e),
  };
}

let lines: string[];
let pokes: number;

const appWith = (core: Partial<AppOptions['core']>) =>
  createApp({
    deps,
    core: { handle: async () => nothing, suggest: async () => [], shown: async () => {}, ...core },
    poke: () => {
      pokes++;
    },
    log: createLog({ level: 'info', secrets: [], write: (line) => lines.push(line) }),
    newCode: () => 'K7Q2',
  });

const saidBy = ({ reply }: Answer): string => {
  const [first] = 'view' in reply ? reply.view.blocks : [];
  const words = first?.node === 'text' ? first.content : [];
  return words.map((part) => ('text' in part ? part.text : '')).join('') || reply.reply;
};

beforeEach(() => {
  lines = [];
  pokes = 0;
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what the core answers goes back, and the delivery is poked after it', async () => {
  const app = appWith({
    handle: async (given, givenDeps) => {
      expect(given).toBe(message);
      expect(givenDeps).toBe(deps);
      expect(pokes).toBe(0);
      return nothing;
    },
  });
  expect(await app.answer(message)).toBe(nothing);
  expect(pokes).toBe(1);
});

test('a failure becomes a plain sentence with a code, which the log ties to the error', async () => {
  const app = appWith({ handle: () => Promise.reject(new Error('the disk is full')) });
  const answer = await app.answer(message);
  expect(saidBy(answer)).toBe(messagesFor('en').text('failed', { code: 'K7Q2' }));
  expect(saidBy(answer)).toContain('K7Q2');
  expect(answer.waiting).toEqual([]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('error not answered request=helpers platform=slack');
  expect(lines[0]).toContain('code=K7Q2 error="Error: the disk is full');
  expect(pokes).toBe(1);
});

test('after a sent form that failed, the member reads all that they had typed', async () => {
  const app = appWith({ handle: () => Promise.reject(new Error('no')) });
  const typed = {
    purpose: 'meet-team',
    who: 'Leila M.',
    until: '2027-01-31',
    note: 'I have read all three of your talks.\nMay I ask about the second?',
  };
  const request = { type: 'send-who', ask, values: typed } as const;
  const answer = await app.answer(intent(request));
  expect(answer.reply.reply).toBe('message');
  expect(saidBy(answer)).toBe(messagesFor('en').text('failed-form', { code: 'K7Q2' }));
  expect('view' in answer.reply && answer.reply.view.blocks.slice(1)).toEqual([
    { node: 'quote', text: typed.who },
    { node: 'quote', text: typed.note },
  ]);
  expect(lines.join()).not.toContain('talks');

  const chosen = { ...request, values: { purpose: 'learn' } };
  expect(saidBy(await app.answer(intent(chosen)))).toBe(
    messagesFor('en').text('failed', { code: 'K7Q2' }),
  );
});

test('what was shown is passed on to the core; a failure of that is only logged', async () => {
  const told: unknown[][] = [];
  const app = appWith({
    shown: async (...given) => {
      told.push(given);
    },
  });
  await app.shown(nadia, ['one', 'two']);
  await app.shown(nadia, []);
  expect(told).toEqual([[nadia, ['one', 'two'], deps]]);
  expect(pokes).toBe(1);
  expect(lines).toEqual([]);

  const failing = appWith({ shown: () => Promise.reject(new Error('the disk is full')) });
  await failing.shown(nadia, ['ask:1:dm:U-NADIA']);
  expect(lines.join()).toContain('the disk is full');
  expect(lines.join()).not.toContain('U-NADIA');
});

test('a core that throws at once is no different', async () => {
  const app = appWith({
    handle: () => {
      throw new Error('at once');
    },
    suggest: () => {
      throw new Error('at once');
    },
  });
  expect(saidBy(await app.answer(form))).toContain('K7Q2');
  expect(await app.suggest(query)).toEqual([]);
});

test('a form that takes longer than 1.5 seconds becomes "try again", while the work goes on', async () => {
  const slow = later();
  const app = appWith({ handle: () => slow.promise });
  const answering = app.answer(form);
  let answered = false;
  void answering.then(() => {
    answered = true;
  });
  await vi.advanceTimersByTimeAsync(1_499);
  expect(answered).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(saidBy(await answering)).toBe(messagesFor('en').text('later'));
  expect(pokes).toBe(0);

  let idle = false;
  const waiting = app.idle().then(() => {
    idle = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(idle).toBe(false);
  slow.resolve(nothing);
  await waiting;
  expect(pokes).toBe(1);
});

test('a form that fails in time says so, and one that fails too late is still logged', async () => {
  const app = appWith({ handle: () => Promise.reject(new Error('no')) });
  expect(saidBy(await app.answer(form))).toContain('K7Q2');
  const slow = later();
  const slowApp = appWith({ handle: () => slow.promise });
  const answering = slowApp.answer(form);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(saidBy(await answering)).toBe(messagesFor('en').text('later'));
  slow.reject(new Error('much later'));
  await slowApp.idle();
  expect(lines.at(-1)).toContain('much later');
});

test('anything but a form has no such budget', async () => {
  const slow = later();
  const answering = appWith({ handle: () => slow.promise }).answer(message);
  await vi.advanceTimersByTimeAsync(60_000);
  slow.resolve(nothing);
  expect(await answering).toBe(nothing);
});

test('suggestions come in time or not at all', async () => {
  const found = [{ label: 'Tom', value: 'U2' }];
  expect(await appWith({ suggest: async () => found }).suggest(query)).toBe(found);
  const never = appWith({ suggest: () => new Promise(() => undefined) }).suggest(query);
  await vi.advanceTimersByTimeAsync(1_500);
  expect(await never).toEqual([]);
  expect(await appWith({ suggest: nobody }).suggest(query)).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('the log tells the kind of request and the time it took, no words and nobody', async () => {
  const app = appWith({});
  await app.answer(
    intent({
      type: 'send-ask',
      ask,
      helper: 'U-TOM',
      target: 'm:U-LEILA',
      values: { note: 'WORDS' },
    }),
  );
  await app.suggest(query);
  expect(lines.join('')).toMatch(
    /info answered request=send-ask platform=slack ms=\d+ outcome=nothing\n$/,
  );
  expect(lines.join('')).not.toMatch(/WORDS|U-|T-ONE/);
});
