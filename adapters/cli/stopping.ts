/** How long what is in hand may take to finish. */
export const STOP_MS = 10_000;

/**
 * npm passes Ctrl-C on to a child that the terminal has told already, so the same press can come twice; a person who
 * presses again takes longer.
 */
const SAME_PRESS_MS = 500;

/**
 * On the first SIGTERM or SIGINT, stops cleanly and exits with 0. A second one, or ten seconds, or a failing `stop`, ends the
 * process at once with 1.
 */
export function stopOnSignal(stop: () => Promise<void>, say: (line: string) => void): void {
  let firstAt: number | undefined;
  const onSignal = (): void => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > SAME_PRESS_MS) process.exit(1);
      return;
    }
    firstAt = performance.now();
    setTimeout(() => {
      say('Goodword could not finish within ten seconds and stops now.');
      process.exit(1);
    }, STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say(`Goodword could not stop cleanly: ${error instanceof Error ? error.message : error}`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
