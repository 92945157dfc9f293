/** Protects the house rules of packages/README.md: who may import whom, what belongs where, and what nobody may write. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Made by tools and never handed in; .gitignore names the same folders. */
const NOT_OURS = new Set(['.git', 'node_modules', 'dist', '.vscode-test', 'coverage']);

/** Who may import whom, by name. vscode starts the server as a process, and shares with its window the messages and their model. */
const ARROWS: Record<string, readonly string[]> = {
  language: [],
  server: ['@mos/language', '@mos/language/templates'],
  vscode: ['@mos/webview/model', '@mos/webview/page', '@mos/webview/protocol'],
  webview: [],
  cli: [
    '@mos/language',
    '@mos/language/documents',
    '@mos/language/exchange',
    '@mos/language/templates',
    '@mos/server/files',
    '@mos/server/node',
  ],
};

/** The floor plan, and the files that a tool looks for at the top and nowhere else. */
const TOP_LEVEL = new Set([
  ...['.ci', '.tools', 'examples', 'packages', 'syntaxes', 'test'],
  ...['README.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'LICENSE'],
  ...['package.json', 'package-lock.json', '.npmrc'],
  ...['tsconfig.json', 'biome.json', 'langium-config.json', 'vitest.config.ts'],
  ...['.editorconfig', '.gitattributes', '.gitignore'],
]);

interface Invariant {
  name: string;
  /** Which files it speaks about. */
  applies: (path: string) => boolean;
  /** What breaks it in this file, in words; nothing when it holds. */
  faults: (path: string, text: string) => string[];
  /** Texts that break it, and texts that come close and do not. */
  bad: [path: string, text: string][];
  good: [path: string, text: string][];
}

const invariants: Invariant[] = [
  {
    name: 'language asks nothing of Node, of an editor or of its protocol',
    applies: (path) => path.startsWith('packages/language/src/') && isCode(path),
    faults: (_path, text) =>
      importsOf(text).filter(
        (name) => isNodeModule(name) || /^langium\/(lsp|node)\b/.test(name) || /^(vscode|node:)/.test(name),
      ),
    bad: [
      ['packages/language/src/a.ts', "import { readFileSync } from 'node:fs';"],
      ['packages/language/src/a.ts', "import type { Stats } from 'fs';"],
      ['packages/language/src/a.ts', "const path = await import('path/posix');"],
      ['packages/language/src/a.ts', "import {\n  DefaultRenameProvider,\n} from 'langium/lsp';"],
      ['packages/language/src/a.ts', "export { Range } from 'vscode-languageserver-types';"],
    ],
    good: [
      ['packages/language/src/a.ts', "import { EmptyFileSystem } from 'langium';\nimport { span } from './path.ts';"],
    ],
  },
  {
    name: 'language reads no clock: today comes in as a value',
    applies: (path) => path.startsWith('packages/language/src/') && isCode(path),
    faults: (_path, text) =>
      withoutComments(text).match(
        /\bDate\.now\b|\bnew Date\b(?!\s*\(\s*[^\s)])|\bTemporal\.Now\b|\bperformance\.now\b/g,
      ) ?? [],
    bad: [
      ['packages/language/src/a.ts', 'const today = Date.now();'],
      ['packages/language/src/a.ts', 'const today = new Date( );'],
      ['packages/language/src/a.ts', 'const today = new Date;'],
      ['packages/language/src/a.ts', 'const today = Temporal.Now.plainDateISO();'],
      ['packages/language/src/a.ts', 'const started = performance.now();'],
    ],
    good: [['packages/language/src/a.ts', '/** Never `Date.now()`. */\nconst day = new Date(Date.UTC(year, 0, 1));']],
  },
  {
    name: 'only packages/vscode knows the editor',
    applies: (path) => path.startsWith('packages/') && !path.startsWith('packages/vscode/') && isCode(path),
    faults: (_path, text) => importsOf(text).filter((name) => name === 'vscode'),
    bad: [['packages/server/src/a.ts', "import * as vscode from 'vscode';"]],
    good: [['packages/server/src/a.ts', "import { URI } from 'vscode-uri';"]],
  },
  {
    name: 'rooms are entered through their doors, along the arrows',
    applies: (path) => path.startsWith('packages/') && isCode(path),
    faults: (path, text) => importsOf(text).filter((name) => !mayImport(path, name)),
    bad: [
      ['packages/cli/src/a.ts', "import { rules } from '@mos/language/src/rules/registry.ts';"],
      ['packages/cli/src/a.ts', "import { rules } from '../../language/src/index.ts';"],
      ['packages/language/src/a.ts', "import { print } from '@mos/cli';"],
      ['packages/server/src/a.ts', "import { print } from '@mos/cli';"],
      ['packages/cli/src/a.ts', "import { Workspace } from '@mos/server';"],
      ['packages/attic/src/a.ts', "import { compile } from '@mos/language';"],
    ],
    good: [
      ['packages/cli/src/a.ts', "import { compile } from '@mos/language';\nimport { print } from './output/print.ts';"],
      ['packages/language/src/rules/cascade/a.ts', "import type { Rule } from '../rule.ts';"],
    ],
  },
  {
    // Followed from file to file: those that are imported are scripts, too.
    name: 'the scripts of .tools begin before anything is fetched',
    applies: (path) => /^\.tools\/(?!reader|follow)[^/]+\.mjs$/.test(path),
    faults: (_path, text) =>
      [...text.matchAll(/^(?:import|export)(?: [\w*{][^;'"]*? from)? ['"]([^'"]+)['"]/gm)]
        .map(([, name = '']) => name)
        .filter((name) => !name.startsWith('node:') && (!name.startsWith('./') || /reader|follow/.test(name))),
    bad: [
      ['.tools/a.mjs', "import { build } from 'esbuild';"],
      ['.tools/a.mjs', "import fs from 'node:fs';\nimport { readerModules } from './reader.mjs';"],
    ],
    good: [['.tools/a.mjs', "import { fail } from './bootstrap.mjs';\nconst { build } = await import('esbuild');"]],
  },
  {
    name: 'each source file opens with a sentence of purpose',
    applies: (path) =>
      /\.[cm]?[jt]s$/.test(path) && !path.includes('/generated/') && !path.startsWith('test/fixtures/'),
    faults: (_path, text) => (/^(#!.*\n)?\/\*\*\s*(\* )?[^\s*]/.test(text) ? [] : ['no purpose']),
    bad: [
      ['test/a.ts', "import './b.ts';\n/** Too late. */"],
      ['test/a.ts', '// Not shown on hover.'],
    ],
    good: [['.tools/a.mjs', '#!/usr/bin/env node\n/** Starts. */\n']],
  },
  {
    name: 'no test is left out, and none runs alone',
    applies: (path) => path.startsWith('test/') && path.endsWith('.ts') && path !== 'test/tidy.test.ts',
    faults: (_path, text) => withoutComments(text).match(/\.(only|skip|todo)\b\s*\(/g) ?? [],
    bad: [
      ['test/a.test.ts', "test.only('one', () => {});"],
      ['test/a.test.ts', "describe.skip('some', () => {});"],
    ],
    good: [['test/a.test.ts', "test('the cursor may skip (and only skip) blanks', () => {});"]],
  },
  {
    name: 'nothing names the machine it was written on, or the place its packages came from',
    applies: (path) => path !== 'test/tidy.test.ts',
    faults: (_path, text) =>
      text.match(
        /(?<![\w.@])\/(work|root|tmp\/bash_jobs)\/[\w.]|registry\.(npmjs|yarnpkg)\.\w+|npm\.pkg\.github\.com/g,
      ) ?? [],
    bad: [
      ['README.md', 'See /work/main/packages.'],
      ['package-lock.json', '"resolved": "https://registry.npmjs.org/a.tgz"'],
    ],
    good: [['README.md', 'The work/life balance of the root / of the tree.']],
  },
];

describe.each(invariants)('$name', ({ applies, faults, bad, good }) => {
  test('holds in every file', () => {
    const broken = files()
      .filter(applies)
      .flatMap((path) => faults(path, read(path)).map((fault) => `${path}: ${fault}`));
    expect(broken).toEqual([]);
  });

  test.each(bad)('is broken by %s: %s', (path, text) => {
    expect(applies(path)).toBe(true);
    expect(faults(path, text)).not.toEqual([]);
  });

  test.each(good)('is kept by %s: %s', (path, text) => {
    expect(applies(path)).toBe(true);
    expect(faults(path, text)).toEqual([]);
  });
});

describe('rules', () => {
  const files = readdirSync(join(root, 'packages/language/src/rules'), { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => path.includes('/'));

  test('each has a page, and each page has a rule', () => {
    expect(unpaired(files)).toEqual([]);
    expect(names(files, '.ts').length).toBeGreaterThan(0);
  });

  test('each is registered once, under the name of its file', async () => {
    const { rules } = await import('../packages/language/src/rules/registry.ts');
    expect(rules.map(({ name }) => name).toSorted()).toEqual(names(files, '.ts'));
  });

  test('a rule without a page and a page without a rule are seen', () => {
    expect(unpaired(['a/one.ts', 'a/one.md', 'a/two.ts', 'b/three.md'])).toEqual(['a/two', 'b/three']);
  });
});

describe('the top level', () => {
  test('holds the floor plan and what a tool insists on, nothing else', () => {
    expect(strangers(readdirSync(root))).toEqual([]);
  });

  test('a stranger is seen', () => {
    expect(strangers(['package.json', 'notes.txt', 'node_modules'])).toEqual(['notes.txt']);
  });
});

test('generated code is what its sources give', async () => {
  const generator = join(root, '.tools', 'generate.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [generator, '--check'], { cwd: root });
  expect(stdout).toContain('match their sources');
});

function isCode(path: string): boolean {
  return /\.[cm]?[jt]s$/.test(path);
}

/** What a module imports, re-exports or loads on demand, as written. */
function importsOf(text: string): string[] {
  const statement = /^\s*(?:import|export)\b(?:[^'"`;]*?\bfrom)?\s*['"]([^'"\n]+)['"]/gm;
  const call = /\b(?:import|require)\(\s*['"]([^'"\n]+)['"]/g;
  return [...text.matchAll(statement), ...text.matchAll(call)].flatMap(([, name]) => name ?? []);
}

function isNodeModule(name: string): boolean {
  return builtinModules.includes(name);
}

function mayImport(path: string, name: string): boolean {
  const [, room = ''] = path.split('/');
  const allowed = ARROWS[room];
  if (!allowed) return false;
  if (name.startsWith('.')) return posix.join(posix.dirname(path), name).startsWith(`packages/${room}/`);
  return !name.startsWith('@mos/') || allowed.includes(name);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

/** Rule names, `group/fault`, of the files with this ending, sorted. */
function names(paths: string[], ending: string): string[] {
  return paths
    .filter((path) => path.endsWith(ending))
    .map((path) => path.slice(0, -ending.length))
    .toSorted();
}

function unpaired(paths: string[]): string[] {
  const [rules, pages] = [names(paths, '.ts'), names(paths, '.md')];
  return [...rules.filter((name) => !pages.includes(name)), ...pages.filter((name) => !rules.includes(name))];
}

function strangers(entries: string[]): string[] {
  return entries.filter((entry) => !TOP_LEVEL.has(entry) && !NOT_OURS.has(entry));
}

/** All files of the repository, relative to its root, with forward slashes. */
function files(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return entry.isFile() ? [path] : [];
  });
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
