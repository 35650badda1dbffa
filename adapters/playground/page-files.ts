import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';

const folder = fileURLToPath(new URL('./page/', import.meta.url));
const require = createRequire(import.meta.url);

/** The libraries' own ES modules, as they lie in node_modules. */
const vendored: Record<string, () => string> = {
  'preact.js': () => require.resolve('preact'),
  'hooks.js': () => require.resolve('preact/hooks'),
  // `require` finds htm's CommonJS build; its ES module lies beside it.
  'htm.js': () => join(dirname(require.resolve('htm')), 'htm.module.js'),
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The page itself and the modules it needs: nothing comes from elsewhere, and its policy says so. */
export function createPageFiles(): Hono {
  const app = new Hono();

  app.get('/', async (c) => {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    return c.body(html, 200, {
      'content-type': types['.html'] ?? '',
      'content-security-policy': contentPolicy(html),
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
  });

  app.get('/page/vendor/:name', async (c) => {
    const name = c.req.param('name');
    const find = Object.hasOwn(vendored, name) ? vendored[name] : undefined;
    return find ? c.body(await script(find()), 200, headers(name)) : c.notFound();
  });

  app.get('/page/:name{[a-z][a-z-]*\\.(?:js|css|svg)}', async (c) => {
    const name = c.req.param('name');
    const content = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    return content === undefined ? c.notFound() : c.body(content, 200, headers(name));
  });

  return app;
}

const headers = (name: string): Record<string, string> => ({
  'content-type': types[extname(name)] ?? 'application/octet-stream',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-cache',
  'cross-origin-resource-policy': 'same-origin',
});

/** Without the line that would make a browser's debugger ask for a source map that isn't served. */
const script = async (path: string): Promise<string> =>
  (await readFile(path, 'utf8')).replace(/^\/\/# sourceMappingURL=.*$/m, '');

/** The import map is the one inline script, allowed by its hash. */
function contentPolicy(html: string): string {
  const map = html.match(/<script type="importmap">([\s\S]*?)<\/script>/)?.[1] ?? '';
  const hash = createHash('sha256').update(map).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
