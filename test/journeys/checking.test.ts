import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import { type Cast, cast } from './asking.ts';
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

const fishing = 'We haven’t met, but who else do you know at the port authority?';

describe.each(platforms)('on %s', (platform) => {
  let people: Cast;
  beforeEach(() => {
    people = cast(stage, platform);
  });

  const channelOf = async (actor: Actor) =>
    (await actor.pane()).conversations.find(({ kind }) => kind === 'channel')!;
  /** Says something in the channel, and finds it in what `reader` sees. */
  async function said(by: Actor, reader: Actor): Promise<string> {
    await by.act({ do: 'say', text: fishing, in: (await channelOf(by)).id });
    const { messages } = await channelOf(reader);
    return messages.find(({ text }) => text === fishing)!.id;
  }
  const checks = (text: string) => `/check-ask ${platform === 'discord' ? 'text:' : ''}${text}`;

  test('a text in the command: why, and better words; nobody else sees it', async () => {
    const { nadia, tom } = people;
    await nadia.command(checks(fishing));
    await nadia.sees('Worth saying another way');
    await nadia.sees('whom somebody knows is built on trust');
    await nadia.sees('Could I ask you for twenty minutes');
    await nadia.sees('Only you see this, and we keep nothing of it.');
    expect(await tom.reads()).not.toContain('port authority');
  });

  test('a fine text is said to be fine', async () => {
    const { nadia } = people;
    await nadia.command(checks('Is the night porter job still open?'));
    await nadia.sees('This reads well.');
  });

  test('without a text a form, where one can say how well the two know each other', async () => {
    const { nadia } = people;
    await nadia.command('/check-ask');
    await nadia.fill({
      'What would you like to send?': 'Could you send my CV to everyone you know?',
    });
    await nadia.sees('Worth saying another way');
    await nadia.sees('Between people who know each other well');
  });

  test('the menu of one’s own message', async () => {
    const { nadia } = people;
    const own = await said(nadia, nadia);
    await nadia.act({ do: 'message-action', message: own, action: 'Check this ask' });
    await nadia.sees('Worth saying another way');
  });

  test('the menu of somebody else’s: kindly refused', async () => {
    const { nadia, tom } = people;
    const theirs = await said(tom, nadia);
    await nadia.act({ do: 'message-action', message: theirs, action: 'Check this ask' });
    await nadia.sees('This message is somebody else’s');
  });

  test('a language that the review doesn’t read is said, not judged', async () => {
    const { nadia } = people;
    await nadia.command(checks('Vem mer känner du i hamnen?'));
    await nadia.sees('isn’t in a language that the review reads so far');
  });
});
