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
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000, interval: 200 } },
  },
});
