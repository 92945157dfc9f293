/** `npm run check`: what can be said about the sources without running them; each check counts as one test. */
import { runAsScript } from './bootstrap.mjs';
import { runTool } from './command.mjs';

const checks = [
  {
    name: 'types',
    run: () => runTool('tsc', ['--noEmit', '-p', '.']),
    wayOut: 'Mend the places above.',
  },
  {
    name: 'types of the language, which knows neither Node nor the browser',
    run: () => runTool('tsc', ['--noEmit', '-p', 'packages/language']),
    wayOut: 'Mend the places above; what the language needs from outside comes in as a value.',
  },
  {
    name: 'types of the window, which knows a browser and no Node',
    run: () => runTool('tsc', ['--noEmit', '-p', 'packages/webview']),
    wayOut: 'Mend the places above.',
  },
  {
    name: 'types of what runs on the pages of a site, which knows a browser and no Node',
    run: () => runTool('tsc', ['--noEmit', '-p', 'packages/cli/src/site/browser']),
    wayOut: 'Mend the places above.',
  },
  {
    name: 'style and layout',
    run: () => runTool('biome', ['ci', '--colors=off', '--diagnostic-level=warn', '--error-on-warnings', '.']),
    wayOut: 'Run "npm run format" for the layout; the remarks above say how to mend the rest.',
  },
];

runAsScript(import.meta.url, async () => {
  const { failed } = await check();
  return failed > 0 ? 1 : 0;
});

/**
 * Runs all checks and prints a line for each, with what it found when it failed.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function check() {
  const results = await Promise.all(checks.map(async ({ name, run, wayOut }) => ({ name, wayOut, ...(await run()) })));
  for (const { name, wayOut, code, output } of results) {
    if (code === 0) {
      console.log(`✔ ${name}`);
    } else {
      console.error(`\n${output.trim()}\n✖ ${name}\n  ${wayOut}\n`);
    }
  }
  const failed = results.filter(({ code }) => code !== 0).length;
  return { passed: results.length - failed, failed };
}
