import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LocalPlatform } from './pane.ts';

const saved = z.object({
  version: z.literal(1),
  offset: z.number().min(0),
  platforms: z.record(z.string(), z.unknown()),
});

export interface SavedWorld {
  /** Milliseconds that the clock was ahead. */
  offset: number;
  /** Snapshots by platform name. */
  platforms: Record<string, unknown>;
}

/** The local communities in one file, `<folder>/world.json`. */
export interface WorldFile {
  /** Undefined: there is none, or it can't be read (then it was moved aside and `warn` was told). */
  read(): SavedWorld | undefined;
  /** Moves a file aside whose content turned out to be no good. */
  setAside(why: string): void;
  /** Writes soon; many calls in a short while are one write. */
  saveSoon(): void;
  /** Writes now what is still unwritten. */
  flush(): void;
}

/** `current` gives what to write. Writing goes through a second file and a rename: a crash leaves the old or the new one. */
export function createWorldFile(options: {
  folder: string;
  current: () => SavedWorld;
  warn: (line: string) => void;
  quietMs?: number;
}): WorldFile {
  const { folder, current, warn, quietMs = 200 } = options;
  const path = join(folder, 'world.json');
  let timer: NodeJS.Timeout | undefined;

  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const fresh = `${path}.new`;
    try {
      mkdirSync(folder, { recursive: true });
      writeFileSync(fresh, JSON.stringify({ version: 1, ...current() }), { flush: true });
      renameSync(fresh, path);
    } catch (error) {
      warn(`The local communities could not be saved to ${path}: ${reason(error)}`);
    }
  };

  const setAside = (why: string) => {
    const aside = `${path}.damaged`;
    renameSync(path, aside);
    warn(
      `The saved local communities could not be used (${why}). Starting afresh; the old file is kept as ${aside}.`,
    );
  };

  return {
    read() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw new Error(
          `${path} could not be read: ${reason(error)}. Please check who may read it, or move it away.`,
        );
      }
      const world = saved.safeParse(parse(text));
      if (world.success) return world.data;
      setAside('it is damaged');
      return undefined;
    },
    setAside,
    saveSoon() {
      timer ??= setTimeout(write, quietMs).unref();
    },
    flush() {
      if (timer) write();
    },
  };
}

/** Every platform as saved. Throws when one of them is missing or doesn't take what was saved. */
export function restoreWorld(platforms: LocalPlatform[], world: SavedWorld): void {
  for (const platform of platforms) {
    if (!Object.hasOwn(world.platforms, platform.name)) {
      throw new Error(`nothing was saved for ${platform.name}`);
    }
    platform.restore(world.platforms[platform.name]);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
