import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, cast, NOTE, words } from './asking.ts';
import { createStage, platforms, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage({ database: 'postgres' });
});
afterAll(() => stage.stop());
beforeEach(() => stage.afresh());

const PROBING = 'Hello Tom, who else do you know at the port authority?';
const OPENING = 'Dispatcher at the port';
const CONTENT = [OPENING, 'night desk', 'shift planning'];

describe.each(platforms)('on %s', (platform) => {
  let people: Cast;
  beforeEach(() => {
    people = cast(stage, platform);
  });

  test('from a draft that is held back to thanks on the board', async () => {
    const { nadia, tom, aiko, leila, jonas } = people;
    /** Whoever has no part in it sees nothing at all. */
    const nobodyElseSees = async (...others: (typeof nadia)[]) => {
      await stage.settled();
      for (const other of others) expect(await other.reads(), other.handle).toBe('');
    };

    // A cold ask for contacts is held back, with the reason, a better way, and the text kept.
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words({ note: PROBING, declared: 'We haven’t met' }));
    await nadia.sees('Before this goes out');
    await nadia.sees('You two don’t know each other yet');
    await nadia.sees(`> ${PROBING}`);
    await nadia.sees('One way to say it:');
    await nobodyElseSees(tom, aiko, leila, jonas);

    await nadia.press('Edit');
    const { fields } = await nadia.form('Why them', 'The opening');
    expect(fields.map(({ value }) => value)).toEqual(['opening', OPENING, PROBING, 'cold', '']);
    await nadia.fill({ 'Why them': NOTE, 'What can you offer': 'I review forklift rotas.' });
    await nadia.sees('On its way');
    await nadia.sees('@Tom Okafor');

    // The helper, and nobody else, reads all that is needed to answer.
    await tom.sees('@Nadia Haddad would like to meet @Leila Moreau.', 'dm');
    for (const text of [OPENING, `> ${NOTE}`, '> I review forklift rotas.', 'We haven’t met']) {
      await tom.sees(text);
    }
    for (const answer of ['I need to know more', 'You may mention my name', 'Here’s a pointer']) {
      await tom.button(answer);
    }
    await tom.button('Not now');
    await tom.button('No');
    await tom.seesNone(PROBING);
    await nobodyElseSees(aiko, leila, jonas);

    // In the evening he says yes. She who asked learns nothing of it.
    await stage.forward('PT11H');
    const before = await nadia.reads();
    await tom.press('I’ll introduce you');
    await tom.sees('You offered to introduce them.');
    await leila.sees('@Tom Okafor would like to introduce @Nadia Haddad to you', 'dm');
    await leila.sees(`> ${NOTE}`);
    const readers = {
      slack: 'so can whoever may export this workspace’s messages',
      discord: 'so can this server’s moderators',
    };
    await leila.sees(readers[platform]);
    await nobodyElseSees(aiko, jonas);
    expect(await nadia.reads()).toBe(before);
    await expect(tom.reads()).resolves.not.toContain('[I’ll introduce you]');

    // With the target's yes, and not before, the three of them are together.
    await leila.press('Yes, introduce us');
    for (const one of [nadia, tom, leila]) {
      await one.sees('# You are introduced', 'group');
      await one.sees(`> ${NOTE}`, 'group');
      await one.sees('@Nadia Haddad, the next step is yours', 'group');
    }
    await leila.sees('You said yes.');
    const { conversations } = await nadia.pane();
    const together = conversations.find(({ kind }) => kind === 'group-dm' || kind === 'thread');
    const four = ['Goodword', 'Leila Moreau', 'Nadia Haddad', 'Tom Okafor'];
    expect(together?.members.toSorted()).toEqual(four);
    await nobodyElseSees(aiko, jonas);

    // A day later it is late in the evening again: the nudge waits for the morning.
    await stage.forward('P1D');
    await nadia.seesNone('A short thank-you');
    await stage.forward('PT11H');
    await nadia.sees('@Tom Okafor introduced you. A short thank-you would make their day.', 'dm');
    await nadia.press('Thank now');
    await nadia.fill({ 'Your words': 'Thank you, Leila and I talk on Friday.' });
    await nadia.sees('They also earn a credit');
    await tom.sees('@Nadia Haddad thanks you:', 'dm');
    await tom.sees('> Thank you, Leila and I talk on Friday.');
    await tom.sees('You have a new credit on the board.');

    // Thanked once, nothing more is asked.
    await stage.forward('P7D');
    await nadia.losesSightOf('[Thank now]');

    // The board counts, and says nothing of what it was about.
    await jonas.command('/helpers');
    await jonas.sees('Helpers this week');
    await jonas.press('Last week');
    await jonas.sees(/@Tom Okafor\s+·?\s*1/);
    await aiko.command('/goodword');
    await aiko.sees('Goodword helps you ask well');
    for (const other of [jonas, aiko]) await other.seesNone(...CONTENT, 'Leila', 'Nadia');
    await leila.seesNone(PROBING, 'We talk on Friday');

    // The log tells what happened, and nothing of what anybody wrote, nor who they are.
    expect(stage.logged).toEqual([]);
    const diary = stage.diary.join('');
    expect(diary).toContain(`answered request=send-ask platform=${platform}`);
    const names = ['Nadia', 'Tom', 'Leila', 'Aiko', 'Jonas'];
    for (const word of [...CONTENT, PROBING, 'talk on Friday', ...names]) {
      expect(diary).not.toContain(word);
    }
    const { slack, discord } = stage.local;
    for (const secret of [slack.botToken, slack.appToken, discord.token]) {
      expect(diary).not.toContain(secret);
    }
    expect(await stage.health()).toMatchObject({
      ok: true,
      outbox: { waiting: 0, undelivered: 0, ambiguous: 0, dead: 0 },
    });
  });
});
