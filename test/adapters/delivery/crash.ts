import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { OpenOptions } from '../../../db/open.ts';

/**
 * Where a life can end. `received`: the platform has the message and its answer is on the way; `dropped`: the platform was
 * called and never got the message; both are seen by the platform, the others by the worker itself.
 */
export const points = [
  'claimed',
  'begun',
  'dropped',
  'received',
  'answered',
  'settled',
  'finished',
] as const;
export type Point = (typeof points)[number];

/** What a worker process is told, as one line of JSON on its standard input. */
export interface Life {
  place: OpenOptions;
  recorder: string;
  leaseMs: number;
  dieAt?: { point: Point; time: number };
}

/** Numbers that a seed decides, uniform in [0, 1). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A chat platform's side: what arrived there, in two manners. */
export async function startRecorder(random: () => number) {
  /** On Discord a repeated nonce is the same message; on Slack every call is a new one. */
  const messages: { platform: string; key: string; ref: string }[] = [];
  const byNonce = new Map<string, string>();
  let onRequest: ((point: Point) => boolean) | undefined;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { nonce, key } = JSON.parse(body) as { nonce: string; key: string };
    const platform = request.url?.slice(1) ?? '';
    if (onRequest?.('dropped')) return;
    if (random() < 0.1) {
      response.writeHead(429).end();
      return;
    }
    const known = platform === 'discord' ? byNonce.get(nonce) : undefined;
    const ref = known ?? `m${messages.length}`;
    if (known === undefined) messages.push({ platform, key, ref });
    byNonce.set(nonce, ref);
    if (onRequest?.('received')) return;
    response.end(ref);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    /** Called at each point that the platform sees; true: the caller is dead, no answer. */
    watch(watcher: ((point: Point) => boolean) | undefined) {
      onRequest = watcher;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const worker = fileURLToPath(new URL('./crash-worker.ts', import.meta.url));

/** A worker process that is loaded and waits for its life. */
export function prepareWorker() {
  // One pass of compiling: the embedded database's WebAssembly takes a third less, and no life is long.
  const child = spawn(process.execPath, ['--liftoff-only', '--import', 'tsx', worker], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  return {
    kill: () => child.kill('SIGKILL'),
    ended,
    /** Lives. Resolves to true when the outbox is empty, to false when it was killed; rejects when it failed. */
    async live(life: Life): Promise<boolean> {
      child.stdin.end(`${JSON.stringify(life)}\n`);
      const [code, signal] = await ended;
      if (code === 0) return true;
      if (signal === 'SIGKILL') return false;
      throw new Error(`the worker failed (${code ?? signal}): ${output}`);
    },
  };
}
