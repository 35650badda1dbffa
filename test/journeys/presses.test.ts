import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { State as DiscordState } from '../../adapters/playground/discord/state.ts';
import type { SlackState } from '../../adapters/playground/slack/state.ts';
import type { PlatformName } from '../../src/member.ts';
import type { Actor } from './actor.ts';
import { count } from './actor.ts';
import { asks, type Cast, cast, introduces, TOLD, words } from './asking.ts';
import { createStage, platforms, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage({ database: 'postgres' });
});
afterAll(() => stage.stop());
beforeEach(() => stage.afresh());
afterEach(() => {
  expect(stage.logged).toEqual([]);
});

const twice = (platform: PlatformName) =>
  stage.fault(platform, { fault: 'deliver-twice', count: 1 });

describe.each(platforms)('on %s', (platform) => {
  let people: Cast;
  beforeEach(() => {
    people = cast(stage, platform);
  });

  describe('somebody else presses', () => {
    test('the helper’s card, strayed to where all see it', async () => {
      const { nadia, tom, aiko, leila } = people;
      await asks(people);
      await tom.sees('[I’ll introduce you]');
      stray(platform, tom);
      for (const [who, label] of [
        [aiko, 'I’ll introduce you'],
        [nadia, 'I’ll introduce you'],
        [leila, 'No'],
        [aiko, 'We don’t'],
      ] as const) {
        await who.press(label, 'channel');
        await who.sees('This isn’t yours to answer, so nothing was changed.');
        await who.dismiss();
      }
      await aiko.press('Here’s a pointer', 'channel');
      await aiko.fill({ 'What could help': 'Nothing to do with me.' });
      await aiko.sees('This isn’t yours to answer', undefined, 2);
      await stage.settled();
      await nadia.seesNone('Nothing to do with me.');
      expect(await leila.reads('dm')).toBe('');
      await tom.press('I’ll introduce you', 'channel');
      await leila.sees('[Yes, introduce us]', 'dm');
    });

    test('the target’s consent: not even who asked for it', async () => {
      const { nadia, tom, aiko, leila } = people;
      await asks(people);
      await tom.press('I’ll introduce you');
      await leila.sees('[Yes, introduce us]');
      stray(platform, leila);
      for (const who of [nadia, tom, aiko]) {
        await who.press('Yes, introduce us', 'channel');
        await who.sees('This isn’t yours to answer, so nothing was changed.');
        await who.dismiss();
      }
      await stage.settled();
      expect(await nadia.reads('group')).toBe('');
      await leila.press('Yes, introduce us', 'channel');
      await nadia.sees('# You are introduced', 'group');
    });

    test('the organisers’ settings', async () => {
      const { jonas, aiko } = people;
      await jonas.command('/goodword');
      const settings = await jonas.button('Settings');
      // Nobody else sees it, so nobody else can press it.
      expect(await aiko.act(settings)).toMatchObject({ ok: false });
    });
  });

  describe('again', () => {
    test('the same button twice at once: one effect, and a sentence', async () => {
      const { tom, leila } = people;
      await asks(people);
      const yes = await tom.button('I’ll introduce you');
      await Promise.all([tom.act(yes), tom.act(yes)]);
      await tom.sees('You offered to introduce them.');
      await tom.sees('so nothing was changed.');
      await stage.settled();
      expect(count(await leila.reads(), '[Yes, introduce us]')).toBe(1);
    });

    test('two answers at once: one of them counts', async () => {
      const { nadia, tom, leila } = people;
      await asks(people);
      const yes = await tom.button('I’ll introduce you');
      const no = await tom.button('No');
      await Promise.all([tom.act(no), tom.act(yes)]);
      await tom.sees('so nothing was changed.');
      await stage.forward(TOLD);
      const ended = (await nadia.reads()).includes('has ended without an introduction');
      const asked = (await leila.reads()).includes('[Yes, introduce us]');
      expect([ended, asked].filter(Boolean)).toHaveLength(1);
    });

    test('yes and no of the target at once', async () => {
      const { nadia, tom, leila } = people;
      await asks(people);
      await tom.press('I’ll introduce you');
      const yes = await leila.button('Yes, introduce us');
      const no = await leila.button('No, thanks');
      await Promise.all([leila.act(yes), leila.act(no)]);
      await leila.sees('so nothing was changed.');
      await stage.forward(TOLD);
      const seen = await nadia.reads();
      const ends = ['# You are introduced', 'has ended without an introduction'];
      expect(ends.filter((end) => seen.includes(end))).toHaveLength(1);
    });

    test('four seekers at once: the helper gets as many as they take', async () => {
      const { nadia, aiko, leila, jonas } = people;
      const seekers: [Actor, string][] = [
        [nadia, '@leila'],
        [aiko, '@leila'],
        [leila, '@aiko'],
        [jonas, '@leila'],
      ];
      await Promise.all(
        seekers.map(async ([seeker, target]) => {
          await seeker.command(`/ask-intro @tom ${target}`);
          await seeker.fill(words());
          await seeker.sees(/On its way|as many asks as they take/);
        }),
      );
      const read = await Promise.all(seekers.map(([seeker]) => seeker.reads()));
      expect(read.filter((seen) => seen.includes('On its way'))).toHaveLength(3);
      await stage.settled();
      expect(count(await people.tom.reads(), '[I’ll introduce you]')).toBe(3);
    });
  });

  describe('delivered twice by the platform', () => {
    test('a command that shows something', async () => {
      const { tom } = people;
      await twice(platform);
      await tom.command('/helpers');
      await tom.sees('Helpers this week');
      await stage.settled();
      await tom.command('/goodword');
      await tom.sees('Goodword helps you ask well');
      expect(count(await tom.reads(), 'Helpers this week')).toBe(1);
    });

    test('a command that opens a form', async () => {
      const { nadia, tom } = people;
      await twice(platform);
      await nadia.command('/thank @tom');
      await nadia.fill({ 'Your words': 'Thank you for listening.' });
      await nadia.sees('Your thanks are on their way');
      await tom.sees('> Thank you for listening.');
      await nadia.seesNone('Something went wrong', 'took longer');
    });

    test('a command that begins a draft', async () => {
      const { nadia } = people;
      await twice(platform);
      await nadia.command('/ask-intro');
      await nadia.sees('First, choose somebody you know.');
      await nadia.command('/goodword');
      await nadia.sees('Goodword helps you ask well');
      expect(count(await nadia.reads(), 'First, choose somebody you know.')).toBe(1);
    });

    test('a button', async () => {
      const { tom, leila } = people;
      await asks(people);
      await tom.button('I’ll introduce you');
      await twice(platform);
      await tom.press('I’ll introduce you');
      await leila.sees('[Yes, introduce us]');
      await twice(platform);
      await leila.press('Yes, introduce us');
      for (const one of [people.nadia, tom, leila]) await one.sees('# You are introduced');
      await stage.settled();
      expect(count(await people.nadia.reads(), '# You are introduced')).toBe(1);
      await tom.seesNone('nothing was changed');
      await leila.seesNone('nothing was changed');
    });

    test('a form', async () => {
      const { nadia, tom } = people;
      await nadia.command('/ask-intro @tom @leila');
      await nadia.form('Why them');
      await twice(platform);
      await nadia.fill(words());
      await nadia.sees('On its way');
      await tom.sees('[I’ll introduce you]');
      await stage.settled();
      expect(count(await tom.reads(), '[I’ll introduce you]')).toBe(1);
      await nadia.seesNone('already been sent');
    });

    test('thanks: one message, one credit', async () => {
      const { nadia, tom } = people;
      await introduces(people);
      await nadia.command('/thank @tom');
      await nadia.form('Your words');
      await twice(platform);
      await nadia.fill({ 'Your words': 'We talk on Friday.' });
      await tom.sees('> We talk on Friday.');
      await stage.settled();
      expect(count(await tom.reads(), 'We talk on Friday.')).toBe(1);
      await tom.command('/helpers');
      await tom.sees('You have 1 credit here.');
    });
  });
});

/** Copies the app's latest direct message to somebody into a channel that everybody sees. */
function stray(platform: PlatformName, whose: Actor): void {
  const local = stage.local[platform];
  if (platform === 'slack') {
    const state = local.snapshot() as SlackState;
    const dm = state.conversations.find(
      ({ kind, members }) => kind === 'app-dm' && members.includes(whose.user),
    );
    const general = state.conversations.find(({ name }) => name === 'general');
    const message = dm?.messages.at(-1);
    if (!message || !general) throw new Error('there is nothing to copy');
    general.messages.push({ ...message });
    local.restore(state);
    return;
  }
  const state = local.snapshot() as DiscordState;
  const dm = Object.values(state.channels).find(({ recipient }) => recipient === whose.user);
  const channel = stage.local.discord.channelIds.general;
  const message = state.messages[dm?.id ?? '']?.at(-1);
  if (!message || !channel) throw new Error('there is nothing to copy');
  const copy = { ...message, id: String(BigInt(message.id) + 1n), channel };
  state.messages[channel] = [...(state.messages[channel] ?? []), copy];
  local.restore(state);
}
