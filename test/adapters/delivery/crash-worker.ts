import { once } from 'node:events';
import { createDelivery } from '../../../adapters/delivery/delivery.ts';
import { openDatabase } from '../../../db/open.ts';
import type { Outcome } from '../../../src/effect.ts';
import type { PlatformName } from '../../../src/member.ts';
import type { Claimed, OutboxQueue, Platform } from '../../../src/ports.ts';
import type { Life, Point } from './crash.ts';

/** One life of a delivering process: works until the outbox is empty, or until it dies at the point that its plan names. */

const [line] = await once(process.stdin, 'data');
const life: Life = JSON.parse(String(line));
process.stdin.destroy();

let passed = 0;
/** Dies as by `kill -9` when this point of the plan comes the planned time. */
function reach(point: Point): void {
  if (life.dieAt?.point === point && ++passed === life.dieAt.time) {
    process.kill(process.pid, 'SIGKILL');
    // The signal comes from the kernel, not within this call.
    for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
  }
}

function platform(name: PlatformName): Platform {
  return {
    name,
    start: async () => {},
    lookup: async () => undefined,
    state: () => 'connected',
    stop: async () => {},
    async perform({ id, effect, unansweredSince }: Claimed): Promise<Outcome> {
      // As Slack: it can't be asked whether an earlier try arrived.
      if (name === 'slack' && unansweredSince) {
        return { outcome: 'ambiguous', why: 'an earlier try had no answer' };
      }
      const answer = await fetch(`${life.recorder}/${name}`, {
        method: 'POST',
        body: JSON.stringify({ nonce: id, key: effect.key }),
      });
      if (answer.status === 429) return { outcome: 'later', afterMs: 1, why: 'rate limit' };
      const ref = await answer.text();
      reach('answered');
      return { outcome: 'sent', ref };
    },
  };
}

const opened = await openDatabase({ ...life.place, retryMs: 5 });
const queue: OutboxQueue = {
  ...opened.queue,
  async claim(options) {
    const claimed = await opened.queue.claim(options);
    if (claimed.length > 0) reach('claimed');
    return claimed;
  },
  async begin(claimed) {
    await opened.queue.begin(claimed);
    reach('begun');
  },
  async finish(claimed, outcome, now, settle) {
    await opened.queue.finish(claimed, outcome, now, async (stores) => {
      await settle(stores);
      reach('settled');
    });
    reach('finished');
  },
};

const log = {
  info() {},
  warn() {},
  error: (fields: object, message: string) => console.error(message, fields),
};
const delivery = createDelivery({
  queue,
  platforms: new Map([platform('slack'), platform('discord')].map((one) => [one.name, one])),
  clock: { now: () => new Date() },
  settle: async ({ effect, community }, outcome, { outbox }) => {
    // Half of them lead to another message, decided with the outcome.
    if (outcome.outcome === 'later' || effect.effect !== 'dm' || !effect.ask) return;
    const { ask, ...next } = effect;
    await outbox.add(
      [{ ...next, key: `${effect.key}:next`, to: { ...effect.to, community: community.id } }],
      new Date(),
    );
  },
  wakeDue: async () => {},
  log,
  concurrency: 1,
  leaseMs: life.leaseMs,
});
await delivery.start();
while ((await queue.counts()).waiting > 0) {
  await delivery.drain();
  await new Promise((wait) => setTimeout(wait, 20));
}
await delivery.stop();
await opened.close();
