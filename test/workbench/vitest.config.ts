/** How the tests in a real VS Code run: one after the other, as each has the editor for itself. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/vscode/**/*.flow.ts', 'test/workbench/**/*.flow.ts'],
    globalSetup: 'test/workbench/setup.ts',
    globals: false,
    fileParallelism: false,
    maxWorkers: 1,
    // What hangs is ended; whoever waits for what comes loses nothing by being patient.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A real editor on a busy machine now and then swallows a click; what passes the second time only is named in the report.
    retry: 1,
    expect: { poll: { timeout: 60_000, interval: 200 } },
  },
});
