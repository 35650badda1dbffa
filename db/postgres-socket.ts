import { Socket } from 'node:net';

/** What postgres.js 3.4 hands to its (untyped) `socket` option, and reads from what it gets back. */
interface SocketOptions {
  host: string[];
  port: number[];
  ssl: unknown;
}
type PostgresSocket = Socket & Partial<{ host: string; port: number; ssl: unknown }>;

/** No connection is tried sooner than so long after the one before, in ms. */
const PAUSE = 20;

/**
 * Makes the sockets for postgres.js, so that a connection that is closed in order before the server is ready (a proxy or pooler whose
 * server is away, or no Postgres at all) is an error. Left alone, postgres.js 3.4.9 connects again at once, for ever, and the
 * query never settles (porsager/postgres#1193). With TLS only the pause helps: the library takes the listeners off.
 */
export function createSocketMaker() {
  let earliest = 0;
  return async ({ host, port, ssl }: SocketOptions): Promise<Socket> => {
    const wait = earliest - performance.now();
    earliest = Math.max(performance.now(), earliest) + PAUSE;
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    const socket: PostgresSocket = new Socket();
    socket.once('end', () => {
      const error = new Error('the server closed the connection');
      if (!socket.writableEnded)
        socket.destroy(Object.assign(error, { code: 'CONNECTION_CLOSED' }));
    });
    socket.connect(port[0] ?? 5432, host[0] ?? 'localhost');
    return Object.assign(socket, { host: host[0], port: port[0], ssl });
  };
}
