import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { databaseKinds } from '../db/databases.ts';
import { buttonsOf, createTown, pressOf, type Town, textOf, viewOf } from '../town.ts';

const kind =
  'I have run the night desk at a freight depot for six years and move to Tampere in May. Your talk on shift planning is why I write to you. Would you introduce me to Leila?';
const fishing = 'We haven’t met, but who else do you know at the port authority?';

const filled = (note: string, declared = 'established') => ({
  purpose: 'opening',
  opening: 'Dispatcher at the port',
  note,
  declared,
  offer: 'A hand with your Finnish',
});

describe.each(databaseKinds)('an introduction on %s', (databaseKind) => {
  let town: Town;
  beforeAll(async () => {
    town = await createTown(databaseKind);
  });
  afterAll(() => town.stop());

  async function form(helper: string, target: string) {
    const answer = await town.does('nadia', {
      type: 'ask-intro',
      helper,
      target: { user: target },
    });
    if (answer.reply.reply !== 'form') throw new Error('no form');
    return answer.reply.form.send as Extract<Request, { type: 'send-ask' }>;
  }

  it('goes from a blocked draft to the board', async () => {
    const send = await form('tom', 'leila');
    const blocked = await town.does('nadia', { ...send, values: filled(fishing, 'cold') });
    const review = viewOf(blocked.reply);
    expect(buttonsOf(review).map(({ label }) => label)).toEqual([
      'Edit',
      'Discard',
      'Ask for a talk instead',
    ]);
    expect(JSON.stringify(review)).toContain('who else do you know');
    expect(town.inbox('tom')).toEqual([]);

    const edit = await town.does('nadia', pressOf(review, 'Edit'));
    if (edit.reply.reply !== 'form') throw new Error('no form');
    const note = edit.reply.form.fields.find(({ id }) => id === 'note');
    expect(note?.value).toBe(fishing);
    const again = edit.reply.form.send as typeof send;
    const sent = await town.does('nadia', { ...again, values: filled(kind) });
    expect(textOf(viewOf(sent.reply))).toContain('Your ask is with @tom now.');

    const card = town.latest('tom');
    expect(textOf(card)).toContain(kind);
    expect(textOf(card)).toContain('@nadia would like to meet @leila.');
    const yes = pressOf(card, 'I’ll introduce you');
    await town.does('tom', yes);
    expect(textOf(town.latest('tom'))).toContain('When @leila says yes');
    expect(town.inbox('nadia')).toEqual([]);

    const consent = town.latest('leila');
    await town.does('leila', pressOf(consent, 'Yes, introduce us'));
    const introduction = town.sent.at(-1);
    expect(introduction?.to).toEqual(['nadia', 'tom', 'leila']);

    await town.days(1);
    const nudge = town.latest('nadia');
    expect(textOf(nudge)).toContain('@tom introduced you.');
    const thank = await town.does('nadia', pressOf(nudge, 'Thank now'));
    if (thank.reply.reply !== 'form') throw new Error('no form');
    const thanks = { ...thank.reply.form.send, values: { thanks: 'We talk on Friday.' } };
    const delivered = await town.does('nadia', thanks as Request);
    expect(textOf(viewOf(delivered.reply))).toContain('earn a credit');
    expect(textOf(town.latest('tom'))).toContain('We talk on Friday.');

    const board = await town.does('aiko', { type: 'helpers' });
    expect(textOf(viewOf(board.reply))).toContain('@tom 1');
  });

  it('answers a second press, and the wrong person’s, with a sentence and changes nothing', async () => {
    const send = await form('aiko', 'leila');
    await town.does('nadia', { ...send, values: filled(kind) });
    const card = town.latest('aiko');
    const stranger = await town.does('jonas', pressOf(card, 'No'));
    expect(textOf(viewOf(stranger.reply))).toContain('isn’t yours to answer');
    await town.does('aiko', pressOf(card, 'You may mention my name'));
    const count = town.sent.length;
    const second = await town.does('aiko', pressOf(card, 'No'));
    expect(second.reply.reply).toBe('message');
    expect(textOf(viewOf(second.reply))).toContain('isn’t waiting for an answer any more');
    expect(town.sent.length).toBe(count);
    expect(textOf(town.latest('nadia'))).toContain('“Aiko Lindqvist suggested I get in touch”');
  });

  it('answers a retry of the same press with nothing, and does it once', async () => {
    const send = await form('leila', 'aiko');
    const ask: Request = { ...send, values: filled(kind) };
    const first = await town.does('nadia', ask, 'the-same');
    const retry = await town.does('nadia', ask, 'the-same');
    expect([first.reply.reply, retry.reply.reply]).toEqual(['message', 'nothing']);
    const cards = town.inbox('leila').filter((view) => textOf(view).includes('would like to meet'));
    expect(cards).toHaveLength(1);
    const other = await town.does('nadia', ask);
    expect(textOf(viewOf(other.reply))).toContain('already been sent');
    await town.does('leila', pressOf(town.latest('leila'), 'No'));
    await town.days(1);
  });
});

describe('the other answers', () => {
  let town: Town;
  beforeAll(async () => {
    town = await createTown('pglite');
  });
  afterAll(() => town.stop());

  let asked = 0;
  /** Each with a seeker of their own, so that no limit stands in the way. */
  async function ask(target: Request, helper = 'tom') {
    const seeker = `seeker-${++asked}`;
    town.people.set(seeker, { name: `Seeker ${asked}`, isBot: false, isAdmin: false });
    const start = await town.does(seeker, target);
    if (start.reply.reply !== 'form') throw new Error(textOf(viewOf(start.reply)));
    const send = start.reply.form.send as Extract<Request, { type: 'send-ask' }>;
    const questions: Record<string, string> =
      send.target === 'h' ? { questions: 'How did you move to days?' } : {};
    await town.does(seeker, { ...send, values: { ...filled(kind), ...questions } });
    return { seeker, card: town.latest(helper) };
  }
  const fresh = (helper: string) => {
    town.people.set(helper, { name: helper, isBot: false, isAdmin: false });
    return helper;
  };
  const direct = (helper: string): Request => ({
    type: 'ask-intro',
    helper,
    target: { user: 'leila' },
  });

  it('asks back, and brings the answer with the buttons', async () => {
    const { seeker, card } = await ask(direct(fresh('h1')), 'h1');
    const form = await town.does('h1', pressOf(card, 'I need to know more'));
    if (form.reply.reply !== 'form') throw new Error('no form');
    const question = { ...form.reply.form.send, values: { question: 'Which shift?' } };
    await town.does('h1', question as Request);
    expect(textOf(town.latest('h1'))).not.toContain('[No]');
    const asked = town.latest(seeker);
    expect(textOf(asked)).toContain('Which shift?');
    const answer = await town.does(seeker, pressOf(asked, 'Answer'));
    if (answer.reply.reply !== 'form') throw new Error('no form');
    expect(answer.reply.form.intro).toBe('Which shift?');
    const info = { ...answer.reply.form.send, values: { info: 'Nights, mostly.' } };
    await town.does(seeker, info as Request);
    expect(textOf(town.latest('h1'))).toContain('Nights, mostly.');
    expect(textOf(town.latest('h1'))).toContain('[No]');
  });

  it('holds back an answer that fishes, and keeps it for the next try', async () => {
    const { seeker, card } = await ask(direct(fresh('h2')), 'h2');
    const form = await town.does('h2', pressOf(card, 'I need to know more'));
    if (form.reply.reply !== 'form') throw new Error('no form');
    const question = {
      ...form.reply.form.send,
      values: { question: 'How do we know each other?' },
    };
    await town.does('h2', question as Request);
    await town.does('h2', pressOf(card, 'We don’t'));
    const before = town.inbox('h2').length;
    const asked = town.latest(seeker);
    const answer = await town.does(seeker, pressOf(asked, 'Answer'));
    if (answer.reply.reply !== 'form') throw new Error('no form');
    const info = { ...answer.reply.form.send, values: { info: fishing } };
    const held = await town.does(seeker, info as Request);
    expect(town.inbox('h2').length).toBe(before);
    const again = await town.does(seeker, pressOf(viewOf(held.reply), 'Edit'));
    if (again.reply.reply !== 'form') throw new Error('no form');
    expect(again.reply.form.fields[0]?.value).toBe(fishing);
  });

  it('passes on a pointer as a real help', async () => {
    const { seeker, card } = await ask(direct(fresh('h3')), 'h3');
    const form = await town.does('h3', pressOf(card, 'Here’s a pointer'));
    if (form.reply.reply !== 'form') throw new Error('no form');
    const pointer = {
      ...form.reply.form.send,
      values: { pointer: 'Write to crewing@port.example' },
    };
    await town.does('h3', pointer as Request);
    expect(textOf(town.latest(seeker))).toContain('Write to crewing@port.example');
    await town.days(1);
    expect(textOf(town.latest(seeker))).toContain('@h3 gave you a pointer.');
  });

  it('sleeps until the date of a "not now" and asks again', async () => {
    const { seeker, card } = await ask(direct(fresh('h4')), 'h4');
    const until = new Date(town.deps.clock.now().getTime() + 4 * 24 * 60 * 60 * 1000)
      .toISOString()
      .slice(0, 10);
    const form = await town.does('h4', pressOf(card, 'Not now'));
    if (form.reply.reply !== 'form') throw new Error('no form');
    await town.does('h4', { ...form.reply.form.send, values: { until } } as Request);
    expect(textOf(town.latest(seeker))).toContain('would like to look at your ask');
    const before = town.inbox('h4').length;
    await town.days(2);
    expect(town.inbox('h4').length).toBe(before);
    await town.days(3);
    expect(textOf(town.latest('h4'))).toContain('[I’ll introduce you]');
  });

  it('lets a "not now" without a date rest', async () => {
    const { seeker, card } = await ask(direct(fresh('h5')), 'h5');
    const form = await town.does('h5', pressOf(card, 'Not now'));
    if (form.reply.reply !== 'form') throw new Error('no form');
    await town.does('h5', { ...form.reply.form.send, values: {} } as Request);
    await town.days(1);
    expect(textOf(town.latest(seeker))).toContain('ended without an introduction');
    const again = await town.does(seeker, direct('h5'));
    if (again.reply.reply !== 'form') throw new Error('no form');
    const resting = await town.does(seeker, {
      ...again.reply.form.send,
      values: filled(kind),
    } as Request);
    expect(textOf(viewOf(resting.reply))).toContain('From April 7, 2027 a new ask is welcome.');
    expect(textOf(viewOf(resting.reply))).toContain('Your text is kept.');
  });

  it('reminds once after five days, and lets the ask end after ten', async () => {
    const { seeker } = await ask(direct(fresh('h6')), 'h6');
    await town.days(4);
    expect(town.inbox('h6')).toHaveLength(1);
    await town.days(1);
    expect(town.inbox('h6')).toHaveLength(2);
    expect(textOf(town.latest('h6'))).toContain('A gentle reminder');
    await town.days(4);
    expect(town.inbox('h6')).toHaveLength(2);
    await town.days(1);
    expect(textOf(town.latest('h6'))).not.toContain('[No]');
    await town.days(1);
    expect(textOf(town.latest(seeker))).toContain('ended without an introduction');
    expect(town.inbox('leila').some((view) => textOf(view).includes(seeker))).toBe(false);
  });

  it('gives a note to forward for somebody outside', async () => {
    const seeker = fresh('writer');
    fresh('h7');
    const start = await town.does(seeker, { type: 'ask-intro', helper: 'h7' });
    const card = viewOf(start.reply);
    const aim = await town.does(seeker, pressOf(card, 'Someone outside'));
    if (aim.reply.reply !== 'form') throw new Error('no form');
    const named = await town.does(seeker, {
      ...aim.reply.form.send,
      values: { name: 'Dana Weiss, Northwind' },
    } as Request);
    const write = await town.does(seeker, pressOf(viewOf(named.reply), 'Write the ask'));
    if (write.reply.reply !== 'form') throw new Error('no form');
    await town.does(seeker, { ...write.reply.form.send, values: filled(kind) } as Request);
    await town.does('h7', pressOf(town.latest('h7'), 'I’ll introduce you'));
    const note = textOf(town.latest('h7'));
    expect(note).toContain('Hello, my name is writer.');
    expect(note).toContain(kind);
    await town.does('h7', pressOf(town.latest('h7'), 'I’ve sent it'));
    expect(textOf(town.latest(seeker))).toContain('introduced you to Dana Weiss, Northwind');
    await town.days(1);
    expect(textOf(town.latest(seeker))).toContain('@h7 introduced you.');
  });

  it('lets the helper pick the person when a team was named', async () => {
    const seeker = fresh('newcomer');
    fresh('h8');
    const start = await town.does(seeker, { type: 'ask-intro', helper: 'h8' });
    const aim = await town.does(seeker, pressOf(viewOf(start.reply), 'A team they know'));
    if (aim.reply.reply !== 'form') throw new Error('no form');
    const named = await town.does(seeker, {
      ...aim.reply.form.send,
      values: { name: 'the night desk at Northwind' },
    } as Request);
    const write = await town.does(seeker, pressOf(viewOf(named.reply), 'Write the ask'));
    if (write.reply.reply !== 'form') throw new Error('no form');
    await town.does(seeker, { ...write.reply.form.send, values: filled(kind) } as Request);
    const who = await town.does('h8', pressOf(town.latest('h8'), 'I’ll introduce you'));
    if (who.reply.reply !== 'form') throw new Error('no form');
    const both = await town.does('h8', {
      ...who.reply.form.send,
      values: { member: 'leila', name: 'Dana' },
    } as Request);
    expect(both.reply).toMatchObject({
      reply: 'errors',
      errors: { name: expect.stringContaining('one of the two') },
    });
    await town.does('h8', { ...who.reply.form.send, values: { member: 'leila' } } as Request);
    expect(textOf(town.latest('leila'))).toContain('May we introduce you?');
  });

  it('opens a talk with the helper about their own work', async () => {
    const helper = fresh('h9');
    const { seeker, card } = await ask(
      { type: 'ask-intro', helper, target: { user: helper } },
      helper,
    );
    expect(textOf(card)).toContain('twenty minutes with you about your own work');
    expect(textOf(card)).toContain('How did you move to days?');
    await town.does(helper, pressOf(card, 'Happy to talk'));
    expect(town.sent.at(-1)?.to).toEqual([seeker, helper]);
    expect(textOf(town.latest(seeker))).toContain('How did you move to days?');
  });

  it('never brings such requests to a target who wants none', async () => {
    // Of another month: a target hears two requests in thirty days.
    await town.days(31);
    const { card } = await ask(direct(fresh('h10')), 'h10');
    await town.does('h10', pressOf(card, 'I’ll introduce you'));
    await town.does('leila', pressOf(town.latest('leila'), 'No such requests, please'));
    const next = await ask(direct(fresh('h11')), 'h11');
    const before = town.inbox('leila').length;
    const offered = await town.does('h11', pressOf(next.card, 'I’ll introduce you'));
    expect(textOf(viewOf(offered.reply))).toContain('When @leila says yes');
    await town.days(11);
    await town.days(3);
    expect(town.inbox('leila').length).toBe(before);
    expect(textOf(town.latest(next.seeker))).toContain('ended without an introduction');
  });

  it('waits when a helper’s DMs are closed, and shows the ask at their next use', async () => {
    const helper = fresh('h12');
    town.closed.add(helper);
    const seeker = fresh('patient');
    const start = await town.does(seeker, {
      type: 'ask-intro',
      helper,
      target: { user: 'aiko' },
    });
    if (start.reply.reply !== 'form') throw new Error('no form');
    await town.does(seeker, { ...start.reply.form.send, values: filled(kind) } as Request);
    expect(textOf(town.latest(seeker))).toContain('couldn’t reach @h12');
    await town.days(30);
    expect(town.inbox(seeker)).toHaveLength(1);

    const seen = await town.does(helper, { type: 'helpers' });
    expect(seen.waiting).toHaveLength(1);
    const card = seen.waiting[0]?.view;
    if (!card) throw new Error('no card');
    await town.shows(helper, seen);
    await town.does(helper, pressOf(card, 'You may mention my name'));
    expect(textOf(town.latest(seeker))).toContain('you may mention @h12’s name');
    const nextTime = await town.does(helper, { type: 'helpers' });
    expect(nextTime.waiting).toEqual([]);
  });
});
