import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { settle } from '../../src/settle.ts';
import type { View } from '../../src/view.ts';
import { buttonsOf, createTown, formOf, pressOf, type Town, textOf, viewOf } from '../town.ts';

const note = 'I have run a night desk for six years. Would you introduce me to Leila?';
const words = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' };

describe('what happens beside the straight way', () => {
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
    town.unanswered.clear();
    await town.morning();
  });

  const askIn = (view: View) => {
    const [press] = buttonsOf(view).map((button) => button.press);
    if (!press || !('ask' in press)) throw new Error('no ask in it');
    return press.ask;
  };
  const command = (): Request => ({ type: 'ask-intro', helper, target: { user: target } });
  const ask = () => town.fills(seeker, command(), words);
  const helperPress = (label: string) => town.does(helper, pressOf(town.latest(helper), label));

  it('asking again doesn’t tell earlier than the message does', async () => {
    await ask();
    await helperPress('No');
    const early = await ask();
    expect(textOf(viewOf(early))).toContain('is open since March');
    await town.days(2);
    expect(textOf(town.latest(seeker))).toContain('ended without an introduction');
    const late = await ask();
    expect(textOf(viewOf(late))).toContain('After a no, a pair rests for a while.');
  });

  it('the pair rests alike after the target’s no', async () => {
    await ask();
    await helperPress('I’ll introduce you');
    await town.does(target, pressOf(town.latest(target), 'No, thanks'));
    expect(textOf(viewOf(await ask()))).toContain('is open since');
    await town.days(2);
    expect(textOf(viewOf(await ask()))).toContain('a pair rests for a while');
    await town.days(31);
    expect(textOf(viewOf(await ask()))).toContain('Your ask is with');
  });

  it('nobody’s time passes by an introduction that may not have arrived', async () => {
    await ask();
    await helperPress('I’ll introduce you');
    town.unanswered.add('conversation');
    await town.does(target, pressOf(town.latest(target), 'Yes, introduce us'));
    expect(textOf(town.latest(seeker))).toContain(`introduced you to @${target}`);
    expect(textOf(town.latest(target))).toContain(`introduced you to @${seeker}`);
    expect(textOf(town.latest(helper))).toContain('are introduced');
  });

  describe('a message of a turn that may not have arrived', () => {
    const HOUR = 1 / 24;
    const AGAIN = 'You may have this already';
    const agains = (user: string) =>
      town.inbox(user).filter((view) => textOf(view).includes(AGAIN)).length;

    it('is said once more after an hour, with its buttons', async () => {
      town.unanswered.add('dm');
      await ask();
      town.unanswered.clear();
      await town.days(0.9 * HOUR);
      expect(town.inbox(helper)).toEqual([]);
      await town.days(0.2 * HOUR);
      expect(agains(helper)).toBe(1);
      await town.days(3);
      expect(town.inbox(helper)).toHaveLength(1);
      await helperPress('I’ll introduce you');
      // An answer takes its buttons off, as ever.
      expect(textOf(town.latest(helper))).not.toContain('[I’ll introduce you]');
      expect(textOf(town.latest(target))).toContain('May we introduce you?');
    });

    it('and never a third time', async () => {
      town.unanswered.add('dm');
      await ask();
      await town.days(1.1 * HOUR);
      town.unanswered.clear();
      await town.days(4);
      expect(town.inbox(helper)).toEqual([]);
      // It waits for their next use.
      const seen = await town.does(helper, { type: 'helpers' });
      expect(seen.waiting.map(({ view }) => textOf(view))).toEqual([
        expect.stringContaining(AGAIN),
      ]);
    });

    it('not in quiet hours', async () => {
      await town.days(9 * HOUR);
      town.unanswered.add('dm');
      await ask();
      town.unanswered.clear();
      await town.days(3 * HOUR);
      expect(town.inbox(helper)).toEqual([]);
      await town.morning();
      expect(agains(helper)).toBe(1);
    });

    it('not when it was shown or answered meanwhile', async () => {
      town.unanswered.add('dm');
      await ask();
      town.unanswered.clear();
      const seen = await town.does(helper, { type: 'helpers' });
      await town.shows(helper, seen);
      await town.days(2 * HOUR);
      expect(town.inbox(helper)).toEqual([]);

      // The consent did arrive, and is answered.
      const card = seen.waiting[0]?.view;
      if (!card) throw new Error('no card');
      town.unanswered.add('dm');
      await town.does(helper, pressOf(card, 'I’ll introduce you'));
      town.unanswered.clear();
      const yes = { type: 'consent', ask: askIn(card) } as const;
      expect((await town.does(target, yes)).reply.reply).toBe('update');
      await town.days(2 * HOUR);
      expect(agains(target)).toBe(0);
      expect(textOf(town.latest(target))).toContain('You are introduced');
    });

    it('a question and a request for consent too', async () => {
      await ask();
      const card = town.latest(helper);
      town.unanswered.add('dm');
      await town.fills(helper, pressOf(card, 'I need to know more'), { question: 'Shifts?' });
      town.unanswered.clear();
      await town.days(1.1 * HOUR);
      expect(agains(seeker)).toBe(1);
      expect(textOf(town.latest(seeker))).toContain('Shifts?');
      await town.fills(seeker, pressOf(town.latest(seeker), 'Answer'), { info: 'Nights.' });
      expect(textOf(town.latest(seeker))).toContain('You answered');
      town.unanswered.add('dm');
      await helperPress('I’ll introduce you');
      town.unanswered.clear();
      await town.days(1.1 * HOUR);
      expect([agains(target), agains(helper)]).toEqual([1, 0]);
      await town.does(target, pressOf(town.latest(target), 'Yes, introduce us'));
      expect(textOf(town.latest(seeker))).toContain('You are introduced');
    });

    it('but no request for consent to whom wants none any more', async () => {
      await ask();
      town.unanswered.add('dm');
      await helperPress('I’ll introduce you');
      town.unanswered.clear();
      await town.read(async (stores) => {
        const member = await stores.members.get(target);
        await stores.members.save({ ...member, refusesIntroductions: true });
      });
      await town.days(2 * HOUR);
      expect(town.inbox(target)).toEqual([]);
    });

    it('no reminder, of which one is enough', async () => {
      await ask();
      town.unanswered.add('dm');
      await town.days(5.1);
      town.unanswered.clear();
      await town.days(1);
      expect(town.inbox(helper)).toHaveLength(1);
    });
  });

  it('what was asked and answered stays on the card', async () => {
    await ask();
    await town.fills(helper, pressOf(town.latest(helper), 'I need to know more'), {
      question: 'Shifts?',
    });
    await town.fills(seeker, pressOf(town.latest(seeker), 'Answer'), { info: 'Nights.' });
    const known = await helperPress('We know each other');
    expect(textOf(viewOf(known.reply))).toContain('Nights.');
    expect(textOf(viewOf(known.reply))).toContain('Shifts?');
    await town.days(5.1);
    expect(textOf(town.latest(helper))).toContain('A gentle reminder');
    expect(textOf(town.latest(helper))).toContain('Nights.');
  });

  it('what the helper and the seeker asked each other stays between them', async () => {
    await ask();
    await town.fills(helper, pressOf(town.latest(helper), 'I need to know more'), {
      question: 'Shifts?',
    });
    await town.fills(seeker, pressOf(town.latest(seeker), 'Answer'), { info: 'Nights.' });
    await helperPress('I’ll introduce you');
    expect(textOf(town.latest(target))).not.toContain('Nights.');
  });

  it('a question waits for a seeker with closed DMs', async () => {
    await ask();
    town.closed.add(seeker);
    await town.fills(helper, pressOf(town.latest(helper), 'I need to know more'), {
      question: 'Shifts?',
    });
    await town.days(40);
    const seen = await town.does(seeker, { type: 'helpers' });
    await town.shows(seeker, seen);
    const question = seen.waiting[0]?.view;
    if (!question) throw new Error('no question');
    await town.fills(seeker, pressOf(question, 'Answer'), { info: 'Nights.' });
    expect(textOf(town.latest(helper))).toContain('Nights.');
  });

  describe('an ask that can’t be brought to its helper', () => {
    const undelivered = async () => {
      town.closed.add(helper);
      await ask();
      return town.latest(seeker);
    };

    it('is taken back by its seeker: nobody ever sees it, and another may follow', async () => {
      const message = await undelivered();
      expect(textOf(message)).toContain('We couldn’t reach');
      const notTheirs = await town.does(target, pressOf(message, 'Withdraw'));
      expect(textOf(viewOf(notTheirs.reply))).toContain('isn’t yours');
      const sure = viewOf((await town.does(seeker, pressOf(message, 'Withdraw'))).reply);
      expect(textOf(sure)).toContain('You can ask');
      const withdraw = pressOf(sure, 'Withdraw');
      const done = await town.does(seeker, withdraw);
      expect(done.reply.reply).toBe('update');
      expect(textOf(viewOf(done.reply))).toContain('whenever you like');
      expect(textOf(town.latest(seeker))).not.toContain('[Withdraw]');
      const twice = await town.does(seeker, withdraw);
      expect(textOf(viewOf(twice.reply))).toContain('nothing was changed');

      town.closed.clear();
      const seen = await town.does(helper, { type: 'helpers' });
      expect(seen.waiting).toEqual([]);
      await town.days(40);
      expect(town.inbox(helper)).toEqual([]);
      expect(town.inbox(seeker)).toHaveLength(1);
      expect(textOf(viewOf(await ask()))).toContain('Your ask is with');
    });

    it('counts for nobody’s month once it is taken back', async () => {
      for (let i = 0; i < 4; i++) {
        const sure = await town.does(seeker, pressOf(await undelivered(), 'Withdraw'));
        await town.does(seeker, pressOf(viewOf(sure.reply), 'Withdraw'));
      }
      town.closed.clear();
      expect(textOf(viewOf(await ask()))).toContain('Your ask is with');
    });

    it('is with them once they see it, and then the seeker reads so', async () => {
      const withdraw = pressOf(await undelivered(), 'Withdraw');
      await town.days(30);
      await town.shows(helper, await town.does(helper, { type: 'helpers' }));
      expect(textOf(town.latest(seeker))).toContain(`@${helper} has your ask now`);
      expect(textOf(town.latest(seeker))).not.toContain('[Withdraw]');
      // They have it by now: it can still be taken back, and then the two rest.
      const late = await town.does(seeker, withdraw);
      expect(textOf(viewOf(late.reply))).toContain('You can ask @helper-');
      expect(textOf(viewOf(late.reply))).toContain('again from');
    });
  });

  it('a target’s closed DMs are told to the helper alone, and say no more to the seeker', async () => {
    await ask();
    const id = askIn(town.latest(helper));
    town.closed.add(target);
    await helperPress('I’ll introduce you');
    expect(textOf(town.latest(helper))).toContain(`@${target} couldn’t be reached`);
    expect(town.inbox(seeker)).toEqual([]);
    // Nothing that the seeker can look at tells that there is a target who has it.
    const mine = await town.does(seeker, { type: 'my-asks' });
    expect(textOf(viewOf(mine.reply))).toContain(`@${helper} · @${target}: with your helper since`);
    await town.days(40);
    expect(town.inbox(seeker)).toEqual([]);
    const seen = await town.does(target, { type: 'helpers' });
    await town.shows(target, seen);
    await town.does(target, { type: 'consent', ask: id });
    expect(textOf(town.latest(seeker))).toContain('You are introduced');
  });

  it('what waits is there until it was shown', async () => {
    town.closed.add(helper);
    await ask();
    const first = await town.does(helper, { type: 'helpers' });
    const second = await town.does(helper, { type: 'helpers' });
    expect(second.waiting).toEqual(first.waiting);
    await town.shows(helper, second);
    const third = await town.does(helper, { type: 'helpers' });
    expect(third.waiting).toEqual([]);
  });

  it('a reminder that comes back late doesn’t stop what goes on', async () => {
    await ask();
    await town.days(5.1);
    const reminder = town.sent.findLast(({ to }) => to.includes(helper));
    await helperPress('I’ll introduce you');
    const id = askIn(town.latest(target));
    const now = town.deps.clock.now();
    await town.read((stores) =>
      settle(
        {
          id: 'x',
          community: { platform: 'slack', id: 'T1' },
          worker: 'w',
          tries: 1,
          effect: {
            effect: 'dm',
            key: reminder?.key ?? '',
            to: town.member(helper),
            view: { blocks: [] },
            ask: id,
          },
        },
        { outcome: 'closed' },
        stores,
        { clock: { now: () => now }, ids: town.deps.ids },
      ),
    );
    const yes = await town.does(target, pressOf(town.latest(target), 'Yes, introduce us'));
    expect(yes.reply.reply).toBe('update');
  });

  it('a reminder that can’t reach the helper leaves the card they have as it is', async () => {
    await ask();
    const card = town.latest(helper);
    town.closed.add(helper);
    await town.days(6);
    expect(town.inbox(seeker)).toEqual([]);
    const yes = await town.does(helper, pressOf(card, 'I’ll introduce you'));
    expect(yes.reply.reply).toBe('update');
    expect(textOf(town.latest(target))).toContain('May we introduce you?');
  });

  it('what is typed into a form that came too late stands in the answer', async () => {
    await ask();
    const pointer = formOf(
      (await town.does(helper, pressOf(town.latest(helper), 'Here’s a pointer'))).reply,
    );
    await town.days(11);
    const values = { pointer: 'Write to crewing@port.example' };
    const late = await town.does(helper, { ...pointer.send, values } as Request);
    expect(textOf(viewOf(late.reply))).toContain('Write to crewing@port.example');
    expect(textOf(viewOf(late.reply))).toContain('isn’t waiting for an answer any more');
  });

  it('a helper who left ends the ask, and the seeker hears the usual', async () => {
    const form = formOf((await town.does(seeker, command())).reply);
    const sent = { ...form.send, values: words } as Request;
    const facts = town.people.get(helper);
    await town.does(seeker, sent);
    town.people.delete(helper);
    // The reminder finds nobody.
    await town.days(5.1);
    await town.days(2.1);
    expect(textOf(town.latest(seeker))).toContain('ended without an introduction');
    if (facts) town.people.set(helper, facts);
  });

  it('nobody is introduced to a seeker who left', async () => {
    await ask();
    town.people.delete(seeker);
    const before = town.inbox(target).length;
    const told = await helperPress('I’ll introduce you');
    expect(textOf(viewOf(told.reply))).toContain('isn’t in this community any more');
    expect(town.inbox(target).length).toBe(before);
    expect(textOf(town.latest(helper))).not.toContain('[No]');
  });

  it('"not now" has a horizon', async () => {
    await ask();
    const date = (days: number) =>
      new Date(town.deps.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const card = town.latest(helper);
    const far = await town.fills(helper, pressOf(card, 'Not now'), { until: date(200) });
    expect(far).toMatchObject({
      reply: 'errors',
      errors: { until: expect.stringContaining('within the next 90 days') },
    });
    const near = await town.fills(helper, pressOf(card, 'Not now'), { until: date(80) });
    expect(near.reply).toBe('update');
  });

  it('"not now" goes by the helper’s own day', async () => {
    const facts = { name: helper, isBot: false, isAdmin: false, timeZone: 'Pacific/Kiritimati' };
    town.people.set(helper, facts);
    await ask();
    const card = town.latest(helper);
    // Ten in the morning in UTC is past midnight there: UTC's tomorrow is their today.
    const tomorrow = new Date(town.deps.clock.now().getTime() + 86_400_000);
    const until = tomorrow.toISOString().slice(0, 10);
    const today = await town.fills(helper, pressOf(card, 'Not now'), { until });
    expect(today).toMatchObject({ reply: 'errors' });
  });

  it('one reminder, also after a question', async () => {
    await ask();
    await town.days(5.1);
    await town.fills(helper, pressOf(town.latest(helper), 'I need to know more'), {
      question: 'Shifts?',
    });
    await town.fills(seeker, pressOf(town.latest(seeker), 'Answer'), { info: 'Nights.' });
    await town.days(6);
    const reminders = town
      .inbox(helper)
      .filter((view) => textOf(view).includes('A gentle reminder'));
    expect(reminders).toHaveLength(0);
    expect(textOf(town.latest(helper))).toContain('[No]');
  });

  it('no reminder for a helper who stopped them', async () => {
    await ask();
    await town.does(helper, { type: 'stop-nudges' });
    const before = town.inbox(helper).length;
    await town.days(6);
    expect(town.inbox(helper).length).toBe(before);
  });

  it('meeting the helper themselves is a talk, in whatever order they are chosen', async () => {
    const start = await town.does(seeker, { type: 'ask-intro' });
    const id = askIn(viewOf(start.reply));
    await town.does(seeker, { type: 'pick-target', ask: id, choice: helper });
    const card = await town.does(seeker, { type: 'pick-helper', ask: id, choice: helper });
    expect(textOf(viewOf(card.reply))).toContain('a short talk with them');
  });

  it('words for a target ride along until they are placed', async () => {
    const start = await town.does(seeker, {
      type: 'ask-intro',
      target: { text: 'the night desk at Northwind' },
    });
    const id = askIn(viewOf(start.reply));
    const card = viewOf(
      (await town.does(seeker, { type: 'pick-helper', ask: id, choice: helper })).reply,
    );
    expect(textOf(card)).toContain('You wrote “the night desk at Northwind”.');
    const form = formOf((await town.does(seeker, pressOf(card, 'A team they know'))).reply);
    expect(form.fields[0]?.value).toBe('the night desk at Northwind');
  });

  it('two forms of one draft: what is sent second comes back to copy', async () => {
    const who = 'Hello. Who else do you know?';
    await town.fills(seeker, command(), { ...words, note: who, declared: 'cold' });
    const [first, second] = [
      formOf((await town.does(seeker, command())).reply),
      formOf((await town.does(seeker, command())).reply),
    ];
    expect(first.fields[2]?.value).toBe(who);
    expect(second.send).toEqual(first.send);
    await town.does(seeker, { ...first.send, values: words } as Request);
    const values = { ...words, note: 'Another wording.', offer: 'A hand with Finnish' };
    const late = viewOf((await town.does(seeker, { ...second.send, values } as Request)).reply);
    for (const text of ['already been sent', 'Another wording.', 'Finnish', 'Dispatching']) {
      expect(textOf(late)).toContain(text);
    }
  });

  it('a draft whose helper has left is offered with what it lacks', async () => {
    const form = formOf((await town.does(seeker, command())).reply);
    const facts = town.people.get(helper);
    town.people.delete(helper);
    await town.does(seeker, { ...form.send, values: words } as Request);
    if (facts) town.people.set(helper, facts);
    const offer = viewOf((await town.does(seeker, { type: 'ask-intro' })).reply);
    expect(textOf(offer)).toContain(note);
    const card = viewOf((await town.does(seeker, pressOf(offer, 'Continue'))).reply);
    expect(textOf(card)).toContain('First, choose somebody you know.');
    const id = askIn(card);
    const chosen = await town.does(seeker, { type: 'pick-helper', ask: id, choice: helper });
    const again = formOf(
      (await town.does(seeker, pressOf(viewOf(chosen.reply), 'Write the ask'))).reply,
    );
    expect(again.fields[2]?.value).toBe(note);
  });

  it('a draft that was never sent is forgotten after two months', async () => {
    const start = await town.does(seeker, { type: 'ask-intro', helper });
    const discard = pressOf(viewOf(start.reply), 'Discard');
    await town.days(61);
    const gone = await town.does(seeker, discard);
    expect(textOf(viewOf(gone.reply))).toContain('isn’t here any more');
  });

  it('a directory that can’t be asked stops nothing but what needs a name', async () => {
    await ask();
    const { directory } = town.deps;
    const lookup = directory.lookup;
    directory.lookup = async () => {
      throw new Error('rate limited');
    };
    try {
      await expect(helperPress('I’ll introduce you')).rejects.toThrow('rate limited');
      expect((await helperPress('We know each other')).reply.reply).toBe('update');
      const form = await town.does(seeker, {
        type: 'ask-intro',
        helper: target,
        target: { user: helper },
      });
      expect(form.reply.reply).toBe('form');
    } finally {
      directory.lookup = lookup;
    }
    expect((await helperPress('I’ll introduce you')).reply.reply).toBe('update');
  });
});
