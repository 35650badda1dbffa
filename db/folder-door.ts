import { closeSync, openSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { basename, join } from 'node:path';

/** A socket inside a folder that shows that its process lives. */
export interface Door {
  name: string;
  close(): Promise<void>;
}

/** A socket's whole path may be this long (`sun_path`: 104 bytes on macOS, 108 on Linux). */
const LONGEST = 100;

/**
 * A path to `name` in `place` that is short enough for a socket. On Linux an open folder has a short one, through `/proc`; it
 * is good until `done`.
 */
function shortPath(place: string, name: string): { path: string; done: () => void } | undefined {
  const path = join(place, name);
  if (process.platform === 'win32') {
    // Windows has no socket files; a pipe's name is the machine's, and `name` is random.
    return { path: `\\\\.\\pipe\\goodword-${name}`, done: () => undefined };
  }
  if (Buffer.byteLength(path) <= LONGEST) return { path, done: () => undefined };
  if (process.platform !== 'linux') return undefined;
  const fd = openSync(place, 'r');
  return { path: `/proc/self/fd/${fd}/${basename(name)}`, done: () => closeSync(fd) };
}

/** Undefined where the file system has no sockets. */
export async function openDoor(place: string, name: string): Promise<Door | undefined> {
  const short = shortPath(place, name);
  if (!short) return undefined;
  const server = createServer((visitor) => visitor.destroy());
  server.unref();
  const opened = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(short.path, () => resolve(true));
  });
  if (!opened) {
    short.done();
    return undefined;
  }
  return {
    name,
    close: () =>
      // Closing removes the file by the path it was opened with.
      new Promise((resolve) =>
        server.close(() => {
          short.done();
          resolve();
        }),
      ),
  };
}

/** Whether somebody is behind the door; `unknown` where that can't be asked. */
export async function knock(place: string, name: string): Promise<'open' | 'closed' | 'unknown'> {
  const short = shortPath(place, name);
  if (!short) return 'unknown';
  const answer = await new Promise<'open' | 'closed' | 'unknown'>((resolve) => {
    const visitor = connect(short.path);
    visitor.once('connect', () => {
      resolve('open');
      visitor.destroy();
    });
    visitor.once('error', (error: NodeJS.ErrnoException) => {
      // EAGAIN: so many are asking that its queue is full. EACCES: another user's; not ours to judge by.
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve('closed');
      else resolve(error.code === 'EAGAIN' ? 'open' : 'unknown');
    });
    visitor.once('close', () => resolve('unknown'));
  }).finally(short.done);
  return answer;
}
