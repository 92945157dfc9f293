/** Writes a file whole or not at all, and says which ones are not to be written. */

import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isBelow } from '@mos/server/files';

/**
 * By way of a new file beside it that takes its place, so that whoever reads sees the old text or the new one. Mode and
 * byte order mark stay; a link goes on pointing where it did. Throws what the file system throws, with nothing changed.
 */
export function writeWhole(file: string, text: string, mark = false): void {
  writeBytes(file, Buffer.from(mark ? `\uFEFF${text}` : text, 'utf8'));
}

/** As `writeWhole`. */
export function writeBytes(file: string, bytes: Uint8Array): void {
  replaceFile(realPath(file), bytes);
}

/** As `writeWhole`, but what takes the place of a link leaves alone what it led to. */
export function replaceFile(target: string, bytes: Uint8Array): void {
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

/**
 * Why a file of the plan in the folder `root` is to be left as it is, as a clause: a link leads out of the folder, or nobody may write
 * it. To put a new file in its place would need neither, but what people lock stays as it is. Undefined for a file that is not there.
 */
export function keptFrom(file: string, root: string): string | undefined {
  const real = realPath(file);
  if (!isBelow(real, realPath(root)))
    return 'a link leads to it out of the plan, so it was left as it is; run the command in the folder where it lies';
  const mode = modeOf(real);
  if (mode !== undefined && !((mode & ANYBODY_WRITES) !== 0 && mayWrite(real)))
    return 'it is read-only, so it was left as it is; allow writing and run the command again';
  return undefined;
}

/** The superuser may write a file that is read-only for everybody, and did not mean to. */
const ANYBODY_WRITES = 0o222;

function mayWrite(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path without links; as it is for a file that is not there. */
export function realPath(file: string): string {
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
