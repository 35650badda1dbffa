import { defineConfig } from 'vitest/config';

/** Needs Debian's `chromium`, or another one by `CHROMIUM=/path`. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
