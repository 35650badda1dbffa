import type { RequestListener } from 'node:http';
import { HTTPReceiver, type Logger, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type pino from 'pino';
import { reason } from './trouble.ts';

/** How Slack's deliveries come in. */
export interface Connection {
  receiver: Receiver;
  /** Resolves when deliveries can come; rejects when Slack says that they never will. */
  connect(): Promise<void>;
  connected(): boolean;
  disconnect(): Promise<void>;
}

export interface SocketOptions {
  appToken: string;
  apiUrl: string;
  boltLog: Logger;
  log: pino.Logger;
}

const HELLO_MS = 15_000;
const GOODBYE_MS = 5_000;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Socket Mode. Connecting again is done here: socket-mode 3.1 does it in a promise that nobody catches, so that one failed
 * `apps.connections.open` while reconnecting would end the process.
 */
export function createSocketConnection(options: SocketOptions): Connection {
  const { appToken, apiUrl, boltLog, log } = options;
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLog,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        timeout: 10_000,
      },
    },
  });
  const { client } = receiver;
  let connected = false;
  let stopped = false;
  let reconnecting = false;
  let wake = () => {};

  // "connected" is said at Slack's hello.
  client.on('connected', () => {
    connected = true;
  });
  client.on('disconnected', () => {
    connected = false;
  });

  async function open(): Promise<void> {
    // A socket that opens and never says hello would be waited for without end.
    const late = setTimeout(() => void client.disconnect(), HELLO_MS);
    try {
      await client.start();
    } catch (error) {
      throw error instanceof Error ? error : new Error('the socket closed before its hello');
    } finally {
      clearTimeout(late);
    }
  }

  async function reconnect(): Promise<void> {
    if (reconnecting) return;
    reconnecting = true;
    // Slack closes each socket every few hours, on purpose: the first new try is at once.
    for (let pauseMs = 0; !stopped && !connected; pauseMs = nextPause(pauseMs)) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (stopped) break;
      try {
        await open();
        log.info('connected to Slack again');
      } catch (error) {
        log.warn({ why: reason(error) }, 'no connection to Slack; trying again');
      }
    }
    reconnecting = false;
  }

  return {
    receiver,
    connected: () => connected,
    async connect() {
      await open();
      client.on('disconnected', () => void reconnect());
    },
    async disconnect() {
      stopped = true;
      wake();
      let timer: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, GOODBYE_MS);
      });
      await Promise.race([client.disconnect(), enough]);
      clearTimeout(timer);
    },
  };
}

/** One second, doubling, never longer than half a minute; uneven, so that many bots don't come back at one moment. */
const nextPause = (pauseMs: number): number =>
  Math.min(LONGEST_PAUSE_MS, Math.max(1_000, pauseMs * 2)) * (0.8 + Math.random() * 0.2);

export interface HttpOptions {
  signingSecret: string;
  /** Is handed, once, what answers Slack's requests at the path /slack/events. */
  server: { mount(listener: RequestListener): void };
  boltLog: Logger;
}

export const EVENTS_PATH = '/slack/events';

/**
 * Requests to a server that somebody else holds: Bolt's own handling with its check of signatures, which refuses what is
 * older than five minutes, without its server. It reads the raw body itself. Before `connect` and after `disconnect`, 503.
 */
export function createHttpConnection({ signingSecret, server, boltLog }: HttpOptions): Connection {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [EVENTS_PATH],
    logger: boltLog,
    // Slack sends a few kilobytes.
    bodyLimit: 1024 * 1024,
  });
  let open = false;
  server.mount((request, response) => {
    if (!open) return response.writeHead(503, { 'Retry-After': '5' }).end();
    // Bolt throws at any other method or path, for a router behind it to catch.
    if (request.method !== 'POST' || request.url?.split('?')[0] !== EVENTS_PATH) {
      return response.writeHead(404).end();
    }
    receiver.requestListener(request, response);
  });
  return {
    receiver,
    connected: () => open,
    async connect() {
      open = true;
    },
    async disconnect() {
      open = false;
    },
  };
}
