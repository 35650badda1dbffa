import { webApi } from '@slack/bolt';
import { masked } from './bolt-log.ts';

/**
 * What went wrong with a call of Slack's Web API, by what it means for what was asked:
 * - `refused`: Slack answered no, with this error code. Nothing was done.
 * - `later`: it was not done and may work another time.
 * - `unknown`: no answer came, or one that leaves open whether it was done.
 */
export type Trouble =
  | { trouble: 'refused'; code: string }
  /** `told`: Slack itself said after how long. */
  | { trouble: 'later'; afterMs: number; why: string; told?: true }
  | { trouble: 'unknown'; why: string };

/** Slack says of these that some of it may have been done (docs.slack.dev/reference/methods/chat.postMessage#errors). */
const openEnded = new Set(['fatal_error', 'internal_error']);

const busy = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

/** The operator has to put these right; what waits is sent then. */
const ours = new Set([
  'not_authed',
  'invalid_auth',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'org_login_required',
  'ekm_access_denied',
  'team_access_not_granted',
  'access_denied',
  'two_factor_setup_required',
]);

const SOON = 30_000;
const AFTER_REPAIR = 10 * 60_000;

/** Trouble with a call that isn't the Web client's. */
export class SlackTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.trouble === 'refused' ? trouble.code : trouble.why);
    this.name = 'SlackTrouble';
    this.trouble = trouble;
  }
}

export const rateLimited = (seconds: number): Trouble => ({
  trouble: 'later',
  afterMs: seconds * 1000,
  why: 'rate limited',
  told: true,
});

export function troubleOf(error: unknown): Trouble {
  if (error instanceof SlackTrouble) return error.trouble;
  if (error instanceof webApi.WebAPIRateLimitedError) return rateLimited(error.retryAfter);
  if (error instanceof webApi.WebAPIPlatformError) return answered(error.data.error);
  if (error instanceof webApi.WebAPIHTTPError) {
    const why = `Slack answered with HTTP status ${error.statusCode}`;
    // Below 500 something on the way refused it; Slack itself answers 200.
    return error.statusCode >= 500
      ? { trouble: 'unknown', why }
      : { trouble: 'later', afterMs: SOON, why };
  }
  const why = reason(error);
  if (error instanceof webApi.WebAPIRequestError) return unreached(error.original, why);
  // The Web client's own words for a 429 without a usable Retry-After.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return { trouble: 'later', afterMs: SOON, why: 'rate limited' };
  }
  return { trouble: 'unknown', why };
}

/** No answer came, for this reason. */
export const unreached = (error: unknown, why = reason(error)): Trouble =>
  neverLeft(error) ? { trouble: 'later', afterMs: SOON, why } : { trouble: 'unknown', why };

/** Slack answered no, with this error code. */
export function answered(code: string | undefined): Trouble {
  // An answer that isn't JSON (a proxy's page) arrives here as its text.
  if (!code || !/^[a-z0-9_]{1,80}$/.test(code)) {
    return { trouble: 'unknown', why: 'Slack answered something unreadable' };
  }
  if (openEnded.has(code)) return { trouble: 'unknown', why: code };
  if (busy.has(code)) return { trouble: 'later', afterMs: SOON, why: code };
  if (ours.has(code)) return { trouble: 'later', afterMs: AFTER_REPAIR, why: code };
  return { trouble: 'refused', code };
}

const beforeSending = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether the connection itself never came about, so that the request cannot have arrived. */
function neverLeft(error: unknown): boolean {
  for (let current = error, depth = 0; current instanceof Error && depth < 5; depth++) {
    const { code, syscall } = current as Error & { code?: unknown; syscall?: unknown };
    if (typeof code === 'string' && beforeSending.has(code)) return true;
    if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
    if (
      typeof code === 'string' &&
      /^(CERT_|ERR_TLS|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test(code)
    ) {
      return true;
    }
    current = current.cause;
  }
  return false;
}

/** For a log: the innermost cause's code or message. */
export function reason(error: unknown): string {
  let current = error;
  while (current instanceof Error && current.cause instanceof Error) current = current.cause;
  if (!(current instanceof Error)) return 'an error without words';
  const code = (current as Error & { code?: unknown }).code;
  return masked(typeof code === 'string' ? code : current.message) || current.name;
}
