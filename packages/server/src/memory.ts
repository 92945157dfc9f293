/** What outlives the server, under Node: two small files in a folder that the client keeps for it. */

import { existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from './suspects.ts';

/** Undefined where nothing can be kept: the server does without. */
export function memoryIn(folder: string): Memory | undefined {
  const [markFile, fallsFile] = [join(folder, 'reading.txt'), join(folder, 'falls.json')];
  try {
    mkdirSync(folder, { recursive: true });
    const [mark = '', falls] = [contentOf(markFile).split('\n')[0], contentOf(fallsFile)];
    const handle = openSync(markFile, 'w');
    return {
      mark,
      falls,
      // Its first line counts. What is written stays when the process is killed; surviving a power cut would cost milliseconds a file.
      setMark: (text) => trying(() => writeSync(handle, `${text}\n`, 0)),
      keep: (text) => trying(() => replace(fallsFile, text)),
    };
  } catch {
    return undefined;
  }
}

/** Whole or not at all: the process may be killed at any moment, for which this file is there. */
function replace(file: string, text: string): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** A disk that is full must not keep anybody from their findings. */
function trying(work: () => void): void {
  try {
    work();
  } catch {
    // Nothing is remembered then.
  }
}

function contentOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
