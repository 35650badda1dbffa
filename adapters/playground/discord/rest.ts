import { Hono } from 'hono';
import { ApiError, refusal } from './api-error.ts';
import type { CallFaults } from './faults.ts';
import { addAccountRoutes } from './rest-account.ts';
import { addChannelRoutes } from './rest-channels.ts';
import { addCommandRoutes } from './rest-commands.ts';
import { addGuildRoutes } from './rest-guilds.ts';
import { addInteractionRoutes } from './rest-interactions.ts';
import { addThreadRoutes } from './rest-threads.ts';
import { addWebhookRoutes } from './rest-webhooks.ts';
import type { Bindings, Office, Routes } from './route.ts';

/** Discord's REST API, version 10, as far as the local Discord speaks it; everything else is a 404. */
export function createRest(office: Office, faults: CallFaults): Routes {
  const api = new Hono<Bindings>();

  api.use('*', async (request, next) => {
    // Clients may write `@original` as `%40original`.
    const path = request.req.path.replace(/^\/api\/v10/, '').replaceAll('%40', '@');
    const fault = faults.take([
      `${request.req.method} ${path}`,
      namedRoute(request.req.method, path),
    ]);
    if (fault?.fault === 'rate-limit') {
      return request.json(
        { message: 'You are being rate limited.', retry_after: fault.retryAfter, global: false },
        429,
        { 'Retry-After': String(fault.retryAfter), 'X-RateLimit-Scope': 'user' },
      );
    }
    if (fault?.fault === 'server-error') throw refusal('serverError');
    await next();
    // Carried out, and never heard of again.
    if (fault?.fault === 'drop-answer') request.env.outgoing.destroy();
    return undefined;
  });
  api.onError((error, request) => {
    if (!(error instanceof ApiError)) throw error;
    const { status, ...body } = error.refusal;
    return request.json(body, status as 400);
  });
  api.notFound((request) => request.json({ message: '404: Not Found', code: 0 }, 404));

  const routes = new Hono<Bindings>();
  addAccountRoutes(routes, office);
  addCommandRoutes(routes, office);
  addGuildRoutes(routes, office);
  addChannelRoutes(routes, office);
  addThreadRoutes(routes, office);
  addInteractionRoutes(routes, office);
  addWebhookRoutes(routes, office);
  api.route('/api/v10', routes);
  return api;
}

/** `POST /channels/:id/messages`: ids and tokens taken out, so that a fault can name a kind of call. */
const namedRoute = (method: string, path: string): string =>
  `${method} ${path.replace(/\/\d{15,20}(?=\/|$)/g, '/:id').replace(/\/[\w-]{60,}(?=\/|$)/g, '/:token')}`;
