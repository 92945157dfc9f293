/** The built `mos` as a child process, and folders of plans for it to work on. */

import { execFile, spawn } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, realpathSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'packages/cli/dist/mos.mjs');

export interface Run {
  code: number;
  /** Standard output. */
  out: string;
  /** Standard error. */
  err: string;
}

export interface RunOptions {
  cwd?: string;
  /** What comes through standard input; nothing by default. */
  input?: string | Uint8Array;
  env?: Record<string, string>;
}

/** Runs `mos` with these arguments, without a terminal. */
export async function mos(
  args: readonly string[],
  { cwd = root, input = '', env = {} }: RunOptions = {},
): Promise<Run> {
  await built();
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...plainEnvironment(), ...env } });
  const chunks = { out: [] as Buffer[], err: [] as Buffer[] };
  child.stdout.on('data', (chunk: Buffer) => chunks.out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.err.push(chunk));
  // A program that does not read its input closes it early.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit, signal) => resolve(exit ?? (signal ? 128 : 0)));
  });
  return { code, out: Buffer.concat(chunks.out).toString('utf8'), err: Buffer.concat(chunks.err).toString('utf8') };
}

/** A new folder with these files, path → text; a text of `undefined` makes a folder. */
export function folder(files: Record<string, string | Uint8Array | undefined> = {}): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'mos-cli-')));
  for (const [name, text] of Object.entries(files)) {
    const file = join(path, name);
    mkdirSync(text === undefined ? file : dirname(file), { recursive: true });
    if (text !== undefined) writeFileSync(file, text);
  }
  return path;
}

/** Path of the bundle, for tests that start it in their own way. */
export async function builtProgram(): Promise<string> {
  await built();
  return program;
}

export function plainEnvironment(): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR, SystemRoot } = process.env;
  return { PATH, HOME, ...(TMPDIR && { TMPDIR }), ...(SystemRoot && { SystemRoot }) };
}

let building: Promise<void> | undefined;

function built(): Promise<void> {
  building ??= build();
  return building;
}

/** Builds when a source is newer than the bundle; test files run side by side, so one of them builds and the others wait. */
async function build(): Promise<void> {
  const lock = join(root, 'node_modules/.cache/mos-cli-build');
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    if (!isStale()) return;
    try {
      mkdirSync(lock);
      break;
    } catch {
      // A run that was killed leaves its lock behind.
      if (age(lock) > 60_000) rmdirSync(lock);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  try {
    if (isStale()) await promisify(execFile)(process.execPath, [join(root, '.tools/build.mjs')], { cwd: root });
  } finally {
    rmdirSync(lock);
  }
}

function isStale(): boolean {
  const bundle = modified(program);
  const sources = globSync(['packages/{cli,language}/src/**/*.{css,ts,md,langium}', 'packages/cli/package.json'], {
    cwd: root,
  });
  return bundle === 0 || sources.some((source) => modified(join(root, source)) > bundle);
}

function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function age(file: string): number {
  return Date.now() - modified(file);
}
