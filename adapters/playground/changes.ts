/** Tells many listeners that something changed, at most once in a short while. */
export interface Changes {
  /** Something changed. */
  touch(): void;
  /** Resolves true at the next change after `seen`, false when `signal` aborts first. */
  after(seen: number, signal: AbortSignal): Promise<boolean>;
  /** Goes up with each told change. */
  revision(): number;
}

/** `quietMs`: changes within this time are told as one. */
export function createChanges(quietMs = 30): Changes {
  let revision = 0;
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Set<() => void>();
  return {
    touch() {
      if (timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        revision += 1;
        for (const tell of [...waiting]) tell();
      }, quietMs).unref();
    },
    after(seen, signal) {
      if (signal.aborted) return Promise.resolve(false);
      if (revision > seen) return Promise.resolve(true);
      return new Promise((resolve) => {
        const settle = (changed: boolean) => {
          waiting.delete(tell);
          signal.removeEventListener('abort', stop);
          resolve(changed);
        };
        const tell = () => settle(true);
        const stop = () => settle(false);
        waiting.add(tell);
        signal.addEventListener('abort', stop);
      });
    },
    revision: () => revision,
  };
}
