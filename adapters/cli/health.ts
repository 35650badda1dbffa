import { performance } from 'node:perf_hooks';
import type { OutboxQueue, Platform } from '../../src/ports.ts';
import { version } from './version.ts';

export interface Health {
  /** All is well: the database answers and every platform is connected. */
  ok: boolean;
  version: string;
  /** Whole seconds. */
  uptime: number;
  database: { kind: string; ok: boolean; ms: number };
  /** How many messages wait, couldn't be delivered, may or may not be there, were given up. Absent: nobody knows now. */
  outbox?: Awaited<ReturnType<OutboxQueue['counts']>>;
  platforms: Record<string, ReturnType<Platform['state']>>;
}

export interface HealthSources {
  database: { kind: string; ping(): Promise<unknown> };
  queue: Pick<OutboxQueue, 'counts'>;
  platforms: Iterable<Pick<Platform, 'name' | 'state'>>;
}

/** How long the database may take before it counts as down. */
const PATIENCE_MS = 2_000;

/** Looks at everything that Goodword stands on. Never rejects, and takes little more than two seconds at worst. */
export async function healthOf({ database, queue, platforms }: HealthSources): Promise<Health> {
  const began = performance.now();
  const outbox = await inTime(database.ping().then(() => queue.counts()));
  const states = [...platforms].map((platform) => [platform.name, platform.state()] as const);
  return {
    ok: outbox !== undefined && states.every(([, state]) => state === 'connected'),
    version,
    uptime: Math.floor(process.uptime()),
    database: {
      kind: database.kind,
      ok: outbox !== undefined,
      ms: Math.round(performance.now() - began),
    },
    ...(outbox && { outbox }),
    platforms: Object.fromEntries(states),
  };
}

async function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, undefined);
  });
  const answer = await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
  return answer;
}
