import { expect, test } from 'vitest';
import type { OpenDatabase } from '../../db/open.ts';
import type { Community } from '../../src/member.ts';
import type { Stores } from '../../src/ports.ts';
import { at, discord, dm, draft, help, memberOf, sent, slack } from './samples.ts';

/** Two communities with the same ids, for platforms, members, asks and all, know nothing of each other. */
export function isolationContract(opened: () => OpenDatabase): void {
  const ask = '018f0000-0000-7000-8000-000000000001';
  const given = '018f0000-0000-7000-8000-000000000002';
  const pair = { seeker: 'seeker', helper: 'helper' };

  /** Everything that can be read. */
  async function read(stores: Stores, community: Community) {
    const { asks, helps, members, board, relationships } = stores;
    return {
      settings: await stores.community.settings(),
      member: await members.get('helper'),
      locked: await members.lock(['helper', 'seeker']),
      ask: await asks.get(ask),
      lockedAsk: await asks.lock(ask),
      open: await asks.openOfSeeker('seeker'),
      drafts: await asks.draftsOfSeeker('seeker'),
      between: await asks.openBetween('seeker', 'helper'),
      ended: await asks.latestEnd('seeker', 'helper'),
      received: await stores.received.times('helper', ['helper'], at(0)),
      mine: await asks.ofSeeker('seeker', at(0), 10),
      openFor: await asks.openFor('helper'),
      target: await stores.received.isTargetOf(ask, 'leila'),
      referred: await stores.received.hadReferral('seeker', 'b', at(0)),
      lasts: await stores.received.lastTo('seeker', 'helper'),
      loads: await stores.received.loads(at(0)),
      offer: await stores.offers.get('helper'),
      offers: await stores.offers.all(),
      watches: await stores.offers.watches(),
      reports: await stores.reports.open(),
      profile: await stores.profiles.get('helper'),
      report: await stores.reports.get(given),
      recent: await stores.received.ofSeeker('seeker', 'helper', at(0)),
      latest: await stores.received.latest('helper', 3),
      facts: await relationships.facts(pair),
      help: await helps.get(given),
      lockedHelp: await helps.lock(given),
      helps: await helps.latest('seeker', 9),
      unthanked: await helps.unthanked('seeker'),
      thanked: await helps.thankedSince(pair, at(0)),
      credited: await helps.creditedSince(pair, at(0)),
      top: await board.top({ kind: 'all' }, 10),
      own: await board.creditsOf('helper', { kind: 'all' }),
      ambiguous: await stores.outbox.countAmbiguous(),
      undelivered: await stores.outbox.undelivered(memberOf(community, 'helper')),
      // Last, as they take out what they read.
      dropped: await dropped(stores, community),
      timer: await stores.timers.takeDue(at(59)),
      shown: await stores.outbox.markShown(memberOf(community, 'helper'), ['key']),
    };
  }

  /** How many of a member's waiting messages are left once those of this key are dropped, and before. */
  async function dropped({ outbox }: Stores, community: Community) {
    const member = memberOf(community, 'b');
    const before = await outbox.undelivered(member);
    await outbox.drop(member, ['b']);
    return [before.length, (await outbox.undelivered(member)).length];
  }

  /** Everything that can be written. */
  async function write(stores: Stores, community: Community, minutes: number) {
    const { asks, helps, members, timers } = stores;
    const settings = await stores.community.settings();
    await stores.community.saveSettings({ ...settings, timeZone: `Etc/GMT-${minutes}` });
    const member = await members.get('helper');
    await members.save({ ...member, locale: `x-${minutes}` });
    const asked = sent(community, { id: ask, createdAt: at(minutes) });
    await asks.save(asked);
    const no = { is: 'declined', at: at(minutes), by: 'helper', told: '' } as const;
    await asks.save(sent(community, { id: given, state: no }));
    await asks.save(sent(community, { id: given.replace(/2$/, '3') }));
    await asks.save(draft(community, { id: given.replace(/2$/, '4'), words: { note: 'n' } }));
    await asks.remove(given.replace(/2$/, '3'));
    await helps.save(help(asked, { id: given, at: at(minutes) }));
    await helps.saveThanks({ id: given, help: given, ...pair, at: at(minutes), credited: true });
    await helps.saveThanks({ id: ask, ...pair, at: at(minutes), credited: false });
    expect(await helps.takeThanks(ask)).toMatchObject({ seeker: 'seeker' });
    await stores.relationships.helperSays(pair, 'known', at(minutes));
    await stores.board.credit('helper', [{ kind: 'all' }], minutes);
    await stores.received.save({
      ask,
      as: 'helper',
      user: 'helper',
      seeker: 'seeker',
      at: at(minutes),
      came: 'answered',
    });
    await stores.received.save({
      ask,
      as: 'insider',
      user: 'b',
      seeker: 'seeker',
      at: at(minutes),
      came: 'waiting',
    });
    await stores.received.save({
      ask,
      as: 'target',
      user: 'leila',
      seeker: 'seeker',
      at: at(minutes),
      came: 'waiting',
    });
    await stores.received.forget({ ask: given, as: 'helper', user: 'helper' });
    const offer = { user: 'helper', firms: [], fields: [], languages: [], kinds: [] };
    await stores.offers.save({ ...offer, capacity: minutes });
    await stores.offers.save({ ...offer, user: 'gone' });
    await stores.offers.remove('gone');
    const watch = { seeker: 'seeker', kind: 'referrals', at: at(minutes) } as const;
    await stores.offers.watch(watch);
    await stores.offers.watch({ ...watch, firm: 'Acme' });
    await stores.offers.unwatch({ ...watch, firm: 'Acme' });
    await stores.profiles.save({ user: 'helper', headline: `${minutes}` });
    await stores.profiles.save({ user: 'gone', headline: 'x' });
    await stores.profiles.remove('gone');
    const report = { by: 'helper', about: 'seeker', kind: 'other', at: at(minutes) } as const;
    await stores.reports.save({ id: given, ...report });
    await timers.set('t', at(minutes), { wake: 'remind', ask });
    await timers.set('other', at(minutes), { wake: 'remind', ask });
    const failed = { name: 'other', at: at(minutes), wake: { wake: 'remind', ask } } as const;
    await timers.postpone(failed, at(minutes + 1));
    await timers.cancel('other');
    expect(await stores.receipts.claim('key', at(minutes))).toBe(true);
    await stores.outbox.callOff(['nothing']);
    await stores.outbox.hurry('nothing', at(minutes));
    await stores.outbox.sayAgain(dm(community, 'b', 'b'), at(minutes));
    await stores.outbox.add([dm(community, 'helper', 'key'), dm(community, 'b', 'b')], at(minutes));
  }

  test('every method of every store keeps to its community', async () => {
    const { database, queue } = opened();
    const called = new Set<string>();
    const all = new Set<string>();
    const inCommunity = <T>(community: Community, work: (stores: Stores) => Promise<T>) =>
      database.transaction(community, (stores) => work(recorded(stores, called, all)));
    /** Reads and undoes the taking. */
    const look = async (community: Community) => {
      let seen: Awaited<ReturnType<typeof read>> | undefined;
      await inCommunity(community, async (stores) => {
        seen = await read(stores, community);
        throw new Error('undo');
      }).catch((error: Error) => expect(error.message).toBe('undo'));
      return seen;
    };
    const deliver = async (community: Community) => {
      const claimed = await queue.claim({ worker: 'w', now: at(59), limit: 9, leaseMs: 9000 });
      const outcomes = [{ outcome: 'closed' }, { outcome: 'ambiguous', why: '' }] as const;
      expect(claimed.map((one) => one.community)).toEqual([community, community]);
      for (const [i, outcome] of outcomes.entries()) {
        await queue.begin(claimed[i]!);
        await queue.finish(claimed[i]!, outcome, at(59), async () => {});
      }
    };

    const empty = await look(discord);
    await inCommunity(slack, (stores) => write(stores, slack, 7));
    await deliver(slack);
    const written = await look(slack);
    expect(written).not.toEqual(empty);
    for (const [what, value] of Object.entries(written ?? {})) {
      if (what !== 'settings') expect(value, what).not.toEqual(empty?.[what as keyof typeof empty]);
    }
    expect(await look(discord)).toEqual(empty);

    await inCommunity(discord, (stores) => write(stores, discord, 8));
    await deliver(discord);
    expect(await look(slack)).toEqual(written);
    expect((await look(discord))?.own).toBe(8);
    expect([...all].filter((method) => !called.has(method))).toEqual([]);

    await opened().erase(slack);
    expect(await look(slack)).toMatchObject({ ask: undefined, own: 0, undelivered: [] });
    expect((await look(slack))?.settings).toEqual(empty?.settings);
    expect((await look(discord))?.own).toBe(8);
    await inCommunity(slack, (stores) => write(stores, slack, 9));
    expect((await look(slack))?.own).toBe(9);
  });
}

/** The stores, noting which methods there are and which are called. */
function recorded(stores: Stores, called: Set<string>, all: Set<string>): Stores {
  const wrap = (name: string, store: object) => {
    for (const method of Object.keys(store)) all.add(`${name}.${method}`);
    return new Proxy(store, {
      get(target, method, receiver) {
        called.add(`${name}.${String(method)}`);
        return Reflect.get(target, method, receiver);
      },
    });
  };
  return Object.fromEntries(
    Object.entries(stores).map(([name, store]) => [name, wrap(name, store)]),
  ) as unknown as Stores;
}
