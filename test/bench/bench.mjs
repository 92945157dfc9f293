/**
 * `npm run bench`: mos beside the tools that people would take instead, on made-up plans; README.md says what is measured.
 *
 *     npm run bench -- --help
 */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root, runAsScript } from '../../.tools/bootstrap.mjs';
import { build } from '../../.tools/build.mjs';
import { AGAIN, budgetsFrom, exceeded } from './budgets.mjs';
import { editorBench } from './editor.mjs';
import { generate, SIZES, TODAY } from './generate.mjs';
import { measured } from './measure.mjs';
import { cache, installPeers, peers } from './peers/peers.mjs';
import { editorTable, speedTable, written } from './tables.mjs';
import { windowBench, windowTable } from './window.mjs';

const MOS = join(root, 'packages', 'cli', 'dist', 'mos.mjs');
/** What is shipped: folders, with all scripts in them, and single files. */
const BUNDLES = {
  'command line': 'packages/cli/dist',
  server: 'packages/server/dist/server.mjs',
  'server in a browser': 'packages/server/dist/browser.mjs',
  extension: 'packages/vscode/dist/extension.cjs',
};
/** Rounds after the one that warms up. */
const ROUNDS = { S: 9, M: 5, L: 3 };
const QUICK_ROUNDS = { S: 5, M: 3, L: 3 };
const SEED = 1;

const USAGE = `usage: npm run bench -- [--quick] [--size S|M|L|E …] [--no-editor] [--no-window] [--no-peers] [--install]
                        [--check | --write | --budget]
test/bench/README.md tells what each is for.`;
const FLAGS = ['quick', 'no-editor', 'no-window', 'no-peers', 'install', 'check', 'write', 'budget', 'help'];

runAsScript(import.meta.url, async (args) => {
  const { values, fault } = understood(args);
  if (fault !== undefined || values.help) {
    console.error(fault === undefined ? USAGE : `${fault}\n${USAGE}`);
    return fault === undefined ? 0 : 2;
  }
  if (values.install) installPeers();
  await build();
  const sizes = values.size ?? (values.quick ? ['S', 'M'] : Object.keys(SIZES));
  const run = {
    day: new Date().toISOString().slice(0, 10),
    machine: machine(),
    sizes: {},
    editor: {},
    bundles: bundles(),
  };
  for (const size of sizes) if (ROUNDS[size]) run.sizes[size] = await commandLine(size, values);
  if (!values['no-editor']) {
    for (const size of sizes) if (size !== 'L') run.editor[size] = await editorBench(planIn(size, 'mos'), size, say);
  }
  if (!values['no-window']) {
    say('the window of the cascade');
    run.window = await windowBench(values.quick ? 3 : 5);
  }
  clear();
  console.log(`\n${run.machine}\n\n${speedTable(run)}\n\n${editorTable(run)}\n`);
  if (run.window) console.log(`${windowTable(run.window)}\n`);
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'last.json'), JSON.stringify(run, undefined, 2));
  const readme = join(import.meta.dirname, 'README.md');
  if (values.write) writeFileSync(readme, written(readFileSync(readme, 'utf8'), run));
  const budgets = join(import.meta.dirname, 'budgets.json');
  const known = existsSync(budgets) ? JSON.parse(readFileSync(budgets, 'utf8')) : {};
  if (values.budget) writeFileSync(budgets, `${JSON.stringify(budgetsFrom(run, known), undefined, 2)}\n`);
  if (!values.check) return 0;
  const { faults, compared, missing } = exceeded(run, known);
  for (const fault of faults) console.error(`✖ ${fault}`);
  if (missing.length > 0) console.log(`not measured: ${missing.join(' · ')}`);
  const count = `${compared} of ${compared + missing.length} ratios of test/bench/budgets.json compared`;
  if (compared === 0) console.error(`✖ ${count}: leave fewer things out`);
  else if (faults.length === 0) console.log(`✔ ${count}, all within their budgets`);
  return faults.length === 0 && compared > 0 ? 0 : 1;
});

/** The flags as values, or why they cannot be understood. */
function understood(args) {
  const options = { ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' }])) };
  try {
    const { values } = parseArgs({ args, options: { ...options, size: { type: 'string', multiple: true } } });
    const unknown = values.size?.find((size) => !SIZES[size]);
    if (unknown !== undefined)
      return { values, fault: `no size ${unknown}; there are ${Object.keys(SIZES).join(', ')}` };
    return { values };
  } catch (error) {
    return { values: {}, fault: error.message };
  }
}

/** Name → `{ seconds, peak }` or `{ absent }`, for the floors, mos, and the peers. */
async function commandLine(size, { quick, 'no-peers': isAlone }) {
  const plan = planIn(size, 'mos');
  const node = (...args) => [process.execPath, ...args];
  const cases = [
    { name: 'node', folder: plan, steps: [node('-e', '0')] },
    { name: 'reading', folder: plan, steps: [node(join(import.meta.dirname, 'peers', 'floor.mjs'), '.')] },
    { name: 'mos', folder: plan, steps: [node(MOS, 'check', '--today', TODAY)] },
    { name: AGAIN, folder: plan, steps: [node(MOS, 'check', '--today', TODAY, '--cache')] },
  ];
  // What was kept by another build counts for nothing, and the memory is looked at in the first round.
  await measured(cases.slice(-1), 0);
  const absent = {};
  for (const [name, peer] of isAlone ? [] : Object.entries(peers())) {
    const isSkipped = peer.slow && (size === 'L' || (quick && size !== 'S'));
    const tooLarge = isSkipped ? (size === 'L' ? 'not run' : 'not with --quick') : undefined;
    if (peer.absent || tooLarge) absent[name] = { absent: peer.absent ?? tooLarge };
    // A compiler for everybody: the plan is written once a form, and kept.
    else cases.push({ name, folder: planIn(size, peer.form), steps: peer.steps, slow: peer.slow });
  }
  const results = await measured(cases, (quick ? QUICK_ROUNDS : ROUNDS)[size], (what) => say(`${size}: ${what}`));
  for (const [name, { absent: why }] of Object.entries(absent)) console.log(`${size}: skipped ${name}: ${why}`);
  return { ...Object.fromEntries(results), ...absent };
}

/** The folder of the plan, made when it is not there yet. */
function planIn(size, form) {
  // Not in the cache: mos leaves out what git ignores.
  const folder = join(tmpdir(), 'mos-bench', `${size}-${form}-${STAMP}`);
  if (existsSync(folder)) return folder;
  say(`${size}: writing the plan as ${form}`);
  // Under its name only when it is whole.
  rmSync(`${folder}-new`, { recursive: true, force: true });
  mkdirSync(`${folder}-new`, { recursive: true });
  generate(size, `${folder}-new`, { seed: SEED, form });
  renameSync(`${folder}-new`, folder);
  return folder;
}

/** Changes with what writes plans, so that no run measures the plans of another. */
const STAMP = stamp();

function stamp() {
  const sources = ['generate.mjs', 'plan/model.mjs', 'plan/words.mjs', 'plan/days.mjs'];
  const forms = ['mos', 'resolved', 'typescript', 'yaml', 'likec4', 'taskjuggler'].map((name) => `forms/${name}.mjs`);
  const length = [...sources, ...forms].map((path) => readFileSync(join(import.meta.dirname, path), 'utf8')).join('');
  let hash = 0;
  for (let at = 0; at < length.length; at++) hash = (Math.imul(hash, 31) + length.charCodeAt(at)) >>> 0;
  return hash.toString(36);
}

/** Name → bytes of what is shipped. */
function bundles() {
  return Object.fromEntries(Object.entries(BUNDLES).map(([name, path]) => [name, weightOf(join(root, path))]));
}

function weightOf(path) {
  if (!statSync(path).isDirectory()) return statSync(path).size;
  const scripts = readdirSync(path, { recursive: true }).filter((name) => /\.[cm]?js$/.test(name));
  return scripts.reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
}

function machine() {
  const [first] = cpus();
  return `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${first?.model ?? 'unknown'}`;
}

/** One line that the next one replaces, where somebody looks. */
function say(text) {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
}

function clear() {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}
