import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const path = (relative: string) => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

it("the page's JavaScript keeps to its types", async () => {
  const tsc = path('node_modules/typescript/bin/tsc');
  const project = path('adapters/playground/page');
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', project]).catch(
    (failed: { stdout: string }) => failed,
  );
  expect(stdout).toBe('');
});
