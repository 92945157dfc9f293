/** Protects the completion scripts: what bash really offers, and that no shell knows less than the help. */

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { modelOf } from '../../packages/cli/src/completions/model.ts';
import { outputNames } from '../../packages/cli/src/formats.ts';
import { buildProgram } from '../../packages/cli/src/program.ts';
import { folder, mos } from './mos.ts';

describe('bash', () => {
  const cwd = folder({ 'plan.mos': '' });
  const script = join(cwd, 'mos.bash');
  beforeAll(async () => writeFileSync(script, (await mos(['completions', 'bash'])).out));

  /** What bash offers for a line whose last word is being typed; words as bash takes them apart. */
  function offered(...words: string[]): string[] {
    const typed = ['mos', ...words].map((word) => `'${word}'`).join(' ');
    const ask = `source ${script}; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _mos; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['--norc', '-c', ask], { cwd, encoding: 'utf8' }).split('\n').filter(Boolean);
  }

  test('is a script that bash reads', () => {
    execFileSync('bash', ['-n', script]);
  });

  test('offers commands', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['check', 'fmt', 'explain', 'tree', 'help', '--version']));
    expect(offered('ch')).toEqual(['check']);
    expect(offered('help', 'ini')).toEqual(['init']);
  });

  test('offers the options of a command, and files where it takes some', () => {
    expect(offered('check', '--fi')).toEqual(['--fix', '--fix-unsafe']);
    expect(offered('check', 'pl')).toEqual(['plan.mos']);
    expect(offered('rules', 'pl')).toEqual([]);
  });

  test('offers what an option takes', () => {
    expect(offered('check', '--format', '')).toEqual([...outputNames]);
    expect(offered('check', '--format', '=', 'js')).toEqual(['json', 'json-lines']);
    expect(offered('check', '--format', '=')).toEqual([...outputNames]);
    expect(offered('check', '--fail-on', 'w')).toEqual(['warning']);
    expect(offered('check', '--rule', 'cascade/missing-w')).toEqual(['cascade/missing-why=']);
    expect(offered('check', '--output', 'pl')).toEqual(['plan.mos']);
    expect(offered('check', '--today', '')).toEqual([]);
  });

  test('offers what a command takes', () => {
    expect(offered('explain', 'accountability/missing-')).toEqual([
      'accountability/missing-dri',
      'accountability/missing-escalation',
    ]);
    expect(offered('completions', 'f')).toEqual(['fish']);
    expect(offered('init', 'q')).toEqual(['quarter']);
    expect(offered('export', 'me')).toEqual(['mermaid']);
    expect(offered('export', 'csv', '--table', 'own')).toEqual(['owners']);
    expect(offered('import', 'csv', 'pl')).toEqual(['plan.mos']);
    expect(offered('report', 'wee')).toEqual(['weekly-review']);
  });
});

test.each(['bash', 'zsh', 'fish'])('%s knows every command and every option', async (shell) => {
  const { code, out } = await mos(['completions', shell]);
  expect(code).toBe(0);
  const { commands } = modelOf(
    buildProgram(() => {}),
    [],
  );
  expect(commands.length).toBeGreaterThan(7);
  for (const { name, options } of commands) {
    expect(out).toContain(name);
    for (const { flags } of options)
      expect(out).toContain(shell === 'fish' ? `-l ${flags.at(-1)?.slice(2)}` : flags.at(-1));
  }
  expect(out).toContain('cascade/missing-why');
});

test('quotes in help cannot end a quoted word', async () => {
  const zsh = (await mos(['completions', 'zsh'])).out;
  const fish = (await mos(['completions', 'fish'])).out;
  for (const line of zsh.replaceAll("'\\''", '').split('\n')) expect((line.match(/'/g) ?? []).length % 2, line).toBe(0);
  for (const line of fish.replaceAll("\\'", '').split('\n')) expect((line.match(/'/g) ?? []).length % 2, line).toBe(0);
});
