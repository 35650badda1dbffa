import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../db/open.ts';
import type { Effect } from '../../src/effect.ts';
import type { Community } from '../../src/member.ts';
import type { Stores } from '../../src/ports.ts';
import { at, dm, help, sent, view } from '../contracts/samples.ts';
import { freshDatabase } from './databases.ts';

/** A door that one transaction waits at until the test opens it. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

describe('two transactions on Postgres', () => {
  let opened: OpenDatabase;
  beforeAll(async () => {
    opened = await freshDatabase('postgres');
  });
  afterAll(() => opened?.close());

  const newCommunity = (): Community => ({ platform: 'slack', id: `T${uuidv7()}` });

  /** Starts `first` and holds its transaction open while `second` runs. */
  async function meet<T>(
    community: Community,
    first: (stores: Stores) => Promise<unknown>,
    second: (stores: Stores) => Promise<T>,
  ): Promise<{ ended: string[]; second: T }> {
    const ended: string[] = [];
    const [did, mayEnd] = [gate(), gate()];
    const one = opened.database.transaction(community, async (stores) => {
      await first(stores);
      did.open();
      await mayEnd.passed;
      // Said before the commit: once that frees the locks, the other's answer may be here before ours.
      ended.push('first');
    });
    await did.passed;
    const other = opened.database.transaction(community, second).finally(() => {
      ended.push('second');
    });
    // Long enough for a query that doesn't wait.
    await Promise.race([other, new Promise((wait) => setTimeout(wait, 150))]);
    mayEnd.open();
    await one;
    return { second: await other, ended };
  }

  test('a locked member, ask or help is waited for', async () => {
    const community = newCommunity();
    const ask = sent(community);
    const given = help(ask);
    await opened.database.transaction(community, async ({ asks, helps }) => {
      await asks.save(ask);
      await helps.save(given);
    });
    const locks: ((stores: Stores) => Promise<unknown>)[] = [
      ({ members }) => members.lock(['a', 'b']),
      ({ asks }) => asks.lock(ask.id),
      ({ helps }) => helps.lock(given.id),
    ];
    for (const lock of locks) {
      expect((await meet(community, lock, lock)).ended).toEqual(['first', 'second']);
    }
    const apart = await meet(
      community,
      ({ members }) => members.lock(['a']),
      ({ members }) => members.lock(['c']),
    );
    expect(apart.ended).toEqual(['second', 'first']);
  });

  test('a cap holds when two asks come at once', async () => {
    const community = newCommunity();
    const cap = 3;
    const askOnce = () =>
      opened.database.transaction(community, async ({ members, asks, received }) => {
        await members.lock(['seeker', 'helper']);
        if ((await received.times('helper', ['helper'], at(0))).length >= cap) return false;
        const ask = sent(community);
        await asks.save(ask);
        const row = { ask: ask.id, as: 'helper', user: 'helper', seeker: 'seeker' } as const;
        await received.save({ ...row, at: at(1), came: 'waiting' });
        return true;
      });
    const answers = await Promise.all(Array.from({ length: 9 }, askOnce));
    expect(answers.filter(Boolean)).toHaveLength(cap);
  });

  test('members locked in any order never wait for each other in a circle', async () => {
    const community = newCommunity();
    const users = ['b', 'A', 'a', 'é', 'z'];
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        opened.database.transaction(community, async ({ members }) => {
          await members.lock(i % 2 ? users : users.toReversed());
        }),
      ),
    );
  });

  test('a transaction that the database breaks off to end a deadlock is run again', async () => {
    const community = newCommunity();
    const runs = { one: 0, other: 0 };
    const [first, second] = [gate(), gate()];
    const lockBoth = (
      name: keyof typeof runs,
      users: string[],
      mine: () => void,
      theirs: Promise<void>,
    ) =>
      opened.database.transaction(community, async ({ members }) => {
        runs[name]++;
        await members.lock([users[0]!]);
        mine();
        await theirs;
        await members.lock([users[1]!]);
      });
    await Promise.all([
      lockBoth('one', ['a', 'b'], first.open, second.passed),
      lockBoth('other', ['b', 'a'], second.open, first.passed),
    ]);
    expect(runs.one + runs.other).toBe(3);
  });

  test('a receipt: the second waits for how the first ends', async () => {
    const community = newCommunity();
    const claim = ({ receipts }: Stores) => receipts.claim('k', at(0));
    const { ended, second } = await meet(community, claim, claim);
    expect(ended).toEqual(['first', 'second']);
    expect(second).toBe(false);
    const many = await Promise.all(
      Array.from({ length: 8 }, () =>
        opened.database.transaction(community, ({ receipts }) => receipts.claim('many', at(0))),
      ),
    );
    expect(many.filter(Boolean)).toHaveLength(1);
  });

  test('a timer that another process is at is passed over, and comes back if that fails', async () => {
    const community = newCommunity();
    const wake = { wake: 'remind', ask: 'x' } as const;
    await opened.database.transaction(community, async ({ timers }) => {
      await timers.set('one', at(0), wake);
      await timers.set('two', at(1), wake);
    });
    const { second, ended } = await meet(
      community,
      ({ timers }) => timers.takeDue(at(5)),
      async ({ timers }) => [
        (await timers.takeDue(at(5)))?.name,
        await timers.takeDue(at(5)),
        await opened.database.nextDue(at(5)),
      ],
    );
    expect(second).toEqual(['two', undefined, undefined]);
    expect(ended).toEqual(['second', 'first']);

    await opened.database.transaction(community, ({ timers }) => timers.set('three', at(0), wake));
    const failing = opened.database.transaction(community, async ({ timers }) => {
      await timers.takeDue(at(5));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await opened.database.nextDue(at(5))).toEqual(community);
  });

  test('credits that come at once all count', async () => {
    const community = newCommunity();
    const credit = () =>
      opened.database.transaction(community, ({ board }) =>
        board.credit('h', [{ kind: 'all' }, { kind: 'week', start: '2026-01-05' }], 1),
      );
    await Promise.all(Array.from({ length: 15 }, credit));
    const credits = await opened.database.transaction(community, ({ board }) =>
      board.creditsOf('h', { kind: 'all' }),
    );
    expect(credits).toBe(15);
  });

  test('a message that two screens show at once is marked once; looking at it waits for nobody', async () => {
    const community = newCommunity();
    const message = dm(community, 'u', 'k');
    await opened.database.transaction(community, ({ outbox }) => outbox.add([message], at(0)));
    const [claimed] = await opened.queue.claim({
      worker: 'w',
      now: at(1),
      limit: 1,
      leaseMs: 9000,
    });
    await opened.queue.begin(claimed!);
    await opened.queue.finish(claimed!, { outcome: 'closed' }, at(1), async () => {});
    const show = ({ outbox }: Stores) => outbox.markShown(message.to, ['k']);
    const looked = await meet(community, show, ({ outbox }) => outbox.undelivered(message.to));
    expect(looked).toEqual({ second: [message], ended: ['second', 'first'] });

    const other = newCommunity();
    const theirs = dm(other, 'u', 'k');
    await opened.database.transaction(other, ({ outbox }) => outbox.add([theirs], at(0)));
    const [again] = await opened.queue.claim({ worker: 'w', now: at(1), limit: 1, leaseMs: 9000 });
    await opened.queue.begin(again!);
    await opened.queue.finish(again!, { outcome: 'closed' }, at(1), async () => {});
    const showTheirs = ({ outbox }: Stores) => outbox.markShown(theirs.to, ['k']);
    const shown = await meet(other, showTheirs, showTheirs);
    expect(shown).toEqual({ second: [], ended: ['first', 'second'] });
  });

  test('a revision that is added while its message fails is not left waiting', async () => {
    const community = newCommunity();
    const post: Effect = { effect: 'post', key: 'p', community, channel: 'C', view: view('p') };
    const revision: Effect = { effect: 'revise', key: 'r', of: 'p', community, view: view('r') };
    await opened.database.transaction(community, ({ outbox }) => outbox.add([post], at(0)));
    const [claimed] = await opened.queue.claim({
      worker: 'w',
      now: at(1),
      limit: 1,
      leaseMs: 9000,
    });
    await opened.queue.begin(claimed!);
    const refused = { outcome: 'refused', why: 'x' } as const;
    const finished = gate();
    await meet(
      community,
      ({ outbox }) => outbox.add([revision], at(0)),
      async () => {
        void opened.queue.finish(claimed!, refused, at(1), async () => {}).then(finished.open);
      },
    );
    await finished.passed;
    expect(await opened.queue.counts()).toMatchObject({ waiting: 0, dead: 1 });
  });
});
