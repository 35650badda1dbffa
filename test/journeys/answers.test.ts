import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asks, type Cast, cast, NOTE, TOLD, talkWords, words } from './asking.ts';
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

/** What a seeker reads of any end without an introduction. */
const ENDED = 'has ended without an introduction';

describe.each(platforms)('on %s', (platform) => {
  let people: Cast;
  beforeEach(() => {
    people = cast(stage, platform);
  });

  test('I need to know more', async () => {
    const { nadia, tom, leila } = people;
    await asks(people);
    await tom.press('I need to know more');
    await tom.fill({ 'Your question': 'Which shifts could you work?' });
    await tom.sees('You asked @Nadia Haddad a question.');
    await nadia.sees('@Tom Okafor would like to know more', 'dm');
    await nadia.sees('> Which shifts could you work?');

    // The answer is looked over too, and kept.
    await nadia.press('Answer');
    const probing = 'Any of them. Who else do you know at the port?';
    await nadia.fill({ 'Your answer': probing });
    await nadia.sees('Before this goes out');
    await nadia.press('Edit');
    expect((await nadia.form('Your answer')).fields[0]?.value).toBe(probing);
    await nadia.fill({ 'Your answer': 'Any of them, from June on.' });
    await nadia.sees('Sent to @Tom Okafor.');
    await nadia.sees('You answered @Tom Okafor’s question:', 'dm');
    await nadia.losesSightOf('[Answer]', 'dm');

    await tom.sees('> Any of them, from June on.');
    await tom.sees('[I’ll introduce you]', 'dm', 1);
    await tom.press('I’ll introduce you');
    await leila.sees('[Yes, introduce us]');
    await leila.seesNone('Which shifts', 'from June on');
  });

  test('You may mention my name', async () => {
    const { nadia, tom, leila } = people;
    await asks(people);
    await tom.press('You may mention my name');
    await tom.sees('You let them mention your name.');
    await nadia.sees('you may mention @Tom Okafor’s name', 'dm');
    await nadia.command('/thank');
    await nadia.sees('@Tom Okafor let you mention their name');
    await stage.settled();
    expect(await leila.reads()).toBe('');
  });

  test('Here’s a pointer', async () => {
    const { nadia, tom, leila } = people;
    await asks(people);
    await tom.press('Here’s a pointer');
    await tom.fill({ 'What could help': 'The port posts its openings on the first of the month.' });
    await tom.sees('You gave a pointer.');
    await nadia.sees('@Tom Okafor has a pointer for you:', 'dm');
    await nadia.sees('> The port posts its openings on the first of the month.');
    await stage.settled();
    expect(await leila.reads()).toBe('');
  });

  test('Not now, until a date', async () => {
    const { nadia, tom } = people;
    await asks(people);
    const date = dayFromNow(4);
    await tom.press('Not now');
    await tom.fill({ 'When may we ask again': date });
    await tom.sees('You will see this again on');
    await nadia.sees('@Tom Okafor would like to look at your ask on', 'dm');
    await expect(tom.reads()).resolves.not.toContain('[Not now]');
    await stage.forward('P3D');
    await tom.seesNone('[I’ll introduce you]');
    await stage.forward('P1D');
    await tom.sees('[I’ll introduce you]');
    await nadia.seesNone(ENDED);
  });

  test('Not now, without a date, is a no', async () => {
    const { nadia, tom } = people;
    await asks(people);
    await tom.press('Not now');
    await tom.form('When may we ask again');
    await tom.fill({});
    await tom.sees('You said no, and that is fine.');
    await stage.forward(TOLD);
    await nadia.sees(ENDED, 'dm');
  });

  test('No; and the two rest from each other', async () => {
    const { nadia, tom } = people;
    await asks(people);
    await tom.press('No');
    await tom.sees('You said no, and that is fine.');
    await stage.forward(TOLD);
    await nadia.sees(ENDED, 'dm');
    await nadia.seesNone('said no', 'declined');

    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words());
    await nadia.sees('After a no, a pair rests for a while.');
    await stage.forward('P29DT12H');
    await nadia.press('Edit');
    expect((await nadia.form('Why them')).fields[2]?.value).toBe(NOTE);
    await nadia.fill({});
    await tom.sees('[I’ll introduce you]');
  });

  test('no answer: one reminder after five days, an end after ten', async () => {
    const { nadia, tom } = people;
    await asks(people);
    await stage.forward('P4D');
    await tom.seesNone('A gentle reminder');
    await stage.forward('PT25H');
    await tom.sees('A gentle reminder, the only one.', 'dm');
    await stage.forward('P3D');
    expect((await tom.reads()).split('A gentle reminder')).toHaveLength(2);
    await stage.forward('P3D');
    await tom.sees('This ask has ended by itself', 'dm');
    await tom.seesNone('[I’ll introduce you]');
    await stage.forward(TOLD);
    await nadia.sees(ENDED, 'dm');
    await stage.forward('P10D');
    expect((await nadia.reads()).split(ENDED)).toHaveLength(2);
  });

  test('somebody outside: a note to forward, and a press when it is sent', async () => {
    const { nadia, tom } = people;
    await nadia.command('/ask-intro @tom Karim Saleh at Northwind');
    await nadia.sees('You wrote “Karim Saleh at Northwind”. Is that a person or a team?');
    await nadia.press('Someone outside');
    await nadia.fill({ 'Who is it': 'Karim Saleh at Northwind' });
    await nadia.sees('Karim Saleh at Northwind, who isn’t in this community');
    await nadia.press('Write the ask');
    await nadia.fill(words());
    await nadia.sees('On its way');

    await tom.sees('@Nadia Haddad would like to meet Karim Saleh at Northwind.');
    await tom.press('I’ll introduce you');
    await tom.sees('> Hello, my name is Nadia Haddad.');
    await nadia.seesNone('introduced');
    await tom.press('I’ve sent it');
    await tom.sees('You introduced them.');
    await nadia.sees('@Tom Okafor has introduced you to Karim Saleh at Northwind', 'dm');
    await nadia.sees(NOTE, 'dm');
    await stage.forward('P1D');
    await nadia.sees('[Thank now]');
  });

  test('somebody outside, and it came to nothing', async () => {
    const { nadia, tom } = people;
    await nadia.command('/ask-intro @tom Karim Saleh');
    await nadia.press('Someone outside');
    await nadia.fill({ 'Who is it': 'Karim Saleh' });
    await nadia.press('Write the ask');
    await nadia.fill(words());
    await tom.press('I’ll introduce you');
    await tom.press('It didn’t work out');
    await tom.sees('This didn’t lead to an introduction.');
    await stage.forward(TOLD);
    await nadia.sees(ENDED, 'dm');
  });

  test('a team: the helper picks the person', async () => {
    const { nadia, tom, leila } = people;
    await nadia.command('/ask-intro @tom');
    await nadia.press('A team they know');
    await nadia.fill({ 'Which team': 'the yard planners at the port' });
    await nadia.press('Write the ask');
    await nadia.fill(words());
    await tom.sees('somebody from the yard planners at the port. You pick the person.');
    await tom.press('I’ll introduce you');
    // Nobody yet, then the seeker herself: neither will do.
    await tom.form('A member of this community', 'Or somebody outside');
    await tom.fill({});
    await tom.sees('Please pick a member or write a name');
    await tom.press('I’ll introduce you', 'dm');
    await tom.fill({ 'A member of this community': 'Nadia Haddad' });
    await tom.sees('Please pick somebody other than yourself and @Nadia Haddad.');
    await tom.press('I’ll introduce you', 'dm');
    await tom.fill({ 'A member of this community': 'Leila Moreau' });
    await tom.sees('You offered to introduce them.');
    await leila.press('Yes, introduce us');
    for (const one of [nadia, tom, leila]) await one.sees('# You are introduced', 'group');
  });

  test('a talk with the helper themselves', async () => {
    const { nadia, tom, leila } = people;
    await nadia.command('/ask-intro @tom');
    await nadia.press('A talk with them');
    await nadia.press('Write the ask');
    expect((await nadia.form('Why them')).title).toBe('Ask for a short talk');
    await nadia.fill(talkWords());
    await tom.sees('@Nadia Haddad would like twenty minutes with you about your own work.');
    await tom.press('Happy to talk');
    for (const one of [nadia, tom]) {
      await one.sees('# A talk is agreed', 'group');
      await one.sees('> How did you begin? Tuesday after five?', 'group');
    }
    await stage.settled();
    expect(await leila.reads()).toBe('');
  });

  test('the target says no: nobody learns whose no it was', async () => {
    const { nadia, tom, leila } = people;
    await asks(people);
    await tom.press('I’ll introduce you');
    await leila.press('No, thanks');
    await leila.sees('You said no, and that is fine.');
    await stage.forward(TOLD);
    await nadia.sees(`Your ask to @Tom Okafor ${ENDED}`, 'dm');
    await tom.sees('This didn’t lead to an introduction.', 'dm');
    await nadia.seesNone('Leila', 'said no', 'target');
    await tom.seesNone('said no', 'declined');
  });

  test('the target wants no such requests: the next one does not reach them', async () => {
    const { nadia, tom, aiko, leila } = people;
    await asks(people);
    await tom.press('I’ll introduce you');
    await leila.press('No such requests, please');
    await leila.sees('we won’t bring you such requests');
    const before = await leila.reads();

    await asks(people, '@aiko @leila');
    await aiko.press('I’ll introduce you');
    await aiko.sees('You offered to introduce them.');
    await stage.forward('P13D');
    // To everybody else it looks like any other ask that came to nothing.
    expect(await leila.reads()).toBe(before);
    await nadia.sees(`Your ask to @Aiko Lindqvist ${ENDED}`, 'dm');
    await aiko.sees('didn’t lead to an introduction', 'dm');
    for (const one of [nadia, tom, aiko])
      await one.seesNone('rather not', 'refuse', 'such requests');
  });

  function dayFromNow(days: number): string {
    const at = stage.local.clock.now().getTime() + days * 24 * 60 * 60 * 1000;
    return new Date(at).toISOString().slice(0, 10);
  }
});
