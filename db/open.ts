import { access, constants, mkdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Community } from '../src/member.ts';
import type { Database, OutboxQueue } from '../src/ports.ts';
import type { Connection } from './connection.ts';
import { createDatabase } from './database.ts';
import { erase } from './erase.ts';
import { lockFolder } from './folder-lock.ts';
import { migrate } from './migrate.ts';
import { createOutboxQueue } from './outbox.ts';
import { createSocketMaker } from './postgres-socket.ts';
import { codeOf, DatabaseProblem, withoutTexts } from './problem.ts';
import { communities } from './schema/communities.ts';

export interface OpenDatabase {
  database: Database;
  queue: OutboxQueue;
  kind: 'postgres' | 'pglite';
  /** Rejects when the database doesn't answer. */
  ping(): Promise<void>;
  /** Every community that it ever held something of. */
  communities(): Promise<Community[]>;
  /** Deletes everything about a community, its settings included. */
  erase(community: Community): Promise<void>;
  /** Waits for what is running, and lets go of the folder. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `postgres://user:password@host:port/database`. Absent: embedded, in `folder`. */
  url?: string | undefined;
  /** Made where needed. `memory` keeps nothing, for tests. */
  folder?: string | undefined;
  /** How long an effect rests after its first failed try; each further rest is twice as long. 1000 by default. */
  retryMs?: number | undefined;
  log?: { info(fields: object, message: string): void } | undefined;
}

interface Driver {
  kind: OpenDatabase['kind'];
  connection: Connection;
  close(): Promise<void>;
}

/**
 * Opens the database, at this version's schema.
 *
 * @throws {DatabaseProblem} it can't be used; the message says what to do
 */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { url, folder, log } = options;
  const driver = await (url ? openPostgres(url) : openEmbedded(folder));
  const { kind, connection } = driver;
  try {
    await migrate(connection);
  } catch (error) {
    await driver.close();
    throw explainMigration(error);
  }
  log?.info({ database: kind }, 'database open');
  return {
    database: createDatabase(connection),
    queue: createOutboxQueue(connection, options.retryMs),
    kind,
    async ping() {
      await connection.execute(sql`select 1`);
    },
    communities: () =>
      connection
        .select({ platform: communities.platform, id: communities.externalId })
        .from(communities),
    erase: (community) => erase(connection, community),
    close: driver.close,
  };
}

async function openPostgres(url: string): Promise<Driver> {
  let parsed: URL;
  try {
    parsed = new URL(url);
    decodeURIComponent(parsed.username + parsed.password);
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new Error('another protocol');
    if (!parsed.hostname && !parsed.searchParams.has('host')) throw new Error('no host');
  } catch {
    throw new DatabaseProblem(
      'DATABASE_URL is not a Postgres address: write it as postgres://user:password@host:5432/database, with special characters in the password percent-encoded.',
    );
  }
  const [{ default: postgres }, { drizzle }] = await Promise.all([
    import('postgres'),
    import('drizzle-orm/postgres-js'),
  ]);
  const single = !/[,/]/.test(decodeURIComponent(parsed.hostname));
  const client = postgres(url, {
    onnotice: () => {},
    connect_timeout: CONNECT_SECONDS,
    // Back within two seconds of the database; the library's own pauses grow to twenty.
    backoff: (failures) => Math.min(2, 0.05 * 2 ** failures),
    // No array is read, and a connection that ends while it asks for the types would reject where nobody can
    // catch it (porsager/postgres#1223).
    fetch_types: false,
    ...(single && { socket: createSocketMaker() }),
  });
  try {
    await answerInTime(client`select 1`);
  } catch (error) {
    await client.end({ timeout: 0 });
    throw explainConnection(error, parsed);
  }
  return {
    kind: 'postgres',
    connection: drizzle(client) as unknown as Connection,
    // After a connection was cut, it would wait for queries that ended long ago (porsager/postgres#1130).
    close: () => client.end({ timeout: 2 }),
  };
}

const CONNECT_SECONDS = 10;

/** Some ways of not answering go past the driver's own limit. */
async function answerInTime(query: PromiseLike<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const error = Object.assign(new Error('no answer'), { code: 'CONNECT_TIMEOUT' });
    timer = setTimeout(reject, CONNECT_SECONDS * 1500, error);
  });
  await Promise.race([query, late]).finally(() => clearTimeout(timer));
}

/** What to do about a server that doesn't let us in. Never names the password. */
function explainConnection(error: unknown, { hostname, port, username, pathname }: URL) {
  const server = `${hostname}:${port || 5432}`;
  const code = codeOf(error) ?? '';
  const say = (sentence: string) => new DatabaseProblem(sentence, { cause: error });
  switch (code) {
    case 'ECONNREFUSED':
      return say(
        `No Postgres answers at ${server}: start it, or correct host and port in DATABASE_URL.`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return say(`The host ${hostname} can't be found: correct it in DATABASE_URL.`);
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return say(
        `Postgres at ${server} doesn't answer: check the address in DATABASE_URL and any firewall between.`,
      );
    case 'CONNECTION_CLOSED':
    case 'ECONNRESET':
      return say(
        `What answers at ${server} closes the connection: check that it is Postgres, and that it is up if it is behind a proxy or pooler.`,
      );
    case '28P01':
    case '28000':
      return say(
        `Postgres at ${server} doesn't let "${username}" in: check user and password in DATABASE_URL.`,
      );
    case '3D000':
      return say(
        `Postgres at ${server} has no database "${pathname.slice(1)}": create it, or correct its name in DATABASE_URL.`,
      );
    case '57P03':
      return say(`Postgres at ${server} is just starting: try again in a moment.`);
    case '53300':
      return say(
        `Postgres at ${server} has no connection to spare: raise its max_connections, or stop another client.`,
      );
    default: {
      const why = error instanceof Error ? error.message : String(error);
      return say(`Postgres at ${server} can't be used (${code || why}): check DATABASE_URL.`);
    }
  }
}

const embeddedIn = (home: string): string => join(home, 'database');

/** Whether there is an embedded database in this folder; opening it takes longer when it has to be made first. */
export const hasEmbedded = (folder: string): Promise<boolean> =>
  exists(embeddedIn(resolve(folder)));

async function openEmbedded(folder: string | undefined): Promise<Driver> {
  if (!folder) {
    throw new DatabaseProblem(
      'No database is chosen: set DATABASE_URL, or name a folder for the embedded one.',
    );
  }
  if (folder === 'memory') return startEmbedded(undefined, async () => {});
  const home = resolve(folder);
  const lock = await lockUsable(home);
  try {
    const data = embeddedIn(home);
    if (!(await exists(data))) await createEmbedded(data);
    return await startEmbedded(data, lock.release);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function lockUsable(home: string) {
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK);
    return await lockFolder(home);
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error;
    throw unusableFolder(home, error);
  }
}

function unusableFolder(home: string, error: unknown): DatabaseProblem {
  const advice: Record<string, string> = {
    EACCES: 'give its user the right to read and write there, or choose another folder',
    EPERM: 'give its user the right to read and write there, or choose another folder',
    EROFS: 'it is read-only; choose another folder',
    ENOTDIR: 'a file is in the way; choose another folder',
    EEXIST: 'a file is in the way; choose another folder',
    ENOSPC: 'the disk is full; make room first',
  };
  const code = codeOf(error) ?? '';
  return new DatabaseProblem(
    `Goodword can't keep its data in ${home}: ${advice[code] ?? `the system says ${code || String(error)}`}.`,
    { cause: error },
  );
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Made aside and moved into place, so that a crash while it is made leaves nothing half made. */
async function createEmbedded(data: string): Promise<void> {
  const { PGlite } = await import('@electric-sql/pglite');
  const draft = `${data}.new`;
  await rm(draft, { recursive: true, force: true });
  try {
    const client = await PGlite.create(draft);
    await client.close();
    await rename(draft, data);
  } catch (error) {
    throw unusableFolder(data, error);
  }
}

async function startEmbedded(
  data: string | undefined,
  release: () => Promise<void>,
): Promise<Driver> {
  const [{ PGlite }, { drizzle }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('drizzle-orm/pglite'),
  ]);
  let client: InstanceType<typeof PGlite>;
  try {
    client = await PGlite.create(data ?? 'memory://');
  } catch (error) {
    throw new DatabaseProblem(
      `The database in ${data} can't be opened: if it was made by a newer Goodword, install that version; if it is damaged, restore a backup of the folder.`,
      { cause: error },
    );
  }
  return {
    kind: 'pglite',
    connection: drizzle(client) as unknown as Connection,
    async close() {
      if (!client.closed) await client.close();
      await release();
    },
  };
}

function explainMigration(error: unknown): unknown {
  if (error instanceof DatabaseProblem) return error;
  if (codeOf(error) === '42501') {
    return new DatabaseProblem(
      "Goodword's database user may not create tables: grant it CREATE on the schema public.",
      { cause: withoutTexts(error) },
    );
  }
  return withoutTexts(error);
}
