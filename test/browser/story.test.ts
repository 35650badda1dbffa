import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { goodword, killAll, type Running } from '../adapters/cli/process.ts';
import { openBrowser } from './local-page.ts';

/** What a newcomer sees after `npm start`: the real adapters, their real clients, the local servers, an embedded database. */
const picture = fileURLToPath(new URL('../../docs/local-page.png', import.meta.url));

let browser: Browser;
let running: Running;
let folder: string;
let url: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goodword-story-'));
  running = goodword(['start'], { cwd: folder, env: { PORT: '0' } });
  url = /http:\/\/[\d.:]+\//.exec(await running.says('Open http'))?.[0] ?? '';
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  running?.kill('SIGTERM');
  await running?.ended;
  killAll();
  rmSync(folder, { recursive: true, force: true });
});

/** Noon in Helsinki, where the local communities are: no quiet hours on the way. */
async function waitForNoon(page: Page): Promise<void> {
  const now = new Date(JSON.parse(await (await page.request.get(`${url}try/clock`)).text()).now);
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Helsinki',
      hour: 'numeric',
      hourCycle: 'h23',
    }).format(now),
  );
  const hours = (36 - hour) % 24;
  if (hours > 0) await page.request.post(`${url}try/clock`, { data: { hours } });
}

/**
 * `docs/local-page.png`: the helper's card on Slack beside what became of a hasty draft on Discord. That one is discarded again,
 * so that the story goes on as without the picture.
 */
async function takePicture(page: Page): Promise<void> {
  const discord = page.locator('#pane-discord');
  const tour = page.getByRole('complementary', { name: 'Try this' });
  const hint = (label: string) => tour.getByRole('button', { name: label, exact: true }).click();
  const form = discord.getByRole('dialog');
  await tour.getByText('on Discord', { exact: true }).click();
  await tour.getByRole('button', { name: 'Ask' }).click();
  await hint('Put it in her box');
  await discord.locator('.line').press('Enter');
  await form.waitFor();
  await hint('Fill it in hastily');
  await form.locator('footer .primary').click();
  await discord.getByRole('heading', { name: 'Before this goes out' }).waitFor();
  await tour.getByText('on Slack', { exact: true }).click();
  // Room for both messages as a whole.
  await tour.getByRole('button', { name: 'Close these hints' }).click();
  for (const below of await page.getByRole('button', { name: 'More below' }).all()) {
    await below.click();
    await below.waitFor({ state: 'detached' });
  }
  await page.mouse.move(0, 0);
  await page.screenshot({ path: picture, animations: 'disabled' });
  await page.getByRole('button', { name: 'Show me around' }).click();
  await tour.getByRole('button', { name: 'Say yes' }).click();
  await discord.getByRole('button', { name: 'Discard', exact: true }).click();
  await discord.getByText('Discarded.', { exact: false }).waitFor();
}

it.each(['slack', 'discord'] as const)(
  'tells its story on %s',
  { timeout: 120_000 },
  async (name) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(url);
    await waitForNoon(page);

    const pane = page.locator(`#pane-${name}`);
    const tour = page.getByRole('complementary', { name: 'Try this' });
    const press = (label: string) => pane.getByRole('button', { name: label, exact: true }).click();
    const hint = (label: string) => tour.getByRole('button', { name: label, exact: true }).click();
    const form = pane.getByRole('dialog');
    const waiting = (who: string) =>
      pane.locator('.persona', { hasText: who }).locator('.badge').waitFor();
    const closeForm = async () => {
      if (await form.isVisible()) await form.locator('.close').click();
    };

    await pane.locator('.line').waitFor();
    await tour.getByText(name === 'slack' ? 'on Slack' : 'on Discord', { exact: true }).click();
    await hint('Put it in her box');
    await pane.locator('.line').press('Enter');
    await form.waitFor();
    await hint('Fill it in hastily');
    await form.locator('footer .primary').click();
    await pane.getByRole('heading', { name: 'Before this goes out' }).waitFor();
    await press('Edit');
    await form.locator('textarea').first().waitFor();
    expect(await form.locator('textarea').first().inputValue()).toContain(
      'Do you know anybody else',
    );
    await hint('Fill it in well');
    await form.locator('footer .primary').click();
    await pane.getByRole('heading', { name: 'On its way' }).waitFor();

    await waiting('Tom');
    await hint('Next');
    await hint('Be Tom');
    await pane.getByRole('heading', { name: 'An ask for an introduction' }).waitFor();
    if (name === 'slack' && process.env.GOODWORD_PICTURE === '1') await takePicture(page);
    await press('I’ll introduce you');

    await waiting('Leila');
    await hint('Next');
    await hint('Be Leila');
    await press('Yes, introduce us');
    await pane.getByText('You said yes.', { exact: false }).waitFor();

    await waiting('Nadia');
    await hint('Next');
    await hint('Move the clock a day');
    await tour
      .getByRole('button', { name: 'Move the clock a day' })
      .and(page.locator(':enabled'))
      .waitFor();
    await hint('Be Nadia');
    await pane.locator('.persona', { hasText: 'Nadia' }).locator(':checked').waitFor();
    await closeForm();
    await pane
      .locator('.conversations button', { hasText: 'Nadia Haddad and Leila' })
      .or(pane.locator('.conversations button', { hasText: 'Tom Okafor, Leila' }))
      .click();
    await pane.getByRole('heading', { name: 'You are introduced' }).waitFor();
    await pane.locator('.conversations button', { hasText: /^Goodword/ }).click();
    await press('Thank now');
    await form
      .locator('textarea')
      .first()
      .fill('Thank you, Tom. Leila gave me an hour of her time.');
    await form.locator('footer .primary').click();
    await pane.getByRole('heading', { name: 'Your thanks are on their way' }).waitFor();
    await closeForm();

    await hint('Next');
    await hint('Put it in her box');
    await pane.locator('.line').press('Enter');
    await pane.getByRole('heading', { name: 'Helpers this week' }).waitFor();
    await pane
      .locator('article', { hasText: 'Helpers this week' })
      .getByText('@Tom Okafor')
      .waitFor();
    expect(errors).toEqual([]);
    await context.close();
  },
);
