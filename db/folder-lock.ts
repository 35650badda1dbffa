import { randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Door, knock, openDoor } from './folder-door.ts';
import { isRunning, type Process, thisProcess } from './folder-process.ts';
import { DatabaseProblem } from './problem.ts';

export interface FolderLock {
  release(): Promise<void>;
}

/** Who holds the folder. */
interface Holder extends Process {
  /** Its socket in the lock folder, where the file system has sockets. */
  door?: string;
}

const BEAT = 5000;
/** Older than this, a heartbeat that can only be judged by its age counts as stopped. */
const STOPPED = 15_000;

/**
 * Keeps every other process off `folder` until released or until this process ends, however it ends.
 *
 * The holder listens on a socket inside the folder. The kernel closes it with the process, kill -9 included, and whoever shares
 * the kernel can ask it, also from another container, where the holder's pid would mean somebody else or nobody.
 * Where that can't be asked (a file system without sockets, another machine), process and heartbeat decide.
 *
 * Who comes first is settled by numbered files made with `link`, which is atomic: the highest number holds. The highest is never
 * removed, so nobody can act on an outdated view: it fails to make the next number, or sees a higher one afterwards.
 *
 * @throws {DatabaseProblem} somebody holds the folder
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const place = join(folder, 'lock');
  await mkdir(place, { recursive: true });
  const me = randomBytes(6).toString('hex');
  const door = await openDoor(place, `${me}.sock`);
  const holder: Holder = { ...(await thisProcess()), ...(door && { door: door.name }) };
  const draft = join(place, `${me}.draft`);
  await writeFile(draft, JSON.stringify(holder));
  try {
    const number = await takeNumber(place, draft);
    return await hold(place, number, door);
  } catch (error) {
    await door?.close();
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function takeNumber(place: string, draft: string): Promise<number> {
  for (;;) {
    const highest = Math.max(0, ...(await numbers(place)));
    if (highest > 0 && (await isHeld(place, highest))) {
      throw new DatabaseProblem(
        'Another Goodword is using this folder: stop it first, or give this one a folder of its own.',
      );
    }
    const number = highest + 1;
    const taken = await link(draft, join(place, String(number))).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false;
        throw error;
      },
    );
    if (!taken) continue;
    if (Math.max(...(await numbers(place))) === number) return number;
    await rm(join(place, String(number)), { force: true });
  }
}

async function hold(place: string, number: number, door: Door | undefined): Promise<FolderLock> {
  await sweep(place, number);
  const mine = join(place, String(number));
  // Written, not touched: the time is then that of whoever keeps the files, as in `ageOf`.
  const beat = () => writeFile(`${mine}.beat`, '.').catch(() => undefined);
  await beat();
  const beating = setInterval(beat, BEAT);
  beating.unref();
  return {
    async release() {
      clearInterval(beating);
      await writeFile(mine, JSON.stringify({ released: true }));
      await door?.close();
    },
  };
}

/** Removes what former holders left behind. */
async function sweep(place: string, number: number): Promise<void> {
  for (const older of await numbers(place)) {
    if (older >= number) continue;
    const holder = await readHolder(place, older);
    const left = [`${older}`, `${older}.beat`];
    if (holder?.door !== undefined) left.push(holder.door);
    for (const name of left) await rm(join(place, name), { force: true });
  }
}

const numbers = async (place: string): Promise<number[]> =>
  (await readdir(place)).filter((name) => /^\d+$/.test(name)).map(Number);

/** Undefined: released, or removed by the next holder meanwhile, or cut short by a power failure. */
async function readHolder(place: string, number: number): Promise<Holder | undefined> {
  try {
    const holder = JSON.parse(await readFile(join(place, String(number)), 'utf8'));
    return 'released' in holder ? undefined : holder;
  } catch {
    return undefined;
  }
}

async function isHeld(place: string, number: number): Promise<boolean> {
  const holder = await readHolder(place, number);
  if (!holder) return false;
  const me = await thisProcess();
  if (holder.kernel === me.kernel) {
    const answer = holder.door === undefined ? 'unknown' : await knock(place, holder.door);
    if (answer === 'open') return true;
    const running = await isRunning(holder, me);
    if (running !== 'unknown') return running === 'yes';
    if (answer === 'closed') return false;
  }
  return (await heartbeatAge(place, number)) < STOPPED;
}

/** Measured by the clock of whoever keeps the files. */
async function heartbeatAge(place: string, number: number): Promise<number> {
  const probe = join(place, `${randomBytes(6).toString('hex')}.probe`);
  try {
    await writeFile(probe, '.');
    const now = (await stat(probe)).mtimeMs;
    // Before its first beat there is only the time it took the folder.
    const beat = await stat(join(place, `${number}.beat`)).catch(() =>
      stat(join(place, String(number))),
    );
    return now - beat.mtimeMs;
  } finally {
    await rm(probe, { force: true });
  }
}
