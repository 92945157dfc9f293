/** `npm run soak`: the fuzzers' long run, against the sources for texts and the built server for everything else. */
import { join } from 'node:path';
import { runAsScript } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runNode } from './command.mjs';

runAsScript(import.meta.url, async (args) => {
  if (!args.includes('--help')) await build();
  const { code } = await runNode(
    ['--experimental-strip-types', '--expose-gc', join('test', 'fuzz', 'soak.ts'), ...args],
    { show: true },
  );
  return code;
});
