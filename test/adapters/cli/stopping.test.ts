import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClosing } from '../../../adapters/cli/closing.ts';
import { type Signalled, stopOnSignal } from '../../../adapters/cli/stopping.ts';

/** A process that only notes how it would end. */
function ownProcess(env: NodeJS.Dict<string> = {}) {
  const listeners = new Map<string, () => void>();
  const exits: number[] = [];
  const own = {
    env,
    ppid: 77,
    on: (signal: string, listener: () => void) => listeners.set(signal, listener),
    exit: (code: number) => exits.push(code),
  } satisfies Signalled;
  return { own, exits, signal: (name: 'SIGTERM' | 'SIGINT') => listeners.get(name)?.() };
}

const said: string[] = [];
const say = (line: string) => void said.push(line);

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  });
  said.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test.each(['SIGTERM', 'SIGINT'] as const)('%s stops, then exits with 0', async (name) => {
  const { own, exits, signal } = ownProcess();
  let stopped = false;
  stopOnSignal(
    async () => {
      stopped = true;
    },
    say,
    own,
  );
  signal(name);
  await vi.advanceTimersByTimeAsync(0);
  expect({ stopped, exits, said }).toEqual({ stopped: true, exits: [0], said: [] });
});

test('the same press that comes twice, as npm does, is one', async () => {
  const { own, exits, signal } = ownProcess();
  let stops = 0;
  stopOnSignal(
    () => {
      stops++;
      return new Promise(() => undefined);
    },
    say,
    own,
  );
  signal('SIGINT');
  await vi.advanceTimersByTimeAsync(100);
  signal('SIGINT');
  expect({ stops, exits }).toEqual({ stops: 1, exits: [] });
});

test('an npm that was ended takes it along, though only its shell was told', async () => {
  const { own, exits } = ownProcess({ npm_lifecycle_event: 'start' });
  stopOnSignal(async () => undefined, say, own);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(exits).toEqual([]);
  own.ppid = 1;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(exits).toEqual([0]);
});

test('without npm the parent may go', async () => {
  const { own, exits } = ownProcess();
  stopOnSignal(async () => undefined, say, own);
  own.ppid = 1;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(exits).toEqual([]);
});

test('a second signal ends it at once with 1', async () => {
  const { own, exits, signal } = ownProcess();
  stopOnSignal(() => new Promise(() => undefined), say, own);
  signal('SIGTERM');
  await vi.advanceTimersByTimeAsync(1_000);
  signal('SIGTERM');
  expect(exits).toEqual([1]);
});

test('ten seconds are enough', async () => {
  const { own, exits, signal } = ownProcess();
  stopOnSignal(() => new Promise(() => undefined), say, own);
  signal('SIGTERM');
  await vi.advanceTimersByTimeAsync(9_999);
  expect(exits).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(exits).toEqual([1]);
  expect(said).toEqual(['Goodword could not finish within ten seconds and stops now.']);
});

test('a stop that fails exits with 1 and says why', async () => {
  const { own, exits, signal } = ownProcess();
  stopOnSignal(() => Promise.reject(new Error('no')), say, own);
  signal('SIGTERM');
  await vi.advanceTimersByTimeAsync(0);
  expect({ exits, said }).toEqual({ exits: [1], said: ['Goodword could not stop cleanly: no'] });
});

test('what was opened last is closed first, once, and a failure stops nothing', async () => {
  const closed: string[] = [];
  const failed: string[] = [];
  const closing = createClosing((what) => failed.push(what));
  for (const what of ['database', 'platforms', 'http']) {
    closing.add(what, async () => {
      closed.push(what);
      if (what === 'platforms') throw new Error('no');
    });
  }
  await Promise.all([closing.all(), closing.all()]);
  expect(closed).toEqual(['http', 'platforms', 'database']);
  expect(failed).toEqual(['platforms']);
});
