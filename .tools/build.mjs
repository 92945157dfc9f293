/** `npm run build`: the command line as one file, packages/cli/dist/mos.mjs, from freshly generated sources. */
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, root, runAsScript } from './bootstrap.mjs';
import { generate } from './generate.mjs';

/** Each entry becomes one file. */
const bundles = [
  { from: 'packages/cli/src/main.ts', to: 'packages/cli/dist/mos.mjs', executable: true },
  { from: 'packages/server/src/node.ts', to: 'packages/server/dist/server.mjs' },
];

/** Some dependencies are CommonJS and ask for Node's own modules by `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

runAsScript(import.meta.url, async () => {
  await build();
  return 0;
});

/** Generates what is stale and writes every bundle; ends the process with a message when the sources do not compile. */
export async function build() {
  await generate();
  const { build: bundle } = await import('esbuild');
  for (const { from, to, executable } of bundles) {
    const started = performance.now();
    try {
      await bundle({
        absWorkingDir: root,
        entryPoints: [from],
        outfile: to,
        bundle: true,
        format: 'esm',
        platform: 'node',
        target: 'node22',
        // `module` first: jsonc-parser's other door loads its parts in a way that no bundler can follow.
        mainFields: ['module', 'main'],
        minify: true,
        legalComments: 'linked',
        banner: { js: executable ? `#!/usr/bin/env node\n${REQUIRE}` : REQUIRE },
        logLevel: 'warning',
      });
    } catch {
      fail(
        `${from} could not be bundled; the lines above say where.`,
        'Mend the source and run "npm run build" again.',
      );
    }
    if (executable) chmodSync(join(root, to), 0o755);
    const size = Math.ceil(statSync(join(root, to)).size / 1024);
    console.log(`built ${to} · ${size} KB · ${Math.round(performance.now() - started)} ms`);
  }
}
