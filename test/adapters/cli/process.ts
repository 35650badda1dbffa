import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../adapters/cli/goodword.js', import.meta.url));

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  out: string;
  err: string;
}

export interface Running {
  /** Resolves with standard output once it holds `text`; rejects when the process ends before. */
  says(text: string): Promise<string>;
  kill(signal: NodeJS.Signals): void;
  ended: Promise<Ended>;
}

const running = new Set<ChildProcess>();

/** Ends what a failed test may have left. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** `goodword …` as a process of its own, with these settings and no others. */
export function goodword(
  args: string[],
  { env = {}, cwd, node = [] }: { env?: Record<string, string>; cwd: string; node?: string[] },
): Running {
  const inherited = Object.entries(process.env).filter(([name]) =>
    /^(PATH|HOME|TMPDIR)$/.test(name),
  );
  const child = spawn(process.execPath, [...node, bin, ...args], {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let out = '';
  let err = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, out, err });
    });
  });
  return {
    ended,
    kill: (signal) => void child.kill(signal),
    says: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (!out.includes(text)) return;
          listeners.delete(look);
          resolve(out);
        };
        listeners.add(look);
        look();
        void ended.then((end) =>
          reject(
            new Error(
              `It ended with ${end.code ?? end.signal} before it said "${text}".\n${end.err}`,
            ),
          ),
        );
      }),
  };
}
