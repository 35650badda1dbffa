import { App, LogLevel } from '@slack/bolt';
import type { LocalClock, Pane, PaneMessage } from '../../../adapters/playground/pane.ts';
import {
  createLocalSlack,
  type LocalSlack,
  type LocalSlackOptions,
} from '../../../adapters/playground/slack/server.ts';

export const startOfTest = new Date('2026-03-02T09:00:00Z');

/** A clock that only the test moves. */
export function testClock(): LocalClock {
  let now = startOfTest.getTime();
  return {
    now: () => new Date(now),
    forward(ms) {
      now += ms;
    },
  };
}

const silent = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

export interface Running {
  slack: LocalSlack;
  app: App;
  clock: LocalClock;
  /** The next state of a pane that is as wanted, now or after some change. */
  seen(handle: string, wanted: (pane: Pane) => boolean): Promise<Pane>;
  stop(): Promise<void>;
}

/** A local Slack with the real Bolt on it, connected. `prepare` adds the listeners. */
export async function runBolt(
  prepare: (app: App) => void,
  options: Partial<LocalSlackOptions> & { http?: boolean; token?: string; retries?: number } = {},
): Promise<Running> {
  const clock = testClock();
  const slack = await createLocalSlack({ clock, ...options });
  const app = new App({
    token: options.token ?? slack.botToken,
    ...(options.http
      ? { signingSecret: slack.signingSecret }
      : { socketMode: true, appToken: slack.appToken }),
    clientOptions: {
      slackApiUrl: `${slack.url}/api/`,
      retryConfig: { retries: options.retries ?? 0, minTimeout: 1, maxTimeout: 1 },
    },
    logger: silent,
    logLevel: LogLevel.ERROR,
  });
  app.error(async () => {});
  prepare(app);
  if (options.http) {
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    const address = (server as import('node:http').Server).address();
    if (!address || typeof address === 'string') throw new Error('no port');
    await slack.deliverTo({ mode: 'http', url: `http://127.0.0.1:${address.port}/slack/events` });
  } else {
    await app.start();
  }
  return {
    slack,
    app,
    clock,
    seen: (handle, wanted) => seen(slack, handle, wanted),
    async stop() {
      await app.stop();
      await slack.stop();
    },
  };
}

/** Resolves as soon as a persona's pane is as wanted. */
export function seen(
  slack: LocalSlack,
  handle: string,
  wanted: (pane: Pane) => boolean,
): Promise<Pane> {
  return new Promise((resolve) => {
    const look = (): void => {
      const pane = slack.see(handle);
      if (wanted(pane)) resolve(pane);
    };
    slack.onChange(look);
    look();
  });
}

export function messagesIn(pane: Pane, conversation: string): PaneMessage[] {
  return pane.conversations.find((each) => each.id === conversation)?.messages ?? [];
}

export const textsIn = (pane: Pane, conversation: string): string[] =>
  messagesIn(pane, conversation).map((message) => message.text);

/** The id of the button with this label in a message. */
export function buttonIn(message: PaneMessage | undefined, label: string): string {
  for (const part of message?.parts ?? []) {
    if (part.part !== 'buttons') continue;
    const found = part.buttons.find((button) => button.label === label);
    if (found) return found.id;
  }
  throw new Error(`no button "${label}"`);
}

/** What an API call was refused with. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ error: string; messages: string[] }> {
  try {
    await call;
  } catch (problem) {
    const { data } = problem as {
      data?: { error: string; response_metadata?: { messages?: string[] } };
    };
    if (data) return { error: data.error, messages: data.response_metadata?.messages ?? [] };
    throw problem;
  }
  throw new Error('the call was not refused');
}
