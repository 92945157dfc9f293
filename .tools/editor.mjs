/** VS Code itself, without a download site: its server from the npm package `code-server`, shown by a browser. */

// Installed once into .vscode-test, which git ignores, and never a dependency: its own install script asks for a compiler.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { bundledNode, npm, root } from './bootstrap.mjs';

/** Carries VS Code 1.139.1, the Open Source build. */
const CODE_SERVER = '4.139.1';
export const cache = join(root, '.vscode-test');
const home = join(cache, `code-server-${CODE_SERVER}`);
const vscode = join(home, 'node_modules', 'code-server', 'lib', 'vscode');
/** Left behind by the last step, so that an interrupted install is done again. */
const complete = join(home, 'complete');

/** What the server says when it can be visited. */
const READY = /Web UI available|Extension host agent listening/;
/** How long its start may take on a slow machine, in milliseconds. */
const PATIENCE = 90_000;

/** What would come between a person, or a test, and the plan. */
export const QUIET = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'files.autoSave': 'off',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'workbench.enableExperiments': false,
  'workbench.iconTheme': 'vs-seti',
  'workbench.settings.enableNaturalLanguageSearch': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/** Installs the editor when it is not there yet. Throws an Error whose message says what npm met. */
export function installEditor() {
  if (fs.existsSync(complete)) return;
  console.log('Fetching VS Code (once; about 570 MB on disk, in .vscode-test) …');
  const started = Date.now();
  fs.rmSync(home, { recursive: true, force: true });
  fs.mkdirSync(home, { recursive: true });
  fs.writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  runNpm(home, ['install', '--ignore-scripts', '--save-exact', `code-server@${CODE_SERVER}`]);
  console.log(`  VS Code is here; now the parts that it loads … ${seconds(started)}`);
  runNpm(vscode, ['install', '--omit=dev', '--ignore-scripts']);
  fs.writeFileSync(complete, '');
  console.log(`  VS Code is ready · ${seconds(started)}`);
}

/**
 * Starts the server on a free port of this machine alone.
 * @param {{ data: string, settings?: Record<string, unknown>, log?: (line: string) => void }} options `data`: the folder of its
 * settings and extensions; `settings`: of the person, on top of those that keep it quiet
 * @returns {Promise<{ port: number, address: (folder: string, payload?: [string, string][]) => string, stop: () => Promise<void> }>}
 */
export async function startEditor({ data, settings = {}, log = () => {} }) {
  const user = join(data, 'data', 'User');
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...QUIET, ...settings }, undefined, 2));
  const port = await freePort();
  const trusting = settings['security.workspace.trust.enabled'] ? [] : ['--disable-workspace-trust'];
  const where = ['--host', '127.0.0.1', '--port', String(port)];
  const child = spawn(bundledNode(), serverArguments(data, [...where, ...trusting]), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(),
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => reject(new Error(`VS Code did not start in time. It said:\n${output}`)), PATIENCE);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output = `${output}${text}`.slice(-4_000);
        log(text);
        if (!READY.test(output)) return;
        clearTimeout(timer);
        resolve(undefined);
      });
    }
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`VS Code ended with ${code} while it started. It said:\n${output}`));
    });
  });
  return {
    port,
    address: (folder, payload = []) => {
      const query = new URLSearchParams({ folder });
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `http://127.0.0.1:${port}/?${query}`;
    },
    async stop() {
      // Its extension hosts end with it.
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Installs a packaged extension into the editor whose data folder this is. Throws an Error with what the editor said. */
export function installExtension(data, vsix) {
  const { status, stdout, stderr } = spawnSync(
    bundledNode(),
    serverArguments(data, ['--install-extension', vsix, '--force']),
    { encoding: 'utf8', env: serverEnvironment() },
  );
  if (status !== 0) throw new Error(`${vsix} could not be installed:\n${stdout}${stderr}`);
}

/** Where Chromium and its kin stand when they are installed. */
const BROWSERS = [
  ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'],
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A browser that tests may drive. On Debian and its kin it is installed when it is missing and that is allowed.
 * Throws an Error that says what to install.
 * @returns {string} its path
 */
export function installBrowser() {
  const found = [process.env.CHROME_PATH || '', ...BROWSERS].find((path) => path !== '' && fs.existsSync(path));
  if (found) return found;
  if (installed('Chromium, which shows VS Code to the tests', 'chromium', 'fonts-dejavu-core')) return BROWSERS[0];
  throw new Error('These tests drive VS Code in Chromium, which is not here. Install it, or name it in CHROME_PATH.');
}

/** Another editor than VS Code, to which mos is a language server like any other; as `installBrowser`. */
export function installNeovim() {
  const isThere = () => spawnSync('nvim', ['--version']).status === 0;
  if (isThere() || (installed('Neovim, which the tests attach the server to', 'neovim') && isThere())) return;
  throw new Error('These tests attach the language server to Neovim, which is not here. Install it as "nvim".');
}

/** Installs packages of Debian and its kin, where that is allowed; false where it is not. Throws an Error with what apt said. */
function installed(what, ...packages) {
  const isRoot = process.getuid ? process.getuid() === 0 : false;
  if (!isRoot || !fs.existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${what} (once) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8', env });
  apt('update');
  const { status, stderr } = apt('install', '-y', '--no-install-recommends', ...packages);
  if (status !== 0) throw new Error(`apt-get could not install ${packages.join(' and ')}:\n${stderr}`);
  return true;
}

/** How Chromium is started for tests: as root, without a screen, and without asking anybody anything. */
export const BROWSER_ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
];

function serverArguments(data, more) {
  return [
    join(vscode, 'out', 'server-main.js'),
    ...['--without-connection-token', '--accept-server-license-terms'],
    ...['--telemetry-level', 'off', '--server-data-dir', data, '--enable-smoke-test-driver'],
    ...more,
  ];
}

/** Without what this script's own caller, npm or an editor, has left there for itself; and with no gallery to ask. */
function serverEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_|NODE_OPTIONS$)/i.test(name));
  return { ...Object.fromEntries(kept), EXTENSIONS_GALLERY: '{}' };
}

function runNpm(cwd, args) {
  const { command, args: first, shell } = npm();
  const result = spawnSync(command, [...first, ...args, '--loglevel=error', '--no-audit', '--no-fund'], {
    cwd,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  if (result.status === 0) return;
  const lines = (result.stderr || result.stdout || '').split('\n');
  const reason = lines.find((line) => /error (?!code|syscall|errno)/.test(line)) || lines[0] || '';
  throw new Error(`npm could not fetch it (${reason.replace(/^npm error /, '').trim()}).`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function seconds(started) {
  return `${Math.round((Date.now() - started) / 1000)} s`;
}
