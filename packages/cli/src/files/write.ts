/** Writes a file whole or not at all. */

import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * By way of a new file beside it that takes its place, so that whoever reads sees the old text or the new one. Mode and
 * byte order mark stay; a link goes on pointing where it did. Throws what the file system throws, with nothing changed.
 */
export function writeWhole(file: string, text: string, mark = false): void {
  writeBytes(file, Buffer.from(mark ? `\uFEFF${text}` : text, 'utf8'));
}

/** As `writeWhole`. */
export function writeBytes(file: string, bytes: Uint8Array): void {
  const target = realPath(file);
  const mode = modeOf(target);
  const beside = besideOf(target);
  const handle = openSync(beside, 'wx', mode ?? 0o666);
  try {
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    // `open` takes away what the user's mask forbids; the file had it all the same.
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * A new file beside the one whose place it is to take. Not by the number of the process: in containers that is the same each time, and
 * one that was killed leaves its file behind.
 */
export function besideOf(file: string): string {
  return join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`);
}

function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** Undefined for a file that is not there yet. */
function modeOf(file: string): number | undefined {
  try {
    return statSync(file).mode & 0o7777;
  } catch {
    return undefined;
  }
}
