import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Act, Acted } from '../../adapters/playground/pane.ts';
import type { PlatformName } from '../../src/member.ts';
import type { Actor } from './actor.ts';
import { asks, cast, introduces, words } from './asking.ts';
import { spots } from './reading.ts';
import { createStage, platforms, type Stage } from './stage.ts';

const LATE_MS = 5_000;
/** What both platforms give an app for its first answer. */
const FIRST_ANSWER_MS = 3_000;

let stage: Stage;
beforeAll(async () => {
  // The longest answer needs the data five times, one after the other.
  stage = await createStage({ database: 'postgres', patience: 40_000 });
  await stage.afresh();
});
afterAll(() => {
  stage.beforeTransactions();
  return stage.stop();
});

/** One act, and how it went. */
type Done = { on: PlatformName; who: string; what: string; acted: Acted };

test('data that comes five seconds late: all is answered in time, and done', {
  timeout: 90_000,
}, async () => {
  for (const platform of platforms) await prepare(platform);
  stage.beforeTransactions(() => delay(LATE_MS));
  const done = (await Promise.all(platforms.map(doEverything))).flat();

  const inTime = ({ acted }: Done) => acted.ok && (acted.answeredInMs ?? 0) < FIRST_ANSWER_MS;
  // What another press has taken away meanwhile can't be pressed.
  const gone = ({ acted }: Done) => !acted.ok && /any more\.$/.test(acted.error);
  expect(done.filter((one) => !inTime(one) && !gone(one))).toEqual([]);
  expect(done.length).toBeGreaterThan(120);

  await Promise.all(platforms.map(allIsDone));
  const others = stage.logged.filter((line) => !/ (a form|suggestions) took too long/.test(line));
  expect(others).toEqual([]);
});

/** Before each of them every kind of message with buttons, and an open form. */
async function prepare(platform: PlatformName): Promise<void> {
  const people = cast(stage, platform);
  const { nadia, tom, aiko, leila, jonas } = people;
  // Helps that wait for thanks, and a nudge for each.
  await introduces(people);
  await aiko.command('/ask-intro @jonas @leila');
  await aiko.fill(words());
  await jonas.press('You may mention my name');
  await aiko.sees('you may mention @Jonas Weber’s name', 'dm');
  await stage.forward('P1D');
  await nadia.button('Thank now');
  await aiko.button('Thank now');

  // Asks at every turn: the seeker's, the target's, a note's, a team's, the helper's.
  await nadia.command('/ask-intro @tom @leila');
  await nadia.fill(words());
  // A help of Tom’s waits for thanks.
  await nadia.press('Send it as it is');
  await nadia.sees('On its way');
  await tom.press('I need to know more');
  await tom.fill({ 'Your question': 'Which shifts could you work?' });
  await nadia.button('Answer');
  await asks({ ...people, nadia: aiko }, '@tom @leila');
  await tom.press('I’ll introduce you');
  await leila.button('Yes, introduce us');
  await jonas.command('/ask-intro @aiko Karim Saleh');
  await jonas.press('Someone outside');
  await jonas.fill({ 'Who is it': 'Karim Saleh' });
  await jonas.press('Write the ask');
  await jonas.fill(words());
  await aiko.press('I’ll introduce you');
  await aiko.button('I’ve sent it');
  await leila.command('/ask-intro @jonas');
  await leila.press('A team they know');
  await leila.fill({ 'Which team': 'the yard planners' });
  await leila.press('Write the ask');
  await leila.fill(words());
  await jonas.button('I’ll introduce you');
  await asks({ ...people, nadia: aiko }, '@leila @nadia');
  await leila.button('I’ll introduce you');

  // Drafts, a board, help.
  await nadia.command('/ask-intro');
  await nadia.button('Someone outside');
  await nadia.command('/ask-intro @jonas @leila');
  const note = 'Hello Jonas. Who else do you know that I could talk to?';
  await nadia.fill(words({ note, declared: 'We know each other well' }));
  await nadia.button('Send it as it is');
  await nadia.command('/ask-intro');
  await nadia.button('Continue');
  await tom.command('/helpers');
  await tom.button('Hide me');
  await jonas.command('/goodword');
  await jonas.button('Settings');

  // The forms.
  await nadia.command('/ask-intro @aiko @leila');
  await nadia.form('Why them');
  await tom.command('/thank @leila');
  await tom.form('Your words');
  await aiko.command('/ask-intro @leila @jonas');
  await aiko.form('Why them');
  await leila.command('/ask-intro @aiko @jonas');
  await leila.form('Why them');
  await jonas.press('Settings');
  await jonas.form('Time zone');
  await stage.settled();
}

/** These open a form; a person does that one after the other. */
const formLabels = new Set([
  'A team they know',
  'Answer',
  'Continue',
  'Edit',
  'Here’s a pointer',
  'I need to know more',
  'Not now',
  'Settings',
  'Someone outside',
  'Thank now',
  'Write the ask',
]);

async function doEverything(platform: PlatformName): Promise<Done[]> {
  const { nadia, tom, aiko, leila, jonas } = cast(stage, platform);
  const done: Done[] = [];
  const does = async (who: Actor, act: Act, what = JSON.stringify(act)) => {
    done.push({ on: platform, who: who.handle, what, acted: await who.act(act) });
  };
  const sends = async (who: Actor, answers: Record<string, string>) => {
    const acted = await who.fill(answers);
    done.push({ on: platform, who: who.handle, what: 'a form', acted });
  };
  await Promise.all([
    sends(nadia, words({ opening: 'Crane operator' })),
    sends(tom, { 'Your words': 'Thank you for the umbrella.' }),
    sends(aiko, words({ note: 'Who else do you know at the port?', declared: 'We haven’t met' })),
    sends(leila, words({ opening: 'Tug master' })),
    sends(jonas, { 'Time zone': 'Europe/Lisbon' }),
  ]);

  const everybody = [nadia, tom, aiko, leila, jonas].map(async (person) => {
    const { atOnce, forms } = await actsOf(person);
    const commands = [
      '/ask-intro',
      '/ask-intro @leila',
      '/helpers',
      '/goodword',
      '/thank',
      '/my-asks',
      '/offer-help',
    ];
    const formCommands = ['/thank @tom', '/ask-intro @tom @leila'];
    const oneByOne = async () => {
      for (const { act, what } of [
        ...forms,
        ...formCommands.map((text) => ({ act: { do: 'command', text } as const, what: text })),
      ]) {
        await does(person, act, what);
        await person.dismiss();
      }
    };
    await Promise.all([
      ...atOnce.map(({ act, what }) => does(person, act, what)),
      ...commands.map((text) => does(person, { do: 'command', text })),
      ...(platform === 'discord'
        ? [does(person, { do: 'suggest', text: '/ask-intro @tom N' })]
        : []),
      oneByOne(),
    ]);
  });
  await Promise.all(everybody);
  return done;
}

/** Every press and choice that somebody could make now. */
async function actsOf(person: Actor) {
  const atOnce: { act: Act; what: string }[] = [];
  const forms: typeof atOnce = [];
  for (const { id, parts } of spots(await person.pane())) {
    for (const part of parts) {
      if (part.part === 'buttons') {
        for (const { id: button, label } of part.buttons) {
          const act: Act = { do: 'press', message: id, button };
          (formLabels.has(label) ? forms : atOnce).push({ act, what: label });
        }
      }
      if (part.part === 'select') {
        const value = part.options.find(({ label }) => label.includes('Tom'))?.value ?? '';
        const act: Act = { do: 'choose', message: id, select: part.id, value };
        atOnce.push({ act, what: part.placeholder });
      }
    }
  }
  return { atOnce, forms };
}

/** What was acknowledged has happened; of several answers at once, one. */
async function allIsDone(platform: PlatformName): Promise<void> {
  const { nadia, tom, aiko, leila, jonas } = cast(stage, platform);
  await Promise.all([
    aiko.sees('Crane operator', 'dm'),
    nadia.sees('On its way'),
    leila.sees('> Thank you for the umbrella.', 'dm'),
    tom.sees('Your thanks are on their way'),
    aiko.sees('Before this goes out'),
    aiko.sees('Tug master', 'dm'),
    leila.sees('On its way'),
    jonas.sees('Saved. It counts from now on.'),
    leila.losesSightOf('[Yes, introduce us]'),
    aiko.losesSightOf('[I’ve sent it]'),
    nadia.losesSightOf('[Stop these]'),
    ...[nadia, tom, aiko, leila, jonas].flatMap((person) => [
      person.sees('Goodword helps you ask well'),
      person.sees('Helpers this week'),
    ]),
  ]);
}
