/** What has to be closed, in the reverse order of how it was opened. */
export interface Closing {
  add(what: string, close: () => unknown): void;
  /** Closes everything, what fails to close notwithstanding; safe to call twice. */
  all(): Promise<void>;
}

/** `onFailure` is told what could not be closed. */
export function createClosing(onFailure: (what: string, error: unknown) => void): Closing {
  const open: { what: string; close: () => unknown }[] = [];
  let closed: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    for (let last = open.pop(); last; last = open.pop()) {
      try {
        await last.close();
      } catch (error) {
        onFailure(last.what, error);
      }
    }
  }

  return {
    add(what, close) {
      open.push({ what, close });
    },
    all() {
      closed ??= closeAll();
      return closed;
    },
  };
}
