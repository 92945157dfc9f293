/** The suite of test/vscode as one file that any VS Code can load, and `npm run test:desktop`: that file in a desktop VS Code. */

import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail, root, runAsScript } from './bootstrap.mjs';
import { cache, QUIET } from './editor.mjs';

/** @returns {Promise<string>} the path of the bundled suite */
export async function bundleSuite() {
  const { build } = await import('esbuild');
  const outfile = join(cache, 'suite', 'index.cjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/vscode/suite/index.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
  });
  return outfile;
}

runAsScript(import.meta.url, async () => {
  const { runTests } = await import('@vscode/test-electron');
  const home = fs.mkdtempSync(join(tmpdir(), 'mos-desktop-'));
  try {
    const folder = join(home, 'plan');
    fs.cpSync(join(root, 'examples', 'acme'), folder, { recursive: true });
    const user = join(home, 'user', 'User');
    fs.mkdirSync(user, { recursive: true });
    fs.writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...QUIET, 'mos.today': '2026-02-09' }));
    const named = process.env.MOS_VSCODE;
    await runTests({
      ...(named ? { vscodeExecutablePath: named } : { cachePath: cache }),
      extensionDevelopmentPath: root,
      extensionTestsPath: await bundleSuite(),
      launchArgs: [folder, '--disable-extensions', '--disable-workspace-trust', '--user-data-dir', join(home, 'user')],
    });
    return 0;
  } catch (error) {
    fail(
      `The suite did not pass in a desktop VS Code: ${error instanceof Error ? error.message : String(error)}`,
      'If VS Code could not be downloaded, name the one that is installed: MOS_VSCODE=/path/to/code npm run test:desktop',
    );
  } finally {
    fs.rmSync(home, { recursive: true, force: true });
  }
});
