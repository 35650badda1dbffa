import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockFolder } from '../../db/folder-lock.ts';

const holder = fileURLToPath(new URL('./lock-holder.ts', import.meta.url));

describe.each([
  ['a folder', 'home'],
  ['a folder whose path is too long for a socket', 'a-long-name-'.repeat(12)],
])('%s', (_what, name) => {
  let base: string;
  let folder: string;
  let children: ChildProcess[] = [];
  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'goodword-lock-'));
    folder = join(base, name);
    await mkdir(folder);
  });
  afterEach(async () => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
    children = [];
    await rm(base, { recursive: true });
  });

  /** A process that takes the lock when told and says how that went. */
  async function start() {
    const child = spawn(process.execPath, ['--import', 'tsx', holder, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    const says = async () => String((await once(child.stdout, 'data'))[0]).trim();
    expect(await says()).toBe('ready');
    return {
      take() {
        const answer = says();
        child.stdin.write('take\n');
        return answer;
      },
      async kill(signal: NodeJS.Signals) {
        const ended = once(child, 'close');
        child.kill(signal);
        if (signal !== 'SIGSTOP') await ended;
      },
    };
  }

  test('keeps a second one off at once, a stopped holder counts, a killed one does not', async () => {
    const [first, second, third] = await Promise.all([start(), start(), start()]);
    expect(await first.take()).toBe('taken');
    expect(await second.take()).toMatch(/Another Goodword is using this folder: stop it first/);
    await expect(lockFolder(folder)).rejects.toMatchObject({ name: 'DatabaseProblem' });
    await first.kill('SIGSTOP');
    expect(await second.take()).toMatch(/Another Goodword/);
    await first.kill('SIGKILL');
    const before = performance.now();
    expect(await second.take()).toBe('taken');
    expect(performance.now() - before).toBeLessThan(2000);
    expect(await third.take()).toMatch(/Another Goodword/);
  });

  test('of many that start at once after a crash, one gets it, every time', async () => {
    const rounds = 4;
    const contenders = await Promise.all(Array.from({ length: 4 }, start));
    for (let round = 0; round < rounds; round++) {
      const answers = await Promise.all(contenders.map((one) => one.take()));
      expect(answers.filter((answer) => answer === 'taken')).toHaveLength(1);
      const winner = contenders.splice(answers.indexOf('taken'), 1)[0];
      await winner?.kill('SIGKILL');
    }
  });

  test('can be taken again after it was released, and leaves little behind', async () => {
    for (let i = 0; i < 5; i++) {
      const lock = await lockFolder(folder);
      await expect(lockFolder(folder)).rejects.toMatchObject({ name: 'DatabaseProblem' });
      await lock.release();
    }
    expect((await readdir(join(folder, 'lock'))).sort()).toEqual(['5', '5.beat']);
  });

  test('in one process, of many at once one gets it', async () => {
    const tried = await Promise.allSettled(Array.from({ length: 12 }, () => lockFolder(folder)));
    const got = tried.filter((one) => one.status === 'fulfilled');
    expect(got).toHaveLength(1);
    await got[0]?.value.release();
  });

  describe('a holder that left', () => {
    /** As if somebody had taken the lock, changed by `change`, and was gone without a word. */
    async function leftBy(change: object, minutesAgo: number) {
      const lock = await lockFolder(folder);
      const place = join(folder, 'lock');
      const mine = JSON.parse(await readFile(join(place, '1'), 'utf8'));
      await lock.release();
      await writeFile(join(place, '1'), JSON.stringify({ ...mine, ...change }));
      const then = new Date(Date.now() - minutesAgo * 60_000);
      await utimes(join(place, '1.beat'), then, then);
    }
    const canTake = async () => {
      try {
        await (await lockFolder(folder)).release();
        return true;
      } catch {
        return false;
      }
    };

    test('from another container, with a pid that runs here too', async () => {
      await leftBy({ pidNamespace: 'pid:[1]' }, 0);
      expect(await canTake()).toBe(true);
    });

    test('with a pid that was used again', async () => {
      await leftBy({ startedAt: '1' }, 0);
      expect(await canTake()).toBe(true);
    });

    test('that still runs, though its socket was deleted', async () => {
      await leftBy({}, 0);
      expect(await canTake()).toBe(false);
    });

    test('without a socket, from another container: its heartbeat decides', async () => {
      await leftBy({ pidNamespace: 'pid:[1]', door: undefined }, 0);
      expect(await canTake()).toBe(false);
      await leftOver(join(folder, 'lock', '1.beat'));
      expect(await canTake()).toBe(true);
    });

    test('on another machine, or before this one was restarted: its heartbeat decides', async () => {
      await leftBy({ kernel: 'another' }, 0);
      expect(await canTake()).toBe(false);
      await leftOver(join(folder, 'lock', '1.beat'));
      expect(await canTake()).toBe(true);
    });

    const leftOver = async (beat: string) => {
      const then = new Date(Date.now() - 60_000);
      await utimes(beat, then, then);
    };
  });
});
