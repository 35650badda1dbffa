import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { buttonsOf, createTown, pressOf, type Town, textOf, viewOf } from '../town.ts';

const note = 'I have run a night desk for six years. Would you introduce me to Leila?';
const words = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' };

describe('what a member has asked, and what waits for them', () => {
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
    [seeker, helper, target] = [`seeker-${runs}`, `helper-${runs}`, `target-${runs}`];
    for (const name of [seeker, helper, target]) town.joins(name);
    town.closed.clear();
    await town.morning();
  });

  const ask = (who = helper, whom = target) =>
    town.fills(seeker, { type: 'ask-intro', helper: who, target: { user: whom } }, words);
  const mine = async (user = seeker) => viewOf((await town.does(user, { type: 'my-asks' })).reply);
  const helperPress = (label: string) => town.does(helper, pressOf(town.latest(helper), label));
  const withdraw = async (view = mine()) => {
    const sure = await town.does(seeker, pressOf(await view, 'Withdraw'));
    return viewOf((await town.does(seeker, pressOf(viewOf(sure.reply), 'Withdraw'))).reply);
  };
  /** The names of this run made those of every run. */
  const anyone = (text: string) => text.replaceAll(`-${runs}`, '');

  it('says that there is nothing', async () => {
    expect(textOf(await mine())).toContain('Nothing of yours is open.');
    expect(textOf(await mine())).toContain('you take up to 3');
  });

  it('shows whose turn it is, since when, and what can be done', async () => {
    await ask();
    const asked = await mine();
    expect(textOf(asked)).toMatch(/with your helper since 2027-03/);
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual([
      'Remind',
      'Add a question',
      'Withdraw',
    ]);
    await town.fills(helper, pressOf(town.latest(helper), 'I need to know more'), {
      question: 'Why?',
    });
    const yours = await mine();
    expect(textOf(yours)).toContain('your turn since');
    await town.fills(seeker, pressOf(yours, 'Answer'), { info: 'Nights.' });
    expect(textOf(await mine())).toContain('with your helper since');
    await helperPress('You may mention my name');
    expect(textOf(await mine())).toContain('you may mention their name');
  });

  it('shows a helper and a target what waits for them, with the answers', async () => {
    await ask();
    const waits = await mine(helper);
    expect(textOf(waits)).toContain(`@${seeker} asked you on`);
    expect(textOf(waits)).toContain('1 of the 3 asks that you take');
    const card = viewOf((await town.does(helper, pressOf(waits, 'Look at it'))).reply);
    await town.does(helper, pressOf(card, 'I’ll introduce you'));
    expect(textOf(await mine(helper))).toContain('Nobody waits for an answer');
    const consent = viewOf(
      (await town.does(target, pressOf(await mine(target), 'Look at it'))).reply,
    );
    await town.does(target, pressOf(consent, 'Yes, introduce us'));
    expect(textOf(town.latest(seeker))).toContain('You are introduced');
    expect(textOf(await mine(target))).toContain('Nobody waits for an answer');
  });

  it('reads the same whatever became of it, until the seeker is told', async () => {
    const seen: string[] = [];
    const reactions: (() => Promise<unknown>)[] = [
      async () => {},
      () => helperPress('No'),
      () => helperPress('I’ll introduce you'),
      async () => {
        await helperPress('I’ll introduce you');
        await town.does(target, pressOf(town.latest(target), 'No, thanks'));
      },
      async () => {
        town.closed.add(target);
        await helperPress('I’ll introduce you');
        town.closed.clear();
      },
    ];
    for (const [i, react] of reactions.entries()) {
      if (i > 0) {
        runs += 1;
        [seeker, helper, target] = [`seeker-${runs}`, `helper-${runs}`, `target-${runs}`];
        for (const name of [seeker, helper, target]) {
          town.people.set(name, { name, isBot: false, isAdmin: false });
        }
      }
      await town.morning();
      await ask();
      await react();
      const view = await mine();
      const remind = await town.does(seeker, pressOf(view, 'Remind'));
      const add = await town.fills(seeker, pressOf(view, 'Add a question'), {
        question: 'Which shift?',
      });
      const after = await withdraw();
      const texts = [view, viewOf(remind.reply), viewOf(add), after, await mine()];
      seen.push(anyone(texts.map(textOf).join('\n')).replace(/T\d\d:\d\d:\d\d\.\d+Z/g, ''));
      await town.days(4);
      // Nothing comes after a withdrawal.
      expect(town.inbox(seeker)).toEqual([]);
      await town.days(60);
    }
    const days = (text: string) =>
      text.replace(/\d{4}-\d\d-\d\d/g, 'DAY').replace(/\w+ \d+, 20\d\d/g, 'DAY');
    expect(new Set(seen.map(days)).size).toBe(1);
  });

  describe('adding a question', () => {
    it('puts it on the card and tells the helper once', async () => {
      await ask();
      await town.fills(seeker, pressOf(await mine(), 'Add a question'), {
        question: 'Which shift?',
      });
      const [card, added] = town.inbox(helper);
      expect(textOf(card!)).toContain('What they would like to ask:\nWhich shift?');
      expect(textOf(card!)).toContain('[No]');
      expect(textOf(added!)).toContain(`@${seeker} adds to the ask that you have:\nWhich shift?`);
      await town.does(helper, pressOf(card!, 'I’ll introduce you'));
      expect(textOf(town.latest(target))).toContain('Which shift?');
      await town.fills(seeker, pressOf(await mine(), 'Add a question'), {
        question: 'Which town?',
      });
      const consent = town.latest(target);
      expect(textOf(consent)).toContain('Which town?');
      await town.does(target, pressOf(consent, 'Yes, introduce us'));
      expect(textOf(town.latest(seeker))).toContain('Which town?');
    });

    it('waits with an ask that sleeps, and comes with its answer to a question', async () => {
      await ask();
      const until = new Date(town.deps.clock.now().getTime() + 4 * 86_400_000).toISOString();
      await town.fills(helper, pressOf(town.latest(helper), 'Not now'), {
        until: until.slice(0, 10),
      });
      await town.fills(seeker, pressOf(await mine(), 'Add a question'), {
        question: 'Which shift?',
      });
      expect(town.inbox(helper)).toHaveLength(1);
      await town.days(5);
      expect(textOf(town.latest(helper))).toContain('Which shift?');
      await town.fills(helper, pressOf(town.latest(helper), 'I need to know more'), {
        question: 'Why?',
      });
      expect(buttonsOf(await mine()).map(({ label }) => label)).toEqual(['Answer', 'Withdraw']);
    });

    it('is looked over, kept when it is held, and ends after a few', async () => {
      await ask();
      await town.does(helper, pressOf(town.latest(helper), 'We don’t'));
      const fishing = 'And who else do you know at the port authority?';
      const held = await town.fills(seeker, pressOf(await mine(), 'Add a question'), {
        question: fishing,
      });
      expect(textOf(viewOf(held))).toContain(fishing);
      expect(buttonsOf(viewOf(held)).map(({ label }) => label)).toEqual(['Edit']);
      for (let i = 0; i < 5; i++) {
        await town.fills(seeker, pressOf(await mine(), 'Add a question'), {
          question: `Shift ${i}?`,
        });
      }
      const enough = await town.fills(seeker, pressOf(await mine(), 'Add a question'), {
        question: 'One more?',
      });
      expect(textOf(viewOf(enough))).toContain('carries 5 questions already');
      expect(textOf(viewOf(enough))).toContain('One more?');
    });
  });

  describe('withdrawing', () => {
    it('takes the buttons off every message, and nothing follows', async () => {
      await ask();
      await helperPress('I’ll introduce you');
      expect(textOf(await withdraw())).toContain('again from');
      expect(textOf(town.inbox(helper)[0]!)).toContain(`@${seeker} has taken this back.`);
      expect(textOf(town.latest(helper))).toContain('Thank you for offering.');
      expect(textOf(town.latest(target))).not.toContain('[Yes, introduce us]');
      const inboxes = () => [seeker, helper, target].map((user) => town.inbox(user).length);
      const before = inboxes();
      await town.days(60);
      expect(inboxes()).toEqual(before);
    });

    it('of an ask that sleeps, or waits for the seeker’s own answer', async () => {
      await ask();
      const until = new Date(town.deps.clock.now().getTime() + 4 * 86_400_000).toISOString();
      await town.fills(helper, pressOf(town.latest(helper), 'Not now'), {
        until: until.slice(0, 10),
      });
      await withdraw();
      expect(textOf(town.latest(helper))).toContain('has taken this back.');
      await town.days(5);
      expect(town.inbox(helper)).toHaveLength(1);

      const other = `${helper}-b`;
      town.people.set(other, { name: other, isBot: false, isAdmin: false });
      await ask(other);
      await town.fills(other, pressOf(town.latest(other), 'I need to know more'), {
        question: 'Why?',
      });
      await withdraw();
      expect(textOf(town.latest(seeker))).toContain('You have taken this ask back.');
      expect(textOf(town.latest(other))).toContain('has taken this back.');
    });

    it('rests the pair, and counts for the helper who had it', async () => {
      await ask();
      await withdraw();
      expect(textOf(viewOf(await ask()))).toContain('a pair rests for a while');
      expect(textOf(await mine(helper))).toContain('1 of the 3 asks');
      await town.days(31);
      expect(textOf(viewOf(await ask()))).toContain('Your ask is with');
    });

    it('is the seeker’s alone, and happens once', async () => {
      await ask();
      const press = pressOf(await mine(), 'Withdraw');
      expect(textOf(viewOf((await town.does(helper, press)).reply))).toContain('isn’t yours');
      await withdraw();
      const again = await town.does(seeker, { ...press, type: 'withdraw' } as Request);
      expect(textOf(viewOf(again.reply))).toContain('nothing was changed');
    });
  });

  it('reminds by itself: the button says when, and that once is enough', async () => {
    await ask();
    const early = await town.does(seeker, pressOf(await mine(), 'Remind'));
    expect(textOf(viewOf(early.reply))).toContain('A reminder is welcome from');
    expect(textOf(viewOf(early.reply))).toContain('We send it ourselves');
    await town.days(5.1);
    expect(textOf(town.latest(helper))).toContain('A gentle reminder');
    const late = await town.does(seeker, pressOf(await mine(), 'Remind'));
    expect(textOf(viewOf(late.reply))).toContain('One reminder has gone out.');
  });

  it('with many open asks, one is chosen', async () => {
    for (let i = 0; i < 5; i++) {
      const other = `${helper}-${i}`;
      town.people.set(other, { name: other, isBot: false, isAdmin: false });
      const sent = viewOf(await ask(other));
      const asItIs = buttonsOf(sent).find(({ label }) => label === 'Send it as it is');
      if (asItIs) await town.does(seeker, asItIs.press as Request);
    }
    const view = await mine();
    const select = view.blocks.find((block) => block.node === 'select');
    if (select?.node !== 'select' || select.from.kind !== 'options') throw new Error('no select');
    expect(select.from.options).toHaveLength(5);
    const choice = select.from.options[4]!.value;
    const one = await town.does(seeker, { ...select.choose, choice } as Request);
    expect(textOf(viewOf(one.reply))).toContain(`@${helper}-4`);
    const all = await town.does(seeker, pressOf(viewOf(one.reply), 'All my asks'));
    expect(textOf(viewOf(all.reply))).toBe(textOf(view));
  });
});
