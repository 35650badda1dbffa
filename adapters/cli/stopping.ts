/** How long what is in hand may take to finish. */
export const STOP_MS = 10_000;

/**
 * npm passes Ctrl-C on to a child that the terminal has told already, so the same press can come twice; a person who
 * presses again takes longer.
 */
const SAME_PRESS_MS = 500;

/** How often a child of npm looks whether its parent is still there. */
const PARENT_MS = 500;

/** What of `process` this needs. */
export interface Signalled {
  on(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  exit(code: number): void;
  readonly ppid: number;
  env: NodeJS.Dict<string>;
}

/**
 * On the first SIGTERM or SIGINT, or when the `npm start` that it belongs to is gone, stops cleanly and exits with 0. A second one, ten seconds, or a failing `stop` end the
 * process at once with 1.
 */
export function stopOnSignal(
  stop: () => Promise<void>,
  say: (line: string) => void,
  own: Signalled = process,
): void {
  let firstAt: number | undefined;
  const onSignal = (): void => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > SAME_PRESS_MS) own.exit(1);
      return;
    }
    firstAt = performance.now();
    setTimeout(() => {
      say('Goodword could not finish within ten seconds and stops now.');
      own.exit(1);
    }, STOP_MS).unref();
    stop().then(
      () => own.exit(0),
      (error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        say(`Goodword could not stop cleanly: ${why}`);
        own.exit(1);
      },
    );
  };
  own.on('SIGTERM', onSignal);
  own.on('SIGINT', onSignal);

  // npm runs a script in a shell, and hands a SIGTERM to that shell alone, which dies of it and tells nobody.
  if (own.env.npm_lifecycle_event) {
    const parent = own.ppid;
    const watch = setInterval(() => {
      if (own.ppid === parent) return;
      clearInterval(watch);
      if (firstAt === undefined) onSignal();
    }, PARENT_MS);
    watch.unref();
  }
}
