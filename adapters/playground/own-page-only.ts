import type { MiddlewareHandler } from 'hono';

/** A host name that only this machine answers to. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

/**
 * Keeps web pages from elsewhere out. The `Host` must be a loopback name (or one of `hosts`), or a page could rebind its own
 * name to this machine's address and read everything; and a browser's request that changes something must come from this very page.
 * Browsers send `Origin` with every POST (Fetch standard, "append a request Origin header"); curl sends none and is welcome.
 */
export function ownPageOnly(hosts: string[] = []): MiddlewareHandler {
  const known = new Set(hosts.map((host) => host.toLowerCase()));
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    const hostname = hostnameOf(host);
    if (!hostname || !(isLoopback(hostname) || known.has(hostname))) {
      const error =
        'This page answers only on this machine. Please open it as http://localhost or http://127.0.0.1, through a tunnel if it runs elsewhere.';
      return c.json({ error }, 403);
    }
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const foreign =
        (origin !== undefined && !sameHost(origin, host)) ||
        (site !== undefined && site !== 'same-origin');
      if (foreign) {
        const error = 'Only the local page itself may do this, not another web page.';
        return c.json({ error }, 403);
      }
    }
    return next();
  };
}

const hostnameOf = (host: string): string | undefined => parse(`http://${host}`)?.hostname;

function sameHost(origin: string, host: string): boolean {
  const url = parse(origin);
  return url !== undefined && url.host === parse(`${url.protocol}//${host}`)?.host;
}

/** `URL.parse` needs Node 22. */
function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
