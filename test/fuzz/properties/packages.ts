/** Two clones of the repository, each in a folder of another name, give the same packages. */

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Broken, type Property } from '../property.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export const packages: Property = {
  name: 'packages',
  promise: 'two clones of what is committed give the same packages, byte for byte',
  quick: 0,
  long: 1,
  run() {
    const home = mkdtempSync(join(tmpdir(), 'mos-clones-'));
    try {
      const [first, second] = ['mos', 'elsewhere/with a longer name'].map((name) => packed(home, name));
      if (first !== second) throw new Broken('they differ', { 'sums.txt': `${first}\n${second}` });
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
};

/** File → sum, as text: the extension, and the command line for npm. */
function packed(home: string, name: string): string {
  const clone = join(home, name);
  const out = join(home, `${name}-packages`);
  mkdirSync(out, { recursive: true });
  const run = (command: string, args: string[], cwd: string) => execFileSync(command, args, { cwd, stdio: 'pipe' });
  run('git', ['clone', '--quiet', root, clone], home);
  // Links to the same files: to install them twice would show nothing about mos.
  run('cp', ['-al', join(root, 'node_modules'), join(clone, 'node_modules')], home);
  run(process.execPath, [join('.tools', 'package.mjs'), join(out, 'mos.vsix')], clone);
  run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], join(clone, 'packages/cli'));
  return readdirSync(out)
    .sort()
    .map(
      (file) =>
        `${file} ${createHash('sha256')
          .update(readFileSync(join(out, file)))
          .digest('hex')}`,
    )
    .join('\n');
}
