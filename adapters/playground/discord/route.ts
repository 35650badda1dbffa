import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import { ApiError, refusal } from './api-error.ts';
import { type Fields, FormCheck } from './form-check.ts';
import type { InteractionDesk } from './interactions.ts';
import { botToken } from './residents.ts';
import type { Town } from './town.ts';

export interface Bindings {
  Bindings: HttpBindings;
}

export type Routes = Hono<Bindings>;
export type Request = Context<Bindings>;

/** What the routes share. */
export interface Office {
  town: Town;
  desk: InteractionDesk;
  /** `ws://127.0.0.1:PORT`. */
  gatewayUrl(): string;
  /** In how many shards the app has to come. */
  shards: number;
}

/** The JSON body. Refused when it isn't an object; an empty body is an empty object. */
export async function bodyOf(request: Request): Promise<Fields> {
  const body = await jsonOf(request);
  const form = new FormCheck();
  const fields = form.fields([], body ?? {});
  form.settle();
  return fields ?? {};
}

/** The JSON body, whatever it is. */
export async function jsonOf(request: Request): Promise<unknown> {
  const type = request.req.header('content-type') ?? '';
  const text = await request.req.text();
  if (text === '') return undefined;
  if (!type.startsWith('application/json')) {
    // Files come as multipart; the local Discord keeps none and says so rather than losing them quietly.
    throw new ApiError({
      status: 400,
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        _errors: [
          {
            code: 'CONTENT_TYPE_INVALID',
            message: `Expected "Content-Type" header to be application/json; the local Discord takes no "${type}".`,
          },
        ],
      },
    });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('invalidJson');
  }
}

/** Refuses who doesn't hold the bot's token. */
export function requireToken(request: Request): void {
  if (request.req.header('authorization') !== `Bot ${botToken}`) throw refusal('unauthorized');
}

/** A part of the path; always there, as the route says so. */
export const part = (request: Request, name: string): string => request.req.param(name) ?? '';
