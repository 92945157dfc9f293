/** Makes every script here work on a fresh clone: installs what is missing, then carries on under the Node that fits. */

// Here, and in the scripts that import this, no `?.`, `??`, top-level await or name that node:fs learned late (`rmSync`):
// a Node that is too old has to get as far as the sentence saying so.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, absolute, without a closing slash. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Under other Nodes npm leaves out the native part of Vite's bundler, which asks for ^20.19 or >=22.12. */
const INSTALLS_UNDER = '20.19 or newer (of the 22 line: 22.12)';
/** The oldest Node that the tools themselves run on (Vitest 5, langium-cli 4.4). */
const TOOLS_NODE = 22;
/** The first npm that reads this lock file. */
const OLDEST_NPM = 7;

/**
 * Runs `task` with the command line's arguments, and exits with the code it returns, when the file at `url` is the
 * script that was started; does nothing when that file was imported.
 * @param {string} url the script's `import.meta.url`
 * @param {(args: string[]) => number | Promise<number>} task
 */
export function runAsScript(url, task) {
  if (!process.argv[1] || fileURLToPath(url) !== realpathSync(process.argv[1])) return;
  process.chdir(root);
  refuseOldNode();
  if (!isInstalled()) install();
  process.env.PATH = join(root, 'node_modules', '.bin') + delimiter + (process.env.PATH || '');
  if (majorOf(process.versions.node) < TOOLS_NODE) continueUnderBundledNode();
  Promise.resolve(process.argv.slice(2))
    .then(task)
    .then(
      (code) => {
        process.exitCode = code;
      },
      (error) => {
        const story = error instanceof Error ? String(error.stack) : String(error);
        fail(story, 'This is a fault of the script, not of your change.');
      },
    );
}

/**
 * Prints what went wrong and what to do about it, and ends the process.
 * @param {string} fault @param {string} wayOut @param {number} [code]
 * @returns {never}
 */
export function fail(fault, wayOut, code = 1) {
  process.stderr.write(`\n✖ ${fault}\n  ${wayOut}\n`);
  process.exit(code);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  fail(
    `This is Node.js ${process.versions.node}; building mos takes Node.js ${INSTALLS_UNDER}.`,
    'Install the current Node.js from nodejs.org, open a new terminal, and run the same command again.',
  );
}

/**
 * Compares the lock file with the copy that npm leaves behind as its last act, package by package: an interrupted
 * install, a changed version and a new workspace all show; a changed script or description does not.
 */
function isInstalled() {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!wanted)
    fail('package-lock.json is missing or cannot be read.', 'Fetch it again: git checkout package-lock.json');
  if (!present) return false;
  for (const [place, entry] of Object.entries(wanted)) {
    if (!place.includes('node_modules/')) continue;
    if (entry.link) {
      if (!existsSync(join(root, place, 'package.json'))) return false;
    } else if (!present[place]) {
      // Optional packages are those of other systems, mostly.
      if (!entry.optional) return false;
    } else if (present[place].version !== entry.version || present[place].integrity !== entry.integrity) {
      return false;
    }
  }
  return majorOf(process.versions.node) >= TOOLS_NODE || existsSync(bundledNode());
}

function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages || {};
  } catch {
    return undefined;
  }
}

function install() {
  const found = npm();
  const version = spawnSync(found.command, [...found.args, '--version'], { encoding: 'utf8', shell: found.shell });
  if (version.status !== 0) {
    fail(
      'npm was not found; it installs the tools that mos is built with.',
      'Install Node.js from nodejs.org, which brings npm, and run the same command again.',
    );
  }
  if (majorOf(version.stdout) < OLDEST_NPM) {
    fail(
      `This is npm ${version.stdout.trim()}; mos needs npm ${OLDEST_NPM} or newer.`,
      'Run "npm install --global npm" and then the same command again.',
    );
  }
  process.stdout.write('Installing the tools that mos is built with (once; about 300 MB in node_modules) …\n');
  const started = Date.now();
  // Errors only: npm would warn that some tools want a newer Node than this one, and they get it below.
  const result = spawnSync(found.command, [...found.args, 'ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: found.shell,
  });
  if (result.status !== 0) {
    fail(
      'The tools could not be installed; the lines above say what npm met.',
      'Without a network: connect and run the same command again. Behind a proxy or mirror: tell npm about it\n' +
        '  (npm config set proxy …, npm config set registry …). When the lock file is out of step: npm install.',
    );
  }
  if (!isInstalled()) {
    fail(
      'npm reported success, yet some tools are still missing from node_modules.',
      'When npm is told to ignore install scripts, allow them here: npm ci --ignore-scripts=false\n' +
        `  Otherwise install Node.js ${TOOLS_NODE} or newer from nodejs.org and run the same command again.`,
    );
  }
  process.stdout.write(`Installed in ${Math.round((Date.now() - started) / 1000)} s.\n`);
}

/** The npm that started this script, or the one on the path. */
export function npm() {
  const own = process.env.npm_execpath;
  if (own && basename(own) === 'npm-cli.js') return { command: process.execPath, args: [own], shell: false };
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', args: [], shell: windows };
}

/** The Node that comes with the tools. */
export function bundledNode() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function continueUnderBundledNode() {
  const result = spawnSync(bundledNode(), process.argv.slice(1), { stdio: 'inherit' });
  if (result.error) {
    fail(
      `The Node.js that comes with the tools does not start here: ${result.error.message}`,
      `Install Node.js ${TOOLS_NODE} or newer from nodejs.org and run the same command again.`,
    );
  }
  process.exit(result.status === null ? 1 : result.status);
}

/** @param {string} version */
function majorOf(version) {
  return Number.parseInt(version, 10);
}
