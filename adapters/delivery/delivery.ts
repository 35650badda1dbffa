import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Outcome } from '../../src/effect.ts';
import type { PlatformName } from '../../src/member.ts';
import type { Claimed, Clock, OutboxQueue, Platform, Stores } from '../../src/ports.ts';
import { createDuty, type DeliveryLog } from './duty.ts';
import { performInTime } from './perform.ts';
import { startTicks, type Ticks } from './ticks.ts';

export interface DeliveryOptions {
  queue: OutboxQueue;
  platforms: ReadonlyMap<PlatformName, Platform>;
  clock: Clock;
  /** What the core makes of an outcome, in the transaction that writes it. */
  settle(claimed: Claimed, outcome: Outcome, stores: Stores): Promise<void>;
  /** Does everything that time brings by now. */
  wakeDue(): Promise<unknown>;
  log: DeliveryLog;
  /** Effects performed at once. */
  concurrency?: number;
  /** How long an effect stays with this process when it dies; longer than `performMs`. Real time. */
  leaseMs?: number;
  /** After so long without an answer a try counts as unanswered. */
  performMs?: number;
}

/** Carries effects from the outbox to the platforms. */
export interface Delivery {
  /** Delivers what is due from now on, and ticks. */
  start(): Promise<void>;
  /** There may be something to deliver: look now. */
  poke(): void;
  /** Delivers what is due by the clock, and resolves when nothing of it is left or in hand. Rejects when the database is away. */
  drain(): Promise<void>;
  /** Begins nothing more and finishes what is in hand. */
  stop(): Promise<void>;
}

const LONGEST_SLEEP = 60_000;

export function createDelivery(options: DeliveryOptions): Delivery {
  const { queue, clock, wakeDue, log, concurrency = 8, leaseMs = 60_000 } = options;
  const worker = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  const duty = createDuty(log);
  const inHand = new Set<Promise<void>>();
  let stopped = false;
  let ticks: Ticks | undefined;
  let alarm: NodeJS.Timeout | undefined;
  /** A queue's failure while an effect was in hand. */
  let failure: unknown;

  const perform = (claimed: Claimed) =>
    performInTime(claimed, { ...options, isStopped: () => stopped });

  const takeInHand = (claimed: Claimed) => hold(perform(claimed));

  /** Claimed while the stop came: free at once for whoever delivers next. */
  function giveBack(claimed: Claimed): void {
    const outcome: Outcome = { outcome: 'later', afterMs: 0, why: 'stopping' };
    hold(queue.finish(claimed, outcome, clock.now(), async () => {}));
  }

  function hold(work: Promise<void>): void {
    const held: Promise<void> = work
      .catch((error: unknown) => {
        failure = error;
      })
      .finally(() => inHand.delete(held));
    inHand.add(held);
  }

  /** Until nothing that is due is left or in hand. */
  async function round(): Promise<void> {
    let delivered = 0;
    while (!stopped) {
      if (failure !== undefined) break;
      const held = inHand.size;
      const limit = concurrency - held;
      const looked = poked;
      const claimed =
        limit > 0 ? await queue.claim({ worker, now: clock.now(), limit, leaseMs }) : [];
      for (const one of claimed) (stopped ? giveBack : takeInHand)(one);
      delivered += claimed.length;
      if (claimed.length > 0) continue;
      if (inHand.size === 0) {
        // What ended while we looked may have left something to do.
        if (held > 0) continue;
        break;
      }
      // Any end may free the next one of its recipient.
      await Promise.race([...inHand, looked.promise]);
    }
    await Promise.all(inHand);
    if (failure !== undefined) {
      const error = failure;
      failure = undefined;
      throw error;
    }
    empty = delivered > 0 ? 0 : empty + 1;
  }

  /** Rounds in a row that found nothing. */
  let empty = 0;
  let poked = signal();
  let running: Promise<void> | undefined;

  function lookAgain(): void {
    const before = poked;
    poked = signal();
    before.resolve();
  }

  /** One loop at a time; a call while it runs makes it look again. */
  function deliver(): Promise<void> {
    lookAgain();
    running ??= (async () => {
      let looked: Signal;
      do {
        looked = poked;
        await round();
      } while (looked !== poked && !stopped);
    })().finally(() => {
      running = undefined;
    });
    return running;
  }

  let wanted = false;
  let attending: Promise<void> | undefined;

  /** Delivers, and sets the alarm for the next effect that falls due. Never rejects. */
  function attend(): Promise<void> {
    wanted = true;
    if (running) lookAgain();
    attending ??= (async () => {
      let wait = LONGEST_SLEEP;
      while (wanted && !stopped) {
        wanted = false;
        wait = (await duty.run('delivery', deliver)) ?? (await untilNext());
      }
      clearTimeout(alarm);
      if (!stopped) alarm = setTimeout(attend, wait);
    })().finally(() => {
      attending = undefined;
    });
    return attending;
  }

  async function untilNext(): Promise<number> {
    const next = await queue.nextDueAt().catch(() => undefined);
    if (!next) return LONGEST_SLEEP;
    const ms = next.getTime() - clock.now().getTime();
    // Due by a virtual clock and still not to be had: it waits in real time, for a retry or another worker's lease.
    const atLeast = Math.min(5000, 125 * 2 ** Math.min(empty, 6));
    return Math.min(LONGEST_SLEEP, Math.max(ms, atLeast));
  }

  async function tick(): Promise<void> {
    if (stopped) return;
    await duty.run('wake', async () => {
      await wakeDue();
    });
    await attend();
  }

  return {
    async start() {
      ticks = startTicks(tick);
      void ticks.now();
    },
    poke() {
      void attend();
    },
    drain: () => (stopped ? Promise.all(inHand).then(() => undefined) : deliver()),
    async stop() {
      stopped = true;
      clearTimeout(alarm);
      poked.resolve();
      await ticks?.stop();
      await attending;
      await running?.catch(() => undefined);
      await Promise.all(inHand);
    },
  };
}

interface Signal {
  promise: Promise<void>;
  resolve(): void;
}

function signal(): Signal {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
