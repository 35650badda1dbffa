import pino from 'pino';
import { createMask } from './mask.ts';
import type { LogLevel } from './settings.ts';

export type Log = pino.Logger;

export interface LogOptions {
  level: LogLevel;
  /** Values that never appear, in whatever they stand. */
  secrets: readonly string[];
  /** Takes whole lines; standard error by default. */
  write?: (line: string) => void;
}

/** Keys that could hold what members wrote, or a secret: dropped wherever they are in what is logged, two levels deep. */
const kept = [
  'text',
  'note',
  'values',
  'view',
  'blocks',
  'content',
  'body',
  'payload',
  'intent',
  'effect',
  'params',
  'parameters',
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'password',
  'secret',
  'authorization',
];

/**
 * The log: one readable line an entry, to standard error. No secret and no member's words get into it: errors are
 * reduced to what they are and where, whole lines are masked.
 */
export function createLog({ level, secrets, write = writeError }: LogOptions): Log {
  const mask = createMask(secrets);
  return pino(
    {
      level,
      base: null,
      serializers: { err: describeError, error: describeError },
      hooks: {
        // Without a message of its own, an entry about an error would take over the error's, unread.
        logMethod(given, method) {
          const [first, message = ''] = given as [unknown, string?];
          if (typeof first !== 'object' || first === null) return method.apply(this, given);
          const entry = first instanceof Error ? { err: first } : first;
          return method.apply(this, [entry, message, ...given.slice(2)] as typeof given);
        },
      },
      redact: { paths: kept.flatMap((key) => [key, `*.${key}`]), remove: true },
    },
    { write: (entry: string) => write(mask(readable(entry))) },
  );
}

const writeError = (line: string): void => {
  process.stderr.write(line);
};

const names: Record<number, string> = Object.fromEntries(
  Object.entries(pino.levels.values).map(([name, value]) => [value, name]),
);

/** One pino entry (a line of JSON) as `time level message key=value …`. */
function readable(entry: string): string {
  const { time, level, msg, err, error, ...rest } = JSON.parse(entry) as Record<string, unknown>;
  const words = [new Date(Number(time)).toISOString(), names[Number(level)] ?? String(level)];
  if (typeof msg === 'string') words.push(oneLine(msg));
  for (const [key, value] of Object.entries({
    ...rest,
    ...((err ?? error) ? { error: err ?? error } : {}),
  })) {
    words.push(`${key}=${shown(value)}`);
  }
  return `${words.join(' ')}\n`;
}

const oneLine = (text: string): string => text.replace(/\s*\r?\n\s*/g, ' | ');

function shown(value: unknown): string {
  if (typeof value !== 'string') return oneLine(JSON.stringify(value) ?? 'undefined');
  return /^[^\s"=]+$/.test(value) ? value : JSON.stringify(oneLine(value));
}

/**
 * What a log may say of an error: its kind, message, code and where it was. Nothing else of it is taken over, because
 * errors of database drivers and of the platforms' clients carry queries' parameters and requests' bodies.
 */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  let current = error;
  for (let depth = 0; current !== undefined && current !== null && depth < 4; depth++) {
    parts.push(describeOne(current));
    current = current instanceof Error ? current.cause : undefined;
  }
  return parts.join(' caused by ');
}

function describeOne(error: unknown): string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : typeof error;
  const code = 'code' in error && typeof error.code !== 'object' ? ` (${String(error.code)})` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const where = frames.slice(0, 6).map((line) => line.trim());
  return [`${error.name}${code}: ${messageOf(error)}`, ...where].join(' | ');
}

function messageOf(error: Error): string {
  // Drizzle ends its message with the query's parameters.
  const [message = ''] = error.message.split(/\nparams:/);
  // JSON.parse quotes what it could not read; Postgres quotes the value in data errors (class 22).
  const isData = 'code' in error && /^22[0-9A-Z]{3}$/.test(String(error.code));
  return isData || error instanceof SyntaxError ? message.replace(/(["']).*\1/gs, '"…"') : message;
}
