import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { buttonsOf, createTown, pressOf, type Town, textOf, viewOf } from '../town.ts';

const note = 'I have run a night desk for six years. Would you let me mention your name?';

describe('thanks', () => {
  let town: Town;
  beforeAll(async () => {
    town = await createTown('pglite');
  });
  afterAll(() => town.stop());

  let pairs = 0;
  /** A seeker and a helper of their own, and a help between them. */
  async function helped(seeker = `seeker-${++pairs}`, helper = `helper-${++pairs}`) {
    await town.morning();
    for (const name of [seeker, helper]) {
      town.people.set(name, { name, isBot: false, isAdmin: false });
    }
    const start = await town.does(seeker, {
      type: 'ask-intro',
      helper,
      target: { user: 'leila' },
    });
    if (start.reply.reply !== 'form') throw new Error('no form');
    const values = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' };
    const sent = await town.does(seeker, { ...start.reply.form.send, values } as Request);
    // A help that waits for thanks is advised on first.
    const asItIs = buttonsOf(viewOf(sent.reply)).find(({ label }) => label === 'Send it as it is');
    if (asItIs) await town.does(seeker, asItIs.press as Request);
    await town.does(helper, pressOf(town.latest(helper), 'You may mention my name'));
    return { seeker, helper };
  }

  const thank = (seeker: string, helper: string, thanks = 'That was kind of you.') =>
    town.does(seeker, { type: 'send-thanks', helper, help: '-', values: { thanks } });

  const credits = async (helper: string) => {
    const { reply } = await town.does(helper, { type: 'helpers' });
    return textOf(viewOf(reply)).match(/You have (\w+) credit/)?.[1];
  };

  it('thanked before the nudge is due: no nudge', async () => {
    const { seeker, helper } = await helped();
    const before = town.inbox(seeker).length;
    await thank(seeker, helper);
    await town.days(3);
    expect(town.inbox(seeker).length).toBe(before);
    const { reply } = await town.does('aiko', { type: 'board', period: 'all' });
    expect(textOf(viewOf(reply))).toContain(`@${helper} 1`);
  });

  it('the nudge waits out the quiet hours, and loses its buttons once thanked', async () => {
    const { seeker, helper } = await helped();
    const before = town.inbox(seeker).length;
    // To the evening of the next day: more than a day later, and in the quiet hours.
    await town.days(1.5);
    expect(town.inbox(seeker).length).toBe(before);
    await town.days(0.5);
    expect(town.inbox(seeker).length).toBe(before + 1);
    const nudge = town.latest(seeker);
    expect(buttonsOf(nudge).map(({ label }) => label)).toEqual([
      'Thank now',
      'Already thanked',
      'Later',
      'Stop these',
    ]);
    await thank(seeker, helper);
    expect(textOf(town.latest(seeker))).toBe(`You thanked @${helper}. Lovely.`);
  });

  it('a name that nobody has is said to be unknown, and a pick opens the form', async () => {
    const { reply } = await town.does('aiko', { type: 'thank', spoken: 'Tom Okafor' });
    expect(textOf(viewOf(reply))).toContain('You wrote “Tom Okafor”');
    const [select] = viewOf(reply).blocks.filter(({ node }) => node === 'select');
    expect(select).toMatchObject({ choose: { type: 'thank-member' }, from: { kind: 'members' } });
    const picked = await town.does('aiko', { type: 'thank-member', choice: 'tom' });
    expect(picked.reply).toMatchObject({ form: { send: { helper: 'tom', help: '-' } } });
    const self = await town.does('aiko', { type: 'thank-member', choice: 'aiko' });
    expect(textOf(viewOf(self.reply))).toContain('Thanking yourself');

    const { seeker, helper } = await helped();
    const beside = await town.does(seeker, { type: 'thank', spoken: 'the team' });
    expect(textOf(viewOf(beside.reply))).toContain('You wrote “the team”');
    expect(textOf(viewOf(beside.reply))).toContain(`@${helper} let you mention their name`);
  });

  it('words beside a name begin the form; none are lost when it can’t open or be sent', async () => {
    const spoken = 'for the talk and the tea';
    const { reply } = await town.does('aiko', { type: 'thank', helper: 'tom', spoken });
    expect(reply).toMatchObject({ form: { fields: [{ value: spoken }] } });
    const bot = await town.does('aiko', { type: 'thank', helper: 'polly', spoken });
    expect(textOf(viewOf(bot.reply))).toMatch(/is a bot.*\nfor the talk and the tea\n/);
    const left = await thank('aiko', 'nobody', 'That was kind.');
    expect(textOf(viewOf(left.reply))).toMatch(/has left.*\nThat was kind.\n/);
  });

  it('later asks once more, and then never', async () => {
    const { seeker } = await helped();
    await town.days(1.2);
    await town.does(seeker, pressOf(town.latest(seeker), 'Later'));
    const nudges = () =>
      town.inbox(seeker).filter((view) => textOf(view).includes('A short thank-you would')).length;
    const before = nudges();
    await town.days(2.1);
    expect(nudges()).toBe(before + 1);
    expect(buttonsOf(town.latest(seeker)).map(({ label }) => label)).not.toContain('Later');
    await town.days(20);
    expect(nudges()).toBe(before + 1);
  });

  it('already thanked settles it, without a credit', async () => {
    const { seeker, helper } = await helped();
    await town.days(1.2);
    const { reply } = await town.does(seeker, pressOf(town.latest(seeker), 'Already thanked'));
    expect(reply.reply).toBe('update');
    const { reply: none } = await town.does(seeker, { type: 'thank' });
    expect(textOf(viewOf(none))).toContain('All your helpers are thanked');
    expect(await credits(helper)).toBe('no');
  });

  it('stop means no more of these, and thanking still works', async () => {
    const { seeker } = await helped();
    await town.days(1.2);
    await town.does(seeker, pressOf(town.latest(seeker), 'Stop these'));
    const again = await helped(seeker);
    const before = town.inbox(seeker).length;
    await town.days(3);
    expect(town.inbox(seeker).length).toBe(before);
    const { reply } = await town.does(seeker, { type: 'thank' });
    expect(textOf(viewOf(reply))).toContain(`@${again.helper} let you mention their name`);
  });

  it('one credit a week from one person to another; a help is thanked once', async () => {
    // From a Sunday on, so that all of it falls in one week.
    await town.days((7 - town.deps.clock.now().getUTCDay()) % 7);
    const { seeker, helper } = await helped();
    const first = await thank(seeker, helper);
    expect(textOf(viewOf(first.reply))).toContain('earn a credit');
    const second = await thank(seeker, helper);
    expect(textOf(viewOf(second.reply))).toContain('not long ago');
    expect(textOf(viewOf(second.reply))).toContain('That was kind of you.');
    await helped(seeker, helper);
    const third = await thank(seeker, helper);
    expect(textOf(viewOf(third.reply))).toContain('a credit from you this week already');
    expect(await credits(helper)).toBe('1');
    await town.days(7);
    await helped(seeker, helper);
    const nextWeek = await thank(seeker, helper);
    expect(textOf(viewOf(nextWeek.reply))).toContain('earn a credit');
  });

  it('settles the help that it was for', async () => {
    const { seeker, helper } = await helped();
    await town.days(1.1);
    const first = town.latest(seeker);
    await helped(seeker, helper);
    const { reply } = await town.does(seeker, pressOf(first, 'Thank now'));
    if (reply.reply !== 'form') throw new Error('no form');
    await town.does(seeker, {
      ...reply.form.send,
      values: { thanks: 'For the first.' },
    } as Request);
    const open = await town.read((stores) => stores.helps.unthanked(seeker, helper));
    expect(open).toHaveLength(1);
    const nudges = town.inbox(seeker).map(textOf);
    expect(nudges.filter((text) => text.includes('You thanked'))).toHaveLength(1);
    await town.days(1.1);
    expect(textOf(town.latest(seeker))).toContain('[Thank now]');
  });

  it('can be undone: credit, help and message are as before, once', async () => {
    const { seeker, helper } = await helped();
    const sent = viewOf((await thank(seeker, helper)).reply);
    expect(await credits(helper)).toBe('1');
    const press = pressOf(sent, 'Undo');
    const notTheirs = await town.does(helper, press);
    expect(textOf(viewOf(notTheirs.reply))).toContain('isn’t yours');
    expect(await credits(helper)).toBe('1');
    const [first, second] = await Promise.all([town.does(seeker, press), town.does(seeker, press)]);
    const said = [first, second].map(({ reply }) => textOf(viewOf(reply))).sort();
    expect(said[0]).toContain('Taken back.');
    expect(said[1]).toContain('taken back already');
    expect(await credits(helper)).toBe('no');
    expect(textOf(town.latest(helper))).toBe(`@${seeker} has taken a message back.`);
    const open = await town.read((stores) => stores.helps.unthanked(seeker, helper));
    expect(open).toHaveLength(1);
    // Thanked again, it counts again.
    await thank(seeker, helper);
    expect(await credits(helper)).toBe('1');
  });

  it('without a help on record, once in a week', async () => {
    town.people.set('fan', { name: 'Fan', isBot: false, isAdmin: false });
    const before = town.inbox('aiko').length;
    const first = await thank('fan', 'aiko');
    expect(textOf(viewOf(first.reply))).toContain('no help of theirs on record');
    await thank('fan', 'aiko');
    await town.days(5);
    await thank('fan', 'aiko');
    expect(town.inbox('aiko').length).toBe(before + 1);
    await town.days(3);
    await thank('fan', 'aiko');
    expect(town.inbox('aiko').length).toBe(before + 2);
  });

  it('stopped nudges can be had back', async () => {
    const { seeker } = await helped();
    await town.does(seeker, { type: 'stop-nudges' });
    const { reply } = await town.does(seeker, { type: 'goodword' });
    await town.does(seeker, pressOf(viewOf(reply), 'Remind me again'));
    await town.days(1.2);
    expect(textOf(town.latest(seeker))).toContain('[Thank now]');
  });

  it('hidden at once, and back at once', async () => {
    const { seeker, helper } = await helped();
    await thank(seeker, helper);
    const board = async () => textOf(viewOf((await town.does('aiko', { type: 'helpers' })).reply));
    expect(await board()).toContain(`@${helper}`);
    const hidden = await town.does(helper, { type: 'board-hide' });
    expect(textOf(viewOf(hidden.reply))).toContain('You have 1 credit here.');
    expect(textOf(viewOf(hidden.reply))).toContain('[Show me]');
    expect(await board()).not.toContain(`@${helper}`);
    await town.does(helper, { type: 'board-show' });
    expect(await board()).toContain(`@${helper}`);
  });

  it('thanks are no place to fish; what was typed stands in the answer', async () => {
    const { seeker, helper } = await helped();
    const before = town.inbox(helper).length;
    const text = 'Thank you. And who else do you know at the port authority?';
    const { reply } = await thank(seeker, helper, text);
    expect(JSON.stringify(viewOf(reply))).toContain(text);
    expect(textOf(viewOf(reply))).toContain('Nothing was sent.');
    expect(town.inbox(helper).length).toBe(before);
  });

  it('a help that isn’t one’s own can’t be thanked for or settled', async () => {
    const { seeker } = await helped();
    await town.days(1.2);
    const nudge = town.latest(seeker);
    for (const label of ['Thank now', 'Already thanked', 'Later']) {
      const { reply } = await town.does('jonas', pressOf(nudge, label));
      expect(textOf(viewOf(reply))).toContain('isn’t on record any more');
    }
  });
});
