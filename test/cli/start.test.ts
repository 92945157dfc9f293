/** Protects the quick start: what a run does not need is not loaded, above all not the parser for texts that are wrong. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folder, mos } from './mos.ts';

const RIGHT = 'owner ana "Ana Ruiz" { role "CMO" }\n';
const PARSER = 'LangiumParser';
const WORKBOOKS = 'xl/worksheets';
const RULES = 'cascade/missing-why';
const WIDTHS = 'Default_Ignorable_Code_Point}\\p{Control}';

/** Says every module that is loaded. */
const SPY = `
import { registerHooks } from 'node:module';
import { writeSync } from 'node:fs';
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) writeSync(2, 'loaded ' + url + '\\n');
    return next(url, context);
  },
});`;

/** All code that a run loads, as one text. */
async function loadedBy(args: readonly string[], plan: string): Promise<string> {
  const cwd = folder({ 'plan.mos': plan });
  const spy = `--import=data:text/javascript,${encodeURIComponent(SPY)}`;
  const { err } = await mos(args, { cwd, env: { NODE_OPTIONS: spy } });
  const files = [...err.matchAll(/^loaded (.*)$/gm)].map(([, url]) => fileURLToPath(url as string));
  expect(files.length).toBeGreaterThan(0);
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

describe('a run loads what it needs', () => {
  test('the version: next to nothing', async () => {
    const code = await loadedBy(['--version'], RIGHT);
    expect(code.length).toBeLessThan(20_000);
  });

  test('a plan that is right: no parser for texts that are wrong', async () => {
    const code = await loadedBy(['check', '--quiet'], RIGHT);
    // As booleans: half a megabyte of code explains no failure.
    expect(code.includes(RULES)).toBe(true);
    expect(code.includes(PARSER)).toBe(false);
  });

  test('a plan without findings: nothing to lay them out', async () => {
    expect((await loadedBy(['check', '--quiet'], '')).includes(WIDTHS)).toBe(false);
    expect((await loadedBy(['check', '--quiet'], 'owner ana { }\nowner ana { }\n')).includes(WIDTHS)).toBe(true);
  });

  test('a plan that is checked or exported as text: nothing of workbooks', async () => {
    for (const args of [
      ['check', '--quiet'],
      ['export', 'json'],
    ])
      expect((await loadedBy(args, RIGHT)).includes(WORKBOOKS), args.join(' ')).toBe(false);
    expect((await loadedBy(['export', 'xlsx', '--out', 'plan.xlsx'], RIGHT)).includes(WORKBOOKS)).toBe(true);
  });

  test('a plan that is wrong: the parser, too', async () => {
    expect((await loadedBy(['check', '--quiet'], 'owner ana {')).includes(PARSER)).toBe(true);
  });
});
