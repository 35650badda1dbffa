import { createHmac, randomBytes } from 'node:crypto';
import { isRecord } from './checks.ts';
import type { Acknowledgement, Courier, Envelope } from './delivery.ts';
import { limits } from './limits.ts';

// Bolt compares the content type as a whole word, so it carries no charset, as with Slack.
const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';

/** Slack's signature of a request: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function signature(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** Delivery to one request URL. */
export interface HttpDelivery extends Courier {
  /** Sends Slack's challenge; true when the app gave it back. */
  verify(): Promise<boolean>;
}

/** Delivers to the app's request URL: signed, commands and interactions as forms, events as JSON. */
export function createHttpDelivery(options: { url: string; signingSecret: string }): HttpDelivery {
  const stopping = new AbortController();

  async function send(type: string, body: string, more: Record<string, string> = {}) {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const response = await fetch(options.url, {
      method: 'POST',
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signature(options.signingSecret, timestamp, body),
        ...more,
      },
      body,
      redirect: 'error',
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(limits.acknowledgeMs)]),
    });
    return { response, text: await response.text() };
  }

  return {
    async verify() {
      const challenge = randomBytes(24).toString('hex');
      const body = JSON.stringify({ token: 'local', challenge, type: 'url_verification' });
      try {
        const { response, text } = await send(JSON_TYPE, body);
        const answer = parsed(text);
        const given = isRecord(answer) ? answer.challenge : answer;
        return response.ok && given === challenge;
      } catch {
        return false;
      }
    },

    async deliver(envelope: Envelope): Promise<Acknowledgement> {
      const started = performance.now();
      const { type, body, headers } = written(envelope);
      try {
        const { response, text } = await send(type, body, headers);
        const ms = performance.now() - started;
        if (response.ok) return { acknowledged: true, body: parsed(text), ms };
        return {
          acknowledged: false,
          error: response.status < 500 ? 'http_client_error' : 'http_service_error',
          reason: 'http_error',
          final: response.headers.get('x-slack-no-retry') === '1',
          ms,
        };
      } catch (problem) {
        const late = problem instanceof Error && problem.name === 'TimeoutError';
        return {
          acknowledged: false,
          error: late ? 'operation_timeout' : 'dispatch_failed',
          reason: late ? 'http_timeout' : 'connection_failed',
          final: stopping.signal.aborted,
          ms: performance.now() - started,
        };
      }
    },

    async stop() {
      stopping.abort();
    },
  };
}

function written(envelope: Envelope): {
  type: string;
  body: string;
  headers: Record<string, string>;
} {
  const { payload, retry } = envelope;
  const headers: Record<string, string> = retry
    ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }
    : {};
  if (envelope.type === 'events_api') {
    return { type: JSON_TYPE, body: JSON.stringify(payload), headers };
  }
  const form = new URLSearchParams(
    envelope.type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
  );
  return { type: FORM, body: form.toString(), headers };
}

/** An acknowledgement's body: JSON where it is, plain words otherwise, nothing when empty. */
function parsed(text: string): unknown {
  if (!text.trim()) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
