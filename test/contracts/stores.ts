import { uuidv7 } from 'uuidv7';
import { expect, test } from 'vitest';
import type { OpenDatabase } from '../../db/open.ts';
import { defaultSettings } from '../../src/communities/settings.ts';
import type { Offer, Watch } from '../../src/helping/offer.ts';
import type { Draft, SentAsk } from '../../src/introductions/ask.ts';
import type { BoardPeriod } from '../../src/leaderboard/period.ts';
import type { Community } from '../../src/member.ts';
import type { Stores } from '../../src/ports.ts';
import type { Report } from '../../src/safety/report.ts';
import { at, draft, help, memberOf, sent } from './samples.ts';

/** What every database does with what the core stores. */
export function storeContract(opened: () => OpenDatabase): void {
  const newCommunity = (): Community => ({ platform: 'slack', id: `T${uuidv7()}` });
  const inTransaction = <T>(community: Community, work: (stores: Stores) => Promise<T>) =>
    opened().database.transaction(community, work);
  /** One transaction in a community of its own. */
  const alone = (work: (stores: Stores, community: Community) => Promise<void>) => async () => {
    const community = newCommunity();
    await inTransaction(community, (stores) => work(stores, community));
  };

  test(
    'settings are the defaults until saved, and what is newer than what was saved has its default',
    alone(async ({ community }) => {
      expect(await community.settings()).toEqual(defaultSettings);
      const { openAsksPerSeeker, ...older } = defaultSettings.policy;
      const saved = {
        timeZone: 'Asia/Beirut',
        introductionsChannel: 'C1',
        organisers: ['U1'],
        policy: { ...older, reminderAfterDays: 0.5 },
      } as typeof defaultSettings;
      await community.saveSettings(saved);
      expect(await community.settings()).toEqual({
        ...saved,
        policy: { ...saved.policy, openAsksPerSeeker },
      });
    }),
  );

  test(
    'a member has the defaults until saved; locking gives them in the order asked',
    alone(async ({ members }) => {
      const newcomer = {
        nudgesStopped: false,
        hiddenFromBoard: false,
        refusesIntroductions: false,
        refusesAsks: false,
      };
      expect(await members.get('b')).toEqual({ user: 'b', ...newcomer });
      expect(await members.lock(['b', 'a', 'b'])).toEqual(
        ['b', 'a', 'b'].map((user) => ({ user, ...newcomer })),
      );
      expect(await members.lock([])).toEqual([]);
      const a = { ...newcomer, user: 'a', timeZone: 'UTC', locale: 'ar', hiddenFromBoard: true };
      await members.save(a);
      expect(await members.get('a')).toEqual(a);
      expect(await members.lock(['a'])).toEqual([a]);
      await members.save({ user: 'a', ...newcomer });
      expect(await members.get('a')).toEqual({ user: 'a', ...newcomer });
    }),
  );

  test(
    'an ask comes back as it was saved, in every state',
    alone(async ({ asks }, community) => {
      const bare = draft(community);
      const fuller = draft(community, { helper: 'h', target: { who: 'helper' }, words: {} });
      for (const ask of [bare, fuller]) {
        await asks.save(ask);
        expect(await asks.get(ask.id)).toEqual(ask);
        expect(await asks.lock(ask.id)).toEqual(ask);
      }
      const card = at(1).toISOString();
      const outside = { who: 'outside', name: 'A' } as const;
      const states: SentAsk['state'][] = [
        { is: 'asked', at: at(1), reminded: true },
        { is: 'needs-info', at: at(1), card, reminded: false, question: 'Which "team"?\n' },
        { is: 'snoozed', at: at(1), reminded: true },
        { is: 'with-target', at: at(1), card, person: { who: 'member', user: 'u' } },
        { is: 'undelivered', at: at(1), turn: { is: 'with-target', card, person: outside } },
        { is: 'undelivered', at: at(1), turn: { is: 'asked', reminded: false } },
        { is: 'introduced', at: at(1) },
        { is: 'talked', at: at(1) },
        { is: 'submitted', at: at(1) },
        { is: 'pointer', at: at(1) },
        { is: 'name-lent', at: at(1) },
        { is: 'declined', at: at(1), by: 'target', told: card },
        { is: 'expired', at: at(1), told: card },
        { is: 'withdrawn', at: at(1) },
      ];
      for (const state of states) {
        const ask = sent(community, { id: fuller.id, state });
        await asks.save(ask);
        expect(await asks.get(ask.id)).toEqual(ask);
      }
      await asks.remove(bare.id);
      expect(await asks.get(bare.id)).toBeUndefined();
      expect(await asks.lock(uuidv7())).toBeUndefined();
    }),
  );

  test(
    'drafts with words in them, the latest written first',
    alone(async ({ asks }, community) => {
      const written = (minutes: number, words: Draft['words']) =>
        draft(community, { words, state: { is: 'draft', at: at(minutes) } });
      const older = written(1, { opening: 'Dispatch', purpose: 'learn' });
      const latest = written(3, { note: 'why' });
      const old = { ...written(2, { offer: 'a hand' }), createdAt: at(9) };
      const others = [
        draft(community),
        written(5, { spoken: 'the night desk' }),
        written(6, { purpose: 'learn', declared: 'new', note: undefined }),
        { ...written(7, { note: 'theirs' }), seeker: memberOf(community, 'somebody else') },
        sent(community),
      ];
      for (const ask of [older, latest, old, ...others]) await asks.save(ask);
      expect(await asks.draftsOfSeeker('seeker')).toEqual([latest, old, older]);
      await asks.save({ ...older, state: { is: 'draft', at: at(8) } });
      const [first] = await asks.draftsOfSeeker('seeker');
      expect(first?.id).toBe(older.id);
    }),
  );

  test(
    'whatever plain data a state or the words hold comes back',
    alone(async ({ asks }, community) => {
      const more = {
        flag: false,
        since: at(7).toISOString(),
        count: 3,
        list: ['a', ['b', { c: null }]],
        nested: { is: 'x', at: 'y', deep: { text: 'z' } },
      };
      const ask = sent(community);
      const fuller = { ...ask, state: { ...ask.state, more }, words: { ...ask.words, more } };
      await asks.save(fuller);
      expect(await asks.get(ask.id)).toEqual(fuller);
      const [draftWords, draftState] = [
        { opening: 'x', more },
        { is: 'draft', at: at(1), more },
      ];
      const begun = draft(community, { words: draftWords, state: draftState as Draft['state'] });
      await asks.save(begun);
      expect(await asks.get(begun.id)).toEqual(begun);
    }),
  );

  test(
    'text keeps every character but those that no database can hold',
    alone(async ({ asks }, community) => {
      const question = 'é 漢 🙂 \\u0000 \\ " \' \u0001 \u202e';
      const turn = { is: 'needs-info', card: '', reminded: false } as const;
      const ask = (text: string) =>
        sent(community, { state: { ...turn, at: at(1), question: text } });
      const plain = ask(question);
      await asks.save(plain);
      expect(await asks.get(plain.id)).toEqual(plain);
      const odd = ask('a\u0000b\ud800c');
      await asks.save(odd);
      expect((await asks.get(odd.id))?.state).toMatchObject({ question: 'ab\ufffdc' });
    }),
  );

  test(
    'open asks are those that somebody still has to answer',
    alone(async ({ asks }, community) => {
      const save = async (helper: string, state: SentAsk['state'], minutes: number) => {
        const ask = sent(community, { helper, state, createdAt: at(minutes) });
        await asks.save(ask);
        return ask;
      };
      const asked = await save('h1', { is: 'asked', at: at(1), reminded: false }, 3);
      const snoozed = await save('h2', { is: 'snoozed', at: at(1), reminded: false }, 2);
      const waiting = await save(
        'h3',
        { is: 'undelivered', at: at(1), turn: { is: 'asked', reminded: false } },
        1,
      );
      await save('h4', { is: 'expired', at: at(1), told: '' }, 0);
      await asks.save(draft(community, { helper: 'h4' }));
      await asks.save(sent(community, { seeker: memberOf(community, 'somebody else') }));
      expect(await asks.openOfSeeker('seeker')).toEqual([waiting, snoozed, asked]);
      expect(await asks.openBetween('seeker', 'h2')).toEqual(snoozed);
      expect(await asks.openBetween('seeker', 'h4')).toBeUndefined();
      expect(await asks.openBetween('h2', 'seeker')).toBeUndefined();
    }),
  );

  test(
    "a pair's latest end is its latest ask that was declined, expired or withdrawn",
    alone(async ({ asks }, community) => {
      const end = async (state: SentAsk['state'], helper = 'helper') => {
        const ask = sent(community, { state, helper });
        await asks.save(ask);
        return ask;
      };
      await end({ is: 'introduced', at: at(5) });
      await end({ is: 'asked', at: at(5), reminded: true });
      await end({ is: 'declined', at: at(6), by: 'helper', told: '' }, 'somebody else');
      expect(await asks.latestEnd('seeker', 'helper')).toBeUndefined();
      const no = await end({ is: 'declined', at: at(3), by: 'helper', told: '' });
      await end({ is: 'expired', at: at(2), told: '' });
      expect(await asks.latestEnd('seeker', 'helper')).toEqual(no);
      const expired = await end({ is: 'expired', at: at(4), told: '' });
      expect(await asks.latestEnd('seeker', 'helper')).toEqual(expired);
      const refused = await end({ is: 'declined', at: at(5), by: 'target', told: '' });
      expect(await asks.latestEnd('seeker', 'helper')).toEqual(refused);
      const back = await end({ is: 'withdrawn', at: at(6) });
      expect(await asks.latestEnd('seeker', 'helper')).toEqual(back);
      expect(await asks.latestEnd('helper', 'seeker')).toBeUndefined();
    }),
  );

  test(
    'who received an ask, when, and what came of it',
    alone(async ({ asks, received }, community) => {
      const ask = sent(community);
      const other = sent(community, { helper: 'another' });
      await asks.save(ask);
      await asks.save(other);
      const row = { ask: ask.id, as: 'helper', user: 'helper', seeker: 'seeker' } as const;
      await received.save({ ...row, at: at(10), came: 'waiting' });
      expect(await received.latest('helper', 3)).toEqual([]);
      // When it was brought stays.
      await received.save({ ...row, at: at(30), came: 'missed' });
      await received.save({ ...row, ask: other.id, as: 'insider', at: at(20), came: 'answered' });
      expect(await received.times('helper', ['helper'], at(10))).toEqual([at(10)]);
      expect(await received.times('helper', ['helper', 'insider'], at(11))).toEqual([at(20)]);
      expect(await received.times('seeker', ['helper'], at(0))).toEqual([]);
      expect(await received.latest('helper', 3)).toEqual(['answered', 'missed']);
      expect(await received.latest('helper', 1)).toEqual(['answered']);
      expect(await received.latest('helper', 3, at(11))).toEqual(['answered']);
      // A referral's insider is none that the seeker asked.
      expect(await received.lastTo('seeker', 'helper')).toEqual(at(10));
      expect(await received.ofSeeker('seeker', 'helper', at(0))).toEqual({ all: 1, toHelper: 1 });
      expect(await received.ofSeeker('seeker', 'another', at(0))).toEqual({ all: 1, toHelper: 0 });
      expect(await received.ofSeeker('seeker', 'helper', at(11))).toEqual({ all: 0, toHelper: 0 });
      expect(await received.hadReferral('seeker', 'helper', at(20))).toBe(true);
      expect(await received.hadReferral('seeker', 'helper', at(21))).toBe(false);
      const loads = await received.loads(at(15));
      expect(loads.get('helper')).toEqual({ last: at(20), since: [at(20)] });
      await received.forget(row);
      expect(await received.lastTo('seeker', 'helper')).toBeUndefined();
    }),
  );

  test(
    'a seeker’s asks, and the open ones that were brought to a member',
    alone(async ({ asks, received }, community) => {
      const open = sent(community, { createdAt: at(1) });
      const ended = sent(community, { state: { is: 'talked', at: at(5) } });
      const older = sent(community, { state: { is: 'pointer', at: at(4) } });
      for (const ask of [open, ended, older, draft(community)]) await asks.save(ask as SentAsk);
      expect(await asks.ofSeeker('seeker', at(6), 1)).toEqual({ open: [open], over: [ended] });
      expect(await asks.ofSeeker('seeker', at(6), 9)).toEqual({
        open: [open],
        over: [ended, older],
      });
      // Until its end is told it reads as open, in its place.
      const told = at(8).toISOString();
      const no = { is: 'declined', at: at(3), by: 'helper', told } as const;
      const untold = sent(community, { createdAt: at(0), state: no });
      await asks.save(untold);
      expect((await asks.ofSeeker('seeker', at(7), 9)).open).toEqual([untold, open]);
      expect((await asks.ofSeeker('seeker', at(8), 9)).over).toEqual([untold, ended, older]);
      await asks.save({ ...untold, state: { ...no, withdrawn: true } });
      expect((await asks.ofSeeker('seeker', at(7), 9)).open).toEqual([open]);
      expect(await asks.openFor('helper')).toEqual([]);
      for (const ask of [open, ended]) {
        const row = { ask: ask.id, as: 'helper', user: 'helper', seeker: 'seeker' } as const;
        await received.save({ ...row, at: at(1), came: 'waiting' });
        await received.save({ ...row, as: 'target', user: 'helper', at: at(2), came: 'waiting' });
      }
      expect(await asks.openFor('helper')).toEqual([open]);
    }),
  );

  test(
    'offers, and who waits for one',
    alone(async ({ offers }) => {
      expect(await offers.get('tom')).toBeUndefined();
      const offer: Offer = {
        user: 'tom',
        firms: ['Northwind'],
        fields: ['dispatching'],
        languages: ['en', 'yo'],
        kinds: ['referrals'],
        capacity: 2,
      };
      await offers.save(offer);
      expect(await offers.get('tom')).toEqual(offer);
      const paused: Offer = { ...offer, pausedUntil: '2026-02-01', backSince: 'then' };
      await offers.save(paused);
      expect(await offers.all()).toEqual([paused]);
      await offers.remove('tom');
      expect(await offers.all()).toEqual([]);

      const watch: Watch = { seeker: 'nadia', kind: 'referrals', firm: 'Northwind', at: at(1) };
      await offers.watch(watch);
      await offers.watch({ ...watch, firm: 'northwind', at: at(2) });
      await offers.watch({ ...watch, seeker: 'aiko', at: at(3) });
      expect((await offers.watches()).map(({ seeker, at }) => [seeker, at])).toEqual([
        ['nadia', at(2)],
        ['aiko', at(3)],
      ]);
      await offers.unwatch(watch);
      expect((await offers.watches()).map(({ seeker }) => seeker)).toEqual(['aiko']);
    }),
  );

  test(
    'profiles',
    alone(async ({ profiles }) => {
      expect(await profiles.get('nadia')).toBeUndefined();
      const profile = { user: 'nadia', headline: 'Dispatcher', resume: 'https://cv.example/' };
      await profiles.save({ ...profile, skills: 'Rotas' });
      await profiles.save(profile);
      expect(await profiles.get('nadia')).toEqual(profile);
      await profiles.remove('nadia');
      expect(await profiles.get('nadia')).toBeUndefined();
    }),
  );

  test(
    'reports, until they are settled',
    alone(async ({ reports }) => {
      const report: Report = {
        id: uuidv7(),
        by: 'tom',
        about: 'nadia',
        kind: 'not-as-asked',
        purpose: 'learn',
        text: 'It was about a job.',
        at: at(1),
      };
      await reports.save(report);
      expect(await reports.get(report.id)).toEqual(report);
      expect(await reports.open()).toEqual([report]);
      await reports.save({ ...report, settledAt: at(2) });
      expect(await reports.open()).toEqual([]);
      expect(await reports.get(report.id)).toEqual({ ...report, settledAt: at(2) });
    }),
  );

  test(
    'what is on record of a pair: the word of the helper, helps, thanked helps',
    alone(async ({ relationships, asks, helps }, community) => {
      const pair = { seeker: 'seeker', helper: 'helper' };
      expect(await relationships.facts(pair)).toEqual({ helps: 0, thankedHelps: 0 });
      await relationships.helperSays(pair, 'strangers', at(0));
      await relationships.helperSays(pair, 'known', at(1));
      const ask = sent(community);
      await asks.save(ask);
      for (const thanks of ['open', 'thanked', 'elsewhere', 'thanked'] as const) {
        await helps.save(help(ask, { thanks }));
      }
      await helps.save(help(ask, { helper: 'somebody else' }));
      expect(await relationships.facts(pair)).toEqual({
        helperSaid: 'known',
        helps: 4,
        thankedHelps: 2,
      });
      expect(await relationships.facts({ seeker: 'helper', helper: 'seeker' })).toEqual({
        helps: 0,
        thankedHelps: 0,
      });
    }),
  );

  test(
    'helps and their thanks',
    alone(async ({ helps, asks }, community) => {
      const ask = sent(community);
      await asks.save(ask);
      const first = help(ask, { at: at(1) });
      const second = help(ask, { at: at(2), helper: 'h2' });
      const third = help(ask, { at: at(3) });
      for (const one of [second, third, first]) await helps.save(one);
      expect(await helps.get(first.id)).toEqual(first);
      expect(await helps.lock(second.id)).toEqual(second);
      expect(await helps.get(uuidv7())).toBeUndefined();
      expect(await helps.unthanked('seeker')).toEqual([third, second, first]);
      await helps.save({ ...third, thanks: 'thanked' });
      expect(await helps.unthanked('seeker', 'helper')).toEqual([first]);
      expect(await helps.unthanked('helper')).toEqual([]);

      const pair = { seeker: 'seeker', helper: 'helper' };
      expect(await helps.thankedSince(pair, at(0))).toBe(false);
      await helps.saveThanks({ id: uuidv7(), ...pair, at: at(9), credited: false });
      expect(await helps.thankedSince(pair, at(9))).toBe(true);
      expect(await helps.thankedSince(pair, at(10))).toBe(false);
      expect(await helps.thankedSince({ ...pair, helper: 'h2' }, at(0))).toBe(false);
      expect(await helps.thankedSince({ seeker: 'helper', helper: 'seeker' }, at(0))).toBe(false);
      expect(await helps.creditedSince(pair, at(0))).toBe(false);
      const thanks = { id: uuidv7(), help: third.id, ...pair, at: at(5), credited: true };
      await helps.saveThanks(thanks);
      expect(await helps.creditedSince(pair, at(5))).toBe(true);
      expect(await helps.creditedSince(pair, at(6))).toBe(false);
      expect(await helps.creditedSince({ ...pair, helper: 'h2' }, at(0))).toBe(false);
      await helps.saveThanks({ ...thanks, credited: false });
      expect(await helps.creditedSince(pair, at(0))).toBe(false);
    }),
  );

  test(
    'the board: most credited first, equal ones by who was there first, hidden ones left out',
    alone(async ({ board, members }) => {
      const week: BoardPeriod = { kind: 'week', start: '2026-01-05' };
      const all: BoardPeriod = { kind: 'all' };
      await board.credit('late', [], 5);
      for (const helper of ['a', 'b', 'c', 'hidden']) await board.credit(helper, [week, all], 1);
      await board.credit('c', [week, all], 1);
      await board.credit('hidden', [week, all], 9);
      await board.credit('b', [all], 1);
      await board.credit('gone', [week], 1);
      await board.credit('gone', [week], -1);
      await members.save({ ...(await members.get('hidden')), hiddenFromBoard: true });
      expect(await board.top(week, 10)).toEqual([
        { helper: 'c', credits: 2 },
        { helper: 'a', credits: 1 },
        { helper: 'b', credits: 1 },
      ]);
      expect(await board.top(all, 2)).toEqual([
        { helper: 'b', credits: 2 },
        { helper: 'c', credits: 2 },
      ]);
      expect(await board.top({ kind: 'month', start: '2026-01-01' }, 10)).toEqual([]);
      expect(await board.creditsOf('hidden', week)).toBe(10);
      expect(await board.creditsOf('nobody', week)).toBe(0);
    }),
  );

  test(
    'a timer is set, moved, cancelled, and taken once when due, the longest overdue first',
    alone(async ({ timers }) => {
      const remind = { wake: 'remind', ask: 'x' } as const;
      await timers.set('a', at(3), remind);
      await timers.set('b', at(2), { wake: 'nudge-thanks', help: 'y' });
      await timers.set('c', at(1), remind);
      await timers.set('d', at(50), remind);
      await timers.set('a', at(1), { wake: 'expire', ask: 'x' });
      await timers.cancel('c');
      await timers.cancel('never set');
      expect(await timers.takeDue(at(0))).toBeUndefined();
      expect(await timers.takeDue(at(5))).toEqual({
        name: 'a',
        at: at(1),
        wake: { wake: 'expire', ask: 'x' },
      });
      expect((await timers.takeDue(at(2)))?.name).toBe('b');
      expect(await timers.takeDue(at(5))).toBeUndefined();
    }),
  );

  test('the community whose timer is longest overdue comes first', async () => {
    const { database } = opened();
    const [one, other] = [newCommunity(), newCommunity()];
    const long = (minutes: number) => new Date(Date.UTC(1990, 0, 1, 0, minutes));
    const wake = { wake: 'remind', ask: 'x' } as const;
    await inTransaction(one, ({ timers }) => timers.set('t', long(1), wake));
    await inTransaction(other, ({ timers }) => timers.set('t', long(0), wake));
    expect(await database.nextDue(long(-1))).toBeUndefined();
    for (const community of [other, one]) {
      expect(await database.nextDue(long(5))).toEqual(community);
      await inTransaction(community, ({ timers }) => timers.takeDue(long(5)));
    }
    expect(await database.nextDue(long(5))).toBeUndefined();
  });

  test('a receipt is given once; old ones go', async () => {
    const community = newCommunity();
    const claim = (key: string, now: Date) =>
      inTransaction(community, ({ receipts }) => receipts.claim(key, now));
    expect(await claim('k', at(0))).toBe(true);
    expect(await claim('k', at(1))).toBe(false);
    const muchLater = new Date(at(0).getTime() + 30 * 86_400_000);
    expect(await claim('other', muchLater)).toBe(true);
    expect(await claim('k', muchLater)).toBe(true);
  });

  test('what is thrown undoes everything', async () => {
    const community = newCommunity();
    const failing = inTransaction(community, async ({ asks, receipts, timers, outbox, board }) => {
      await receipts.claim('k', at(0));
      await asks.save(sent(community));
      await timers.set('t', at(0), { wake: 'remind', ask: 'x' });
      await board.credit('h', [{ kind: 'all' }], 1);
      const to = memberOf(community, 'u');
      await outbox.add([{ effect: 'dm', key: 'k', to, view: { summary: '', blocks: [] } }], at(0));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await inTransaction(community, async ({ asks, receipts, timers, board }) => {
      expect(await receipts.claim('k', at(0))).toBe(true);
      expect(await asks.openOfSeeker('seeker')).toEqual([]);
      expect(await timers.takeDue(at(60))).toBeUndefined();
      expect(await board.top({ kind: 'all' }, 5)).toEqual([]);
    });
    expect(await opened().queue.claim({ worker: 'w', now: at(60), limit: 50, leaseMs: 1 })).toEqual(
      [],
    );
  });

  test("an error holds no member's words", async () => {
    const community = newCommunity();
    const ask = sent(community, { id: 'not an id', target: { who: 'outside', name: 'Secret' } });
    const error = await inTransaction(community, ({ asks }) => asks.save(ask)).catch((e) => e);
    expect(error).toMatchObject({ name: 'QueryFailed', code: '22P02' });
    const told = [error.message, error.stack, JSON.stringify(error), String(error.cause)];
    expect(told.join()).not.toContain('Secret');
  });
}
