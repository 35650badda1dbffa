import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { isRecord } from './checks.ts';
import type { Acknowledgement, Courier, Envelope } from './delivery.ts';
import { limits } from './limits.ts';
import { app } from './state.ts';

/** Slack pings every few seconds; Bolt's client hangs up after 30 seconds without one. */
const PING_MS = 10_000;
const PATH = '/link/';

/** All the app's socket connections. */
export interface SocketMode extends Courier {
  /** A new address for one connection, as `apps.connections.open` gives. */
  invite(baseUrl: string): string;
  /** Takes an HTTP upgrade; hangs up when its ticket isn't one of ours. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every connection to go and close, as Slack does when it moves or is switched off. */
  disconnectAll(reason: 'refresh_requested' | 'link_disabled'): void;
}

/** How long clients get to say goodbye before they are cut off. */
const GOODBYE_MS = 500;

/** Ready to take upgrades from an HTTP server that somebody else runs. */
export function createSocketMode(): SocketMode {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const open: WebSocket[] = [];
  const waiting = new Map<string, (acknowledgement: Acknowledgement) => void>();
  let turn = 0;

  const pings = setInterval(() => {
    for (const socket of open) socket.ping();
  }, PING_MS);
  pings.unref();

  function welcome(socket: WebSocket): void {
    open.push(socket);
    const hello = {
      type: 'hello',
      num_connections: open.length,
      connection_info: { app_id: app.id },
      debug_info: {
        host: 'local',
        started: new Date().toISOString(),
        approximate_connection_time: 0,
      },
    };
    socket.send(JSON.stringify(hello));
    socket.on('message', (data) => receive(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      const at = open.indexOf(socket);
      if (at >= 0) open.splice(at, 1);
    });
  }

  function receive(text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      return;
    }
    if (!isRecord(message) || typeof message.envelope_id !== 'string') return;
    waiting.get(message.envelope_id)?.({ acknowledged: true, body: message.payload, ms: 0 });
  }

  return {
    invite(baseUrl) {
      const ticket = randomUUID();
      tickets.add(ticket);
      return `${baseUrl.replace(/^http/, 'ws')}${PATH}?ticket=${ticket}&app_id=${app.id}`;
    },

    accept(request, socket, head) {
      const url = new URL(request.url ?? '/', 'http://local');
      if (url.pathname !== PATH || !tickets.delete(url.searchParams.get('ticket') ?? '')) {
        socket.on('error', () => socket.destroy());
        socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
        return;
      }
      server.handleUpgrade(request, socket, head, welcome);
    },

    deliver(envelope: Envelope) {
      const started = performance.now();
      // Slack spreads envelopes over the open connections.
      turn += 1;
      const socket = open[turn % Math.max(open.length, 1)];
      if (!socket) {
        return Promise.resolve({
          acknowledged: false,
          error: 'dispatch_failed',
          reason: 'connection_failed',
          final: false,
          ms: 0,
        });
      }
      const id = randomUUID();
      return new Promise((resolve) => {
        const settle = (acknowledgement: Acknowledgement): void => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve({ ...acknowledgement, ms: performance.now() - started });
        };
        const timer = setTimeout(
          () =>
            settle({
              acknowledged: false,
              error: 'operation_timeout',
              reason: 'http_timeout',
              final: false,
              ms: 0,
            }),
          limits.acknowledgeMs,
        );
        waiting.set(id, settle);
        socket.send(
          JSON.stringify({
            envelope_id: id,
            type: envelope.type,
            payload: envelope.payload,
            accepts_response_payload: envelope.type !== 'events_api',
            ...(envelope.retry
              ? { retry_attempt: envelope.retry.attempt, retry_reason: envelope.retry.reason }
              : {}),
          }),
        );
      });
    },

    disconnectAll(reason) {
      for (const socket of open) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } }));
      }
    },

    async stop() {
      clearInterval(pings);
      this.disconnectAll('link_disabled');
      for (const settle of [...waiting.values()]) {
        settle({
          acknowledged: false,
          error: 'dispatch_failed',
          reason: 'connection_failed',
          final: true,
          ms: 0,
        });
      }
      for (const socket of [...open]) socket.close(1000);
      const cutOff = setTimeout(() => {
        for (const socket of [...open]) socket.terminate();
      }, GOODBYE_MS);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(cutOff);
    },
  };
}
