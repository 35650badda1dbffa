import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { webLink } from '../../src/referrals/forms.ts';
import { suggest } from '../../src/suggest.ts';
import { databaseKinds } from '../db/databases.ts';
import { buttonsOf, createTown, formOf, pressOf, type Town, textOf, viewOf } from '../town.ts';

const note =
  'I am a dispatcher with six years on the night desk of a freight depot, and this post is the same work at sea.';

test('a link is one of the web, with or without its scheme', () => {
  expect(webLink(' jobs.example.com/12 ')).toBe('https://jobs.example.com/12');
  expect(webLink('HTTP://Example.com')).toBe('http://example.com/');
  for (const text of [
    'not a link',
    'localhost',
    'javascript:alert(1)',
    'ftp://example.com',
    'https://user:secret@example.com',
    'https://',
    '',
  ]) {
    expect(webLink(text), text).toBeUndefined();
  }
});

describe.each(databaseKinds)('a referral on %s', (kind) => {
  let town: Town;
  beforeAll(async () => {
    town = await createTown(kind);
  });
  afterAll(() => town.stop());

  let runs = 0;
  let seeker: string;
  let insiders: string[];
  let firm: string;
  beforeEach(async () => {
    runs += 1;
    town.closed.clear();
    firm = `Firm ${runs}`;
    seeker = newcomer('seeker');
    insiders = [];
    await town.morning();
  });
  const newcomer = (role: string) => town.joins(`${role}-${runs}`);
  async function offering(count: number) {
    for (let i = 0; i < count; i++) {
      const user = newcomer(`insider${i}`);
      insiders.push(user);
      await town.fills(
        user,
        { type: 'edit-offer' },
        { firms: firm, fields: 'Freight', kinds: 'all' },
      );
    }
  }
  const words = (more: Record<string, string> = {}) => ({
    role: 'Harbour dispatcher',
    posting: 'jobs.example.com/12',
    note,
    ...more,
  });
  const card = async (by = seeker, company = firm) =>
    viewOf((await town.does(by, { type: 'ask-referral', company })).reply);
  const asks = async (more: Record<string, string> = {}, by = seeker) =>
    viewOf(await town.fills(by, pressOf(await card(by), 'Write the ask'), words(more)));
  const press = (user: string, label: string) => town.does(user, pressOf(town.latest(user), label));
  const mine = async () => textOf(viewOf((await town.does(seeker, { type: 'my-asks' })).reply));
  /** Who has the ask's card with its buttons. */
  const holders = () =>
    insiders.filter((user) =>
      town.inbox(user).some((view) => textOf(view).includes('[I’ll refer you]')),
    );

  it('goes to the first insider, and is submitted', async () => {
    await offering(3);
    const found = await card();
    expect(textOf(found)).toContain(`3 members offer referrals at ${firm}.`);
    const sent = textOf(await asks({ resume: 'cv.example.com/nadia' }));
    expect(sent).toContain('with the first insider: 1 of 3');
    const [first] = holders();
    expect(holders()).toHaveLength(1);
    const ask = textOf(town.latest(first!));
    expect(ask).toContain(`@${seeker} asks you for a referral to Harbour dispatcher at ${firm}.`);
    expect(ask).toContain('The posting');
    expect(ask).toContain(note);
    expect(ask).not.toContain('How they know you');
    await press(first!, 'I’ll refer you');
    expect(await mine()).toContain('with insider 1 of 3 since');
    expect(await mine()).not.toContain(`@${first}`);
    expect(town.inbox(seeker)).toEqual([]);
    await press(first!, 'It’s submitted');
    const told = textOf(town.latest(seeker));
    expect(told).toContain(`@${first} has referred you for Harbour dispatcher at ${firm}.`);
    expect(told).toContain('It doesn’t get you hired');
    await town.days(1.1);
    expect(textOf(town.latest(seeker))).toContain('[Thank now]');
    expect(await mine()).toContain(
      `@${first} · Harbour dispatcher at ${firm}, a referral: referred`,
    );
  });

  it('goes on after a no, a pass, a silence and closed messages, and never says whose it was', async () => {
    await offering(3);
    await asks();
    const seen = new Set<string>();
    const next = async (act: (user: string) => Promise<unknown>) => {
      const [user] = holders();
      expect(seen.has(user!)).toBe(false);
      seen.add(user!);
      await act(user!);
    };
    expect(await mine()).toContain('1 of 3');
    await next((user) => press(user, 'No'));
    expect(await mine()).toContain('2 of 3');
    await next(async (user) => {
      await press(user, 'Not now');
      expect(textOf(town.latest(user))).toContain('You said no, and that is fine.');
    });
    expect(holders()).toHaveLength(1);
    expect(town.inbox(seeker)).toEqual([]);
    await next(async () => {
      // The last one has all the time that is left.
      await town.days(9.9);
      expect(holders()).toHaveLength(1);
      await town.days(0.2);
    });
    // The last one kept silent: it ends, told after its delay.
    expect(holders()).toEqual([]);
    expect(town.inbox(seeker)).toEqual([]);
    await town.days(2.1);
    const told = textOf(town.latest(seeker));
    expect(told).toContain('has ended without one');
    for (const user of insiders) expect(told).not.toContain(user);
    expect(seen.size).toBe(3);
  });

  it('passes over an insider who can’t be reached, who left, or who is full by now', async () => {
    await offering(3);
    const order = async () => {
      const other = `other-${runs}`;
      town.people.set(other, { name: other, isBot: false, isAdmin: false });
      return other;
    };
    await order();
    for (const user of insiders) town.closed.add(user);
    town.closed.delete(insiders[2]!);
    await asks();
    expect(holders()).toEqual([insiders[2]]);
    // Whoever was passed over finds nothing to answer.
    town.closed.clear();
    const waiting = await town.does(insiders[0]!, { type: 'helpers' });
    expect(waiting.waiting.map(({ view }) => textOf(view)).join()).not.toContain(
      '[I’ll refer you]',
    );
  });

  it('waits for an insider who is the only one and can’t be reached', async () => {
    await offering(1);
    town.closed.add(insiders[0]!);
    await asks();
    expect(town.inbox(seeker)).toEqual([]);
    expect(await mine()).toContain('with insider 1 of 1');
    await town.days(40);
    expect(town.inbox(seeker)).toEqual([]);
    town.closed.clear();
    await town.shows(insiders[0]!, await town.does(insiders[0]!, { type: 'helpers' }));
    await town.days(4);
    await town.days(2.1);
    expect(textOf(town.latest(seeker))).toContain('has ended without one');
  });

  it('brings a question back and forth without a name', async () => {
    await offering(2);
    await asks();
    const [first] = holders();
    await town.fills(first!, pressOf(town.latest(first!), 'I need to know more'), {
      question: 'Nights?',
    });
    const question = town.latest(seeker);
    expect(textOf(question)).toContain(`somebody at ${firm} would like to know more`);
    expect(textOf(question)).not.toContain(first!);
    const sent = viewOf(await town.fills(seeker, pressOf(question, 'Answer'), { info: 'Gladly.' }));
    expect(textOf(sent)).not.toContain(first!);
    expect(textOf(town.latest(first!))).toContain('Gladly.');
    await press(first!, 'You may mention my name');
    expect(textOf(town.latest(seeker))).toContain(`you may mention @${first}’s name`);
  });

  it('keeps between two what one insider asked', async () => {
    await offering(2);
    await asks();
    const [first] = holders();
    await town.fills(first!, pressOf(town.latest(first!), 'I need to know more'), {
      question: 'Nights?',
    });
    await town.fills(seeker, pressOf(town.latest(seeker), 'Answer'), { info: 'Gladly.' });
    await press(first!, 'No');
    const [second] = holders();
    expect(textOf(town.latest(second!))).not.toContain('Nights?');
    expect(textOf(town.latest(second!))).not.toContain('Gladly.');
  });

  it('with a far last day it has the time that any ask has, and a promise its own', async () => {
    await offering(1);
    const far = new Date(town.deps.clock.now().getTime() + 50 * 86_400_000);
    await asks({ deadline: far.toISOString().slice(0, 10) });
    await town.days(9.5);
    await press(insiders[0]!, 'I’ll refer you');
    await town.days(2);
    await press(insiders[0]!, 'It’s submitted');
    expect(textOf(town.latest(seeker))).toContain('has referred you');
  });

  it('takes no firm that would not fit into a choice', async () => {
    const user = newcomer('wide');
    const reply = await town.fills(
      user,
      { type: 'edit-offer' },
      {
        firms: '𝕱'.repeat(60),
        fields: 'Freight',
        kinds: 'all',
      },
    );
    expect(reply.reply).toBe('errors');
    const kept = await town.fills(user, { type: 'name-avoided' }, { firm: '𝕱'.repeat(60) });
    expect(kept.reply).toBe('errors');
  });

  it('goes on when a referral that was promised doesn’t work out', async () => {
    await offering(2);
    await asks();
    const [first] = holders();
    await press(first!, 'I’ll refer you');
    await press(first!, 'It didn’t work out');
    const [second] = holders();
    expect(second).not.toBe(first);
    expect(await mine()).toContain('2 of 2');
    expect(town.inbox(seeker)).toEqual([]);
  });

  it('can be taken back, and then nobody else is asked', async () => {
    await offering(2);
    await asks();
    const [first] = holders();
    const view = viewOf((await town.does(seeker, { type: 'my-asks' })).reply);
    const sure = viewOf((await town.does(seeker, pressOf(view, 'Withdraw'))).reply);
    expect(textOf(sure)).toContain(`Take back your ask for a referral to Harbour dispatcher`);
    await town.does(seeker, pressOf(sure, 'Withdraw'));
    expect(textOf(town.latest(first!))).toContain('has taken this back');
    await town.days(40);
    expect(holders()).toEqual([]);
    expect(town.inbox(seeker)).toEqual([]);
    expect(await mine()).toContain('withdrawn by you');
    expect(await mine()).not.toContain(first!);
  });

  it('leaves an insider alone for a while after this seeker’s referral', async () => {
    await offering(1);
    await asks();
    const open = textOf(await card());
    expect(open).toContain(`You have a referral open at ${firm} already.`);
    await press(insiders[0]!, 'No');
    // Nothing shows before it is told.
    expect(textOf(await card())).toBe(open);
    await town.days(3);
    expect(textOf(await card())).toContain('is not long ago. From');
    await town.days(31);
    expect(textOf(await card())).toContain('One member offers referrals');
  });

  it('tells nobody by elimination who has it: what is shown doesn’t depend on it', async () => {
    await offering(3);
    // They offer at another firm too, where the seeker may look again and again.
    for (const user of insiders) {
      const values = { firms: `${firm}, Other ${runs}`, fields: 'Freight', kinds: 'all' };
      await town.fills(user, { type: 'edit-offer' }, values);
    }
    const look = async () => {
      const shown: string[] = [];
      for (const user of insiders) {
        await town.does(seeker, { type: 'avoid-person', choice: user });
        shown.push(textOf(await card(seeker, `Other ${runs}`)));
        await town.does(seeker, { type: 'allow-again', choice: `p:${user}` });
      }
      const found = viewOf((await town.does(seeker, { type: 'ask-intro' })).reply);
      const anew = buttonsOf(found).find(({ label }) => label === 'Start a new one');
      const fresh = anew ? viewOf((await town.does(seeker, anew.press as Request)).reply) : found;
      const list = viewOf(await town.fills(seeker, pressOf(fresh, 'Find me a helper'), { firm }));
      return [...shown, textOf(list)];
    };
    const before = await look();
    await asks();
    expect(await look()).toEqual(before);
    await press(holders()[0]!, 'No');
    expect(await look()).toEqual(before);
  });

  it('ends with the last day, also when it was promised or asked back, or never reached anybody', async () => {
    const day = () =>
      new Date(town.deps.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    await offering(1);
    await asks({ deadline: day() });
    await press(insiders[0]!, 'I’ll refer you');
    await town.days(2.7);
    await town.days(2.1);
    expect(textOf(town.latest(seeker))).toContain('has ended without one');
    expect(textOf(town.latest(insiders[0]!))).not.toContain('[It’s submitted]');
  });

  it('a promise that isn’t kept goes on to the next insider', async () => {
    await offering(2);
    await asks();
    const [first] = holders();
    await press(first!, 'I’ll refer you');
    await town.days(5.1);
    expect(holders()).toHaveLength(1);
    expect(holders()).not.toEqual([first]);
  });

  it('goes on when an insider left, and ends where nobody is left', async () => {
    await offering(2);
    await asks();
    const [first] = holders();
    const second = insiders.find((user) => user !== first)!;
    town.people.delete(second);
    await press(first!, 'No');
    await town.days(2.1);
    expect(textOf(town.latest(seeker))).toContain('has ended without one');
  });

  it('goes to nobody who doesn’t offer it there any more, or whom the seeker keeps out by then', async () => {
    await offering(3);
    await asks();
    const [first] = holders();
    const [second, third] = insiders.filter((user) => user !== first);
    const elsewhere = { firms: 'Elsewhere', fields: 'Freight', kinds: 'all' };
    await town.fills(second!, { type: 'edit-offer' }, elsewhere);
    await town.does(seeker, { type: 'avoid-person', choice: third! });
    await press(first!, 'No');
    expect(holders()).toEqual([]);
    await town.days(2.1);
    expect(textOf(town.latest(seeker))).toContain('has ended without one');
  });

  it('wakes no insider at night', async () => {
    await offering(2);
    // At six in the evening: a third of the time to tomorrow's end is over at night.
    await town.days(8 / 24);
    const deadline = new Date(town.deps.clock.now().getTime() + 86_400_000);
    await asks({ deadline: deadline.toISOString().slice(0, 10) });
    const [first] = holders();
    await town.days(11 / 24);
    const second = insiders.find((user) => user !== first)!;
    expect(town.inbox(second)).toEqual([]);
    await town.days(4 / 24);
    expect(holders()).toEqual([second]);
  });

  it('a draft whose last day went by is held, with its text', async () => {
    await offering(1);
    const deadline = new Date(town.deps.clock.now().getTime() + 86_400_000);
    const fishing = `${note} Who else do you know there that I could write to?`;
    const held = await asks({ note: fishing, deadline: deadline.toISOString().slice(0, 10) });
    await town.days(4);
    const form = formOf((await town.does(seeker, pressOf(held, 'Edit'))).reply);
    expect(form.fields.find(({ id }) => id === 'note')?.value).toBe(fishing);
    const values = words({ deadline: '\u200b' });
    const sent = await town.does(seeker, { ...form.send, values } as Request);
    expect(textOf(viewOf(sent.reply))).toContain('with the first insider');
  });

  it('keeps what was typed when it has gone on meanwhile', async () => {
    await offering(2);
    await asks();
    const [first] = holders();
    const form = formOf((await press(first!, 'Here’s a pointer')).reply);
    await town.days(3.1);
    const late = await town.does(first!, {
      ...form.send,
      values: { pointer: 'Write to the crewing desk.' },
    } as Request);
    expect(textOf(viewOf(late.reply))).toContain('Write to the crewing desk.');
    expect(textOf(viewOf(late.reply))).toContain('isn’t waiting for an answer');
  });

  it('ends by its deadline, each insider having a third of the time that is left', async () => {
    await offering(3);
    const deadline = new Date(town.deps.clock.now().getTime() + 2 * 86_400_000);
    await asks({ deadline: deadline.toISOString().slice(0, 10) });
    const [first] = holders();
    await town.days(0.8);
    expect(holders()).toEqual([first]);
    await town.days(0.2);
    expect(holders()).not.toEqual([first]);
    expect(holders()).toHaveLength(1);
    await town.days(2);
    expect(holders()).toEqual([]);
  });

  it('says what is wrong with each answer, and keeps them all', async () => {
    await offering(1);
    const view = await asks({ posting: 'ask me', deadline: '2020-01-01', role: '' });
    const text = textOf(view);
    expect(text).toContain('Link to the posting: Please give a link');
    expect(text).toContain('Last day to apply: Please give a date from tomorrow on.');
    expect(text).toContain('The role: Please fill this in.');
    const form = formOf((await town.does(seeker, pressOf(view, 'Edit'))).reply);
    expect(form.fields.find(({ id }) => id === 'note')?.value).toBe(note);
    expect(form.fields.find(({ id }) => id === 'posting')?.value).toBe('ask me');
    expect(holders()).toEqual([]);
  });

  it('is looked over first, and goes out as suggested or as it is', async () => {
    await offering(1);
    const held = await asks({ note: `${note} Who else do you know there that I could write to?` });
    expect(buttonsOf(held).map(({ label }) => label)).toContain('Edit');
    expect(holders()).toEqual([]);
  });

  it('names firms that are written alike, and tells when somebody offers the one', async () => {
    await offering(1);
    const nobody = await card(seeker, `Firn ${runs}`);
    expect(textOf(nobody)).toContain('written alike');
    const select = nobody.blocks.find((block) => block.node === 'select');
    if (select?.node !== 'select' || select.from.kind !== 'options') throw new Error('no select');
    const option = select.from.options.find(({ value }) => value === firm);
    const picked = await town.does(seeker, { ...select.choose, choice: option?.value } as Request);
    expect(textOf(viewOf(picked.reply))).toContain('One member offers referrals');

    const unknown = await card(seeker, `Zyxw ${runs} Quorum`);
    await town.does(seeker, pressOf(unknown, 'Tell me when there is somebody'));
    await town.fills(
      newcomer('late'),
      { type: 'edit-offer' },
      {
        firms: `zyxw ${runs} quorum ltd`,
        fields: 'Freight',
        kinds: 'referrals',
      },
    );
    expect(textOf(town.latest(seeker))).toContain(`referrals at Zyxw ${runs} Quorum`);
  });

  it('without a firm shows those that are offered; the command completes them', async () => {
    await offering(1);
    const which = viewOf((await town.does(seeker, { type: 'ask-referral' })).reply);
    expect(JSON.stringify(which)).toContain(`"value":"${firm}"`);
    const named = await town.fills(seeker, pressOf(which, 'Name a firm'), { firm: ` ${firm} AG ` });
    expect(textOf(viewOf(named))).toContain('One member offers referrals');
    const by = town.member(seeker);
    const query = { command: 'ask-referral', option: 'company', text: `m ${runs}`, by };
    expect(await suggest(query, town.deps)).toEqual([
      { label: firm, value: firm },
      { label: `m ${runs}`, value: `m ${runs}` },
    ]);
  });

  it('never tells, when asked directly, that an insider has the referral', async () => {
    await offering(1);
    await asks();
    const [first] = insiders;
    const direct = await town.fills(
      seeker,
      { type: 'ask-intro', helper: first!, target: { user: 'leila' } },
      { purpose: 'learn', opening: 'Freight', note, declared: 'established' },
    );
    expect(textOf(viewOf(direct))).toContain('Your ask is with');
  });
});
