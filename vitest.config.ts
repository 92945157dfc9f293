/** How the tests run: every `*.test.ts` below test/, in two workers, with nothing global. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globals: false,
    setupFiles: ['test/harness/full-reader.ts'],
    maxWorkers: 2,
    // What hangs is ended; how long something takes on a busy machine says nothing about mos.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 30_000, interval: 50 } },
  },
});
