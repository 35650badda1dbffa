import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import { type Cast, cast, introduces, words } from './asking.ts';
import { createStage, platforms, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.stop());
beforeEach(() => stage.afresh());
afterEach(() => {
  expect(stage.logged).toEqual([]);
});

describe.each(platforms)('on %s', (platform) => {
  let people: Cast;
  beforeEach(() => {
    people = cast(stage, platform);
  });

  test('/goodword says what there is, to everybody alike', async () => {
    const { nadia, aiko } = people;
    await nadia.command('/goodword');
    for (const name of ['/ask-intro', '/thank', '/helpers', '/goodword']) await nadia.sees(name);
    expect(await nadia.reads()).not.toContain('[Settings]');
    expect(await aiko.reads()).toBe('');
  });

  test('a target that is too long: how long it may be, and the words to copy', async () => {
    const { nadia } = people;
    const long = `somebody ${'who '.repeat(40)}plans shifts`;
    const acted = await nadia.act({
      do: 'command',
      text: `/ask-intro ${platform === 'discord' ? 'target:' : ''}${long}`,
    });
    if (platform === 'discord') {
      // Its client doesn't let it be sent.
      expect(acted).toEqual({ ok: false, error: 'target: at most 120 characters.' });
      return;
    }
    await nadia.sees('in at most 120 characters');
    await nadia.sees(long);
  });

  test('/helpers: periods, and who doesn’t want to be there isn’t', async () => {
    const { nadia, tom, jonas } = people;
    await jonas.command('/helpers');
    await jonas.sees('Nobody is on this board yet.');

    await introduces(people);
    await nadia.command('/thank @tom');
    await nadia.fill({ 'Your words': 'Thank you for the introduction.' });
    await nadia.sees('They also earn a credit');
    await tom.command('/helpers');
    await tom.sees(/@Tom Okafor\s+·?\s*1/);
    await tom.sees('You have 1 credit here.');
    await tom.press('Last week');
    await tom.sees('Helpers last week');
    await tom.sees('Nobody is on this board yet.');
    await tom.press('This month');
    await tom.sees('Helpers this month');
    await tom.sees(/@Tom Okafor\s+·?\s*1/);
    await tom.press('All time');
    await tom.sees('Helpers of all time');

    await tom.press('Hide me');
    await tom.sees('only you see this line');
    await jonas.command('/helpers');
    await jonas.sees('Nobody is on this board yet.', undefined, 2);
    await tom.press('Show me');
    await tom.losesSightOf('only you see this line');
    await jonas.command('/helpers');
    await jonas.sees(/@Tom Okafor\s+·?\s*1/);
  });

  test('/thank with a name, for a help and without one', async () => {
    const { nadia, tom, aiko } = people;
    await introduces(people);
    await nadia.command('/thank @tom');
    await nadia.fill({ 'Your words': 'We talk on Friday.' });
    await nadia.sees('Your thanks are on their way');
    await tom.sees('> We talk on Friday.', 'dm');
    await tom.sees('You have a new credit on the board.');

    await nadia.command('/thank @aiko');
    await nadia.fill({ 'Your words': 'Thank you for listening.' });
    await nadia.sees('There is no help of theirs on record');
    await aiko.sees('> Thank you for listening.', 'dm');
    await aiko.seesNone('new credit', 'We talk on Friday.');
    await aiko.command('/helpers');
    await aiko.sees('You have no credits here yet.');
  });

  test('/thank alone: the helps that wait for it', async () => {
    const { nadia, tom } = people;
    await nadia.command('/thank');
    await nadia.sees('All your helpers are thanked.');
    await introduces(people);
    await nadia.command('/thank');
    await nadia.sees('@Tom Okafor introduced you on');
    await nadia.press('Thank them');
    await nadia.fill({ 'Your words': 'We talk on Friday.' });
    await tom.sees('> We talk on Friday.', 'dm');
    await nadia.command('/thank');
    await nadia.sees('All your helpers are thanked.', undefined, 2);
  });

  test.each([
    ['@nadia', 'Thanking yourself is good practice'],
    ['@polly', '@Polly Polls is a bot. Please choose a person to thank.'],
  ])('/thank %s', async (named, sentence) => {
    const { nadia } = people;
    await nadia.command(`/thank ${named}`);
    await nadia.sees(sentence);
  });

  test('a nudge: later, once more, then stopped', async () => {
    const { nadia } = people;
    await introduces(people);
    await stage.forward('P1D');
    await nadia.press('Later');
    await nadia.sees('We ask again on');
    await nadia.losesSightOf('[Thank now]');
    await stage.forward('P2D');
    await nadia.press('Stop these');
    await nadia.sees('no more such messages');
    const before = await nadia.reads('dm');
    await stage.forward('P10D');
    expect(await nadia.reads('dm')).toBe(before);
  });

  test('a nudge: thanked already, elsewhere', async () => {
    const { nadia } = people;
    await introduces(people);
    await stage.forward('P1D');
    await nadia.press('Already thanked');
    await nadia.sees('We won’t ask about this one again.');
    await stage.forward('P10D');
    await nadia.seesNone('[Thank now]');
    await nadia.command('/thank');
    await nadia.sees('All your helpers are thanked.');
  });

  test('settings: the organiser alone', async () => {
    const { jonas } = people;
    await jonas.command('/goodword');
    await jonas.press('Settings');
    const { fields } = await jonas.form('Channel for introductions', 'Time zone');
    expect(fields.find(({ label }) => label === 'Time zone')?.value).toBe('Europe/Helsinki');
    await jonas.fill({ 'Time zone': 'Mars/Olympus' });
    await jonas.sees('We don’t know this time zone.');
    if (platform === 'discord') await jonas.press('Edit');
    await jonas.form('Time zone');
    await jonas.fill({ 'Time zone': 'America/Bogota', 'Channel for introductions': 'wins' });
    await jonas.sees('Saved. It counts from now on.');
    await jonas.command('/goodword');
    await jonas.press('Settings');
    const again = await jonas.form('Time zone');
    expect(again.fields.map(({ value }) => value)).toContain('America/Bogota');
  });
});

describe('help with each command on Slack', () => {
  test.each(['ask-intro', 'thank', 'helpers', 'goodword'])('/%s help', async (name) => {
    const { nadia } = cast(stage, 'slack');
    await nadia.command(`/${name} help`);
    await nadia.sees('Goodword helps you ask well');
    await nadia.sees('/ask-intro [@helper] [@person, or a name]');
  });
});

test('on Slack, /thank with a name that is no mention: it is said, and a pick opens the form', async () => {
  const { nadia, tom } = cast(stage, 'slack');
  await nadia.command('/thank Tom Okafor');
  await nadia.sees('You wrote “Tom Okafor”, and we couldn’t tell who that is.');
  await nadia.choose('Whom do you thank?', 'Tom Okafor');
  await nadia.fill({ 'Your words': 'Thank you for the tea.' });
  await tom.sees('> Thank you for the tea.', 'dm');

  await nadia.command('/thank @aiko for the talk');
  expect((await nadia.form('Your words')).fields[0]?.value).toBe('for the talk');
});

test('on Discord the target is completed: what was typed, and names of open asks', async () => {
  const { nadia, tom, aiko } = cast(stage, 'discord');
  await nadia.command('/ask-intro @tom Karim Saleh at Northwind');
  await nadia.press('Someone outside');
  await nadia.fill({ 'Who is it': 'Karim Saleh at Northwind' });
  await nadia.press('Write the ask');
  await nadia.fill(words());
  await tom.sees('[I’ll introduce you]', 'dm');

  const suggested = async (who: Actor, text: string) => {
    const acted = await who.act({ do: 'suggest', text });
    expect(acted).toMatchObject({ ok: true });
    return acted.ok ? (acted.suggestions ?? []).map(({ value }) => value) : [];
  };
  const completed = await suggested(nadia, '/ask-intro @aiko north');
  expect(completed).toContain('/ask-intro @aiko north');
  expect(completed).toContain('/ask-intro @aiko Karim Saleh at Northwind');
  // Whom somebody wants to meet is nobody else's to know.
  for (const other of [tom, aiko]) {
    expect((await suggested(other, '/ask-intro @jonas north')).join()).not.toContain('Karim');
  }
});
