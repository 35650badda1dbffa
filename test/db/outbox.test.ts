import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../db/open.ts';
import { outboxContract, RETRY_MS } from '../contracts/outbox.ts';
import { at, dm, slack } from '../contracts/samples.ts';
import { databaseKinds, freshDatabase, freshPlace } from './databases.ts';

describe.each(databaseKinds)('%s', (kind) => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await freshDatabase(kind, { retryMs: RETRY_MS });
  });
  afterAll(() => opened?.close());

  outboxContract(() => opened);
});

describe('postgres, several processes', () => {
  let url: string;
  let processes: OpenDatabase[];
  beforeAll(async () => {
    url = (await freshPlace('postgres')).url ?? '';
    processes = await Promise.all([1, 2, 3].map(() => openDatabase({ url })));
  });
  afterAll(() => Promise.all((processes ?? []).map((one) => one.close())));

  test('never have the same effect in hand, and keep the order of each recipient', async () => {
    const effects = Array.from({ length: 120 }, (_, i) => dm(slack, `u${i % 24}`, `k${i}`));
    await processes[0]!.database.transaction(slack, ({ outbox }) => outbox.add(effects, at(0)));
    const done: { user: string; number: number }[] = [];
    const inHand = new Set<string>();
    const users = new Set<string>();

    const work = async ({ queue }: OpenDatabase, worker: string) => {
      while (done.length < effects.length) {
        const claimed = await queue.claim({ worker, now: at(1), limit: 7, leaseMs: 60_000 });
        await Promise.all(
          claimed.map(async (one) => {
            if (one.effect.effect !== 'dm') throw new Error('not a dm');
            const { user } = one.effect.to;
            expect(inHand.has(one.id) || users.has(user)).toBe(false);
            inHand.add(one.id);
            users.add(user);
            await queue.begin(one);
            done.push({ user, number: Number(one.effect.key.slice(1)) });
            users.delete(user);
            await queue.finish(one, { outcome: 'sent', ref: 'r' }, at(1), async () => {});
          }),
        );
      }
    };
    await Promise.all(processes.flatMap((one, i) => [work(one, `${i}a`), work(one, `${i}b`)]));

    expect(done).toHaveLength(effects.length);
    for (const user of new Set(done.map((one) => one.user))) {
      const numbers = done.filter((one) => one.user === user).map((one) => one.number);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
  });

  test("a text doesn't stay after it was sent", async () => {
    const [one] = processes;
    const secret = 'a private text';
    const effect = dm(slack, 'reader', 'private', { view: { summary: secret, blocks: [] } });
    await one!.database.transaction(slack, ({ outbox }) => outbox.add([effect], at(0)));
    const sql = postgres(url, { max: 1 });
    const holds = async () => {
      const rows = await sql`select outbox::text as row from outbox`;
      return rows.some(({ row }) => row.includes(secret));
    };
    expect(await holds()).toBe(true);
    const [claimed] = await one!.queue.claim({ worker: 'w', now: at(1), limit: 1, leaseMs: 9000 });
    await one!.queue.begin(claimed!);
    await one!.queue.finish(claimed!, { outcome: 'sent', ref: 'r' }, at(1), async () => {});
    expect(await holds()).toBe(false);
    await sql.end();
  });

  test('what is due is found by an index, however much was sent', async () => {
    const sql = postgres(url, { max: 1 });
    await sql`
      insert into outbox (community_id, id, key, slot, status, due_at)
      select 'slack:T1', gen_random_uuid(), 'old' || i, 'dm:u', 'sent', now() from generate_series(1, 20000) i`;
    await sql`analyze outbox`;
    const plan = await sql`
      explain select id from outbox where status = 'waiting' and due_at <= now()
      order by due_at, position limit 10`;
    expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain('outbox_due');
    await sql.end();
  });
});
