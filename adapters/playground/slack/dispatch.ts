import type { Acknowledgement, Courier, Envelope } from './delivery.ts';
import type { Faults } from './faults.ts';
import { eventPayload } from './payloads.ts';
import { nextId, type Workspace } from './workspace.ts';

/** Sends what happened to the app. */
export interface Dispatch {
  /** An action of a persona: delivered once, and never repeated when it goes unanswered, as on Slack. */
  action(envelope: Envelope): Promise<{ first: Acknowledgement; all: Acknowledgement[] }>;
  /** An event: repeated up to three times when it goes unanswered. Resolves with the last acknowledgement. */
  event(event: Record<string, unknown>): Promise<Acknowledgement>;
  stop(): void;
}

const MINUTE = 60_000;
/** At once, after a minute, after five: https://docs.slack.dev/apis/events-api/#retries */
const repeatsAfterMs = [0, MINUTE, 5 * MINUTE];
const LOOK_MS = 100;

/** Sends by whichever courier is the current one at that moment. */
export function createDispatch(options: {
  workspace: Workspace;
  faults: Faults;
  courier(): Courier;
}): Dispatch {
  const { workspace, faults, courier } = options;
  const sleepers = new Set<() => void>();

  /** Waits until the local clock has gone that far. False when the local Slack stopped meanwhile. */
  function sleep(ms: number): Promise<boolean> {
    const until = workspace.clock.now().getTime() + ms;
    if (ms === 0) return Promise.resolve(true);
    return new Promise((resolve) => {
      const done = (woken: boolean): void => {
        clearInterval(timer);
        sleepers.delete(cancel);
        resolve(woken);
      };
      const cancel = (): void => done(false);
      const timer = setInterval(() => {
        if (workspace.clock.now().getTime() >= until) done(true);
      }, LOOK_MS);
      timer.unref();
      sleepers.add(cancel);
    });
  }

  return {
    async action(envelope) {
      const times = faults.forAction() ? 2 : 1;
      const all = await Promise.all(
        Array.from({ length: times }, () => courier().deliver(envelope)),
      );
      return { first: all[0]!, all };
    },

    async event(event) {
      const payload = eventPayload(workspace, nextId(workspace, 'Ev'), event);
      let answer = await courier().deliver({ type: 'events_api', payload });
      for (const [i, ms] of repeatsAfterMs.entries()) {
        if (answer.acknowledged || answer.final || !(await sleep(ms))) return answer;
        const retry = { attempt: i + 1, reason: answer.reason };
        answer = await courier().deliver({ type: 'events_api', payload, retry });
      }
      return answer;
    },

    stop() {
      for (const cancel of [...sleepers]) cancel();
    },
  };
}
