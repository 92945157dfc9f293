/** The tools that mos is measured beside: pinned, none of them a dependency, and left out by name where they are absent. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from '../../../.tools/bootstrap.mjs';

const PINNED = { 'ajv-cli': '5.0.0', 'js-yaml': '5.5.0', yaml: '2.9.1', likec4: '1.59.4' };
/** Git ignores it, and so does everything else. */
export const cache = join(root, 'node_modules', '.cache', 'mos-bench');
const home = join(cache, 'peers');

/** Fetches what npm has of them. TaskJuggler comes from the system: Debian's package is `tj3`. */
export function installPeers() {
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  const { command, args, shell } = npm();
  const wanted = Object.entries(PINNED).map(([name, version]) => `${name}@${version}`);
  const install = [...args, 'install', '--ignore-scripts', '--save-exact', ...wanted];
  const { status } = spawnSync(command, install, { cwd: home, shell, stdio: 'inherit' });
  if (status !== 0) throw new Error('npm could not install the peers; the lines above say why');
}

/**
 * By name: `form` is the form of the plan that it reads, `steps` the commands that it takes in the folder of that plan, and
 * `slow` says that it is run once, and not for plans above M. Absent ones have `absent`, which says what is missing.
 */
export function peers() {
  const script = join(import.meta.dirname, 'references.mjs');
  const node = (...args) => [process.execPath, ...args];
  const ajv = node(
    binary('ajv-cli', 'dist/index.js'),
    'validate',
    '-s',
    'schema.json',
    '-d',
    '**/*.yaml',
    '--all-errors',
  );
  return {
    tsc: { form: 'typescript', steps: [[nativeCompiler(), '--noEmit', '-p', '.']], absent: undefined },
    'ajv-cli': { form: 'yaml', steps: [ajv], absent: missing('ajv-cli') },
    'ajv-cli + script': {
      ...{ form: 'yaml', steps: [ajv, node(script, home, '.')], absent: missing('ajv-cli', 'js-yaml') },
    },
    'ajv-cli + script with places': {
      ...{ form: 'yaml', steps: [ajv, node(script, home, '.', '--positions')], absent: missing('ajv-cli', 'yaml') },
    },
    likec4: {
      form: 'likec4',
      steps: [node(binary('likec4', 'bin/likec4.mjs'), 'validate', '.')],
      ...{ slow: true, absent: missing('likec4') },
    },
    tj3: {
      form: 'taskjuggler',
      steps: [['tj3', '--silent', '--no-color', 'bench.tjp']],
      ...{ slow: true, absent: spawnSync('tj3', ['--version']).error ? 'tj3 is not installed' : undefined },
    },
  };
}

function binary(name, path) {
  return join(home, 'node_modules', name, path);
}

/** Without the script that starts it: what is compared is the compiler. */
function nativeCompiler() {
  const folder = join(
    root,
    'node_modules',
    '@typescript',
    `typescript-${process.platform}-${process.arch}`,
    'lib',
    'tsc',
  );
  return existsSync(folder) ? folder : join(root, 'node_modules', '.bin', 'tsc');
}

function missing(...names) {
  const absent = names.filter((name) => versionOf(name) !== PINNED[name]);
  return absent.length === 0 ? undefined : `${absent.join(' and ')} not installed (npm run bench -- --install)`;
}

function versionOf(name) {
  const path = binary(name, 'package.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : undefined;
}
