import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A Web API that answers as the test says, and remembers what it was asked. */
export interface StubApi {
  url: string;
  calls: { method: string; args: Record<string, string> }[];
  /** The next calls' answers, in their order; afterwards `{ ok: true }`. */
  next(...answers: Answer[]): void;
  stop(): Promise<void>;
  /** After `stop`: again, at that port. */
  listen(port: number): Promise<void>;
}

export type Answer =
  | Record<string, unknown>
  /** The request was read; no answer comes. */
  | 'cut'
  | ((response: ServerResponse) => void);

export async function createStubApi(): Promise<StubApi> {
  const calls: StubApi['calls'] = [];
  const answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const method = request.url?.split('/').at(-1) ?? '';
    calls.push({ method, args: Object.fromEntries(new URLSearchParams(body)) });
    const answer = answers.shift() ?? { ok: true };
    if (answer === 'cut') response.destroy();
    else if (typeof answer === 'function') answer(response);
    else
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
  });
  const listen = async (port: number): Promise<void> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`,
    calls,
    listen,
    next: (...given) => void answers.push(...given),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
