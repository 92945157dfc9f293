/** How the tests run: every `*.test.ts` below test/, in two workers, with nothing global. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globals: false,
    setupFiles: ['test/harness/full-reader.ts'],
    maxWorkers: 2,
    // A first run on a slow machine compiles the grammar inside the first test.
    testTimeout: 20_000,
  },
});
