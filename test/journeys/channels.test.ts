import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asks, type Cast, cast, talkWords } from './asking.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
let people: Cast;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.stop());
beforeEach(async () => {
  await stage.afresh();
  people = cast(stage, 'discord');
});
afterEach(() => {
  expect(stage.logged.filter((line) => !line.includes('outcome=refused'))).toEqual([]);
});

/** Instead of a thread, each is told by name whom to write to. */
async function introducedByDms({ nadia, tom, leila }: Cast): Promise<void> {
  await asks({ ...people, nadia, tom });
  await tom.press('I’ll introduce you');
  await leila.press('Yes, introduce us');
  await nadia.sees('@Tom Okafor has introduced you to @Leila Moreau, who said yes.', 'dm');
  await leila.sees('@Tom Okafor has introduced you to @Nadia Haddad.', 'dm');
  await leila.sees('Dispatcher at the port', 'dm');
  await tom.sees('@Leila Moreau said yes: @Nadia Haddad and @Leila Moreau are introduced.', 'dm');
  await stage.settled();
  const local = stage.local.discord;
  for (const { handle } of [nadia, tom, leila]) {
    expect(local.see(handle).conversations.filter(({ kind }) => kind === 'thread')).toEqual([]);
  }
}

describe('introductions on Discord', () => {
  test('with no channel chosen', async () => {
    const { jonas, nadia } = people;
    await jonas.command('/goodword');
    await jonas.press('Settings');
    const { fields } = await jonas.form('Channel for introductions');
    expect(fields[0]?.value).toBe(stage.local.discord.channelIds.introductions);
    await jonas.fill({ 'Channel for introductions': '' });
    await jonas.sees('Saved.');
    await introducedByDms(people);
    await stage.forward('P1D');
    await nadia.sees('[Thank now]', 'dm');
  });

  test('in a channel that one of them cannot see', async () => {
    stage.local.discord.setVisible('introductions', 'leila', false);
    await introducedByDms(people);
  });

  test('in a channel that the bot cannot see', async () => {
    stage.local.discord.setVisible('introductions', 'bot', false);
    await introducedByDms(people);
  });

  test('a talk, with no channel to open it in', async () => {
    const { nadia, tom } = people;
    stage.local.discord.setVisible('introductions', 'tom', false);
    await nadia.command('/ask-intro @tom @tom');
    await nadia.fill(talkWords());
    await tom.press('Happy to talk');
    await nadia.sees('@Tom Okafor is happy to talk with you for twenty minutes.', 'dm');
    await tom.sees('@Nadia Haddad is glad that you are happy to talk', 'dm');
  });

  test('commands and forms from a DM with the app', async () => {
    const { tom } = people;
    const inDm = await tom.act({ do: 'command', text: '/helpers', in: '@goodword' });
    expect(inDm.ok).toBe(false);
  });
});
