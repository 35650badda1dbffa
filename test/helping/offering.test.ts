import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import type { View } from '../../src/view.ts';
import { buttonsOf, createTown, pressOf, type Town, textOf, viewOf } from '../town.ts';

const note = 'I have run a night desk for six years. Your talk on shift planning is why I write.';
const words = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' };

describe('offering help, and finding it', () => {
  let town: Town;
  beforeAll(async () => {
    town = await createTown('pglite');
  });
  afterAll(() => town.stop());

  let runs = 0;
  let seeker: string;
  let helper: string;
  beforeEach(async () => {
    runs += 1;
    [seeker, helper] = [newcomer('seeker'), newcomer('helper')];
    await town.morning();
  });
  const newcomer = (role: string) => town.joins(`${role}-${runs}`);
  const offers = async (user: string, values: Record<string, string> = {}) =>
    viewOf(
      await town.fills(
        user,
        { type: 'edit-offer' },
        {
          firms: `Firm ${runs}`,
          fields: `Trade${runs}ing`,
          kinds: 'all',
          ...values,
        },
      ),
    );
  const pace = (user: string, values: Record<string, string>) =>
    town.fills(user, { type: 'edit-pace' }, values);
  const offer = async (user: string) =>
    viewOf((await town.does(user, { type: 'offer-help' })).reply);
  const asks = (by: string, who: string, more: Record<string, string> = {}) =>
    town.fills(
      by,
      { type: 'ask-intro', helper: who, target: { user: 'leila' } },
      { ...words, ...more },
    );
  async function finds(by: string, values: Record<string, string>): Promise<View> {
    let card = viewOf((await town.does(by, { type: 'ask-intro' })).reply);
    const anew = buttonsOf(card).find(({ label }) => label === 'Start a new one');
    if (anew) card = viewOf((await town.does(by, anew.press as Request)).reply);
    return viewOf(await town.fills(by, pressOf(card, 'Find me a helper'), values));
  }
  const found = (view: View): string[] =>
    view.blocks.flatMap((block) =>
      block.node === 'select' && block.from.kind === 'options'
        ? block.from.options.map(({ value }) => value)
        : [],
    );

  it('says what is offered, and how much of it', async () => {
    expect(textOf(await offer(helper))).toContain('You haven’t offered anything yet');
    const view = await offers(helper, {
      firms: 'Northwind, northwind ltd; Contoso',
      languages: 'fi',
    });
    expect(textOf(view)).toContain('Firms: Northwind, Contoso');
    expect(textOf(view)).toContain('0 of 3 asks have reached you');
    await pace(helper, { capacity: '1', rhythm: '14', times: 'Evenings' });
    const paced = textOf(await offer(helper));
    expect(paced).toContain('0 of 1 asks');
    expect(paced).toContain('every 14 days at most');
    expect(paced).toContain('When it suits you: Evenings');
    await pace(helper, {});
    expect(textOf(await offer(helper))).toContain('0 of 3 asks');
  });

  it('names every answer that is wrong, and keeps what was typed', async () => {
    const reply = await pace(helper, { capacity: 'many', rhythm: '0', until: '2020-01-01' });
    if (reply.reply !== 'errors') throw new Error('no errors');
    expect(Object.keys(reply.errors).sort()).toEqual(['capacity', 'rhythm', 'until']);
    expect(reply.form.fields.map(({ value }) => value)).toEqual([
      'many',
      '0',
      undefined,
      '2020-01-01',
    ]);
  });

  it('keeps to the rhythm and the number that a helper named', async () => {
    await offers(helper);
    await pace(helper, { capacity: '2', rhythm: '14' });
    await asks(seeker, helper);
    await town.does(helper, pressOf(town.latest(helper), 'You may mention my name'));
    await town.fills(seeker, { type: 'thank', helper }, { thanks: 'That was kind.' });
    expect(textOf(viewOf(await asks(seeker, helper)))).toContain('how often asks suit them');
    const second = newcomer('second');
    await asks(second, helper);
    const third = newcomer('third');
    const full = textOf(viewOf(await asks(third, helper)));
    expect(full).toContain('as many asks as they take. There is room again from');
    await town.days(31);
    expect(textOf(viewOf(await asks(newcomer('fourth'), helper)))).toContain('Your ask is with');
  });

  it('a break lasts until its day, or until one is back', async () => {
    await offers(helper);
    await town.does(helper, pressOf(await offer(helper), 'Take a break'));
    expect(textOf(viewOf(await asks(seeker, helper)))).toContain('takes a break from asks until');
    expect(found(await finds(seeker, { firm: `Firm ${runs}` }))).toEqual([]);
    await town.does(helper, pressOf(await offer(helper), 'I’m back'));
    expect(found(await finds(seeker, { firm: `Firm ${runs}` }))).toEqual([helper]);
  });

  it('who wants no requests gets none, and is not found', async () => {
    await offers(helper);
    await town.does(helper, pressOf(await offer(helper), 'Don’t bring me requests'));
    expect(found(await finds(seeker, { firm: `Firm ${runs}` }))).toEqual([]);
    const told = await town.does(seeker, { type: 'ask-intro', helper, target: { user: 'leila' } });
    expect(textOf(viewOf(told.reply))).toContain(`@${helper} takes no asks at the moment.`);
    await town.does(helper, pressOf(await offer(helper), 'Bring me requests again'));
    expect(found(await finds(seeker, { firm: `Firm ${runs}` }))).toEqual([helper]);
  });

  it('finds by firm or field whoever was asked the longest ago, and takes them for the ask', async () => {
    const other = newcomer('other');
    await offers(helper);
    await offers(other, { firms: `firm ${runs} GmbH` });
    await asks(newcomer('somebody'), helper);
    const view = await finds(seeker, { firm: `FIRM ${runs}` });
    expect(found(view)).toEqual([other, helper]);
    expect(textOf(view)).toContain(`@${other} · Trade${runs}ing`);
    const select = view.blocks.find((block) => block.node === 'select');
    if (select?.node !== 'select') throw new Error('no select');
    const picked = await town.does(seeker, { ...select.choose, choice: other } as Request);
    const card = viewOf(picked.reply);
    expect(textOf(card)).toContain(`You ask @${other}.`);
    expect(textOf(card)).toContain(`somebody from FIRM ${runs}`);
    const sent = await town.fills(seeker, pressOf(card, 'Write the ask'), words);
    expect(textOf(viewOf(sent))).toContain('Your ask is with');
    // Once asked they aren't found again.
    expect(found(await finds(seeker, { firm: `Firm ${runs}` }))).toEqual([helper]);
    expect(found(await finds(seeker, { field: `trade${runs}ing` }))).toEqual([helper]);
  });

  it('says plainly that there is nobody, what is written alike, and tells once when somebody appears', async () => {
    await offers(newcomer('other'), { firms: `Northwind${runs}` });
    const view = await finds(seeker, { firm: `Northwint${runs}` });
    expect(textOf(view)).toContain(`Nobody who offers help with Northwint${runs} has time`);
    expect(textOf(view)).toMatch(new RegExp(`written alike: .*Northwind${runs}`));
    await town.does(seeker, pressOf(view, 'Tell me when there is somebody'));
    await offers(helper, { firms: 'Contoso' });
    expect(town.inbox(seeker)).toEqual([]);
    await offers(helper, { firms: `northwint${runs} oy` });
    expect(textOf(town.latest(seeker))).toContain(`help with Northwint${runs}`);
    await offers(helper, { firms: `northwint${runs} oy` });
    expect(town.inbox(seeker)).toHaveLength(1);
    expect(town.inbox(helper)).toEqual([]);
    const missing = await town.fills(
      seeker,
      pressOf(viewOf((await town.does(seeker, { type: 'ask-intro' })).reply), 'Find me a helper'),
      { language: 'Finnish' },
    );
    if (missing.reply !== 'errors') throw new Error('no errors');
    expect(missing.errors.firm).toContain('Please name a firm or a field');
  });

  it('three asks in a row without an answer bring a break, kindly, with a way back', async () => {
    const miss = async (user: string) => {
      await asks(user, helper);
      await town.days(11);
    };
    await miss(newcomer('a'));
    await asks(newcomer('b'), helper);
    await town.does(helper, pressOf(town.latest(helper), 'No'));
    await town.days(31);
    await miss(newcomer('c'));
    await miss(newcomer('d'));
    expect(town.inbox(helper).map(textOf).join()).not.toContain('Your weeks look full');
    await town.days(31);
    await miss(newcomer('e'));
    // Told of no sooner than the seeker is told of the end.
    expect(town.inbox(helper).map(textOf).join()).not.toContain('Your weeks look full');
    await town.days(2);
    await town.morning();
    const told = town.latest(helper);
    expect(textOf(told)).toContain('Your weeks look full');
    expect(textOf(viewOf(await asks(seeker, helper)))).toContain('takes a break from asks until');
    await town.days(41);
    await town.does(helper, pressOf(told, 'I’d like to stay'));
    // The old misses don't count any more.
    await miss(newcomer('f'));
    await town.days(2);
    await town.morning();
    const breaks = town.inbox(helper).filter((view) => textOf(view).includes('weeks look full'));
    expect(breaks.length).toBeLessThanOrEqual(1);
  });

  it('speaks of a helper who gets most of one’s asks, and of others who offer the same', async () => {
    await offers(helper);
    await pace(helper, { capacity: '9' });
    await offers(newcomer('other'));
    for (let i = 0; i < 4; i++) {
      const view = viewOf(await asks(seeker, helper));
      const asItIs = buttonsOf(view).find(({ label }) => label === 'Send it as it is');
      if (asItIs) await town.does(seeker, asItIs.press as Request);
      await town.does(helper, pressOf(town.latest(helper), 'You may mention my name'));
      await town.fills(seeker, { type: 'thank', helper }, { thanks: 'That was kind.' });
    }
    const advised = textOf(viewOf(await asks(seeker, helper)));
    expect(advised).toContain('4 of your last 4 asks went to this helper.');
    expect(advised).toContain('One other helper offers the same.');
  });
});
