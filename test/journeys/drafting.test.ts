import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, cast, NOTE, words } from './asking.ts';
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

/** Fine from somebody one knows well, but kinder when it is bounded. */
const UNBOUNDED = 'Hello Tom. Who else do you know that I could talk to?';

describe.each(platforms)('on %s', (platform) => {
  let people: Cast;
  beforeEach(() => {
    people = cast(stage, platform);
  });

  test('with nothing but the command: helper and target are chosen on a card', async () => {
    const { nadia, tom } = people;
    await nadia.command('/ask-intro');
    await nadia.sees('First, choose somebody you know.');
    await nadia.choose('Whom do you ask?', 'Tom Okafor');
    await nadia.sees('You ask @Tom Okafor.');
    await nadia.choose('A member you would like to meet', 'Leila Moreau');
    await nadia.sees('You would like to meet @Leila Moreau.');
    await nadia.press('Write the ask');
    await nadia.fill(words());
    await nadia.sees('On its way');
    await tom.sees('@Nadia Haddad would like to meet @Leila Moreau.');
  });

  test('an ask that could be kinder: use the suggestion', async () => {
    const { nadia, tom } = people;
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words({ note: UNBOUNDED, declared: 'We know each other well' }));
    await nadia.sees('This could go out, and it could be kinder to your contact');
    await nadia.sees('One way to say it:');
    const suggestion = /One way to say it:\n> (.+)/.exec(await nadia.reads())?.[1] ?? '';
    expect(suggestion).not.toContain('Who else');
    await nadia.press('Use the suggestion');
    await nadia.sees('On its way');
    await tom.sees(`> ${suggestion}`);
    await tom.seesNone('Who else');
  });

  test('an ask that could be kinder: send it as it is', async () => {
    const { nadia, tom } = people;
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words({ note: UNBOUNDED, declared: 'We know each other well' }));
    await nadia.press('Send it as it is');
    await nadia.sees('On its way');
    await tom.sees(`> ${UNBOUNDED}`);
    await tom.sees('We know each other well');
  });

  test('what the helper says of the two of you counts from then on', async () => {
    const { nadia, tom } = people;
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words({ note: UNBOUNDED, declared: 'We know each other well' }));
    await nadia.press('Send it as it is');
    await tom.press('We don’t');
    await tom.sees('Noted: you haven’t met.');
    await tom.press('Here’s a pointer');
    await tom.fill({ 'What could help': 'The port’s own site.' });
    await nadia.sees('> The port’s own site.', 'dm');

    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words({ note: UNBOUNDED, declared: 'We know each other well' }));
    await nadia.sees('Before this goes out');
    expect(await nadia.reads()).not.toContain('[Send it as it is]');
  });

  test('discarded, nobody has seen it', async () => {
    const { nadia, tom } = people;
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words({ note: UNBOUNDED, declared: 'We know each other well' }));
    await nadia.press('Discard');
    await nadia.sees('Discarded. Nobody has seen it.');
    await stage.settled();
    expect(await tom.reads()).toBe('');
  });

  test.each([
    ['@nadia @leila', 'That is you. Please choose somebody else to ask.'],
    ['@tom @nadia', 'That is you. Please choose the person you would like to meet.'],
    ['@polly @leila', '@Polly Polls is a bot and can’t introduce anybody.'],
    ['@tom @polly', '@Polly Polls is a bot. Please choose the person'],
  ])('/ask-intro %s', async (named, sentence) => {
    const { nadia } = people;
    await nadia.command(`/ask-intro ${named}`);
    await nadia.sees(sentence);
    // What was right is kept, and the rest is chosen on the card.
    const [placeholder, other] = named.startsWith('@tom')
      ? ['A member you would like to meet', 'Leila Moreau']
      : ['Whom do you ask?', 'Tom Okafor'];
    await nadia.choose(placeholder, other);
    await nadia.press('Write the ask');
    await nadia.fill(words());
    await nadia.sees('On its way');
  });

  test('somebody wrong chosen on the card', async () => {
    const { nadia } = people;
    await nadia.command('/ask-intro');
    await nadia.choose('Whom do you ask?', 'Polly Polls');
    await nadia.sees('@Polly Polls is a bot and can’t introduce anybody.');
    await nadia.choose('Whom do you ask?', 'Nadia Haddad');
    await nadia.sees('That is you. Please choose somebody else to ask.');
    await nadia.choose('Whom do you ask?', 'Tom Okafor');
    await nadia.choose('A member you would like to meet', 'Tom Okafor');
    await nadia.sees('a short talk with them about their own work');
  });

  test('missing and over-long answers never leave the form', async () => {
    const { nadia, tom } = people;
    await nadia.command('/ask-intro @tom @leila');
    const { fields } = await nadia.form('Why them', 'The opening');
    const id = (label: string) => fields.find((field) => field.label.startsWith(label))?.id ?? '';
    const submit = (values: Record<string, string>) => nadia.act({ do: 'submit', values });

    expect(await submit({})).toMatchObject({ ok: false });
    const whole = {
      [id('What is it')]: 'learn',
      [id('The opening')]: 'Dispatch',
      [id('How do you')]: 'new',
    };
    const longer = await submit({ ...whole, [id('Why them')]: 'a'.repeat(1_501) });
    expect(longer).toMatchObject({ ok: false });
    const tooLong = await submit({ [id('Why them')]: NOTE, [id('The opening')]: 'b'.repeat(301) });
    expect(tooLong).toMatchObject({ ok: false });

    // Nothing that can be seen is nothing: the app says so, and the rest is kept.
    await submit({ [id('Why them')]: '\u200b \u200b', [id('The opening')]: 'Dispatch' });
    await nadia.sees('Please fill this in.');
    if (platform === 'discord') await nadia.press('Edit');
    await stage.settled();
    expect(await tom.reads()).toBe('');
    expect((await nadia.form('The opening')).fields[1]?.value).toBe('Dispatch');
    await nadia.fill({ 'Why them': `${NOTE} ${'x'.repeat(1_500 - NOTE.length - 1)}` });
    await nadia.sees('On its way');
    await tom.sees('x'.repeat(1_500 - NOTE.length - 1));
  });

  test('one open ask to the same helper; the second waits with its text', async () => {
    const { nadia, tom } = people;
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words());
    await nadia.sees('On its way');
    await nadia.command('/ask-intro @tom @aiko');
    await nadia.fill(words({ opening: 'Yard planner' }));
    await nadia.sees('Your ask to this helper is open since');
    await nadia.sees('[Add a question]');
    await tom.press('Here’s a pointer');
    await tom.fill({ 'What could help': 'The port’s own site.' });
    await nadia.sees('The port’s own site.');
    await nadia.press('Edit');
    expect((await nadia.form('The opening')).fields[1]?.value).toBe('Yard planner');
    await nadia.fill({});
    await nadia.sees('no thanks has reached them yet');
    await nadia.press('Send it as it is');
    await nadia.sees('On its way');
    await tom.sees('Yard planner');
  });

  describe('what was written and not sent', () => {
    const PROBING = 'Hello Tom. Who else do you know at the port?';
    /** Held back, and then out of sight. */
    async function held({ nadia }: Cast, who = '@tom @leila'): Promise<void> {
      await nadia.command(`/ask-intro ${who}`);
      await nadia.fill(words({ note: PROBING, opening: 'Yard planner' }));
      await nadia.sees('Before this goes out');
      await nadia.dismiss();
    }
    const noteIn = async ({ nadia }: Cast) => (await nadia.form('Why them')).fields[2]?.value;

    test('the command offers it, also after a restart: continue', async () => {
      const { nadia, tom } = people;
      await held(people);
      await stage.restart();
      await nadia.command('/ask-intro');
      await nadia.sees('You have an ask that isn’t sent yet');
      await nadia.sees('You ask @Tom Okafor.');
      await nadia.sees('You would like to meet @Leila Moreau.');
      await nadia.sees('Opening or field: Yard planner');
      await nadia.press('Continue');
      expect(await noteIn(people)).toBe(PROBING);
      await nadia.fill({ 'Why them': NOTE });
      await nadia.sees('On its way');
      await tom.sees('Opening or field: Yard planner');
      // It is sent: nothing is left to offer.
      await nadia.command('/ask-intro');
      await nadia.sees('Who could help, and whom would you like to meet?');
    });

    test('start a new one: the command’s own words are there, and the other stays', async () => {
      const { nadia } = people;
      await held(people);
      await nadia.command(`/ask-intro ${platform === 'slack' ? '@aiko the night desk' : '@aiko'}`);
      await nadia.press('Start a new one');
      await nadia.sees('You ask @Aiko Lindqvist.');
      if (platform === 'slack') await nadia.sees('You wrote “the night desk”.');
      await nadia.choose('A member you would like to meet', 'Leila Moreau');
      await nadia.press('Write the ask');
      expect(await noteIn(people)).toBe('');
      await nadia.fill(words());
      await nadia.sees('On its way');
      await nadia.command('/ask-intro');
      await nadia.press('Continue');
      expect(await noteIn(people)).toBe(PROBING);
    });

    test('discard it: the next command begins with nothing', async () => {
      const { nadia } = people;
      await held(people);
      await nadia.command('/ask-intro');
      await nadia.press('Discard');
      await nadia.sees('Discarded. Nobody has seen it.');
      await nadia.command('/ask-intro @tom @leila');
      expect(await noteIn(people)).toBe('');
    });

    test('the form for the same helper comes filled in, also after a restart', async () => {
      const { nadia, tom } = people;
      await held(people);
      await stage.restart();
      await nadia.command('/ask-intro @tom @leila');
      expect(await noteIn(people)).toBe(PROBING);
      // Closed again, and opened again: still there.
      await nadia.command('/ask-intro @tom @leila');
      expect(await noteIn(people)).toBe(PROBING);
      await nadia.fill({ 'Why them': NOTE });
      await nadia.sees('On its way');
      await tom.sees('Opening or field: Yard planner');
      await nadia.command('/ask-intro');
      await nadia.sees('Who could help, and whom would you like to meet?');
    });

    test('for the same helper and another target: the words serve both', async () => {
      const { nadia, tom } = people;
      await held(people);
      await nadia.command('/ask-intro @tom @jonas');
      expect(await noteIn(people)).toBe(PROBING);
      await nadia.fill({ 'Why them': NOTE });
      await nadia.sees('On its way');
      await tom.sees('@Nadia Haddad would like to meet @Jonas Weber.');
      await nadia.command('/ask-intro');
      await nadia.sees('You would like to meet @Leila Moreau.');
      await nadia.sees(PROBING);
    });

    test('for another helper the form is empty, and nothing is lost', async () => {
      const { nadia, aiko } = people;
      await held(people);
      await nadia.command('/ask-intro @aiko @leila');
      expect(await noteIn(people)).toBe('');
      await nadia.fill(words());
      await nadia.sees('On its way');
      await aiko.sees('Opening or field: Dispatcher at the port');
      await nadia.command('/ask-intro @tom @leila');
      expect(await noteIn(people)).toBe(PROBING);
    });
  });

  test('what members write does nothing: no pings, no links, no markup', async () => {
    const { nadia, tom, jonas } = people;
    const hostile = 'Hi <!channel> @everyone <@U0LEILA> *bold* [site](https://evil.example) `x`';
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words({ note: `${NOTE} ${hostile}`, opening: '<!here> **x** _y_' }));
    await nadia.sees('On its way');
    await tom.sees(hostile);
    await tom.sees('<!here> **x** _y_');
    const parts = (await tom.pane()).conversations.flatMap(({ messages }) =>
      messages.flatMap((message) => message.parts),
    );
    const inlines = parts.flatMap((part) => ('content' in part ? part.content : []));
    // An address may be a link, but only one that shows where it leads.
    const styled = inlines.filter(
      ({ text, link, code, strong }) =>
        (link && link !== text) || code || (strong && /x/.test(text)),
    );
    expect(styled).toEqual([]);
    await stage.settled();
    expect(await jonas.reads()).toBe('');
  });
});

describe('names that nobody has', () => {
  test('on Slack they arrive as words, and are said to be unknown', async () => {
    const { nadia } = cast(stage, 'slack');
    await nadia.command('/ask-intro @bob @leila');
    await nadia.sees('We couldn’t find anybody called @bob');
    await nadia.command('/ask-intro <@U0GHOST> @leila');
    await nadia.sees('isn’t in this community, or has left. Please choose somebody else to ask.');
    await nadia.command('/ask-intro @tom <@U0GHOST>');
    await nadia.sees('isn’t in this community. If you would like to meet somebody outside');
  });

  test('Discord’s own client takes no such helper; who leaves in between is told', async () => {
    const { nadia, tom } = cast(stage, 'discord');
    const typed = await nadia.act({ do: 'command', text: '/ask-intro @bob @leila' });
    expect(typed).toEqual({ ok: false, error: expect.stringContaining('no member "@bob"') });

    await nadia.command('/ask-intro @tom @leila');
    await nadia.form('Why them');
    stage.local.discord.setMember('leila', false);
    await nadia.fill(words());
    await nadia.sees('isn’t in this community. If you would like to meet somebody outside');
    await stage.settled();
    expect(await tom.reads()).toBe('');
    stage.local.discord.setMember('leila', true);
    await nadia.choose('A member you would like to meet', 'Leila Moreau');
    await nadia.press('Write the ask');
    expect((await nadia.form('Why them')).fields[2]?.value).toBe(NOTE);
    await nadia.fill({});
    await tom.sees('@Nadia Haddad would like to meet @Leila Moreau.');
  });
});
