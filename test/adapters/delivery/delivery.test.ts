import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createDelivery,
  type Delivery,
  type DeliveryOptions,
} from '../../../adapters/delivery/delivery.ts';
import { MOST_TRIES } from '../../../adapters/delivery/perform.ts';
import { startTicks } from '../../../adapters/delivery/ticks.ts';
import { type OpenDatabase, openDatabase } from '../../../db/open.ts';
import type { Effect, Outcome } from '../../../src/effect.ts';
import type { Claimed, OutboxQueue, Platform } from '../../../src/ports.ts';
import { discord, dm, slack, view } from '../../contracts/samples.ts';
import { freshPlace } from '../../db/databases.ts';

type Perform = (claimed: Claimed) => Promise<Outcome>;

const platform = (perform: Perform): Platform => ({
  name: 'slack',
  start: async () => {},
  lookup: async () => undefined,
  state: () => 'connected',
  stop: async () => {},
  perform,
});

const sent = async ({ effect }: Claimed): Promise<Outcome> => ({
  outcome: 'sent',
  ref: effect.key,
});

/** A promise that the test fulfils. */
function promised<T>() {
  let fulfil: (value: T) => void = () => {};
  const promise = new Promise<T>((resolve) => {
    fulfil = resolve;
  });
  return { promise, fulfil: (value: T) => fulfil(value) };
}

function createLog() {
  const lines: { level: string; fields: Record<string, unknown>; message: string }[] = [];
  const at = (level: string) => (fields: object, message: string) => {
    lines.push({ level, fields: { ...fields }, message });
  };
  return { lines, info: at('info'), warn: at('warn'), error: at('error') };
}

let running: Delivery[] = [];
let log = createLog();
beforeEach(() => {
  log = createLog();
});
afterEach(async () => {
  for (const delivery of running) await delivery.stop();
  running = [];
});

function deliveryOf(queue: OutboxQueue, perform: Perform, more: Partial<DeliveryOptions> = {}) {
  const delivery = createDelivery({
    queue,
    platforms: new Map([['slack', platform(perform)]]),
    clock: { now: () => new Date() },
    settle: async () => {},
    wakeDue: async () => {},
    log,
    ...more,
  });
  running.push(delivery);
  return delivery;
}

describe('on a database', () => {
  let opened: OpenDatabase;
  let url = '';
  beforeAll(async () => {
    ({ url = '' } = await freshPlace('postgres'));
    opened = await openDatabase({ url, retryMs: 30 });
  });
  afterEach(() => opened.erase(slack));
  afterAll(() => opened.close());

  const add = (...effects: Effect[]) =>
    opened.database.transaction(slack, ({ outbox }) => outbox.add(effects, new Date()));

  test('drain delivers everything that is due, in order for each recipient, revisions with their reference', async () => {
    const revise: Effect = {
      effect: 'revise',
      key: 'r',
      of: 'a1',
      community: slack,
      view: view('r'),
    };
    const future = new Date(Date.now() + 3_600_000).toISOString();
    await add(dm(slack, 'a', 'a1'), dm(slack, 'a', 'a2'), dm(slack, 'b', 'b1'), revise);
    await add(dm(slack, 'c', 'c1', { notBefore: future }));
    const seen: string[] = [];
    const settled: string[] = [];
    const delivery = deliveryOf(
      opened.queue,
      async (claimed) => {
        seen.push(claimed.effect.key + (claimed.revises ?? ''));
        return sent(claimed);
      },
      {
        settle: async ({ effect }, { outcome }, { outbox }) => {
          settled.push(`${effect.key} ${outcome}`);
          if (effect.key === 'b1') await outbox.add([dm(slack, 'd', 'from b1')], new Date());
        },
      },
    );
    await delivery.drain();
    expect(seen.toSorted()).toEqual(['a1', 'a2', 'b1', 'from b1', 'ra1']);
    expect(seen.filter((key) => /a[12]/.test(key))).toEqual(['a1', 'a2', 'ra1']);
    expect(settled).toContain('b1 sent');
    expect(await opened.queue.counts()).toMatchObject({ waiting: 1 });
    await delivery.drain();
    expect(seen).toHaveLength(5);
  });

  test('a poke is enough; what falls due later is delivered then', async () => {
    const seen: string[] = [];
    const arrived = promised<void>();
    const delivery = deliveryOf(opened.queue, async (claimed) => {
      seen.push(claimed.effect.key);
      if (seen.length === 3) arrived.fulfil();
      return seen.length === 1 ? { outcome: 'later', afterMs: 1, why: 'busy' } : sent(claimed);
    });
    await add(dm(slack, 'a', 'now'));
    const soon = new Date(Date.now() + 300).toISOString();
    await add(dm(slack, 'b', 'soon', { notBefore: soon }));
    delivery.poke();
    await arrived.promise;
    expect(seen.toSorted()).toEqual(['now', 'now', 'soon']);
  });

  test('a slow platform keeps nobody else waiting', async () => {
    const slow = promised<void>();
    const other = promised<void>();
    const delivery = deliveryOf(opened.queue, async (claimed) => {
      if (claimed.effect.key === 'slow') await slow.promise;
      else other.fulfil();
      return sent(claimed);
    });
    await add(dm(slack, 'a', 'slow'));
    const drained = delivery.drain();
    await add(dm(slack, 'b', 'other'));
    delivery.poke();
    await other.promise;
    slow.fulfil();
    await drained;
    expect((await opened.queue.counts()).waiting).toBe(0);
  });

  test('performing that fails is tried again, knowing that it may have arrived', async () => {
    await add(dm(slack, 'a', 'k'));
    const doubts: boolean[] = [];
    const arrived = promised<void>();
    const delivery = deliveryOf(opened.queue, async (claimed) => {
      doubts.push(claimed.unansweredSince !== undefined);
      if (doubts.length === 1) throw new TypeError('a bug');
      arrived.fulfil();
      return { outcome: 'ambiguous', why: 'an earlier try' };
    });
    delivery.poke();
    await arrived.promise;
    await delivery.drain();
    expect(doubts).toEqual([false, true]);
    expect(log.lines.filter((line) => line.level === 'error')).toHaveLength(1);
    expect(await opened.queue.counts()).toMatchObject({ waiting: 0, ambiguous: 1 });
  });

  test('no answer in time: nobody waits for it, and a late one is still written down', async () => {
    await add(dm(slack, 'a', 'k'));
    const late = promised<Outcome>();
    const delivery = deliveryOf(opened.queue, () => late.promise, { performMs: 20 });
    await delivery.drain();
    expect(await opened.queue.counts()).toMatchObject({ waiting: 1 });
    expect(log.lines.at(-1)).toMatchObject({
      level: 'warn',
      message: 'the platform gave no answer',
    });
    late.fulfil({ outcome: 'sent', ref: 'r' });
    await vi.waitFor(async () => expect((await opened.queue.counts()).waiting).toBe(0));
  });

  test('a bug in what follows from an outcome does not lose the outcome', async () => {
    await add(dm(slack, 'a', 'k'));
    const delivery = deliveryOf(opened.queue, sent, {
      settle: async () => {
        throw new TypeError('a bug');
      },
    });
    await delivery.drain();
    expect(await opened.queue.counts()).toMatchObject({ waiting: 0, dead: 0 });
    expect(log.lines.map((line) => line.level)).toEqual(['error', 'info']);
  });

  test('stop finishes what is in hand and begins nothing more', async () => {
    await add(dm(slack, 'a', 'one'), dm(slack, 'a', 'two'));
    const [begun, mayEnd] = [promised<void>(), promised<void>()];
    const delivery = deliveryOf(opened.queue, async (claimed) => {
      begun.fulfil();
      await mayEnd.promise;
      return sent(claimed);
    });
    await delivery.start();
    await begun.promise;
    const stopped = delivery.stop();
    mayEnd.fulfil();
    await stopped;
    expect((await opened.queue.counts()).waiting).toBe(1);
    delivery.poke();
    await delivery.drain();
    expect((await opened.queue.counts()).waiting).toBe(1);
  });

  test('the log holds no text and no name', async () => {
    await add(dm(slack, 'somebody', 'k', { view: view('a private text') }));
    await deliveryOf(opened.queue, sent).drain();
    expect(log.lines.map((line) => line.message)).toEqual(['delivered']);
    expect(JSON.stringify(log.lines)).not.toMatch(/private|somebody/);
  });

  test('a platform that is not set up does not use up tries', async () => {
    await opened.database.transaction(discord, ({ outbox }) =>
      outbox.add([dm(discord, 'a', 'k')], new Date()),
    );
    const delivery = deliveryOf(opened.queue, sent);
    await delivery.drain();
    expect(log.lines[0]?.fields).toMatchObject({ outcome: 'later', why: 'discord is not set up' });
    expect((await opened.queue.nextDueAt())!.getTime()).toBeGreaterThan(Date.now() + 60_000);
    await opened.erase(discord);
  });

  test('goes on when the database comes back, having said once that it was away', async () => {
    const proxy = await startProxy(url);
    const away = await openDatabase({ url: proxy.url, retryMs: 30 });
    const seen: string[] = [];
    const delivery = deliveryOf(away.queue, async (claimed) => {
      seen.push(claimed.effect.key);
      // The message is out when the database goes: what became of it must still be written.
      if (claimed.effect.key === 'during') proxy.cut();
      return sent(claimed);
    });
    await delivery.start();
    await add(dm(slack, 'a', 'before'));
    await delivery.drain();
    await add(dm(slack, 'a', 'during'));
    delivery.poke();
    await vi.waitFor(() => expect(seen).toContain('during'));
    await add(dm(slack, 'b', 'after'));
    delivery.poke();
    await new Promise((wait) => setTimeout(wait, 300));
    proxy.mend();
    await vi.waitFor(async () => expect((await opened.queue.counts()).waiting).toBe(0), {
      timeout: 15_000,
    });
    expect(seen).toEqual(['before', 'during', 'after']);
    expect(await opened.queue.counts()).toMatchObject({ ambiguous: 0, dead: 0 });
    expect(log.lines.filter((line) => line.level === 'error').length).toBeLessThanOrEqual(2);
    await delivery.stop();
    await away.close();
    await proxy.close();
  });
});

/** A queue that holds one effect. */
function queueOf(one: Claimed, outcomes: Outcome[]): OutboxQueue {
  const waiting = [one];
  return {
    claim: async ({ limit }) => waiting.splice(0, limit),
    begin: async () => {},
    finish: async (_claimed, outcome) => {
      outcomes.push(outcome);
    },
    counts: async () => ({ waiting: 0, undelivered: 0, ambiguous: 0, dead: 0 }),
    nextDueAt: async () => undefined,
  };
}

describe('closed', () => {
  const community = slack;
  const claimed: Claimed = {
    id: 'x',
    community,
    effect: dm(slack, 'USER', 'ask:1:dm:USER'),
    worker: 'w',
    tries: 0,
  };
  const closed = async (): Promise<Outcome> => ({ outcome: 'closed' });
  const ada = { name: 'Ada', isBot: false, isAdmin: false };

  async function outcomeOf(one: Claimed, lookup: Platform['lookup']): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    const platforms = new Map([['slack' as const, { ...platform(closed), lookup }]]);
    await deliveryOf(queueOf(one, outcomes), closed, { platforms }).drain();
    return outcomes;
  }

  test('for good when the directory knows nobody by that id any more', async () => {
    const lookup = vi.fn(async () => undefined);
    expect(await outcomeOf(claimed, lookup)).toEqual([{ outcome: 'closed', left: true }]);
    expect(lookup).toHaveBeenCalledExactlyOnceWith(
      claimed.effect.effect === 'dm' && claimed.effect.to,
    );
    expect(log.lines.at(-1)?.fields).toMatchObject({ effectId: 'x', kind: 'dm', left: true });
    expect(JSON.stringify(log.lines)).not.toContain('USER');
  });

  test.each([
    ['they are there', async () => ada],
    ['the platform cannot be asked', () => Promise.reject(new Error('down'))],
    [
      'asking fails at once',
      () => {
        throw new Error('bug');
      },
    ],
  ])('for now when %s', async (_what, lookup) => {
    expect(await outcomeOf(claimed, lookup)).toEqual([{ outcome: 'closed' }]);
  });

  test('for now when the platform takes long to say', async () => {
    vi.useFakeTimers();
    try {
      const outcome = outcomeOf(claimed, () => new Promise(() => undefined));
      await vi.advanceTimersByTimeAsync(5_000);
      expect(await outcome).toEqual([{ outcome: 'closed' }]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('of a conversation is nobody in particular', async () => {
    const lookup = vi.fn(async () => undefined);
    const post: Effect = { effect: 'post', key: 'p', community, channel: 'C', view: view('p') };
    expect(await outcomeOf({ ...claimed, effect: post }, lookup)).toEqual([{ outcome: 'closed' }]);
    expect(lookup).not.toHaveBeenCalled();
  });
});

describe('the last try', () => {
  const claimed: Claimed = {
    id: 'x',
    community: slack,
    effect: dm(slack, 'a', 'k'),
    worker: 'w',
    tries: MOST_TRIES - 1,
  };
  const later = async (): Promise<Outcome> => ({ outcome: 'later', afterMs: 0, why: 'busy' });

  test.each([
    ['is an end', claimed, 'refused'],
    [
      'is in doubt when an earlier one is',
      { ...claimed, unansweredSince: new Date() },
      'ambiguous',
    ],
    ['but not the one before', { ...claimed, tries: MOST_TRIES - 2 }, 'later'],
  ])('%s', async (_what, one, outcome) => {
    const outcomes: Outcome[] = [];
    await deliveryOf(queueOf(one, outcomes), later).drain();
    expect(outcomes.map((end) => end.outcome)).toEqual([outcome]);
  });

  test('an effect that another worker took meanwhile is not performed', async () => {
    const lost = Object.assign(new Error('lost'), { name: 'LeaseLost' });
    const outcomes: Outcome[] = [];
    const queue = { ...queueOf(claimed, outcomes), begin: () => Promise.reject(lost) };
    const perform = vi.fn(sent);
    await deliveryOf(queue, perform).drain();
    expect(perform).not.toHaveBeenCalled();
    expect(outcomes).toEqual([]);
  });
});

describe('ticks', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-01-05T12:00:30Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('come every minute, and a slow one is not joined by the next', async () => {
    const slow = promised<void>();
    let ticks = 0;
    const clock = startTicks(() => {
      ticks++;
      return ticks === 2 ? slow.promise : Promise.resolve();
    });
    await vi.advanceTimersByTimeAsync(31_000);
    expect(ticks).toBe(1);
    await vi.advanceTimersByTimeAsync(240_000);
    expect(ticks).toBe(2);
    slow.fulfil();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ticks).toBe(3);
    await clock.stop();
    await vi.advanceTimersByTimeAsync(180_000);
    expect(ticks).toBe(3);
  });
});

test('a tick wakes what is due and then delivers; a failing wake keeps nothing from being delivered', async () => {
  const calls: string[] = [];
  const claimedOnce = promised<void>();
  const queue: OutboxQueue = {
    async claim() {
      calls.push('claim');
      claimedOnce.fulfil();
      return [];
    },
    begin: async () => {},
    finish: async () => {},
    counts: async () => ({ waiting: 0, undelivered: 0, ambiguous: 0, dead: 0 }),
    nextDueAt: async () => undefined,
  };
  const delivery = deliveryOf(queue, sent, {
    async wakeDue() {
      calls.push('wake');
      throw new Error('no');
    },
  });
  await delivery.start();
  await claimedOnce.promise;
  expect(calls).toEqual(['wake', 'claim']);
  expect(log.lines).toMatchObject([{ level: 'error', fields: { duty: 'wake' } }]);
});

/** A way to the database that can be cut. */
async function startProxy(url: string) {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    if (isCut) near.end();
    else near.pipe(far).pipe(near);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const near = new URL(url);
  near.port = String((server.address() as AddressInfo).port);
  const hangUp = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: near.href,
    cut() {
      isCut = true;
      hangUp();
    },
    mend() {
      isCut = false;
    },
    async close() {
      hangUp();
      await new Promise((done) => server.close(done));
    },
  };
}
