import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRecord } from './checks.ts';
import type { Faults } from './faults.ts';
import { chatMethods } from './methods/chat.ts';
import { conversationMethods } from './methods/conversations.ts';
import { type Args, type Method, type Result, refuse, stringArg } from './methods/method.ts';
import { peopleMethods } from './methods/people.ts';
import { viewMethods } from './methods/views.ts';
import { answerByUrl } from './response-url.ts';
import type { Workspace } from './workspace.ts';

/** What the API answers from. */
export interface WebApiOptions {
  workspace: Workspace;
  faults: Faults;
  botToken: string;
  appToken: string;
  /** A new socket address for `apps.connections.open`; undefined while Socket Mode is switched off. */
  invite(): string | undefined;
  /** Holds each channel to about one message a real second, as Slack does. */
  paced: boolean;
}

const methods = new Map<string, Method>(
  Object.entries({ ...peopleMethods, ...conversationMethods, ...chatMethods, ...viewMethods }),
);
const CONNECT = 'apps.connections.open';
const API = '/api/';
const RESPONSE = '/response/';
const LARGEST_BODY = 4 * 1024 * 1024;

/** Answers the Web API under `/api/` and response URLs under `/response/`, faults included. */
export function createWebApi(options: WebApiOptions) {
  const { workspace, faults } = options;
  const lastPost = new Map<string, number>();

  function call(method: string, args: Args, token: string | undefined): Result {
    if (method !== CONNECT && !methods.has(method)) return refuse('unknown_method');
    if (method === 'api.test') return { ok: true, args };
    if (!token) return refuse('not_authed');
    if (token !== options.botToken && token !== options.appToken) return refuse('invalid_auth');
    if ((token === options.appToken) !== (method === CONNECT)) {
      return refuse('not_allowed_token_type');
    }
    if (method === CONNECT) {
      const url = options.invite();
      return url ? { ok: true, url } : refuse('socket_mode_not_enabled');
    }
    return methods.get(method)?.(workspace, args) ?? refuse('unknown_method');
  }

  function tooFast(method: string, args: Args): boolean {
    if (!options.paced || method !== 'chat.postMessage') return false;
    const channel = stringArg(args, 'channel') ?? '';
    if (Date.now() - (lastPost.get(channel) ?? 0) < 1000) return true;
    lastPost.set(channel, Date.now());
    return false;
  }

  return async function handle(request: IncomingMessage, response: ServerResponse) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://local');
    const isApi = pathname.startsWith(API);
    const isResponse = pathname.startsWith(RESPONSE) && request.method === 'POST';
    if (!isApi && !isResponse) return send(response, 404, { ok: false, error: 'not_found' });

    const name = isApi ? pathname.slice(API.length) : 'response_url';
    const args = await readArgs(request, searchParams);
    if (typeof args === 'string') {
      return send(response, isApi ? 200 : 400, { ok: false, error: args });
    }
    const fault = faults.forCall(name);
    if (fault?.fault === 'server-error') {
      return send(response, 500, { ok: false, error: 'internal_error' });
    }
    if (fault?.fault === 'rate-limit') return limited(response, fault.retryAfter);
    if (tooFast(name, args)) return limited(response, 1);

    const answer = isApi
      ? { status: 200, body: call(name, args, tokenOf(request, args)) }
      : answerByUrl(workspace, pathname.slice(RESPONSE.length), args);
    if (fault?.fault === 'drop-answer') {
      request.socket.destroy();
      return;
    }
    send(response, answer.status, answer.body);
  };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

function limited(response: ServerResponse, seconds: number): void {
  response.setHeader('retry-after', String(seconds));
  send(response, 429, { ok: false, error: 'ratelimited' });
}

function tokenOf(request: IncomingMessage, args: Args): string | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  return bearer ?? (stringArg(args, 'token') || undefined);
}

/** The arguments from query and body, or Slack's error for a body that can't be read. */
async function readArgs(request: IncomingMessage, query: URLSearchParams): Promise<Args | string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > LARGEST_BODY) return 'request_too_large';
    pieces.push(piece);
  }
  const text = Buffer.concat(pieces).toString('utf8');
  const given: Args = Object.fromEntries(query);
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim();
  if (!text) return given;
  if (type === 'application/x-www-form-urlencoded') {
    return { ...given, ...Object.fromEntries(new URLSearchParams(text)) };
  }
  if (type !== 'application/json') return 'invalid_post_type';
  try {
    const body: unknown = JSON.parse(text);
    return isRecord(body) ? { ...given, ...body } : 'json_not_object';
  } catch {
    return 'invalid_json';
  }
}
