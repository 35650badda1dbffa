import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { count } from './actor.ts';
import { asks, cast, sending, words } from './asking.ts';
import { createStage, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.stop());
beforeEach(() => stage.afresh());

describe('an answer of the platform that is lost on the way', () => {
  test('Slack: the message is marked, said once more in other words, and offered at next use', async () => {
    const { nadia, tom, jonas, leila } = cast(stage, 'slack');
    const match = sending.slack;
    await stage.fault('slack', { fault: 'drop-answer', count: 1, match });
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words());
    await tom.sees('[I’ll introduce you]', 'dm');
    await vi.waitFor(async () =>
      expect(await stage.health()).toMatchObject({ outbox: { ambiguous: 1, waiting: 0 } }),
    );
    await jonas.command('/goodword');
    await jonas.sees('1 message may or may not have arrived');
    await stage.forward('PT2H');
    await tom.sees('You may have this already: we couldn’t tell whether it reached you.', 'dm');
    expect(count(await tom.reads(), '[I’ll introduce you]')).toBe(2);
    expect(await stage.health()).toMatchObject({ outbox: { ambiguous: 0, waiting: 0 } });
    await stage.forward('P1D');
    expect(count(await tom.reads(), '[I’ll introduce you]')).toBe(2);
    await tom.press('Here’s a pointer');
    await tom.fill({ 'What could help': 'The port’s own site.' });
    await nadia.sees('> The port’s own site.', 'dm');
    await tom.sees('You gave a pointer.', 'dm');

    // The other one never arrived: the helper finds it when they next use Goodword.
    await stage.fault('slack', { fault: 'server-error', count: 1, match });
    await jonas.command('/ask-intro @leila @aiko');
    await jonas.fill(words());
    await jonas.sees('On its way');
    await stage.settled();
    expect(await leila.reads()).toBe('');
    await leila.command('/helpers');
    await leila.press('Here’s a pointer');
    await leila.fill({ 'What could help': 'The port’s own site.' });
    await jonas.sees('> The port’s own site.', 'dm');
  });

  test('Slack: one that never arrived comes after an hour, and no third time', async () => {
    const { nadia, tom } = cast(stage, 'slack');
    const match = sending.slack;
    await stage.fault('slack', { fault: 'server-error', count: 2, match });
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words());
    await nadia.sees('On its way');
    await stage.settled();
    expect(await tom.reads()).toBe('');
    await stage.restart();
    // The second one gets no answer either: it is left at that.
    await stage.forward('P1D');
    expect(await tom.reads()).toBe('');
    await tom.command('/helpers');
    await tom.sees('You may have this already');
    await tom.press('I’ll introduce you');
    await tom.sees('You offered to introduce them.');
  });

  test('Slack: one that was answered meanwhile isn’t said again', async () => {
    const people = cast(stage, 'slack');
    const { tom, leila } = people;
    await stage.fault('slack', { fault: 'drop-answer', count: 1, match: sending.slack });
    await asks(people);
    await tom.press('I’ll introduce you');
    await leila.button('Yes, introduce us');
    await stage.settled();
    await stage.forward('PT3H');
    await tom.seesNone('You may have this already');
    await leila.seesNone('You may have this already');
  });

  test('Slack: a conversation of which nobody knows is never opened twice; each is told by name', async () => {
    const people = cast(stage, 'slack');
    const { nadia, tom, leila } = people;
    await asks(people);
    await tom.press('I’ll introduce you');
    await leila.button('Yes, introduce us');
    await stage.settled();
    await stage.fault('slack', { fault: 'drop-answer', count: 1, match: sending.slack });
    await leila.press('Yes, introduce us');
    await nadia.sees('@Tom Okafor has introduced you to @Leila Moreau', 'dm');
    await leila.sees('@Tom Okafor has introduced you to @Nadia Haddad.', 'dm');
    await stage.forward('P1D');
    for (const one of [nadia, tom, leila]) {
      expect(count(await one.reads('group'), '# You are introduced'), one.handle).toBe(1);
    }
  });

  test('Discord: sent again under the same nonce, and there once', async () => {
    const { nadia, tom, aiko, leila, jonas } = cast(stage, 'discord');
    const match = sending.discord;
    await asks({ nadia, tom, aiko, leila, jonas });
    await tom.press('I’ll introduce you');
    await leila.button('Yes, introduce us');
    await stage.settled();

    await stage.fault('discord', { fault: 'drop-answer', count: 1, match: '/threads' });
    await leila.press('Yes, introduce us');
    await leila.sees('You said yes.');
    await vi.waitFor(async () => expect(threadsOf('leila')).toHaveLength(0));
    await stage.fault('discord', { fault: 'drop-answer', count: 1, match });
    await aiko.command('/ask-intro @jonas @leila');
    await aiko.fill(words());
    await jonas.sees('[I’ll introduce you]', 'dm');
    await stage.fault('discord', { fault: 'server-error', count: 1, match });
    await jonas.command('/thank @aiko');
    await jonas.fill({ 'Your words': 'Thank you for listening.' });
    await jonas.sees('Your thanks are on their way');

    // Each rests a few real seconds before the next try.
    await vi.waitFor(
      async () => expect(await stage.health()).toMatchObject({ outbox: { waiting: 0 } }),
      { timeout: 15_000, interval: 100 },
    );
    for (const one of [nadia, tom, leila]) {
      expect(count(await one.reads('group'), '# You are introduced'), one.handle).toBe(1);
      expect(threadsOf(one.handle)).toHaveLength(1);
    }
    expect(count(await jonas.reads(), '[I’ll introduce you]')).toBe(1);
    expect(count(await aiko.reads(), 'Thank you for listening.')).toBe(1);
    expect(await stage.health()).toMatchObject({ outbox: { ambiguous: 0, dead: 0 } });
  });

  const threadsOf = (handle: string) =>
    stage.local.discord.see(handle).conversations.filter(({ kind }) => kind === 'thread');
});
