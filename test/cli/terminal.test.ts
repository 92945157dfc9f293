/** Protects what only a terminal sees: colours, links, columns, progress, and the watch that never ends by itself. */

import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { openProgress } from '../../packages/cli/src/terminal/progress.ts';
import { screenOf } from '../../packages/cli/src/terminal/screen.ts';
import { shorten, wrap } from '../../packages/cli/src/terminal/wrap.ts';
import { builtProgram, folder, mos, plainEnvironment } from './mos.ts';

function terminal(columns = 90): Writable & { isTTY: boolean; columns: number } {
  return Object.assign(new Writable(), { isTTY: true, columns });
}

describe('a screen', () => {
  test('has colours on a terminal, and where they are forced', () => {
    const color = (stream: Writable, env: Record<string, string>, wanted = true) =>
      screenOf(stream, { color: wanted, env }).color;
    expect(color(terminal(), {})).toBe(true);
    expect(color(terminal(), { NO_COLOR: '1' })).toBe(false);
    expect(color(terminal(), { NO_COLOR: '' })).toBe(true);
    expect(color(terminal(), { TERM: 'dumb' })).toBe(false);
    expect(color(terminal(), { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(true);
    expect(color(terminal(), { FORCE_COLOR: '1' }, false)).toBe(false);
    expect(color(new Writable(), {})).toBe(false);
    expect(color(new Writable(), { FORCE_COLOR: '3' })).toBe(true);
  });

  test('has links only on terminals that are known to have them', () => {
    const links = (stream: Writable, env: Record<string, string>) => screenOf(stream, { env }).hyperlinks;
    expect(links(terminal(), {})).toBe(false);
    expect(links(terminal(), { TERM_PROGRAM: 'vscode' })).toBe(true);
    expect(links(terminal(), { VTE_VERSION: '7600' })).toBe(true);
    expect(links(terminal(), { VTE_VERSION: '4200' })).toBe(false);
    expect(links(terminal(), { TERM_PROGRAM: 'vscode', CI: 'true' })).toBe(false);
    expect(links(terminal(), { TERM_PROGRAM: 'vscode', FORCE_HYPERLINK: '0' })).toBe(false);
    expect(links(new Writable(), { TERM_PROGRAM: 'vscode' })).toBe(false);
  });

  test('is as wide as its window, else a page', () => {
    expect(screenOf(terminal(90), { env: {} }).width).toBe(90);
    expect(screenOf(terminal(12), { env: {} }).width).toBe(40);
    expect(screenOf(new Writable(), { env: {} }).width).toBe(100);
    expect(screenOf(new Writable(), { env: { COLUMNS: '72' } }).width).toBe(72);
    expect(screenOf(new Writable(), { env: { COLUMNS: 'many' } }).width).toBe(100);
  });
});

describe('text', () => {
  test('is wrapped by what a terminal shows, and no word is parted', () => {
    expect(wrap('one two three four', 13)).toEqual(['one two three', 'four']);
    expect(wrap('営業 営業 営業', 14, '  ')).toEqual(['  営業 営業', '  営業']);
    expect(wrap('extraordinarily long', 10)).toEqual(['extraordinarily', 'long']);
    expect(wrap('', 10)).toEqual(['']);
  });

  test('is cut between characters', () => {
    expect(shorten('one two', 7)).toBe('one two');
    expect(shorten('one two', 6)).toBe('one t…');
    expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 5)).toBe('👩‍👩‍👧👩‍👩‍👧…');
  });
});

test('progress keeps silent in a pipe, and until it takes long', async () => {
  let written = '';
  const stream = (isTTY: boolean) => {
    const write = (text: string) => {
      written += text;
    };
    return { isTTY, write } as unknown as NodeJS.WriteStream;
  };
  const quick = openProgress(stream(true));
  quick.say('reading');
  quick.clear();
  const piped = openProgress(stream(false));
  const shown = openProgress(stream(true));
  const started = performance.now();
  while (performance.now() - started < 350) {
    // Work that does not let go, as reading files is.
  }
  piped.say('reading 1 of 2 files');
  piped.clear();
  expect(written).toBe('');
  shown.say('reading 1 of 2 files');
  shown.say('reading 2 of 2 files');
  shown.clear();
  expect(written).toBe('\r\u001B[Kreading 1 of 2 files …\r\u001B[K');
});

test('a pipe sees no progress, however long it takes', async () => {
  const cwd = folder({ 'plan.mos': 'owner ana "Ana" { role "x" }\n' });
  const preload = join(folder(), 'slow.mjs');
  writeFileSync(
    preload,
    'let late = 0; const now = performance.now.bind(performance); performance.now = () => now() + (late += 500);\n',
  );
  const { err } = await mos(['check'], { cwd, env: { NODE_OPTIONS: `--import=${preload}` } });
  expect(err).toBe('');
});

describe('--watch', () => {
  test('checks again when a file changes, comes back after a mistake, and ends when it is told to', async () => {
    const people = 'owner ana "Ana Duarte" { role "Marketing" }\n';
    const cwd = folder({ 'mos.json': '{}', 'plan.mos': people });
    const child = spawn(
      process.execPath,
      [await builtProgram(), 'check', '--watch', '--format', 'concise', '--today', '2026-01-14'],
      {
        cwd,
        env: plainEnvironment(),
      },
    );
    const { seen, ended } = follow(child);
    await seen(/no findings in 1 file\n(.*\n)*Watching for changes; press Ctrl\+C to stop\.\n/);
    writeFileSync(
      join(cwd, 'plan.mos'),
      `${people}week 2026-W03 { commitment booth "Redesign the booth" { dri ana } }\n`,
    );
    await seen(/plan\.mos:2:\d+: error cascade\/orphaned-commitment(.*\n)*Watching/);
    writeFileSync(join(cwd, 'mos.json'), '{ "include": ["none/**"] }');
    await seen(/mos: The settings leave out every plan file here\.(.*\n)*Watching/);
    writeFileSync(join(cwd, 'mos.json'), '{ "rules": { "cascade/orphaned-commitment": "info" } }');
    await seen(/: info cascade\/orphaned-commitment(.*\n)*Watching/);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});

/** `seen` waits for a pattern in what is written from then on. */
function follow(child: ChildProcess): { seen: (pattern: RegExp) => Promise<void>; ended: Promise<number | null> } {
  let text = '';
  let look = () => {};
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += chunk;
      look();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    ended,
    seen: (pattern) =>
      new Promise((resolve, reject) => {
        child.once('close', () => reject(new Error(`it ended after: ${text}`)));
        look = () => {
          if (!pattern.test(text)) return;
          text = '';
          look = () => {};
          resolve();
        };
        look();
      }),
  };
}
