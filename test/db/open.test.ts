import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../db/open.ts';
import { at, slack } from '../contracts/samples.ts';
import { databaseKinds, freshPlace } from './databases.ts';

const problem = (message: RegExp) =>
  expect.objectContaining({ name: 'DatabaseProblem', message: expect.stringMatching(message) });

describe('a Postgres that cannot be used', () => {
  const change = (
    part: Partial<Pick<URL, 'username' | 'password' | 'port' | 'hostname' | 'pathname'>>,
  ) => Object.assign(new URL(inject('postgresUrl')), part).href;

  test.each(['nonsense', 'mysql://a@b/c', 'postgres://u:100%@h/d', 'postgres://'])(
    '%s',
    async (url) => {
      await expect(openDatabase({ url })).rejects.toEqual(problem(/not a Postgres address/));
    },
  );

  test('nothing listens there', async () => {
    const probe = createServer();
    await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
    const { port } = probe.address() as { port: number };
    await new Promise((done) => probe.close(done));
    await expect(openDatabase({ url: change({ port: String(port) }) })).rejects.toEqual(
      problem(/No Postgres answers at 127\.0\.0\.1:\d+: start it/),
    );
  });

  test('somebody else listens there', async () => {
    const web = createServer((socket) => {
      socket.resume();
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    await new Promise<void>((done) => web.listen(0, '127.0.0.1', done));
    const { port } = web.address() as { port: number };
    await expect(openDatabase({ url: change({ port: String(port) }) })).rejects.toEqual(
      problem(/closes the connection: check that it is Postgres/),
    );
    await new Promise((done) => web.close(done));
  });

  test('the password is wrong, and is not told', async () => {
    const error = await openDatabase({ url: change({ password: 'not-this-one' }) }).catch((e) => e);
    expect(error).toEqual(problem(/doesn't let "postgres" in/));
    expect(error.message).not.toContain('not-this-one');
  });

  test('the user or the database is unknown', async () => {
    await expect(openDatabase({ url: change({ username: 'nobody' }) })).rejects.toEqual(
      problem(/doesn't let "nobody" in/),
    );
    await expect(openDatabase({ url: change({ pathname: '/nowhere' }) })).rejects.toEqual(
      problem(/has no database "nowhere": create it/),
    );
  });

  test('the user may not create tables', async () => {
    const { url = '' } = await freshPlace('postgres');
    const admin = postgres(url, { max: 1 });
    const user = `u${new URL(url).pathname.slice(1)}`;
    await admin.unsafe(`create role ${user} login password 'p'`);
    await admin.end();
    const limited = Object.assign(new URL(url), { username: user, password: 'p' }).href;
    await expect(openDatabase({ url: limited })).rejects.toEqual(problem(/may not create tables/));
  });
});

describe('a folder that cannot be used', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goodword-open-'));
  });
  afterEach(async () => {
    await chmod(folder, 0o755);
    await rm(folder, { recursive: true });
  });

  test('none is named', async () => {
    await expect(openDatabase({})).rejects.toEqual(problem(/set DATABASE_URL/));
  });

  test('a file is in the way', async () => {
    await writeFile(join(folder, 'file'), '');
    for (const place of ['file', 'file/below']) {
      await expect(openDatabase({ folder: join(folder, place) })).rejects.toEqual(
        problem(/can't keep its data in .*: a file is in the way/),
      );
    }
  });

  test('it may not be written', async () => {
    await chmod(folder, 0o555);
    // Root may write everywhere.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65_534);
    try {
      for (const place of [folder, join(folder, 'below')]) {
        await expect(openDatabase({ folder: place })).rejects.toEqual(problem(/the right to read/));
      }
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  test('its data is no database, and the next start is not kept off', async () => {
    await mkdir(join(folder, 'database'));
    await writeFile(join(folder, 'database', 'PG_VERSION'), '99');
    for (let i = 0; i < 2; i++) {
      await expect(openDatabase({ folder })).rejects.toEqual(problem(/can't be opened/));
    }
  });
});

describe.each(databaseKinds)('%s', (kind) => {
  test('opens again with what it holds; migrations run once', async () => {
    const place = await freshPlace(kind);
    for (let i = 0; i < 3; i++) {
      const opened = await openDatabase(place);
      expect(opened.kind).toBe(kind);
      await opened.ping();
      const isNew = await opened.database.transaction(slack, ({ receipts }) =>
        receipts.claim('k', at(0)),
      );
      expect(isNew).toBe(i === 0);
      await opened.close();
      await expect(opened.ping()).rejects.toThrow();
    }
  });
});

describe('migrations', () => {
  test('run from many processes at once', async () => {
    const place = await freshPlace('postgres');
    const all = await Promise.all(Array.from({ length: 6 }, () => openDatabase(place)));
    for (const one of all) {
      await one.database.transaction(slack, ({ community }) => community.settings());
      await one.close();
    }
    const journal = JSON.parse(await readFile('db/migrations/meta/_journal.json', 'utf8'));
    const sql = postgres(place.url ?? '', { max: 1 });
    const applied = await sql`select number from goodword_migrations order by number`;
    expect(applied.map((row) => row.number)).toEqual([...journal.entries.keys()]);
    await sql.end();
  });

  test('a database of a newer version is left alone', async () => {
    const place = await freshPlace('postgres');
    await (await openDatabase(place)).close();
    const sql = postgres(place.url ?? '', { max: 1 });
    await sql`insert into goodword_migrations (number, hash) values (999, 'later')`;
    await expect(openDatabase(place)).rejects.toEqual(problem(/made by a newer Goodword/));
    await sql.end();
  });

  test('every key and index is led by the community, but the two that serve all of them', async () => {
    const place = await freshPlace('postgres');
    await (await openDatabase(place)).close();
    const sql = postgres(place.url ?? '', { max: 1 });
    const indexes = await sql`
      select indexname as name, indexdef as definition from pg_indexes
      where schemaname = 'public' and tablename <> 'goodword_migrations'`;
    expect(indexes.length).toBeGreaterThan(15);
    const others = indexes.filter((one) => !/\(community_id[,)]/.test(one.definition));
    expect(others.map((one) => one.name).sort()).toEqual(['outbox_due', 'timers_due']);
    const foreign = await sql`
      select pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f'`;
    expect(foreign.length).toBeGreaterThan(8);
    for (const { definition } of foreign) {
      expect(definition).toMatch(/FOREIGN KEY \(community_id.*REFERENCES \w+\(community_id/);
    }
    await sql.end();
  });
});
