import {
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  type REST,
  type RequestMethod,
} from 'discord.js';
import { machineTime, type Time } from './time.ts';

/** Why a call to Discord came to nothing. Says nothing of its body or address: both hold what nobody else may read. */
export class DiscordTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(describe(trouble));
    this.name = 'DiscordTrouble';
    this.trouble = trouble;
  }
}

export type Trouble =
  | { kind: 'rate-limited'; afterMs: number }
  /** Discord said no. `code` is its own (0: none). */
  | { kind: 'refused'; status: number; code: number }
  /** No answer, or a server error. `maybeDone`: it may have happened all the same. */
  | { kind: 'unanswered'; maybeDone: boolean; why: string }
  /** The token is no longer good; nothing goes until the process starts with another. */
  | { kind: 'unauthorised' };

function describe(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'rate-limited':
      return `rate limited for ${trouble.afterMs} ms`;
    case 'refused':
      return `refused with ${trouble.status}, code ${trouble.code}`;
    case 'unanswered':
      return trouble.why;
    case 'unauthorised':
      return 'Discord does not accept the token (DISCORD_TOKEN)';
  }
}

export interface Call {
  body?: unknown;
  query?: URLSearchParams;
  /** False: the address holds a token of its own (interactions). Default true. */
  auth?: boolean;
  /** Doing it twice is like doing it once, so it may be tried again at once. Default: all but POST. */
  repeatable?: boolean;
  /** Gives up after so many milliseconds. */
  timeoutMs?: number;
  /** Somebody waits for this and nothing else will do it again: a rate limit is waited out however long, an outage for a while. */
  patience?: Patience;
}

/** How long it is worth to keep trying. */
export interface Patience {
  /** By `Time.now`. A wait that would go beyond is not begun. */
  until: number;
  /** Ends the waiting at once: the process stops. */
  signal: AbortSignal;
}

export type Method = `${RequestMethod}`;

/** Discord's REST through discord.js, with failures as `DiscordTrouble`. */
export type Api = <T>(method: Method, route: `/${string}`, call?: Call) => Promise<T>;

/** A shorter wait is waited out in place, so that a burst doesn't make a member wait for the next round. */
const SHORT_WAIT_MS = 1_500;
const PAUSES_MS = [200, 800];
const PATIENT_PAUSES_MS = [200, 800, 3_000, 10_000];

/**
 * `rest` must have no retries of its own: it repeats what may not be repeated (a thread made twice). It must reject at a
 * rate limit, before sending and after a 429: @discordjs/rest would otherwise sleep inside the bucket's queue, for as long as it
 * takes, where no deadline and no stop reaches it. While waiting here, a call holds no queue. An interaction's webhook is a bucket
 * by its token, so that one's limit is not another's; Discord leaves these out of the global limit, discord.js doesn't.
 */
export function createApi(rest: Pick<REST, 'request'>, time: Time = machineTime): Api {
  return async <T>(method: Method, route: `/${string}`, call: Call = {}): Promise<T> => {
    const repeatable = call.repeatable ?? method !== 'POST';
    for (let tried = 0; ; tried++) {
      try {
        // Discord's answer, whose shape its documentation promises.
        return (await rest.request({
          method: method as RequestMethod,
          fullRoute: route,
          auth: call.auth ?? true,
          ...(call.body === undefined ? {} : { body: call.body }),
          ...(call.query ? { query: call.query } : {}),
          ...(call.timeoutMs ? { signal: AbortSignal.timeout(call.timeoutMs) } : {}),
        })) as T;
      } catch (error) {
        const trouble = troubleOf(error, call.auth ?? true);
        const patience = call.patience?.signal.aborted ? undefined : call.patience;
        const pause = pauseBefore(trouble, tried, repeatable, patience !== undefined);
        const isTooLong = patience && pause !== undefined && time.now() + pause > patience.until;
        if (pause === undefined || isTooLong) throw new DiscordTrouble(trouble);
        await time.wait(pause, patience?.signal);
        if (patience?.signal.aborted) throw new DiscordTrouble(trouble);
      }
    }
  };
}

/** Undefined: no further try. */
function pauseBefore(
  trouble: Trouble,
  tried: number,
  repeatable: boolean,
  patient: boolean,
): number | undefined {
  const pauses = patient ? PATIENT_PAUSES_MS : PAUSES_MS;
  const pause = pauses[tried];
  if (trouble.kind === 'rate-limited') {
    // Each 429 counts against the 10,000 invalid requests that mean a ban, so one that comes again waits longer than it says.
    if (patient) return tried === 0 ? trouble.afterMs : Math.max(trouble.afterMs, pause ?? 10_000);
    return pause !== undefined && trouble.afterMs <= SHORT_WAIT_MS ? trouble.afterMs : undefined;
  }
  if (pause === undefined || trouble.kind !== 'unanswered') return undefined;
  return repeatable || !trouble.maybeDone ? pause * (0.75 + Math.random() / 2) : undefined;
}

/** Errors of Node and undici before anything was sent. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** `auth`: the call was made with the bot's token, and not with one in its address. */
function troubleOf(error: unknown, auth: boolean): Trouble {
  if (error instanceof RateLimitError) {
    // A 429 without Retry-After is against the rules, but a second is a safe answer to it.
    const wait = error.retryAfter || error.timeToReset;
    return { kind: 'rate-limited', afterMs: Number.isFinite(wait) && wait > 0 ? wait : 1_000 };
  }
  if (error instanceof DiscordAPIError) {
    if (error.status === 401 && auth) return { kind: 'unauthorised' };
    return { kind: 'refused', status: error.status, code: Number(error.code) || 0 };
  }
  if (error instanceof HTTPError) {
    return { kind: 'unanswered', maybeDone: true, why: `server error ${error.status}` };
  }
  if (!(error instanceof Error)) throw error;
  // discord.js forgets the token at the first 401, and from then on says this.
  if (error.message.startsWith('Expected token')) return { kind: 'unauthorised' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  return { kind: 'unanswered', maybeDone: !NOT_SENT.has(code), why: `no answer (${code})` };
}

/** The trouble behind an error; anything else is a bug and goes on. */
export function asTrouble(error: unknown): Trouble {
  if (error instanceof DiscordTrouble) return error.trouble;
  throw error;
}

/** Whether Discord refused with one of these codes of its own. */
export const refusedWith = (error: unknown, ...codes: number[]): boolean =>
  error instanceof DiscordTrouble &&
  error.trouble.kind === 'refused' &&
  codes.includes(error.trouble.code);
