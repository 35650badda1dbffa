import type { OpenDatabase } from '../../db/open.ts';
import type { Platform } from '../../src/ports.ts';
import type { Closing } from './closing.ts';
import { healthOf } from './health.ts';
import { type HttpOptions, type HttpServer, openHttp } from './http.ts';

/** What stands behind the door, beside `/healthz`. */
export type Behind = Pick<HttpOptions, 'page' | 'slackEvents'> & {
  opened: Pick<OpenDatabase, 'kind' | 'ping' | 'queue'>;
  platforms: Platform[];
};

/** Opens the one HTTP server, with the health of what stands behind it. Throws a `StartProblem` when the address can't be had. */
export async function openDoor(
  { host, port }: Pick<HttpOptions, 'host' | 'port'>,
  closing: Closing,
  { opened, platforms, page, slackEvents }: Behind,
): Promise<HttpServer> {
  const health = () => healthOf({ database: opened, queue: opened.queue, platforms });
  const http = await openHttp({ host, port, health, page, slackEvents });
  closing.add('HTTP', () => http.close());
  return http;
}
