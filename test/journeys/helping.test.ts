import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from './actor.ts';
import { asks, type Cast, cast, NOTE, TOLD, words } from './asking.ts';
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

const REFER = '[I’ll refer you]';

describe.each(platforms)('on %s', (platform) => {
  let people: Cast;
  beforeEach(() => {
    people = cast(stage, platform);
  });

  /** Each says what they could help with. */
  async function offers(...helpers: Actor[]): Promise<void> {
    for (const helper of helpers) {
      await helper.command('/offer-help');
      await helper.sees('You haven’t offered anything yet.');
      await helper.press('What I offer');
      await helper.fill({
        'Firms where': 'Northwind Ltd, Contoso',
        'Fields and roles': 'freight, dispatching',
        'Languages that': 'English',
        'What kind of help': 'Any of these',
      });
      await helper.sees('Firms: Northwind Ltd, Contoso');
    }
  }

  const referral = (more: Record<string, string> = {}) => ({
    'The role': 'Harbour dispatcher',
    'Link to the posting': 'jobs.example.com/12',
    'Why does it fit': NOTE,
    ...more,
  });

  async function refers(nadia: Actor, firm = 'northwind'): Promise<void> {
    await nadia.command(`/ask-referral ${firm}`);
    await nadia.press('Write the ask');
    await nadia.fill(referral());
    await nadia.sees('On its way');
  }

  /** Who has the card with its buttons. */
  async function holder(...insiders: Actor[]): Promise<Actor> {
    await stage.settled();
    for (const one of insiders) if ((await one.reads('dm')).includes(REFER)) return one;
    throw new Error('nobody has the referral');
  }

  test('a referral, from no over pass to submitted, with names kept', async () => {
    const { nadia, tom, aiko, leila } = people;
    await offers(tom, aiko, leila);
    await nadia.command('/ask-referral');
    await nadia.sees('Members offer referrals at these firms.');
    await nadia.choose('Choose a firm', 'Northwind Ltd');
    await nadia.sees('3 members offer referrals at Northwind Ltd.');
    await nadia.press('Write the ask');
    await nadia.fill(referral({ 'Link to the posting': 'no link at all' }));
    await nadia.sees('Please give a link, like https://example.com/jobs/12.');
    await nadia.press('Edit');
    await nadia.fill({ 'Link to the posting': 'https://jobs.example.com/12' });
    await nadia.sees('is with the first insider: 1 of 3');

    const first = await holder(tom, aiko, leila);
    await first.sees('asks you for a referral to Harbour dispatcher at Northwind Ltd.');
    await first.press('No');
    await first.sees('You said no, and that is fine.');
    const second = await holder(tom, aiko, leila);
    await second.press('Not now');
    const third = await holder(tom, aiko, leila);
    await third.press('I need to know more');
    await third.fill({ 'Your question': 'Would nights suit you?' });
    await nadia.sees('somebody at Northwind Ltd would like to know more');
    await nadia.press('Answer');
    await nadia.fill({ 'Your answer': 'Gladly, from June on.' });
    await third.sees('> Gladly, from June on.');
    await nadia.command('/my-asks');
    await nadia.sees('with insider 3 of 3 since');
    await nadia.seesNone('Tom Okafor', 'Aiko Lindqvist', 'Leila Moreau');

    await third.press('I’ll refer you');
    await third.press('It’s submitted');
    await third.sees('You referred them.');
    await nadia.sees('has referred you for Harbour dispatcher at Northwind Ltd.', 'dm');
    await nadia.sees('It doesn’t get you hired', 'dm');
    await stage.forward('P1D');
    await nadia.sees('[Thank now]', 'dm');
  });

  test('a referral that nobody answers moves on, and its end is told late', async () => {
    const { nadia, tom, aiko } = people;
    await offers(tom, aiko);
    await refers(nadia);
    const first = await holder(tom, aiko);
    await stage.forward('P3DT1H');
    const second = await holder(tom, aiko);
    expect(second.handle).not.toBe(first.handle);
    await first.losesSightOf(REFER);
    // The last one has all the time that is left.
    await stage.forward('P7DT1H');
    await stage.forward(TOLD);
    await nadia.sees('has ended without one', 'dm');
    await nadia.seesNone('Tom Okafor', 'Aiko Lindqvist');
  });

  test('nobody at a firm: what is written alike, and a word when somebody appears', async () => {
    const { nadia, tom, aiko } = people;
    await offers(tom);
    await nadia.command('/ask-referral Northwint');
    await nadia.sees('Nobody who offers referrals at Northwint has time right now.');
    await nadia.sees('These are written alike:');
    await nadia.press('Tell me when there is somebody');
    await nadia.sees('You will hear once');
    await aiko.command('/offer-help');
    await aiko.press('What I offer');
    await aiko.fill({
      'Firms where': 'Northwint AG',
      'Fields and roles': 'freight',
      'What kind of help': 'Referrals',
    });
    await nadia.sees('Somebody now offers referrals at Northwint.', 'dm');
  });

  test('finding a helper by firm, and asking them for somebody there', async () => {
    const { nadia, tom } = people;
    await offers(tom);
    await nadia.command('/ask-intro');
    await nadia.press('Find me a helper');
    await nadia.fill({});
    await nadia.sees('Please name a firm or a field, one of the two.');
    await nadia.dismiss();
    await nadia.press('Find me a helper');
    await nadia.fill({ 'A firm': 'Contoso' });
    await nadia.sees('One member offers this and has time:');
    await nadia.choose('Whom would you like to ask?', 'Tom Okafor');
    await nadia.sees('You would like to meet somebody from Contoso.');
    await nadia.press('Write the ask');
    await nadia.fill(words());
    await nadia.sees('On its way');
    await tom.sees('would like to meet somebody from Contoso. You pick the person.');
  });

  test('how much, how often and when; a break; no requests', async () => {
    const { nadia, tom } = people;
    await offers(tom);
    await tom.press('How much, and when');
    await tom.fill({ 'Asks that you take': 'two' });
    await tom.sees('Please give a number from 1 to 100, or leave it empty.');
    await tom.dismiss();
    await tom.press('How much, and when');
    await tom.fill({ 'Asks that you take': '1', 'When it suits': 'Evenings' });
    await tom.sees('0 of 1 asks have reached you');
    await tom.press('Take a break');
    await tom.sees('You take a break from asks until');
    await tom.sees('[I’m back]');
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words());
    await nadia.sees('takes a break from asks until');
    await tom.press('I’m back');
    await tom.losesSightOf('[I’m back]');
    await tom.press('Don’t bring me requests');
    await tom.sees('We bring you no requests at all');
    await nadia.command('/ask-intro @tom @leila');
    await nadia.sees('@Tom Okafor takes no asks at the moment.');
  });

  test('my asks: a question is added, and the ask taken back', async () => {
    const { nadia, tom, leila } = people;
    await asks(people);
    await nadia.command('/my-asks');
    await nadia.sees('@Tom Okafor · @Leila Moreau: with your helper since');
    await nadia.press('Add a question');
    await nadia.fill({ 'What else': 'Which shifts are there?' });
    await nadia.sees('Added. It goes with your ask.');
    await tom.sees('@Nadia Haddad adds to the ask that you have:', 'dm');
    await tom.command('/my-asks');
    await tom.sees('@Nadia Haddad asked you on');
    await tom.press('Look at it');
    await tom.press('I’ll introduce you');
    await leila.sees('> Which shifts are there?');
    await nadia.command('/my-asks');
    await nadia.press('Remind');
    await nadia.sees('A reminder is welcome from');
    await nadia.command('/my-asks');
    await nadia.press('Withdraw');
    await nadia.sees('Take back your ask to @Tom Okafor?');
    await nadia.press('Withdraw');
    await nadia.sees('Withdrawn. Nothing more comes of this ask');
    await leila.losesSightOf('[Yes, introduce us]');
    await tom.sees('has taken their ask back', 'dm');
  });

  test('whom and what to keep out, and telling the organisers', async () => {
    const { nadia, tom, leila, jonas } = people;
    await nadia.command('/goodword');
    await nadia.press('Keep out');
    await nadia.choose('A person never to involve', 'Leila Moreau');
    await nadia.sees('- @Leila Moreau');
    await nadia.press('A firm never to involve');
    await nadia.fill({ 'The firm': 'Northwind' });
    await nadia.sees('- Northwind');
    await nadia.command('/ask-intro @tom @leila');
    await nadia.fill(words({ opening: 'Dispatcher at Northwind' }));
    await nadia.sees('You wanted never to involve @Leila Moreau');
    await nadia.sees('You wanted never to involve Northwind');
    await nadia.press('Send it as it is');
    await tom.press('I’ll introduce you');
    await leila.press('Yes, introduce us');
    await leila.press('This isn’t what was asked');
    await leila.fill({ 'What happened': 'It was about a job.' });
    await leila.sees('Only the organisers read it');
    await jonas.command('/goodword');
    await jonas.press('Reports (1)');
    await jonas.sees('The ask was for: A specific opening');
    await jonas.sees('> It was about a job.');
    await jonas.press('Done');
    await jonas.sees('Nothing waits for you.');
    await jonas.command('/goodword');
    await jonas.press('Organisers');
    await jonas.choose('Name an organiser', 'Tom Okafor');
    await jonas.sees('Take one off the list');
    await tom.command('/goodword');
    await tom.sees('[Organisers]');
  });

  test('the profile goes with the ask', async () => {
    const { nadia, tom, leila } = people;
    await nadia.command('/networking-profile');
    await nadia.sees('A few lines about you, written once.');
    await nadia.press('Write it');
    await nadia.fill({
      'Who you are': 'Freight dispatcher, six years of nights',
      'Skills and': 'Rotas',
      'Link to your': 'cv.example.com/nadia',
    });
    await nadia.sees('Who they are: Freight dispatcher, six years of nights');
    await asks(people);
    await tom.sees('Skills: Rotas');
    await tom.press('I’ll introduce you');
    await leila.sees('Who they are: Freight dispatcher, six years of nights');
    await nadia.command('/ask-intro @aiko Karim Saleh');
    await nadia.press('Someone outside');
    await nadia.fill({ 'Who is it': 'Karim Saleh' });
    await nadia.press('Write the ask');
    await nadia.fill(words());
    const { aiko } = people;
    await aiko.press('I’ll introduce you');
    await aiko.sees('In short: Freight dispatcher, six years of nights.');
    // Discord opens no such links.
    if (platform === 'slack') await aiko.sees('Open it as an e-mail');
  });

  test('what members write in these fields does nothing, and turns nothing around', async () => {
    const { nadia, tom } = people;
    const wild = '<!channel> @everyone **x** <https://evil.example|ok> \u202Edcba مرحبا';
    await tom.command('/offer-help');
    await tom.press('What I offer');
    await tom.fill({
      'Firms where': `Northwind, ${wild}`,
      'Fields and roles': wild,
      'What kind of help': 'Any of these',
    });
    await tom.sees('@everyone **x**');
    await nadia.command('/networking-profile');
    await nadia.press('Write it');
    await nadia.fill({ 'Who you are': wild, 'Skills and': wild });
    await nadia.sees('@everyone **x**');
    await nadia.command('/ask-referral Northwind');
    await nadia.press('Write the ask');
    const note = `${wild} ${'long '.repeat(280)}`.slice(0, 1_450);
    await nadia.fill(referral({ 'The role': `Dispatcher ${wild}`, 'Why does it fit': note }));
    // The review may advise on such a text; it goes out as it is.
    await stage.settled();
    if ((await nadia.reads()).includes('[Send it as it is]')) await nadia.press('Send it as it is');
    await nadia.sees('On its way');
    await tom.sees('asks you for a referral to');
    await tom.sees('@everyone **x**');
    const pane = await tom.pane();
    expect(JSON.stringify(pane)).not.toContain('"url":"https://evil.example"');
    await nadia.command('/my-asks');
    await nadia.sees('with insider 1 of 1');
  });

  test('did you talk, and how it ended', async () => {
    const { nadia, tom, leila } = people;
    await asks(people);
    await tom.press('I’ll introduce you');
    await leila.press('Yes, introduce us');
    await nadia.sees('You are introduced');
    await stage.forward('P7DT1H');
    await nadia.sees('Did you talk?', 'dm');
    await nadia.press('Yes, we talked');
    await nadia.press('Tell them how it ended');
    await nadia.fill({ 'What came of it': 'I got the job', 'A line for': 'I start on Monday.' });
    await nadia.sees('@Tom Okafor hears of it.');
    await tom.sees('Good news: @Nadia Haddad got the job.', 'dm');
    await tom.sees('> I start on Monday.', 'dm');
    await stage.forward('P21D');
    await stage.settled();
    await nadia.seesNone('would be glad to hear how it ended');
  });

  test('the board of the week is posted on Monday, once', async () => {
    const { nadia, tom, jonas } = people;
    await jonas.command('/goodword');
    await jonas.press('Settings');
    await jonas.fill({ 'Channel for the weekly board': 'wins' });
    await jonas.sees('Saved. It counts from now on.');
    await asks(people);
    await tom.press('You may mention my name');
    await nadia.command('/thank @tom');
    await nadia.fill({ 'Your words': 'It opened a door.' });
    await nadia.sees('They also earn a credit');
    await stage.forward('P7D');
    await nadia.sees('Who helped last week', 'channel', 1);
    await nadia.sees('For the first time: @Tom Okafor', 'channel');
    await stage.forward('P7D');
    await stage.settled();
    await nadia.sees('Who helped last week', 'channel', 1);
  });

  test('words to say a no with', async () => {
    const { tom } = people;
    await asks(people);
    await tom.press('No');
    await tom.choose('Words to say it with, if you like', 'No time now');
    await tom.sees('Hi Nadia Haddad, thank you for asking so thoughtfully.');
  });
});
