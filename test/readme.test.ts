/** Protects the README: every snippet in it is run, and every output in it is what mos prints. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@mos/language';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const cli = join(root, 'packages/cli/dist/mos.mjs');

/** The fenced block right behind `<!-- mark -->`. */
function block(mark: string): string {
  const start = readme.indexOf(`<!-- ${mark} -->`);
  const match = /^<!--[^\n]*-->\n```\w+\n([\s\S]*?)\n```$/m.exec(readme.slice(start));
  if (start < 0 || match?.index !== 0) throw new Error(`the README has no block marked ${mark}`);
  return match[1] as string;
}

function run(command: string, cwd: string): { output: string; code: number | null } {
  const args = command.split(' ').slice(1);
  const { stdout, stderr, status } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '100' },
  });
  return { output: stdout + stderr, code: status };
}

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mos-readme-'));
  writeFileSync(join(folder, 'plan.mos'), `${block('plan')}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const commands = [...readme.matchAll(/^<!-- (?:output|excerpt): (mos [^\n]*?) -->$/gm)].map(
  ([, command]) => command as string,
);

test('there are outputs to compare', () => {
  expect(commands.length).toBeGreaterThanOrEqual(2);
});

test.each(
  [...readme.matchAll(/^<!-- (output|excerpt): (mos [^\n]*?) -->$/gm)].map(([, kind, command]) => [
    kind as string,
    command as string,
  ]),
)('%s of %s', (kind, command) => {
  const shown = block(`${kind}: ${command}`);
  const { output } = run(command, folder);
  if (kind === 'output') expect(output.trimEnd()).toBe(shown);
  else expect(output).toContain(shown);
});

test('the page of the language is understood whole', () => {
  const page = join(folder, 'page');
  mkdirSync(page);
  writeFileSync(join(page, 'page.mos'), block('parses'));
  const { output } = run('mos check --format json', page);
  const { findings } = JSON.parse(output) as { findings: { rule: string; message: string }[] };
  const unread = findings.filter(({ rule }) => rule.startsWith('language/') && rule !== 'language/unknown-name');
  expect(unread).toEqual([]);
});

test('the settings are understood', () => {
  expect(readConfig(block('settings'), 'mos.json').faults).toEqual([]);
});

describe('the lines for CI run', () => {
  const lines = [...readme.matchAll(/(?:run: |- )npx (mos [^\n]+)/g)].map(([, command]) => command as string);
  test('there are some', () => {
    expect(lines.length).toBeGreaterThanOrEqual(2);
  });
  test.each(lines)('%s', (command) => {
    const plans = join(folder, 'plans');
    mkdirSync(plans, { recursive: true });
    writeFileSync(join(plans, 'plan.mos'), block('plan'));
    expect(run(command, folder).code).toBe(1);
  });
});

test('every file that it links to exists', () => {
  for (const [, link] of readme.matchAll(/\]\(([^)#:]+)\)/g))
    expect(existsSync(join(root, link as string)), link).toBe(true);
});
