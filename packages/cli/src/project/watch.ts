/** Runs a check again whenever a plan file or its settings change, until it is interrupted. */

import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Console } from '../console.ts';
import { exitCodes, Problem } from '../problem.ts';
import { SettingsFinder } from './settings.ts';

/** Milliseconds of quiet after a change: editors write a file in several steps. */
const QUIET = 60;

/** A Problem is said, and watching goes on: the file may come back. Gives the exit code when the user ends it. */
export async function watchPlans(paths: readonly string[], out: Console, run: () => Promise<number>): Promise<number> {
  const { watch } = await import('chokidar');
  const watcher = watch(foldersOf(paths, out.cwd), {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path, stats) =>
      /[\\/](node_modules|\.git)$/.test(path) || (stats?.isFile() === true && !/\.mos$|[\\/]mos\.json$/.test(path)),
  });
  await new Promise<void>((resolve) => {
    watcher.once('ready', resolve);
  });
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  function again(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => runOnce(out, run));
    }, QUIET);
  }
  watcher.on('all', again);
  watcher.on('error', (error) => out.remark(`A folder could not be watched: ${String(error)}`));
  running = running.then(() => runOnce(out, run));
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  clearTimeout(timer);
  await watcher.close();
  await running;
  return exitCodes.clean;
}

async function runOnce(out: Console, run: () => Promise<number>): Promise<void> {
  if (process.stdout.isTTY) process.stdout.write('\u001B[2J\u001B[3J\u001B[H');
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    out.remark(`mos: ${error.message}\n${error.wayOut}`);
  }
  out.remark('Watching for changes; press Ctrl+C to stop.');
}

/** Where plans lie of which these paths are a part: names and settings may change anywhere in them. */
function foldersOf(paths: readonly string[], cwd: string): string[] {
  const finder = new SettingsFinder();
  const folders = [cwd, ...paths.map((path) => resolve(cwd, path))].map((path) => {
    const folder = statSync(path, { throwIfNoEntry: false })?.isFile() ? dirname(path) : path;
    return finder.folderFor(folder) ?? folder;
  });
  return [...new Set(folders)];
}
