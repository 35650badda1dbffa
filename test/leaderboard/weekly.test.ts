import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { Request } from '../../src/intent.ts';
import { nextMonday } from '../../src/leaderboard/period.ts';
import { createTown, pressOf, type Town, textOf } from '../town.ts';

test.each([
  // Helsinki is two hours ahead in winter, three in summer.
  ['2027-03-01T06:59:00Z', '2027-03-01T07:00:00.000Z'],
  ['2027-03-01T07:00:00Z', '2027-03-08T07:00:00.000Z'],
  ['2027-03-27T12:00:00Z', '2027-03-29T06:00:00.000Z'],
  ['2027-03-28T23:00:00Z', '2027-03-29T06:00:00.000Z'],
])('after %s the next Monday at nine is %s', (at, monday) => {
  expect(nextMonday(new Date(at), 'Europe/Helsinki').toISOString()).toBe(monday);
});

describe('the board of the week', () => {
  let town: Town;
  beforeAll(async () => {
    town = await createTown('pglite');
  });
  afterAll(() => town.stop());

  let runs = 0;
  beforeEach(async () => {
    runs += 1;
    await town.morning();
  });
  const newcomer = (user: string): string => {
    town.people.set(user, { name: user, isBot: false, isAdmin: false });
    return user;
  };
  const note = 'I have run a night desk for six years. Your talk on shift planning is why I write.';
  /** A help that is thanked earns the helper a credit. */
  async function thanked(helper: string): Promise<void> {
    const seeker = newcomer(
      `seeker-of-${helper}-${runs}-${Math.floor(town.deps.clock.now().getTime() / 1000)}`,
    );
    const { reply } = await town.does(seeker, {
      type: 'ask-intro',
      helper,
      target: { user: 'leila' },
    });
    if (reply.reply !== 'form') throw new Error('no form');
    const values = { purpose: 'learn', opening: 'Dispatching', note, declared: 'established' };
    await town.does(seeker, { ...reply.form.send, values } as Request);
    await town.does(helper, pressOf(town.latest(helper), 'You may mention my name'));
    const thanks = { thanks: 'That was kind.' };
    await town.does(seeker, { type: 'send-thanks', helper, help: '-', values: thanks });
  }
  const settings = (boardChannel?: string) =>
    town.does('jonas', {
      type: 'send-settings',
      values: { timeZone: 'Europe/Helsinki', ...(boardChannel ? { boardChannel } : {}) },
    });
  const posts = () => town.sent.filter(({ key }) => key.startsWith('board:'));
  /** To Tuesday noon of the next week. */
  async function nextWeek(): Promise<void> {
    const now = town.deps.clock.now();
    const day = (now.getUTCDay() + 6) % 7;
    await town.days(8 - day);
  }

  it('is posted once on Monday, with those who helped for the first time, while there is a channel', async () => {
    const [veteran, fresh] = [newcomer('veteran'), newcomer('fresh')];
    await settings('C9');
    await thanked(veteran);
    await nextWeek();
    expect(posts()).toHaveLength(1);
    expect(posts()[0]?.to).toEqual(['C9']);
    expect(textOf(posts()[0]!.view)).toContain('For the first time: @veteran');

    // In the new week already; the week that ended is the one that counts.
    await thanked(veteran);
    await thanked(fresh);
    await nextWeek();
    const second = textOf(posts()[1]!.view);
    expect(second).toContain('@veteran 1');
    expect(second).toContain('For the first time: @fresh');

    // A week in which nobody was thanked is passed over, and so is one without a channel.
    await nextWeek();
    expect(posts()).toHaveLength(2);
    await settings();
    await thanked(fresh);
    await nextWeek();
    expect(posts()).toHaveLength(2);
  });

  it('leaves out who hides from the board', async () => {
    const shy = newcomer('shy');
    await settings('C9');
    await town.does(shy, { type: 'board-hide' });
    await thanked(shy);
    const before = posts().length;
    await nextWeek();
    expect(posts().length).toBe(before);
  });
});
