import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Pane } from '../../adapters/playground/pane.ts';
import { createPlayground, type Playground } from '../../adapters/playground/playground.ts';

let folder: string;
let warnings: string[];
const open: Playground[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goodword-playground-'));
  warnings = [];
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.stop()));
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: { folder?: string } = { folder }): Promise<Playground> {
  const playground = await createPlayground({ ...options, warn: (line) => warnings.push(line) });
  open.push(playground);
  return playground;
}

const stop = async (playground: Playground) => {
  open.splice(open.indexOf(playground), 1);
  await playground.stop();
};

const general = (pane: Pane) => {
  const found = pane.conversations.find((one) => one.name.replace('#', '') === 'general');
  if (!found) throw new Error('no #general');
  return found;
};

const sayHello = async (playground: Playground) => {
  for (const platform of [playground.slack, playground.discord]) {
    const channel = general(platform.see('nadia')).id;
    expect(await platform.act('nadia', { do: 'say', text: 'Hello', in: channel })).toMatchObject({
      ok: true,
    });
  }
};

const hellos = ({ slack, discord }: Playground) =>
  [slack, discord].map((one) => general(one.see('tom')).messages.map((message) => message.text));

it('brings both communities and the clock back after a restart', async () => {
  const first = await start();
  expect(first.restored).toBe(false);
  await sayHello(first);
  first.clock.forward(86_400_000);
  await stop(first);
  const second = await start();
  expect(second.restored).toBe(true);
  expect(second.clock.offset()).toBe(86_400_000);
  expect(hellos(second)).toEqual([['Hello'], ['Hello']]);
});

it('keeps nothing without a folder', async () => {
  const first = await start({});
  await sayHello(first);
  await stop(first);
  const second = await start({});
  expect(second.restored).toBe(false);
  expect(hellos(second)).toEqual([[], []]);
});

it('starts afresh where what was saved is no good, and says so', async () => {
  const first = await start();
  await sayHello(first);
  await stop(first);
  const path = join(folder, 'world.json');
  const world = JSON.parse(readFileSync(path, 'utf8'));
  delete world.platforms.discord;
  writeFileSync(path, JSON.stringify(world));
  const second = await start();
  expect(second.restored).toBe(false);
  expect(hellos(second)).toEqual([[], []]);
  expect(warnings).toEqual([expect.stringContaining('nothing was saved for discord')]);
});

it('starts over: the database first, then both communities', async () => {
  const playground = await start();
  await sayHello(playground);
  const seen: string[][][] = [];
  const app = playground.api(
    async () => {},
    async () => void seen.push(hellos(playground)),
  );
  const response = await app.request('http://localhost/try/start-over', { method: 'POST' });
  expect(response.status).toBe(200);
  expect(seen).toEqual([[['Hello'], ['Hello']]]);
  expect(hellos(playground)).toEqual([[], []]);
  await stop(playground);
  expect(hellos(await start())).toEqual([[], []]);
});

it('serves the panes of the real local servers', async () => {
  const playground = await start();
  const app = playground.api(async () => {});
  for (const name of ['slack', 'discord']) {
    const response = await app.request(`http://localhost/try/${name}/nadia`);
    const pane: Pane = JSON.parse(await response.text());
    expect(pane.platform).toBe(name);
    expect(pane.persona.name).toBe('Nadia Haddad');
    expect(pane.conversations.length).toBeGreaterThanOrEqual(3);
  }
});
