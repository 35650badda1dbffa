import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { count } from './actor.ts';
import { asks, type Cast, cast, introduces, NOTE, sending, words } from './asking.ts';
import { createStage, platforms, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.stop());
beforeEach(() => stage.afresh());
afterEach(() => {
  stage.beforeTransactions();
  vi.restoreAllMocks();
});

describe.each(platforms)('on %s', (platform) => {
  let people: Cast;
  beforeEach(() => {
    people = cast(stage, platform);
  });

  const closeDms = (handle: string, closed = true) =>
    stage.fault(platform, { fault: 'dms', handle, closed });

  /** What touches the data from now on waits until the function that comes back is called. */
  function hold(): () => void {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    stage.beforeTransactions(() => held);
    return () => {
      stage.beforeTransactions();
      release();
    };
  }

  describe('a restart', () => {
    test('a form opened before it is sent after it, a card from before is answered', async () => {
      const { nadia, tom, aiko, leila } = people;
      await asks(people);
      await tom.sees('[I’ll introduce you]');
      await aiko.command('/ask-intro @leila @jonas');
      await aiko.form('Why them');

      await stage.restart();
      await aiko.fill(words());
      await aiko.sees('On its way');
      await leila.sees('@Aiko Lindqvist would like to meet @Jonas Weber.', 'dm');
      await tom.press('I’ll introduce you');
      await leila.press('Yes, introduce us');
      await nadia.sees('# You are introduced', 'group');
      await stage.restart();
      await stage.forward('P1D');
      await nadia.sees('[Thank now]', 'dm');
    });

    test('what was decided before it is sent after it, once', async () => {
      const { nadia, tom } = people;
      await stage.fault(platform, {
        fault: 'rate-limit',
        count: 1,
        retryAfter: 2,
        match: sending[platform],
      });
      await nadia.command('/ask-intro @tom @leila');
      await nadia.fill(words());
      await nadia.sees('On its way');
      await vi.waitFor(async () =>
        expect(await stage.health()).toMatchObject({ outbox: { waiting: 1 } }),
      );
      await stage.restart();
      await tom.sees('[I’ll introduce you]', 'dm');
      await stage.settled();
      expect(count(await tom.reads(), '[I’ll introduce you]')).toBe(1);
    });
  });

  describe('closed direct messages', () => {
    test('the helper’s: the seeker is told, no time runs, the ask comes at next use', async () => {
      const { nadia, tom, leila } = people;
      await closeDms('tom');
      await asks(people);
      await nadia.sees('We couldn’t reach @Tom Okafor by direct message yet.', 'dm');
      expect(await stage.health()).toMatchObject({ outbox: { undelivered: 1 } });
      await stage.forward('P30D');
      await nadia.seesNone('has ended without an introduction');
      expect(await tom.reads()).toBe('');

      await tom.command('/helpers');
      await tom.sees('Helpers this week');
      await tom.sees('@Nadia Haddad would like to meet @Leila Moreau.');
      // From here on time runs as ever, and the seeker reads so.
      await nadia.sees('@Tom Okafor has your ask now', 'dm');
      await nadia.seesNone('[Withdraw]');
      await stage.forward('P4D');
      await tom.press('I’ll introduce you');
      await tom.sees('You offered to introduce them.');
      await leila.press('Yes, introduce us');
      await nadia.sees('# You are introduced', 'group');
      expect(await stage.health()).toMatchObject({ outbox: { undelivered: 0, waiting: 0 } });
    });

    test('the helper’s: the seeker may take the ask back, and nobody ever sees it', async () => {
      const { nadia, tom } = people;
      await closeDms('tom');
      await asks(people);
      await nadia.press('Withdraw', 'dm');
      await nadia.sees('Take back your ask to @Tom Okafor?');
      await nadia.press('Withdraw');
      await nadia.sees('Withdrawn: your ask doesn’t go to @Tom Okafor any more.', 'dm');
      await closeDms('tom', false);
      await tom.command('/helpers');
      await tom.sees('Helpers this week');
      await stage.settled();
      await tom.seesNone('would like to meet');
      expect(await stage.health()).toMatchObject({ outbox: { undelivered: 0, waiting: 0 } });
      await asks(people);
      await tom.sees('[I’ll introduce you]', 'dm');
    });

    test('the target’s: only the helper learns of it, and they are asked at next use', async () => {
      const { nadia, tom, leila } = people;
      await closeDms('leila');
      await asks(people);
      await tom.press('I’ll introduce you');
      await tom.sees('You offered to introduce them.');
      await tom.sees('@Leila Moreau couldn’t be reached by direct message yet.', 'dm');
      await stage.forward('P15D');
      await nadia.seesNone('Leila', 'has ended', 'couldn’t be reached');
      await leila.command('/goodword');
      await leila.press('Yes, introduce us');
      await nadia.sees('# You are introduced');
    });

    test('the seeker’s: what came meanwhile is shown at next use', async () => {
      const { nadia, tom } = people;
      await asks(people);
      await closeDms('nadia');
      await tom.press('Here’s a pointer');
      await tom.fill({ 'What could help': 'The port’s own site.' });
      await tom.sees('You gave a pointer.');
      await stage.settled();
      await nadia.seesNone('The port’s own site.');
      await nadia.command('/goodword');
      await nadia.sees('> The port’s own site.');
      await nadia.command('/goodword');
      await nadia.sees('Goodword helps you ask well', undefined, 2);
      expect(count(await nadia.reads(), 'The port’s own site.')).toBe(1);
    });
  });

  describe('a platform in trouble', () => {
    test('too many requests: the message comes later, and once', async () => {
      const { tom } = people;
      const match = sending[platform];
      await stage.fault(platform, { fault: 'rate-limit', count: 1, retryAfter: 1, match });
      await asks(people);
      await tom.sees('[I’ll introduce you]', 'dm');
      await stage.settled();
      expect(count(await tom.reads(), '[I’ll introduce you]')).toBe(1);
      expect(await stage.health()).toMatchObject({ outbox: { waiting: 0, ambiguous: 0 } });
    });

    test('a form that cannot be opened: a sentence, and the next press opens it', async () => {
      const { tom, nadia } = people;
      await asks(people);
      const match = { slack: 'views.open', discord: '/callback' }[platform];
      // On Discord the first answer is tried once more at once.
      const times = { slack: 1, discord: 1 }[platform];
      await stage.fault(platform, { fault: 'server-error', count: times, match });
      await tom.press('Here’s a pointer');
      if (platform === 'slack') {
        await tom.sees('That took longer than it should. Nothing is lost; please try again');
        await tom.press('Here’s a pointer', 'dm');
      }
      await tom.fill({ 'What could help': 'The port’s own site.' });
      await nadia.sees('> The port’s own site.', 'dm');
    });

    test('people cannot be looked up: the ask goes on all the same', async () => {
      const { nadia, tom } = people;
      const match = { slack: 'users.info', discord: 'GET /guilds/:id/members/:id' }[platform];
      await stage.fault(platform, { fault: 'server-error', count: 2, match });
      await nadia.command('/ask-intro @tom @leila');
      await nadia.fill(words());
      await nadia.sees('On its way');
      await tom.sees(`> ${NOTE}`, 'dm');
    });
  });

  describe('the data away', () => {
    test('a form that takes too long: a sentence, and the same again later', async () => {
      const { nadia, tom } = people;
      await introduces(people);
      await stage.forward('P1D');
      await nadia.button('Thank now');
      const release = hold();
      const acted = await nadia.press('Thank now');
      expect(acted.answeredInMs).toBeLessThan(3_000);
      await nadia.sees('That took longer than it should. Nothing is lost; please try again');
      release();
      await nadia.press('Thank now');
      await nadia.fill({ 'Your words': 'We talk on Friday.' });
      await tom.sees('> We talk on Friday.', 'dm');
    });

    test('an error: a sentence with a code that stands in the log', async () => {
      const { nadia, tom } = people;
      await nadia.command('/ask-intro @tom @leila');
      await nadia.form('Why them');
      stage.beforeTransactions(() => {
        throw Object.assign(new Error('the database is away'), { code: 'ECONNREFUSED' });
      });
      await nadia.fill(words());
      await nadia.sees('Something went wrong on our side');
      const code = /give an organiser this code: (\w+)/.exec(await nadia.reads())?.[1];
      expect(stage.logged.join('')).toContain(`code=${code}`);
      expect(stage.logged.join('')).not.toContain('night desk');
      stage.beforeTransactions();
      await nadia.command('/ask-intro @tom @leila');
      await nadia.fill(words());
      await nadia.sees('On its way');
      await stage.settled();
      expect(count(await tom.reads(), '[I’ll introduce you]')).toBe(1);
    });
  });

  describe('addresses that expire', () => {
    test('buttons and forms work hours after they were shown', async () => {
      const { nadia, tom } = people;
      await nadia.command('/ask-intro');
      await stage.forward('PT2H');
      await nadia.choose('Whom do you ask?', 'Tom Okafor');
      await nadia.sees('You ask @Tom Okafor.');
      await stage.forward('PT2H');
      await nadia.choose('A member you would like to meet', 'Leila Moreau');
      await nadia.press('Write the ask');
      await nadia.form('Why them');
      await stage.forward('PT2H');
      await nadia.fill(words());
      await nadia.sees('On its way');
      await tom.sees('[I’ll introduce you]', 'dm');
    });

    test('an answer that comes when its address is dead: by direct message', async () => {
      const { nadia, tom } = people;
      await nadia.command('/ask-intro @tom @leila');
      await nadia.form('Why them');
      const release = hold();
      await nadia.fill(words());
      // A modal on Slack stays good; the member closes it.
      if (platform === 'slack') await nadia.dismiss();
      stage.local.clock.forward(31 * 60 * 1000);
      release();
      await nadia.sees('On its way', 'dm');
      await tom.sees('[I’ll introduce you]', 'dm');
    });
  });
});

test('a trigger of Slack’s that is older than three seconds: a sentence, and it works again', async () => {
  const { nadia, tom } = cast(stage, 'slack');
  await nadia.command('/ask-intro');
  await nadia.choose('Whom do you ask?', 'Tom Okafor');
  await nadia.choose('A member you would like to meet', 'Leila Moreau');
  await nadia.button('Write the ask');
  const real = Date.now;
  stage.beforeTransactions(() => {
    vi.spyOn(Date, 'now').mockImplementation(() => real() + 4_000);
  });
  await nadia.press('Write the ask');
  await nadia.sees('That took longer than it should. Nothing is lost; please try again');
  stage.beforeTransactions();
  vi.restoreAllMocks();
  await nadia.press('Write the ask');
  await nadia.fill(words());
  await nadia.sees('On its way');
  await tom.sees('[I’ll introduce you]', 'dm');
});
