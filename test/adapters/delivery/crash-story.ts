import { expect, onTestFailed } from 'vitest';
import { openDatabase } from '../../../db/open.ts';
import { discord, dm, slack } from '../../contracts/samples.ts';
import { type DatabaseKind, freshPlace } from '../../db/databases.ts';
import { type Life, points, prepareWorker, seeded, startRecorder } from './crash.ts';

const EACH = 40;

/**
 * A delivering process is killed (kill -9) again and again, at any point of its work, and started again until the outbox is
 * empty: nothing is lost, and nothing sent twice. A life costs a second of computing or two, most of it loading.
 * `CRASH_SEED` replays a run, `CRASH_KILLS` sets another number of kills.
 */
export async function crashAgainAndAgain(kind: DatabaseKind, kills: number): Promise<void> {
  const planned = Number(process.env.CRASH_KILLS ?? kills);
  const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
  onTestFailed(() => console.error(`CRASH_SEED=${seed} replays this run (${kind})`));
  const random = seeded(seed);
  const place = await freshPlace(kind);
  const keys = Array.from({ length: EACH }, (_, i) => `k${i}`);
  const effects = (community: typeof slack) =>
    keys.map((key, i) => dm(community, `u${i}`, key, i % 2 ? { ask: 'leads to another' } : {}));
  const filling = await openDatabase(place);
  for (const community of [slack, discord]) {
    await filling.database.transaction(community, ({ outbox }) =>
      outbox.add(effects(community), new Date()),
    );
  }
  await filling.close();

  const recorder = await startRecorder(random);
  const lives: Life['dieAt'][] = [];
  let worker = prepareWorker();
  let next = prepareWorker();
  try {
    for (let killed = 0, empty = false; !empty; ) {
      const point = points[Math.floor(random() * points.length)]!;
      const dieAt = killed < planned ? { point, time: 1 + Math.floor(random() * 3) } : undefined;
      lives.push(dieAt);
      let seen = 0;
      recorder.watch((at) => {
        if (at !== dieAt?.point || ++seen !== dieAt.time) return false;
        worker.kill();
        return true;
      });
      empty = await worker.live({
        place,
        recorder: recorder.url,
        leaseMs: 500,
        ...(dieAt && { dieAt }),
      });
      if (!empty) killed++;
      worker = next;
      next = prepareWorker();
    }
    const opened = await openDatabase(place);
    const counts = await opened.queue.counts();
    await opened.close();

    const expected = keys.flatMap((key, i) => (i % 2 ? [key, `${key}:next`] : [key])).sort();
    const received = (platform: string) =>
      recorder.messages
        .filter((one) => one.platform === platform)
        .map((one) => one.key)
        .sort();
    expect(received('discord')).toEqual(expected);
    const onSlack = received('slack');
    expect(new Set(onSlack).size).toBe(onSlack.length);
    expect(counts).toMatchObject({ waiting: 0, dead: 0, undelivered: 0 });
    expect(counts.ambiguous).toBeLessThanOrEqual(planned);
    const missing = expected.filter((key) => !onSlack.includes(key));
    expect(missing.length).toBeLessThanOrEqual(counts.ambiguous);
    expect(lives.length).toBeGreaterThan(planned);
  } finally {
    for (const one of [worker, next]) {
      one.kill();
      await one.ended;
    }
    await recorder.close();
  }
}
