import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Persona } from '../../adapters/playground/pane.ts';
import { askForm, para } from '../playground/fake-app.ts';
import { type LocalPage, openBrowser, serveLocalPage } from './local-page.ts';

const contrast = readFileSync(new URL('./contrast.js', import.meta.url), 'utf8');

const longName = 'Maximiliane-Alexandrina von Hohenstaufen-Wolkenstein';
const arabicName = 'سمير عبد الرحمن الخطيب';
const unusual: Omit<Persona, 'user'>[] = [
  { handle: 'maxi', name: longName, role: 'helper' },
  { handle: 'samir', name: arabicName, role: 'target' },
];

let browser: Browser;
let local: LocalPage;
let page: Page;
/** What no visit may cause: errors in the console, requests to elsewhere. */
let trouble: string[];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

beforeEach(() => {
  trouble = [];
});

afterEach(async () => {
  await page.context().close();
  await local.stop();
  expect(trouble).toEqual([]);
});

async function visit(options: BrowserContextOptions & { also?: Omit<Persona, 'user'>[] } = {}) {
  const { also = [], ...context } = options;
  local = await serveLocalPage(also);
  const visitor = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...context });
  page = await visitor.newPage();
  page.setDefaultTimeout(10_000);
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(local.url)) trouble.push(request.url());
  });
  await page.goto(local.url);
  await side('slack').locator('.line').waitFor();
}

const side = (name: 'slack' | 'discord') => page.locator(`#pane-${name}`);
const line = (pane: Locator) => pane.getByRole('combobox', { name: /^Message or command/ });
const button = (within: Locator | Page, name: string) =>
  within.getByRole('button', { name, exact: true });
const be = (pane: Locator, name: string) =>
  pane.getByRole('radio', { name: new RegExp(name) }).check({ force: true });
const seen = (locator: Locator) => locator.waitFor({ state: 'visible' });
const gone = (locator: Locator) => locator.waitFor({ state: 'detached' });
const focused = () =>
  page.evaluate<string>('document.activeElement.id || document.activeElement.className');

describe('a story', () => {
  it.each(['slack', 'discord'] as const)(
    'goes from an ask to an introduction on %s',
    async (name) => {
      await visit();
      const pane = side(name);
      await line(pane).fill('/ask-intro @tom @leila');
      await line(pane).press('Enter');
      const form = pane.getByRole('dialog', { name: 'Ask for an introduction' });
      await form.getByLabel('The opening or field').fill('Fjord Bank');
      await form.getByLabel('Your note').fill('Please do tell me of any job at all.');
      await button(form, 'Check and send').click();
      await gone(form);

      await pane.getByRole('button', { name: /Goodword/ }).click();
      await seen(pane.getByRole('heading', { name: 'Not sent yet' }));
      await button(pane, 'Edit').click();
      await form.getByLabel('The opening or field').fill('Fjord Bank');
      await form.getByLabel('Your note').fill('I would like to learn how your design team works.');
      await button(form, 'Check and send').click();

      await seen(pane.locator('.persona', { hasText: 'Tom' }).locator('.badge'));
      await be(pane, 'Tom Okafor');
      await seen(pane.getByRole('heading', { name: 'Nadia Haddad asks you for an introduction' }));
      await gone(pane.locator('.persona', { hasText: 'Tom' }).locator('.badge'));
      await button(pane, "I'll introduce you").click();
      await seen(pane.getByText('You introduce Nadia Haddad to Leila Moreau.'));
      await seen(pane.getByText('(edited)'));

      await be(pane, 'Leila Moreau');
      await seen(pane.getByRole('heading', { name: 'Meet each other' }));
      await line(pane).fill('Hello Nadia, welcome.');
      await line(pane).press('Enter');
      await seen(pane.getByRole('log').getByText('Hello Nadia, welcome.'));
      expect(await line(pane).inputValue()).toBe('');
      const other = local[name === 'slack' ? 'discord' : 'slack'];
      expect(other.acts.filter(({ act }) => act.do !== 'suggest')).toEqual([]);
    },
  );
});

describe('the command line', () => {
  it('completes commands with the arrow keys and Enter, and closes with Escape', async () => {
    await visit();
    const pane = side('slack');
    await line(pane).pressSequentially('/');
    const list = pane.getByRole('listbox', { name: 'Completions' });
    await seen(list);
    expect(await list.getByRole('option').count()).toBe(4);
    await line(pane).press('ArrowDown');
    expect(await list.getByRole('option', { selected: true }).textContent()).toContain('/thank');
    await line(pane).press('ArrowUp');
    await line(pane).press('ArrowUp');
    expect(await list.getByRole('option', { selected: true }).textContent()).toContain('/goodword');
    await line(pane).press('Escape');
    await gone(list);
    await line(pane).pressSequentially('ask');
    await seen(list);
    await line(pane).press('Enter');
    expect(await line(pane).inputValue()).toBe('/ask-intro ');
    expect(local.slack.acts.filter(({ act }) => act.do === 'command')).toEqual([]);
  });

  it('completes members by any word of their name, with Tab or the mouse', async () => {
    await visit({ also: unusual });
    const pane = side('slack');
    await line(pane).fill('/ask-intro @oka');
    await line(pane).press('Tab');
    expect(await line(pane).inputValue()).toBe('/ask-intro @tom ');
    await line(pane).pressSequentially('@سمير');
    await pane.getByRole('option', { name: /@samir/ }).click();
    expect(await line(pane).inputValue()).toBe('/ask-intro @tom @samir ');
  });

  it('offers what the platform suggests, and sends what was typed unless it is taken', async () => {
    await visit();
    const pane = side('discord');
    await line(pane).fill('/ask-intro target:');
    await seen(pane.getByRole('option', { name: 'Fjord Bank' }));
    await line(pane).press('Enter');
    await seen(pane.getByRole('dialog'));
    expect(local.discord.acts.at(-1)?.act).toEqual({
      do: 'command',
      text: '/ask-intro target:',
      in: 'general',
    });
    await page.keyboard.press('Escape');
    await line(pane).fill('/ask-intro target:');
    await seen(pane.getByRole('option', { name: 'Fjord Bank' }));
    await line(pane).press('ArrowDown');
    await line(pane).press('Enter');
    expect(await line(pane).inputValue()).toBe('/ask-intro target:Fjord Bank');
  });

  it('sends a whole command at once, however fast it is typed', async () => {
    await visit();
    await line(side('slack')).fill('/goodword');
    await line(side('slack')).press('Enter');
    await seen(side('slack').getByText('Goodword carries asks kindly.', { exact: false }));
    await seen(side('slack').getByText('Only visible to you'));
  });

  it('offers no commands where the platform has none', async () => {
    await visit();
    const pane = side('discord');
    await pane.getByRole('button', { name: /Goodword/ }).click();
    await seen(pane.getByPlaceholder('Commands work in the channels'));
    await line(pane).fill('/');
    expect(await pane.getByRole('listbox').count()).toBe(0);
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    await visit();
    const pane = side('slack');
    await line(pane).fill('/dance');
    await line(pane).press('Enter');
    const notice = pane.getByRole('alert').getByText('/dance is not a command here.');
    await seen(notice);
    expect(await line(pane).inputValue()).toBe('/dance');
    await button(pane, 'Dismiss').click();
    await gone(notice);
  });
});

describe('a form', () => {
  const open = async () => {
    await visit();
    local.slack.openModal('nadia', askForm(''));
    const form = side('slack').getByRole('dialog');
    await seen(form);
    return form;
  };

  it('shows what is wrong beside the field, keeps the answers and goes there', async () => {
    const form = await open();
    await form.getByLabel('The opening or field').fill('Fjord Bank');
    await form.getByLabel('Your note').fill('Too short');
    await button(form, 'Check and send').click();
    const error = form.getByText('Please write a little more, so that Tom can say yes.');
    await seen(error);
    expect(await form.getByLabel('Your note').inputValue()).toBe('Too short');
    expect(await form.getByLabel('Your note').getAttribute('aria-invalid')).toBe('true');
    expect(await focused()).toBe('field-slack-note');
  });

  it("shows the client's own refusal", async () => {
    const form = await open();
    await button(form, 'Check and send').click();
    await seen(form.getByRole('alert').getByText('Please fill in “The opening or field”.'));
  });

  it('counts, and never cuts, what is too long', async () => {
    const form = await open();
    await form.getByLabel('Your note').fill('x'.repeat(1_502));
    await seen(form.getByText('2 too many: 1,502 of 1,500 characters'));
    expect(await form.getByLabel('Your note').inputValue()).toHaveLength(1_502);
  });

  it('keeps the focus inside, closes with Escape and gives the focus back', async () => {
    const form = await open();
    expect(await focused()).toBe('field-slack-purpose');
    await form.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toContain('primary');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('close');
    expect(await side('slack').locator('.pane-inside').getAttribute('inert')).not.toBeNull();
    await page.keyboard.press('Escape');
    await gone(form);
    expect(await focused()).toBe('line');
    expect(local.slack.acts.at(-1)?.act).toEqual({ do: 'dismiss' });
  });
});

describe('what was sent', () => {
  it('is text, whatever it looks like, and links lead only to the web or to mail', async () => {
    await visit();
    const attack = '<img src=x onerror="document.title=1"><b>bold</b>';
    local.slack.post('general', [
      { part: 'heading', text: attack },
      { part: 'text', content: [{ text: attack }] },
      { part: 'text', content: [{ text: 'trap', link: 'javascript:alert(1)' }] },
      { part: 'text', content: [{ text: 'web', link: 'https://example.com/' }] },
      {
        part: 'buttons',
        buttons: [{ id: 'x', label: 'data', style: 'default', url: 'data:text/html,x' }],
      },
    ]);
    const log = side('slack').getByRole('log');
    await seen(log.getByRole('heading', { name: attack }));
    expect(await log.locator('b, article img[src="x"]').count()).toBe(0);
    expect(await log.getByRole('link').count()).toBe(1);
    const web = log.getByRole('link', { name: 'web' });
    expect(await web.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await page.title()).toBe('Goodword: try it here');
  });

  it('can be chosen from', async () => {
    await visit();
    const options = ['Tom', 'Aiko'].map((label) => ({ value: label.toLowerCase(), label }));
    local.slack.post('general', [
      { part: 'select', id: 's', placeholder: 'Choose a helper', options },
    ]);
    const pane = side('slack');
    expect(await button(pane, 'Choose').isDisabled()).toBe(true);
    await pane.getByLabel('Choose a helper').selectOption('aiko');
    await button(pane, 'Choose').click();
    await seen(pane.getByText('You chose aiko.'));
  });

  it('shows that the app is thinking', async () => {
    await visit();
    local.discord.post('general', [], { waiting: true, only: 'nadia' });
    await seen(side('discord').getByText('Goodword is thinking…'));
  });

  it('runs from right to left where the words do, and never out of its box', async () => {
    await visit({ also: unusual });
    const from = { name: arabicName, handle: 'samir', app: false };
    local.slack.post('general', [para('مرحبا بالجميع، أبحث عن فرصة.')], { from });
    local.slack.post('general', [para(`https://example.com/${'long/'.repeat(60)}`)], {
      from: { name: longName, handle: 'maxi', app: false },
    });
    const words = side('slack').getByText('مرحبا بالجميع', { exact: false });
    await seen(words);
    expect(await words.evaluate((node) => node.matches(':dir(rtl)'))).toBe(true);
    for (const width of [1440, 1280, 1000, 800, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const over = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      const inLog = `(() => { const log = document.querySelector('#pane-slack .messages');
        return log.scrollWidth - log.clientWidth; })()`;
      expect([width, await page.evaluate(over), await page.evaluate(inLog)]).toEqual([width, 0, 0]);
    }
  });
});

describe('around both sides', () => {
  it('switches persona with the arrow keys, and marks what was not read', async () => {
    await visit();
    local.slack.post('dm-tom', [para('For Tom alone')]);
    const pane = side('slack');
    const tom = pane.locator('.persona', { hasText: 'Tom' });
    await seen(tom.getByText('1 not read'));
    await pane.getByRole('radio', { name: /Nadia/ }).focus();
    await page.keyboard.press('ArrowRight');
    await seen(pane.getByText('For Tom alone'));
    await gone(tom.locator('.badge'));
    local.slack.post('general', [para('Hello all')]);
    await seen(pane.getByRole('button', { name: /general.*1 not read/ }));
    await pane.getByRole('button', { name: /general/ }).click();
    await seen(pane.getByText('Hello all'));
    await gone(pane.getByRole('button', { name: /general.*not read/ }));
  });

  it('moves the clock, and waits until all is settled', async () => {
    await visit();
    await button(page, '+5 days').click();
    await seen(page.getByText('5 days ahead'));
    expect(local.clock.offset()).toBe(5 * 24 * 60 * 60 * 1000);
    expect(local.settled()).toBe(5);
  });

  it('asks before it empties everything', async () => {
    await visit();
    local.slack.post('general', [para('To be emptied')]);
    const message = side('slack').getByText('To be emptied');
    await seen(message);
    await button(page, 'Start over').click();
    await button(page, 'Keep them').click();
    await seen(message);
    await button(page, 'Start over').click();
    await button(page, 'Empty').click();
    await gone(message);
    await seen(side('slack').getByText('Nobody has said anything here yet'));
  });

  it('leads through the story once, and again when asked', async () => {
    await visit();
    const tour = page.getByRole('complementary', { name: 'Try this' });
    expect(await button(tour, 'Fill it in well').count()).toBe(0);
    await tour.getByText('on Discord', { exact: true }).click();
    await button(tour, 'Put it in her box').click();
    expect(await line(side('discord')).inputValue()).toBe('/ask-intro @tom @leila');
    await line(side('discord')).press('Enter');
    await button(tour, 'Fill it in well').click();
    const note = side('discord').getByRole('dialog').getByLabel('Your note');
    expect(await note.inputValue()).toContain('retail banking');
    await button(tour, 'Close these hints').click();
    await page.reload();
    await seen(button(page, 'Show me around'));
    expect(await tour.count()).toBe(0);
    await button(page, 'Show me around').click();
    await seen(tour);
  });

  it('shows one side at a time in a narrow window', async () => {
    await visit({ viewport: { width: 800, height: 900 } });
    expect(await side('discord').isVisible()).toBe(false);
    await page.getByRole('button', { name: /^Discord/ }).click();
    expect(await side('discord').isVisible()).toBe(true);
    expect(await side('slack').isVisible()).toBe(false);
  });

  it('says so when Goodword stops', async () => {
    await visit();
    await local.stop();
    await seen(page.getByText('Not connected.', { exact: false }));
    trouble = trouble.filter((line) => !line.includes('ERR_'));
    local = { ...local, stop: async () => {} };
  });
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  it('is readable: text stands out from what is behind it', async () => {
    await visit({ colorScheme, viewport: { width: 1440, height: 900 } });
    for (const platform of [local.slack, local.discord]) {
      platform.post('general', [
        { part: 'heading', text: 'Heading' },
        {
          part: 'text',
          content: [
            { text: 'Leila', mention: true },
            { text: 'link', link: 'https://example.com' },
            { text: 'code', code: true },
          ],
        },
        { part: 'context', content: [{ text: 'Small print' }] },
        { part: 'quote', content: [{ text: 'Quoted' }] },
        {
          part: 'buttons',
          buttons: (['default', 'primary', 'danger'] as const).map((style) => ({
            id: style,
            label: style,
            style,
          })),
        },
      ]);
      platform.post('general', [para('Private')], { only: 'nadia' });
      platform.post('dm-tom', [para('For Tom')]);
      platform.post('wins', [para('Not read')]);
    }
    await seen(side('discord').getByText('Private', { exact: true }));
    await line(side('discord')).fill('/');
    await seen(side('discord').getByRole('listbox'));
    expect(await page.evaluate(contrast)).toEqual([]);
    for (const platform of [local.slack, local.discord]) {
      platform.openModal('nadia', {
        ...askForm('x'.repeat(1_600)),
        fields: askForm('x'.repeat(1_600)).fields.map((field) => ({
          ...field,
          error: 'Please change it.',
        })),
      });
    }
    await seen(side('slack').getByRole('dialog'));
    await seen(side('discord').getByRole('dialog'));
    expect(await page.evaluate(contrast)).toEqual([]);
  });
});
