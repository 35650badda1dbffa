import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import type { Health } from './health.ts';
import { StartProblem } from './problem.ts';
import { SLACK_PATH } from './public-url.ts';

export interface HttpOptions {
  host: string;
  /** 0: any free one. */
  port: number;
  health(): Promise<Health>;
  /** What is served beside `/healthz` and Slack's requests: the local page. */
  page?: Hono;
  /** Takes Slack's requests; it reads their raw body itself, to check the signature. */
  slackEvents?: RequestListener;
}

export interface HttpServer {
  /** Where it can be reached on this machine, without a slash at the end. */
  url: string;
  /** Takes no more requests, and lets those in hand finish. */
  close(): Promise<void>;
}

/** Opens Goodword's one HTTP server. Throws a `StartProblem` when the address can't be had. */
export async function openHttp(options: HttpOptions): Promise<HttpServer> {
  const { host, port, slackEvents } = options;
  const app = createRoutes(options);
  const pages = getRequestListener(app.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (slackEvents && path === SLACK_PATH) slackEvents(request, response);
    else void pages(request, response);
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new StartProblem(whyNot(error, host, port))));
    server.listen(port, host, resolve);
  });
  server.removeAllListeners('error');
  const address = server.address() as AddressInfo;
  return {
    url: `http://${reachable(address)}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        // A browser may keep its page's stream open for ever.
        setTimeout(() => server.closeAllConnections(), 1_000).unref();
      }),
  };
}

function createRoutes({ health, page }: HttpOptions): Hono {
  const app = new Hono();
  app.get('/healthz', async (c) => {
    const found = await health();
    return c.json(found, found.ok ? 200 : 503, { 'cache-control': 'no-store' });
  });
  if (page) {
    app.all('*', (c) => page.fetch(c.req.raw, c.env));
  } else {
    app.get('/', (c) => c.text('Goodword is running. /healthz says how it is.\n'));
    app.notFound((c) => c.text('There is nothing at this address.\n', 404));
  }
  return app;
}

/** Every address of a machine isn't one that a browser can open. */
function reachable({ address, family }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return '127.0.0.1';
  return family === 'IPv6' ? `[${address}]` : address;
}

function whyNot(error: Error, host: string, port: number): string {
  const code = 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken, perhaps by a Goodword that still runs. Choose another with PORT=${port < 65_535 ? port + 1 : 8787}, or any free one with PORT=0.`;
    case 'EACCES':
      return `This user may not listen on port ${port}. Choose a PORT above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST=${host} is not an address of this machine. Use 127.0.0.1 for this machine only, or 0.0.0.0 for every network it is in.`;
    default:
      return `Goodword could not listen on ${host}, port ${port} (${code || error.message}). Choose another HOST or PORT.`;
  }
}
