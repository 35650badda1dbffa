import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { buttonsOf, createTown, pressOf, type Town, textOf, viewOf } from '../town.ts';

const note = 'I have run a night desk for six years. Your talk on shift planning is why I write.';
const words = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' };

describe('how a help ended', () => {
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
    [seeker, helper] = [`seeker-${runs}`, `helper-${runs}`];
    for (const name of [seeker, helper, `target-${runs}`]) {
      town.people.set(name, { name, isBot: false, isAdmin: false });
    }
    await town.morning();
  });
  const press = (user: string, label: string) => town.does(user, pressOf(town.latest(user), label));
  async function introduced() {
    const target = `target-${runs}`;
    await town.fills(seeker, { type: 'ask-intro', helper, target: { user: target } }, words);
    await press(helper, 'I’ll introduce you');
    await press(target, 'Yes, introduce us');
    await town.fills(seeker, { type: 'thank', helper }, { thanks: 'That was kind.' });
  }
  const asked = () =>
    town.inbox(seeker).filter((view) => /Did you talk\?|how it ended, what/.test(textOf(view)));

  it('asks after a week whether they talked, and after three how it ended; each once', async () => {
    await introduced();
    await town.days(6.9);
    expect(asked()).toHaveLength(0);
    await town.days(0.2);
    expect(textOf(town.latest(seeker))).toContain('Did you talk?');
    const talked = viewOf((await press(seeker, 'Yes, we talked')).reply);
    expect(textOf(talked)).toContain(`@${helper} would be glad to know.`);
    await town.days(14);
    expect(textOf(town.latest(seeker))).toContain('would be glad to hear how it ended');
    const told = await town.fills(seeker, pressOf(town.latest(seeker), 'Tell them how it ended'), {
      outcome: 'hired',
      words: 'I start on Monday.',
    });
    expect(textOf(viewOf(told))).toContain(`@${helper} hears of it.`);
    expect(textOf(town.latest(helper))).toBe(
      `Good news: @${seeker} got the job. Your help was part of it.\nI start on Monday.`,
    );
    await town.days(60);
    expect(asked()).toHaveLength(2);
  });

  it('told by oneself there is nothing to ask; “nothing” is told kindly, and is worth thanks', async () => {
    await town.fills(
      seeker,
      { type: 'ask-intro', helper, target: { user: helper } },
      {
        ...words,
        questions: 'How did you begin?',
      },
    );
    await press(helper, 'Happy to talk');
    const mine = viewOf((await town.does(seeker, { type: 'my-asks' })).reply);
    const select = mine.blocks.find((block) => block.node === 'select');
    if (select?.node !== 'select' || select.from.kind !== 'options') throw new Error('no select');
    const choice = select.from.options[0]!.value;
    const told = viewOf(
      await town.fills(seeker, { ...select.choose, choice } as Request, { outcome: 'nothing' }),
    );
    expect(textOf(told)).toContain('worth one, however it ended');
    expect(textOf(town.latest(helper))).toContain('Your help was real all the same.');
    await town.days(30);
    expect(asked()).toHaveLength(0);
    const after = viewOf((await town.does(seeker, { type: 'my-asks' })).reply);
    expect(after.blocks.some((block) => block.node === 'select')).toBe(false);
  });

  it('words that fish are held back, with the form to try again', async () => {
    await introduced();
    await town.days(7.1);
    await town.days(14);
    const held = viewOf(
      await town.fills(seeker, pressOf(town.latest(seeker), 'Tell them how it ended'), {
        outcome: 'nothing',
        words: 'It came to nothing. You owe me another one, so who else do you know there?',
      }),
    );
    expect(textOf(held)).toContain('You owe me another one');
    expect(buttonsOf(held).map(({ label }) => label)).toEqual(['Tell them how it ended']);
    expect(textOf(town.latest(helper))).not.toContain('nothing came of it');
  });

  it('the same news is told once', async () => {
    await introduced();
    const [help] = await town.read((stores) => stores.helps.latest(seeker, 1));
    const news: Request = {
      type: 'send-outcome',
      help: help!.id,
      values: { outcome: 'applied', words: 'Sent it today.' },
    };
    await town.does(seeker, news);
    const before = town.inbox(helper).length;
    const again = await town.does(seeker, news);
    expect(textOf(viewOf(again.reply))).toContain('has this news already');
    expect(textOf(viewOf(again.reply))).toContain('Sent it today.');
    expect(town.inbox(helper).length).toBe(before);
  });

  it('is not asked of whoever wants no such messages, and is nobody else’s to tell', async () => {
    await introduced();
    await town.does(seeker, { type: 'stop-nudges' });
    await town.days(40);
    expect(asked()).toHaveLength(0);
    const [help] = await town.read((stores) => stores.helps.latest(seeker, 1));
    const other = await town.does(helper, { type: 'tell-outcome', help: help!.id });
    expect(textOf(viewOf(other.reply))).toContain('isn’t on record');
  });
});
