/** `npm test`: builds, checks and runs every test; `npm test -- -t name` runs only what matches. */
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAsScript } from './bootstrap.mjs';
import { check } from './check.mjs';
import { runNode, runTool } from './command.mjs';

/**
 * Everything that runs tests. Each gives its numbers, and counts a run that broke off as a failure; a runner marked
 * `picky` takes the arguments that choose tests, and is the only kind that runs when there are some.
 * @type {{ name: string, picky?: boolean, run: (args: string[]) => Promise<{ passed: number, failed: number }> }[]}
 */
const runners = [
  { name: 'checks', run: check },
  { name: 'tests', picky: true, run: (args) => vitest(args) },
  { name: 'editors', run: () => vitest(['--config', 'test/workbench/vitest.config.ts']) },
];

runAsScript(import.meta.url, async (args) => {
  const totals = { passed: 0, failed: 0 };
  const add = ({ passed, failed }) => {
    totals.passed += passed;
    totals.failed += failed;
  };
  // The build below would mend stale files in silence; what is handed in has to be right already.
  if (process.env.CI && args.length === 0) add(await script('generate.mjs', '--check'));
  const built = await script('build.mjs');
  if (built.failed > 0) add(built);
  for (const { name, picky, run } of runners) {
    if (built.failed > 0 || (args.length > 0 && !picky)) continue;
    console.log(`\n── ${name}`);
    add(await run(args));
  }
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
});

/** Another script counts as one test; as a process of its own, it cannot take the closing line down with it. */
async function script(name, ...args) {
  const { code } = await runNode([join('.tools', name), ...args], { show: true });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** @param {string[]} args */
async function vitest(args) {
  const folder = fs.mkdtempSync(join(tmpdir(), 'mos-test-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runTool('vitest', ['run', ...reporters, ...args], { show: true });
    return count(report, code);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Reads Vitest's own numbers; a file that could not even be loaded has no tests in them, but fails the run. */
function count(report, code) {
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(fs.readFileSync(report, 'utf8'));
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
