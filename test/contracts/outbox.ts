import { uuidv7 } from 'uuidv7';
import { describe, expect, test } from 'vitest';
import type { OpenDatabase } from '../../db/open.ts';
import type { Effect, Outcome } from '../../src/effect.ts';
import type { Community } from '../../src/member.ts';
import type { Claimed } from '../../src/ports.ts';
import { at, dm, memberOf, view } from './samples.ts';

const sentAs = (ref: string): Outcome => ({ outcome: 'sent', ref });
const later: Outcome = { outcome: 'later', afterMs: 0, why: 'busy' };
const ambiguous: Outcome = { outcome: 'ambiguous', why: 'no answer' };
const refused: Outcome = { outcome: 'refused', why: 'no channel' };
const closed: Outcome = { outcome: 'closed' };

/** Open the database with it: the contract waits in real time. */
export const RETRY_MS = 150;

/** What every database does with effects on their way out. Runs alone on its database: the queue is over all communities. */
export function outboxContract(opened: () => OpenDatabase): void {
  const newCommunity = (): Community => ({ platform: 'slack', id: `T${uuidv7()}` });
  const add = (community: Community, effects: Effect[], now = at(0)) =>
    opened().database.transaction(community, ({ outbox }) => outbox.add(effects, now));
  const claim = (more: { worker?: string; now?: Date; limit?: number; leaseMs?: number } = {}) =>
    opened().queue.claim({ worker: 'w', now: at(1), limit: 100, leaseMs: 60_000, ...more });
  const finish = async (claimed: Claimed, outcome: Outcome) => {
    await opened().queue.begin(claimed);
    await opened().queue.finish(claimed, outcome, at(1), async () => {});
  };
  const keys = (claimed: Claimed[]) => claimed.map(({ effect }) => effect.key);
  const undelivered = (community: Community, user: string) =>
    opened().database.transaction(community, ({ outbox }) =>
      outbox.undelivered(memberOf(community, user)),
    );
  const markShown = (community: Community, user: string, keys: string[]) =>
    opened().database.transaction(community, ({ outbox }) =>
      outbox.markShown(memberOf(community, user), keys),
    );
  const ambiguousOf = (community: Community) =>
    opened().database.transaction(community, ({ outbox }) => outbox.countAmbiguous());
  /** Claims everything that can be had, again and again, and ends it with `outcome`. */
  const deliverAll = async (outcome: (claimed: Claimed) => Outcome = () => sentAs('r')) => {
    const delivered: Claimed[] = [];
    for (let some = await claim(); some.length > 0; some = await claim()) {
      for (const one of some) await finish(one, outcome(one));
      delivered.push(...some);
    }
    return delivered;
  };
  /** Waits in real time, as leases and retries do. */
  const claimSoon = async () => {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const some = await claim();
      if (some.length > 0 || Date.now() > deadline) return some;
      await new Promise((wait) => setTimeout(wait, 20));
    }
  };
  const revise = (community: Community, of: string, key: string): Effect => ({
    effect: 'revise',
    of,
    key,
    community,
    view: view(key),
  });

  test('an effect is claimed when due, with what its platform needs, and once', async () => {
    const community = newCommunity();
    const effect = dm(community, 'u', 'k');
    await add(community, [effect]);
    await add(community, [dm(community, 'u', 'k', { view: view('decided again') })]);
    expect(await claim({ now: new Date(at(0).getTime() - 1) })).toEqual([]);
    expect(await opened().queue.nextDueAt()).toEqual(at(0));
    const [claimed, ...others] = await claim();
    expect(others).toEqual([]);
    expect(claimed).toMatchObject({ community, effect, tries: 0 });
    expect(claimed).not.toHaveProperty('unansweredSince');
    expect(await claim()).toEqual([]);
    await finish(claimed!, sentAs('r'));
    expect(await opened().queue.counts()).toMatchObject({ waiting: 0 });
    expect(await opened().queue.nextDueAt()).toBeUndefined();
    await add(community, [effect]);
    expect(await claim()).toEqual([]);
  });

  test('the same key in another community is another effect', async () => {
    const [one, other] = [newCommunity(), newCommunity()];
    await add(one, [dm(one, 'u', 'k')]);
    await add(other, [dm(other, 'u', 'k')]);
    const delivered = await deliverAll();
    expect(delivered.map(({ community }) => community)).toEqual([one, other]);
    expect(new Set(delivered.map(({ id }) => id)).size).toBe(2);
  });

  test('effects come by due time, not more than asked for', async () => {
    const community = newCommunity();
    const due = (user: string, minutes: number) =>
      dm(community, user, user, { notBefore: at(minutes).toISOString() });
    await add(community, [due('c', 30), due('a', 10), due('b', 20)]);
    expect(await claim({ now: at(9) })).toEqual([]);
    expect(await opened().queue.nextDueAt()).toEqual(at(10));
    expect(await claim({ limit: 0 })).toEqual([]);
    const first = await claim({ now: at(40), limit: 2 });
    expect(keys(first)).toEqual(['a', 'b']);
    const second = await claim({ now: at(40), limit: 2 });
    expect(keys(second)).toEqual(['c']);
    for (const one of [...first, ...second]) await finish(one, sentAs('r'));
  });

  test('what goes to one recipient keeps its order; others go on', async () => {
    const community = newCommunity();
    await add(community, [
      dm(community, 'u', 'later', { notBefore: at(50).toISOString() }),
      dm(community, 'u', 'first'),
      dm(community, 'u', 'second'),
      dm(community, 'v', 'aside'),
      { effect: 'post', key: 'post', community, channel: 'C', view: view('x') },
    ]);
    const [first, aside, post] = await claim();
    expect(keys([first!, aside!, post!])).toEqual(['first', 'aside', 'post']);
    await finish(aside!, sentAs('r'));
    await finish(post!, sentAs('r'));
    expect(await claim()).toEqual([]);
    await finish(first!, later);
    expect(await claim()).toEqual([]);
    const again = await claimSoon();
    expect(keys(again)).toEqual(['first']);
    await finish(again[0]!, sentAs('r'));
    expect(keys(await deliverAll())).toEqual(['second']);
    const [last] = await claim({ now: at(50) });
    expect(last?.effect.key).toBe('later');
    await finish(last!, sentAs('r'));
  });

  test('a later try waits in real time, longer each time, at least as long as the platform says', async () => {
    const community = newCommunity();
    await add(community, [dm(community, 'u', 'k')]);
    const waits: number[] = [];
    for (const afterMs of [0, 0, 60_000]) {
      const [claimed] = waits.length === 0 ? await claim() : await claimSoon();
      expect(claimed?.tries).toBe(waits.length);
      const before = Date.now();
      await finish(claimed!, { outcome: 'later', afterMs, why: 'busy' });
      const next = await opened().queue.nextDueAt();
      waits.push((next?.getTime() ?? 0) - before);
    }
    const [first = 0, second = 0, third = 0] = waits;
    expect(first).toBeGreaterThan(RETRY_MS * 0.9);
    expect(second).toBeGreaterThan(RETRY_MS * 1.9);
    expect(second).toBeLessThan(20_000);
    expect(third).toBeGreaterThan(59_000);
    // However far a virtual clock jumps.
    expect(await claim({ now: new Date(Date.now() + 1e10) })).toEqual([]);
    await opened().erase(community);
  });

  test('a worker that dies loses its lease; the next one knows of the try without an answer', async () => {
    const community = newCommunity();
    await add(community, [dm(community, 'u', 'k')]);
    const [first] = await claim({ leaseMs: 40 });
    const [second] = await claimSoon();
    expect(second).toMatchObject({ id: first?.id, tries: 0 });
    expect(second).not.toHaveProperty('unansweredSince');
    // The first one was only slow: too late for it.
    await expect(opened().queue.begin(first!)).rejects.toMatchObject({ name: 'LeaseLost' });

    await finish(second!, later);
    const [third] = await claimSoon();
    expect(third).toMatchObject({ tries: 1 });
    expect(third).not.toHaveProperty('unansweredSince');
    await finish(third!, sentAs('r'));

    await add(community, [dm(community, 'u', 'k2')]);
    const [crashed] = await claim({ leaseMs: 30 });
    const before = Date.now();
    await opened().queue.begin(crashed!);
    const [after] = await claimSoon();
    const since = after?.unansweredSince?.getTime() ?? 0;
    expect(Math.abs(since - before)).toBeLessThan(20_000);
    // A later that is known does not end the doubt about the first try.
    await finish(after!, later);
    const [still] = await claimSoon();
    expect(still?.unansweredSince?.getTime()).toBe(since);
    await finish(still!, ambiguous);
    expect(await opened().queue.counts()).toMatchObject({ waiting: 0, ambiguous: 1 });
    await opened().erase(community);
  });

  test('an outcome after the lease was lost does nothing, and neither does the core', async () => {
    const community = newCommunity();
    await add(community, [dm(community, 'u', 'k')]);
    const [slow] = await claim({ leaseMs: 20 });
    await opened().queue.begin(slow!);
    const [quick] = await claimSoon();
    await opened().queue.finish(slow!, sentAs('slow'), at(1), ({ outbox }) =>
      outbox.add([dm(community, 'v', 'from the slow one')], at(1)),
    );
    await opened().queue.begin(quick!);
    await opened().queue.finish(quick!, sentAs('quick'), at(1), async () => {});
    await opened().queue.finish(quick!, sentAs('twice'), at(1), ({ outbox }) =>
      outbox.add([dm(community, 'v', 'from the second time')], at(1)),
    );
    await add(community, [revise(community, 'k', 'r')]);
    const delivered = await deliverAll();
    expect(keys(delivered)).toEqual(['r']);
    expect(delivered[0]?.revises).toBe('quick');
  });

  test('begin gives the lease its whole length again', async () => {
    const community = newCommunity();
    await add(community, [dm(community, 'u', 'k')]);
    const [claimed] = await claim({ leaseMs: 1500 });
    await new Promise((wait) => setTimeout(wait, 100));
    const before = Date.now();
    await opened().queue.begin(claimed!);
    const until = await opened().queue.nextDueAt();
    expect(until!.getTime() - before).toBeGreaterThanOrEqual(1499);
    await opened().queue.finish(claimed!, sentAs('r'), at(1), async () => {});
  });

  test('what the core decides from an outcome happens with it, or neither', async () => {
    const community = newCommunity();
    await add(community, [dm(community, 'u', 'k')]);
    const [claimed] = await claim({ leaseMs: 30 });
    await opened().queue.begin(claimed!);
    const failing = opened().queue.finish(claimed!, closed, at(1), async ({ outbox }) => {
      await outbox.add([dm(community, 'v', 'never')], at(1));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const [again] = await claimSoon();
    expect(again?.effect.key).toBe('k');
    await opened().queue.finish(again!, closed, at(1), ({ outbox }) =>
      outbox.add([dm(community, 'v', 'instead')], at(1)),
    );
    expect(keys(await deliverAll())).toEqual(['instead']);
    expect(await opened().queue.counts()).toMatchObject({ undelivered: 1, waiting: 0 });
    await opened().erase(community);
  });

  test('a message to somebody who left is given up, and so are its revisions', async () => {
    const community = newCommunity();
    await add(community, [dm(community, 'u', 'k'), revise(community, 'k', 'r')]);
    const left: Outcome = { outcome: 'closed', left: true };
    expect(keys(await deliverAll(() => left))).toEqual(['k']);
    expect(await opened().queue.counts()).toMatchObject({ waiting: 0, undelivered: 0, dead: 1 });
    expect(await undelivered(community, 'u')).toEqual([]);
    await opened().erase(community);
  });

  test('closed DMs: kept until shown, oldest first, as last revised', async () => {
    const community = newCommunity();
    await add(community, [
      dm(community, 'u', 'one'),
      dm(community, 'v', 'of somebody else'),
      dm(community, 'u', 'two', { ask: 'x' }),
      revise(community, 'two', 'waited for two'),
      dm(community, 'u', 'three'),
    ]);
    const delivered = await deliverAll((claimed) =>
      claimed.effect.key === 'three' ? ambiguous : closed,
    );
    expect(keys(delivered)).toEqual(['one', 'of somebody else', 'two', 'three']);
    expect(await opened().queue.counts()).toEqual({
      waiting: 0,
      undelivered: 3,
      ambiguous: 1,
      dead: 0,
    });
    await add(community, [revise(community, 'one', 'came afterwards')]);
    expect(await claim()).toEqual([]);
    expect(await undelivered(community, 'nobody')).toEqual([]);
    const one = dm(community, 'u', 'one', { view: view('came afterwards') });
    const two = dm(community, 'u', 'two', { ask: 'x', view: view('waited for two') });
    const three = dm(community, 'u', 'three');
    expect(await undelivered(community, 'u')).toEqual([one, two, three]);
    expect(await undelivered(community, 'u')).toEqual([one, two, three]);

    expect(await ambiguousOf(community)).toBe(1);
    expect(await markShown(community, 'u', [])).toEqual([]);
    expect(await markShown(community, 'v', ['one', 'two'])).toEqual([]);
    const shown = ['three', 'one', 'of somebody else', 'unknown'];
    expect(await markShown(community, 'u', shown)).toEqual([one, three]);
    expect(await ambiguousOf(community)).toBe(0);
    expect(await undelivered(community, 'u')).toEqual([two]);
    expect(await markShown(community, 'u', ['one', 'two'])).toEqual([two]);
    expect(await undelivered(community, 'u')).toEqual([]);
    await add(community, [revise(community, 'two', 'too late'), dm(community, 'u', 'two')]);
    expect(await claim()).toEqual([]);
    expect(await opened().queue.counts()).toMatchObject({ undelivered: 1, ambiguous: 0 });
    await opened().erase(community);
  });

  test('what nobody needs to read any more doesn’t wait for its reader', async () => {
    const community = newCommunity();
    await add(community, [
      dm(community, 'u', 'k'),
      dm(community, 'u', 'doubtful'),
      dm(community, 'u', 'stays'),
      dm(community, 'v', 'of somebody else'),
    ]);
    await deliverAll(({ effect }) => (effect.key === 'doubtful' ? ambiguous : closed));
    const drop = (keys: string[]) =>
      opened().database.transaction(community, ({ outbox }) =>
        outbox.drop(memberOf(community, 'u'), keys),
      );
    await drop([]);
    await drop(['k', 'doubtful', 'of somebody else', 'unknown']);
    expect(await undelivered(community, 'u')).toEqual([dm(community, 'u', 'stays')]);
    expect(await undelivered(community, 'v')).toHaveLength(1);
    await add(community, [revise(community, 'k', 'too late'), dm(community, 'u', 'k')]);
    expect(await claim()).toEqual([]);
    expect(await opened().queue.counts()).toMatchObject({ undelivered: 2, ambiguous: 0 });
    await opened().erase(community);
  });

  test('a message that may have arrived is said again, in other words, and stays one message', async () => {
    const community = newCommunity();
    await add(community, [dm(community, 'u', 'k'), dm(community, 'u', 'shown')]);
    const [first] = await deliverAll(() => ambiguous);
    await markShown(community, 'u', ['shown']);
    const again = (key: string) => dm(community, 'u', key, { view: view('again'), again: true });
    const sayAgain = (key: string) =>
      opened().database.transaction(community, ({ outbox }) => outbox.sayAgain(again(key), at(1)));
    for (const key of ['k', 'shown', 'unknown']) await sayAgain(key);
    expect(await undelivered(community, 'u')).toEqual([]);
    await add(community, [revise(community, 'k', 'r')]);

    const [second, ...more] = await claim();
    expect(more).toEqual([]);
    expect(second).toMatchObject({ effect: again('k'), tries: 0 });
    expect(second).not.toHaveProperty('unansweredSince');
    expect(second?.id).not.toBe(first?.id);
    // It is on its way: a late answer of the first try says nothing about it.
    await sayAgain('k');
    await opened().queue.finish(first!, sentAs('the first'), at(1), async () => {});
    await finish(second!, sentAs('the second'));
    await sayAgain('k');
    const revisions = await deliverAll();
    expect(revisions.map((one) => [one.effect.key, one.revises])).toEqual([['r', 'the second']]);
    expect(await opened().queue.counts()).toMatchObject({ ambiguous: 0, waiting: 0 });
  });

  test('a revision waits until the message is there, and gets its reference', async () => {
    const community = newCommunity();
    await add(community, [
      dm(community, 'u', 'k', { notBefore: at(10).toISOString() }),
      revise(community, 'k', 'r1'),
      revise(community, 'k', 'r2'),
    ]);
    expect(await claim({ now: at(9) })).toEqual([]);
    const [message, ...tooEarly] = await claim({ now: at(10) });
    expect(tooEarly).toEqual([]);
    await finish(message!, sentAs('the message'));
    const revisions = await deliverAll();
    expect(revisions.map((one) => [one.effect.key, one.revises])).toEqual([
      ['r1', 'the message'],
      ['r2', 'the message'],
    ]);
  });

  test.each([
    ['dead', refused],
    ['ambiguous', ambiguous],
  ] as const)('a revision of a post that became %s is dropped', async (_status, outcome) => {
    const community = newCommunity();
    const post: Effect = { effect: 'post', key: 'p', community, channel: 'C', view: view('p') };
    await add(community, [post, revise(community, 'p', 'r1'), revise(community, 'unknown', 'r')]);
    expect(keys(await deliverAll(() => outcome))).toEqual(['p']);
    // A post has no reader for whom it waits.
    expect(await ambiguousOf(community)).toBe(0);
    await add(community, [revise(community, 'p', 'r2')]);
    expect(await claim()).toEqual([]);
    expect(await opened().queue.nextDueAt()).toBeUndefined();
    await opened().erase(community);
  });

  test('a revision that the core adds while its message gets an outcome is not forgotten', async () => {
    const community = newCommunity();
    await add(community, [dm(community, 'u', 'k')]);
    const [claimed] = await claim();
    await opened().queue.begin(claimed!);
    await opened().queue.finish(claimed!, closed, at(1), ({ outbox }) =>
      outbox.add([revise(community, 'k', 'r')], at(1)),
    );
    const revisedUnsent = dm(community, 'u', 'k', { view: view('r') });
    expect(await markShown(community, 'u', ['k'])).toEqual([revisedUnsent]);
    expect(await opened().queue.nextDueAt()).toBeUndefined();
  });

  describe('a conversation that is refused', () => {
    const conversation = (community: Community, otherwise: string[]): Effect => ({
      effect: 'conversation',
      key: 'c',
      title: 't',
      members: [memberOf(community, 'a'), memberOf(community, 'b')],
      view: view('c'),
      otherwise: otherwise.map((user) => dm(community, user, `c:${user}`)),
    });

    test('is replaced by its messages', async () => {
      const community = newCommunity();
      const effect = conversation(community, ['a', 'b']);
      await add(community, [effect]);
      const [claimed] = await claim();
      await opened().queue.begin(claimed!);
      await opened().queue.finish(claimed!, refused, at(1), ({ outbox }) =>
        outbox.add(effect.effect === 'conversation' ? effect.otherwise : [], at(1)),
      );
      expect(keys(await deliverAll())).toEqual(['c:a', 'c:b']);
      expect((await opened().queue.counts()).dead).toBe(0);
    });

    test('without any, it is dead', async () => {
      const community = newCommunity();
      await add(community, [conversation(community, [])]);
      await deliverAll(() => refused);
      expect((await opened().queue.counts()).dead).toBe(1);
      await opened().erase(community);
    });
  });
}
