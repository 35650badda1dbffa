import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import type { View } from '../../src/view.ts';
import { buttonsOf, createTown, formOf, pressOf, type Town, textOf, viewOf } from '../town.ts';

const note = 'I have run a night desk for six years. Your talk on shift planning is why I write.';
const words = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' };

describe('discretion and safety', () => {
  let town: Town;
  beforeAll(async () => {
    town = await createTown('pglite');
  });
  afterAll(() => town.stop());

  let runs = 0;
  let seeker: string;
  let helper: string;
  let target: string;
  beforeEach(async () => {
    runs += 1;
    [seeker, helper, target] = [newcomer('seeker'), newcomer('helper'), newcomer('target')];
    await town.morning();
  });
  const newcomer = (role: string) => town.joins(`${role}-${runs}`);
  const asks = (by = seeker, more: Record<string, string> = {}, who = helper) =>
    town.fills(
      by,
      { type: 'ask-intro', helper: who, target: { user: target } },
      { ...words, ...more },
    );
  const press = (user: string, label: string) => town.does(user, pressOf(town.latest(user), label));
  const choose = async (by: string, view: View, placeholder: string, choice: string) => {
    const select = view.blocks.find(
      (block) => block.node === 'select' && block.placeholder === placeholder,
    );
    if (select?.node !== 'select') throw new Error(`no select "${placeholder}"`);
    return (await town.does(by, { ...select.choose, choice } as Request)).reply;
  };
  const discretion = async (by: string) =>
    viewOf((await town.does(by, { type: 'discretion' })).reply);
  const mine = async (by = seeker) =>
    textOf(viewOf((await town.does(by, { type: 'my-asks' })).reply)).replaceAll(/T[\d:.]+Z/g, '');

  describe('people and firms never to involve', () => {
    it('are warned of when an ask names them, and it goes out if that is what is wanted', async () => {
      await choose(seeker, await discretion(seeker), 'A person never to involve', target);
      await town.fills(seeker, { type: 'name-avoided' }, { firm: 'Northwind Ltd' });
      const kept = await discretion(seeker);
      expect(textOf(kept)).toContain(`@${target}\nNorthwind Ltd`);
      const view = viewOf(await asks(seeker, { opening: 'Dispatcher at northwind, nights' }));
      expect(textOf(view)).toContain(`You wanted never to involve @${target}`);
      expect(textOf(view)).toContain(
        'You wanted never to involve Northwind Ltd, and this ask names',
      );
      expect(town.inbox(helper)).toEqual([]);
      await town.does(seeker, pressOf(view, 'Send it as it is'));
      expect(textOf(town.latest(helper))).toContain('would like to meet');
    });

    it('are warned of when the helper has a door there, and can be allowed again', async () => {
      await town.fills(
        helper,
        { type: 'edit-offer' },
        { firms: 'Contoso', fields: 'x', kinds: 'all' },
      );
      const added = viewOf(
        await town.fills(seeker, { type: 'name-avoided' }, { firm: 'contoso inc' }),
      );
      expect(textOf(viewOf(await asks()))).toContain('your helper has a door there');
      await choose(seeker, added, 'Take a firm off the list', 'f:contoso inc');
      expect(textOf(viewOf(await asks()))).toContain('Your ask is with');
    });

    it('are never asked for a referral', async () => {
      const firm = `Firm ${runs}`;
      await town.fills(helper, { type: 'edit-offer' }, { firms: firm, fields: 'x', kinds: 'all' });
      await town.fills(seeker, { type: 'name-avoided' }, { firm });
      const card = viewOf((await town.does(seeker, { type: 'ask-referral', company: firm })).reply);
      expect(textOf(card)).toContain('so we look for nobody there');
      expect(buttonsOf(card).map(({ label }) => label)).not.toContain('Write the ask');
    });
  });

  it('a blocked member’s asks reach nobody, and read like any that ends by itself', async () => {
    const other = newcomer('other');
    await choose(helper, await discretion(helper), 'Block a member', seeker);
    const before = town.inbox(helper).length;
    expect(textOf(viewOf(await asks()))).toContain('Your ask is with');
    await asks(seeker, {}, other);
    const line = async (who: string) =>
      (await mine()).split('\n').find((text) => text.startsWith(`@${who}`));
    expect((await line(helper))?.replace(helper, '')).toBe((await line(other))?.replace(other, ''));
    expect(await mine(helper)).toContain('Nobody waits for an answer');
    expect(await mine(helper)).toContain('No ask has reached you');
    const view = viewOf((await town.does(seeker, { type: 'my-asks' })).reply);
    await town.fills(seeker, pressOf(view, 'Add a question'), { question: 'Which shift?' });
    await town.days(5.1);
    await town.days(5);
    await town.days(2.1);
    expect(town.inbox(helper).length).toBe(before);
    const told = town.inbox(seeker).map(textOf);
    expect(told).toHaveLength(2);
    expect(told[0]?.replace(helper, 'X').replace(other, 'X')).toBe(
      told[1]?.replace(helper, 'X').replace(other, 'X'),
    );
    // Thanks of theirs are read by nobody either.
    await town.fills(seeker, { type: 'thank', helper }, { thanks: 'Thank you anyway.' });
    expect(town.inbox(helper).length).toBe(before);
  });

  it('blocking reaches what is open already: no card, no question, no reminder', async () => {
    await asks();
    const view = viewOf((await town.does(seeker, { type: 'my-asks' })).reply);
    await choose(helper, await discretion(helper), 'Block a member', seeker);
    expect(textOf(town.latest(helper))).toBe(
      `You have blocked @${seeker}. This ask ends by itself, and nobody is told why.`,
    );
    const before = town.inbox(helper).length;
    const added = await town.fills(seeker, pressOf(view, 'Add a question'), {
      question: 'Which town?',
    });
    expect(textOf(viewOf(added))).toContain('Added.');
    await town.days(5.1);
    await town.days(5);
    await town.days(2.1);
    expect(town.inbox(helper).length).toBe(before);
    expect(textOf(town.latest(seeker))).toContain('ended without an introduction');
  });

  it('blocking ends an introduction that was offered: nobody is brought together', async () => {
    await asks();
    await press(helper, 'I’ll introduce you');
    const consent = town.latest(target);
    await choose(helper, await discretion(helper), 'Block a member', seeker);
    const late = await town.does(target, pressOf(consent, 'Yes, introduce us'));
    expect(textOf(viewOf(late.reply))).toContain('isn’t waiting for an answer');
    const before = town.inbox(helper).length;
    await town.days(3);
    expect(textOf(town.latest(seeker))).toContain('ended without an introduction');
    expect(town.inbox(helper).length).toBe(before);
    expect(town.sent.some(({ to }) => to.length === 3 && to.includes(helper))).toBe(false);
  });

  it('what is blocked waits for nobody’s answer, and old buttons do nothing', async () => {
    await asks();
    const card = town.latest(helper);
    await choose(helper, await discretion(helper), 'Block a member', seeker);
    expect(await mine(helper)).toContain('Nobody waits for an answer');
    const late = await town.does(helper, pressOf(card, 'I’ll introduce you'));
    expect(textOf(viewOf(late.reply))).toContain('isn’t waiting for an answer');
  });

  it('an admin who mends the list of organisers stays on it', async () => {
    await town.does('jonas', { type: 'add-organiser', choice: newcomer('leaver') });
    await town.does(`leaver-${runs}`, { type: 'remove-organiser', choice: 'jonas' });
    town.people.delete(`leaver-${runs}`);
    await town.does('jonas', { type: 'add-organiser', choice: newcomer('next') });
    const list = viewOf((await town.does('jonas', { type: 'organisers' })).reply);
    expect(textOf(list)).toContain('@jonas');
    for (const choice of [`leaver-${runs}`, `next-${runs}`, 'jonas']) {
      await town.does('jonas', { type: 'remove-organiser', choice });
    }
  });

  it('a referral passes over whoever blocked the seeker, as if they had kept silent', async () => {
    const firm = `Firm ${runs}`;
    const other = newcomer('other');
    for (const user of [helper, other]) {
      await town.fills(
        user,
        { type: 'edit-offer' },
        { firms: firm, fields: 'Freight', kinds: 'all' },
      );
      await choose(user, await discretion(user), 'Block a member', seeker);
    }
    await choose(other, await discretion(other), 'Unblock', `b:${seeker}`);
    const card = viewOf((await town.does(seeker, { type: 'ask-referral', company: firm })).reply);
    const sent = await town.fills(seeker, pressOf(card, 'Write the ask'), {
      role: 'Dispatcher',
      posting: 'https://jobs.example.com/1',
      note,
    });
    expect(textOf(viewOf(sent))).toContain('1 of 2');
    await town.days(3.1);
    expect(town.inbox(helper)).toEqual([]);
    expect(town.inbox(other).map(textOf).join()).toContain('asks you for a referral');
  });

  it('a list that is full says so', async () => {
    for (let i = 0; i < 25; i++) {
      await town.fills(seeker, { type: 'name-avoided' }, { firm: `Firm number ${i}` });
    }
    const full = await town.fills(seeker, { type: 'name-avoided' }, { firm: 'One more' });
    expect(textOf(viewOf(full))).toContain('This list has 25 entries');
  });

  it('a target who blocked the seeker is never asked', async () => {
    await choose(target, await discretion(target), 'Block a member', seeker);
    await asks();
    await press(helper, 'I’ll introduce you');
    expect(town.inbox(target)).toEqual([]);
    await town.days(11);
    await town.days(3);
    expect(textOf(town.latest(seeker))).toContain('ended without an introduction');
  });

  it('a target hears two requests in thirty days; the helper has other ways', async () => {
    for (let i = 0; i < 2; i++) {
      const who = newcomer(`helper${i}`);
      await asks(newcomer(`seeker${i}`), {}, who);
      await press(who, 'I’ll introduce you');
    }
    await asks();
    const offered = await press(helper, 'I’ll introduce you');
    expect(textOf(viewOf(offered.reply))).toContain(`@${target} has had as many requests`);
    expect(town.inbox(target)).toHaveLength(2);
    // Unless they say more.
    await town.fills(target, { type: 'edit-pace' }, { capacity: '3' });
    const other = newcomer('other');
    await asks(newcomer('third'), {}, other);
    await press(other, 'I’ll introduce you');
    expect(town.inbox(target)).toHaveLength(3);
    await press(helper, 'You may mention my name');
    expect(textOf(town.latest(seeker))).toContain('you may mention');
  });

  describe('telling the organisers', () => {
    it('by helper or target that it isn’t what was asked, with what the ask was for', async () => {
      await asks();
      await press(helper, 'I’ll introduce you');
      await press(target, 'Yes, introduce us');
      const card = town.inbox(target)[0]!;
      const sent = await town.fills(target, pressOf(card, 'This isn’t what was asked'), {
        text: 'It was about a job with my boss.',
      });
      expect(textOf(viewOf(sent))).toContain('Only the organisers read it');
      const reports = viewOf((await town.does('jonas', { type: 'reports' })).reply);
      expect(textOf(reports)).toContain(`@${target} about @${seeker}: This isn’t what was asked.`);
      expect(textOf(reports)).toContain('The ask was for: Learn about the work');
      expect(textOf(reports)).toContain('It was about a job with my boss.');
      expect(textOf(reports)).not.toContain(note);
      await town.does('jonas', pressOf(reports, 'Done'));
      const after = viewOf((await town.does('jonas', { type: 'reports' })).reply);
      expect(textOf(after)).toContain('Nothing waits for you.');
      const seen = [seeker, helper].flatMap((user) => town.inbox(user).map(textOf)).join();
      expect(seen).not.toContain('about a job');
    });

    it('is for those in the ask, and read by organisers alone', async () => {
      await asks();
      await press(helper, 'You may mention my name');
      const stranger = newcomer('stranger');
      const id = await town.read(async (stores) => {
        const { over } = await stores.asks.ofSeeker(seeker, town.deps.clock.now(), 1);
        return over[0]!.id;
      });
      const refused = await town.does(stranger, { type: 'report-ask', ask: id });
      expect(textOf(viewOf(refused.reply))).toContain('isn’t yours');
      const peek = await town.does(stranger, { type: 'reports' });
      expect(textOf(viewOf(peek.reply))).toContain('Only organisers');
    });

    it('about a member; the list of organisers gets word, but not whom it is about', async () => {
      const [chair, accused] = [newcomer('chair'), newcomer('accused')];
      const list = viewOf((await town.does('jonas', { type: 'organisers' })).reply);
      expect(textOf(list)).toContain('the admins of this place are the organisers');
      await choose('jonas', list, 'Name an organiser', chair);
      await choose(
        'jonas',
        viewOf((await town.does('jonas', { type: 'organisers' })).reply),
        'Name an organiser',
        accused,
      );
      const view = await discretion(seeker);
      const select = view.blocks.findLast((block) => block.node === 'select');
      if (select?.node !== 'select') throw new Error('no select');
      const form = formOf(
        (await town.does(seeker, { ...select.choose, choice: accused } as Request)).reply,
      );
      await town.does(seeker, {
        ...form.send,
        values: { kind: 'sells', text: 'They asked for money.' },
      } as Request);
      expect(textOf(town.latest(chair))).toContain('A member has told the organisers something.');
      expect(town.inbox(accused)).toEqual([]);
      const own = viewOf((await town.does(accused, { type: 'reports' })).reply);
      expect(textOf(own)).toContain('Nothing waits for you.');
      const theirHelp = viewOf((await town.does(accused, { type: 'goodword' })).reply);
      expect(textOf(theirHelp)).not.toContain('(1)');
      // What is about an organiser the admins may read too.
      const admins = viewOf((await town.does('jonas', { type: 'reports' })).reply);
      expect(textOf(admins)).toContain('They asked for money.');
      const theirs = viewOf((await town.does(chair, { type: 'reports' })).reply);
      expect(textOf(theirs)).toContain('They asked for money.');
      await town.does(chair, pressOf(theirs, 'Done'));
      // The list alone decides now, and is emptied again.
      for (const user of [accused, chair, 'jonas']) {
        await town.does('jonas', { type: 'remove-organiser', choice: user });
      }
      const help = viewOf((await town.does('jonas', { type: 'goodword' })).reply);
      expect(buttonsOf(help).map(({ label }) => label)).toContain('Reports');
    });
  });

  it('offers a talk where fishing was held back, with the words that it suggests', async () => {
    const fishing = 'We haven’t met, but who else do you know at the port authority?';
    const held = viewOf(await asks(seeker, { note: fishing, declared: 'cold' }));
    const form = formOf((await town.does(seeker, pressOf(held, 'Ask for a talk instead'))).reply);
    const values = Object.fromEntries(form.fields.map(({ id, value }) => [id, value ?? '']));
    expect(values.note).not.toContain('who else');
    expect(Object.keys(values)).toContain('questions');
    const sent = await town.does(seeker, {
      ...form.send,
      values: { ...values, questions: 'How did you begin? Tuesday or Thursday after five.' },
    } as Request);
    expect(textOf(viewOf(sent.reply))).toContain('Your ask is with');
    expect(textOf(town.latest(helper))).toContain('Tuesday or Thursday after five.');
  });

  it('holds back questions that fish, whatever the rest says', async () => {
    const form = formOf(
      (await town.does(seeker, { type: 'ask-intro', helper, target: { user: helper } })).reply,
    );
    const held = await town.does(seeker, {
      ...form.send,
      values: {
        ...words,
        declared: 'cold',
        questions: 'And who else do you know at the port authority that I could write to?',
      },
    } as Request);
    expect(textOf(viewOf(held.reply))).toContain('Before this goes out');
    expect(town.inbox(helper)).toEqual([]);
  });

  it('gives a helper who said no words of their own to copy, and sends none', async () => {
    await asks();
    const { reply } = await press(helper, 'No');
    const before = town.sent.length;
    const chosen = await choose(
      helper,
      viewOf(reply),
      'Words to say it with, if you like',
      'friend',
    );
    expect(textOf(viewOf(chosen))).toContain(`Hi ${seeker}, it is kind of you to look out for`);
    expect(town.sent.length).toBe(before);
  });
});
