import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLocalClock } from '../../adapters/playground/clock.ts';
import { createWorldFile, restoreWorld } from '../../adapters/playground/world-file.ts';
import { para } from './fake-app.ts';
import { createFakePlatform } from './fake-platform.ts';

let folder: string;
let warnings: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'goodword-world-'));
  warnings = [];
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const clock = createLocalClock();
const slack = createFakePlatform({ name: 'slack', clock });
const current = () => ({ offset: 5, platforms: { slack: slack.snapshot() } });
const make = (inside = folder) =>
  createWorldFile({ folder: inside, current, warn: (line) => warnings.push(line), quietMs: 1 });

it('brings back what was saved', () => {
  slack.post('general', [para('Hello')]);
  const file = make(join(folder, 'not', 'yet'));
  expect(file.read()).toBeUndefined();
  file.saveSoon();
  file.flush();
  const world = file.read();
  expect(world?.offset).toBe(5);
  const other = createFakePlatform({ name: 'slack', clock });
  restoreWorld([other], world!);
  expect(other.see('tom').conversations[0]?.messages[0]?.text).toBe('Hello');
  expect(readdirSync(join(folder, 'not', 'yet'))).toEqual(['world.json']);
});

it('writes many changes once, soon', async () => {
  const counted = vi.fn(current);
  const file = createWorldFile({ folder, current: counted, warn: () => {}, quietMs: 5 });
  for (let at = 0; at < 50; at += 1) file.saveSoon();
  await vi.waitFor(() => expect(readdirSync(folder)).toEqual(['world.json']));
  expect(counted).toHaveBeenCalledTimes(1);
  file.flush();
  expect(counted).toHaveBeenCalledTimes(1);
});

it.each([
  '',
  '{"version":1',
  '[]',
  '{"version":2,"offset":0,"platforms":{}}',
  '{"version":1,"offset":-5,"platforms":{}}',
])('moves a damaged file aside: %s', (content) => {
  writeFileSync(join(folder, 'world.json'), content);
  expect(make().read()).toBeUndefined();
  expect(warnings).toEqual([expect.stringContaining('Starting afresh')]);
  expect(readFileSync(join(folder, 'world.json.damaged'), 'utf8')).toBe(content);
});

it('says when it cannot be written, and goes on', () => {
  writeFileSync(join(folder, 'taken'), '');
  const file = make(join(folder, 'taken'));
  file.saveSoon();
  file.flush();
  expect(warnings).toEqual([expect.stringContaining('could not be saved')]);
});

it('wants every platform', () => {
  expect(() => restoreWorld([slack], { offset: 0, platforms: {} })).toThrow(
    'nothing was saved for slack',
  );
});
