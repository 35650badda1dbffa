import { setTimeout as sleep } from 'node:timers/promises';
import { hasEmbedded, type OpenDatabase, openDatabase } from '../../db/open.ts';
import { DatabaseProblem } from '../../db/problem.ts';
import { createPlayground } from '../playground/playground.ts';
import { type Closing, createClosing } from './closing.ts';
import { openDoor } from './door.ts';
import { createHouse } from './house.ts';
import { liveFolder, livePlatforms } from './live.ts';
import {
  keepToLocal,
  localFolder,
  localPlatforms,
  localWelcome,
  openLocal,
  preparing,
  startAfresh,
} from './local.ts';
import { createLog, describeError, type Log } from './log.ts';
import { createMask } from './mask.ts';
import { StartProblem } from './problem.ts';
import type { Settings } from './settings.ts';
import { STOP_MS, stopOnSignal } from './stopping.ts';
import { version } from './version.ts';

/** A start that a signal comes into may take this long to get to its end, so that nothing is cut off half made. */
const START_GRACE_MS = 4_000;

/**
 * Runs Goodword: database, platforms, delivery, HTTP, in this order. Resolves to true when all runs; the process then lives until a
 * signal. False when something can't be had: one plain line on standard error said what, and what was open is closed again.
 */
export async function start(settings: Settings): Promise<boolean> {
  const isLive = Boolean(settings.slack ?? settings.discord);
  const mask = createMask(settings.secrets);
  const say = (line: string) => process.stderr.write(`${mask(line)}\n`);
  const log = createLog({
    level: settings.logLevel ?? (isLive ? 'info' : 'warn'),
    secrets: settings.secrets,
  });
  const closing = createClosing((what, error) => {
    log.error({ what, err: error }, 'could not be closed');
  });
  const starting = (isLive ? startLive : startLocal)(settings, closing, log);
  let isStopping = false;
  stopOnSignal(async () => {
    isStopping = true;
    await Promise.race([Promise.allSettled([starting]), sleep(START_GRACE_MS)]);
    await closing.all();
  }, say);
  endOnBug(log, closing);

  try {
    process.stdout.write(await starting);
    return true;
  } catch (error) {
    // Stopped while it started: the signal's exit code counts.
    if (isStopping) return true;
    say(whyNot(error));
    const tooLong = setTimeout(() => process.exit(1), STOP_MS);
    await closing.all();
    clearTimeout(tooLong);
    return false;
  }
}

function whyNot(error: unknown): string {
  if (error instanceof StartProblem || error instanceof DatabaseProblem) return error.message;
  // A bug rather than anything that an operator could have foreseen: what is known fits a line all the same.
  return `Goodword could not start: ${describeError(error).replace(/\s*\n\s*/g, ' ')}`;
}

async function startLive(settings: Settings, closing: Closing, log: Log): Promise<string> {
  const opened = await openData(settings, liveFolder(settings), closing, log);
  const { platforms, slackEvents } = livePlatforms(settings, log);
  const house = createHouse({ opened, platforms, clock: { now: () => new Date() }, log });
  await house.open(closing);
  const http = await openDoor(settings, closing, { opened, platforms, slackEvents });
  const names = platforms.map(({ name }) => (name === 'slack' ? 'Slack' : 'Discord'));
  return `Goodword ${version} is connected to ${names.join(' and ')}. ${http.url}/healthz says how it is.\n`;
}

async function startLocal(settings: Settings, closing: Closing, log: Log): Promise<string> {
  const folder = localFolder(settings);
  if (!settings.databaseUrl && !(await hasEmbedded(folder))) process.stdout.write(preparing);
  const opened = await openData(settings, folder, closing, log);
  const playground = await createPlayground({
    folder,
    hosts: [settings.host],
    warn: (line) => log.warn(line),
  });
  closing.add('local servers', () => playground.stop());
  await keepToLocal(playground, opened);
  // The world may be of an earlier run with another database.
  const isNew = (await opened.communities()).length === 0;
  if (isNew || !playground.restored) await startAfresh(playground, opened);

  const { host, port } = settings;
  const platforms = localPlatforms(playground, log);
  const { http } = await openLocal({ opened, playground, platforms, closing, log, host, port });
  return localWelcome(http.url, folder);
}

async function openData(
  { databaseUrl }: Settings,
  folder: string,
  closing: Closing,
  log: Log,
): Promise<OpenDatabase> {
  const opened = await openDatabase({ url: databaseUrl, folder, log });
  closing.add('database', () => opened.close());
  return opened;
}

/** A thrown error that nobody caught leaves things in an unknown state: better a fresh start by whoever supervises the process. */
function endOnBug(log: Log, closing: Closing): void {
  process.on('unhandledRejection', (error) => {
    log.error({ err: error }, 'a rejection that nobody handled');
  });
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nobody caught; Goodword stops');
    setTimeout(() => process.exit(1), STOP_MS).unref();
    void closing.all().finally(() => process.exit(1));
  });
}
