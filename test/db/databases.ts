import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { inject } from 'vitest';
import { type OpenDatabase, type OpenOptions, openDatabase } from '../../db/open.ts';

export type DatabaseKind = OpenDatabase['kind'];
export const databaseKinds: DatabaseKind[] = ['postgres', 'pglite'];

/** Where a new, empty database is to be opened. Its own for each caller; all of them go at the end of the run. */
export async function freshPlace(kind: DatabaseKind): Promise<OpenOptions> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  return kind === 'postgres'
    ? { url: await createOnServer(name) }
    : { folder: await copyFolder(name) };
}

/** A new, empty, open database. Close it after use. */
export const freshDatabase = async (
  kind: DatabaseKind,
  more: OpenOptions = {},
): Promise<OpenDatabase> => openDatabase({ ...(await freshPlace(kind)), ...more });

async function createOnServer(name: string): Promise<string> {
  const url = new URL(inject('postgresUrl'));
  const admin = postgres(url.href, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}

/** Making an embedded database takes seconds, copying one a moment: the first test of a run makes it for all. */
async function copyFolder(name: string): Promise<string> {
  const folder = inject('scratchFolder');
  const master = join(folder, 'master');
  const making = join(folder, 'master.making');
  while (!existsSync(master)) {
    const mine = await mkdir(making).then(
      () => true,
      () => false,
    );
    if (!mine) {
      await new Promise((wait) => setTimeout(wait, 100));
      continue;
    }
    try {
      const made = join(making, 'home');
      await (await openDatabase({ folder: made })).close();
      await rm(join(made, 'lock'), { recursive: true });
      await rename(made, master);
    } finally {
      await rm(making, { recursive: true, force: true });
    }
  }
  const copy = join(folder, name);
  await cp(master, copy, { recursive: true });
  return copy;
}
