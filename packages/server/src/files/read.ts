/** Reads files of a plan with care: what is no file, is too large, leads elsewhere or is in another encoding is said. */

import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, isAbsolute, relative, sep } from 'node:path';
import { decode, type PlanFile } from './decode.ts';
import { reasonOf, type Trouble } from './reasons.ts';

/** A year of a large company's plan is a hundredth of this. Bytes. */
export const LARGEST_FILE = 32 * 1024 * 1024;

/** What could be read, and what there is to say about it; both for text that was saved in another encoding. `within`: as in `readOrdinary`. */
export function readPlanFile(file: string, within?: string): { read?: PlanFile; trouble?: Trouble } {
  try {
    const found = readOrdinary(file, within);
    return typeof found === 'string' ? { trouble: { file, message: found } } : decode(file, found);
  } catch (error) {
    return { trouble: { file, message: `it could not be read: ${reasonOf(error)}` } };
  }
}

/**
 * The bytes of a file, or what keeps it from being read, as a clause. Links travel with a repository, so a stranger's may lead to a secret
 * or to a device: one counts only where it leads to a file that is called the same way, and below the folder `within` if that is
 * given. Throws what the system throws.
 */
export function readOrdinary(file: string, within?: string): Uint8Array | string {
  const stats = statSync(file);
  if (!stats.isFile()) return notAFile(stats);
  if (leadsAway(file, within)) return LEADS_AWAY;
  if (stats.size > LARGEST_FILE) return 'it is larger than 32 MB, which no plan is';
  return readFileSync(file);
}

export const LEADS_AWAY = 'it is a link that leads out of the plan; put the file itself here';

/** Throws for a link that leads nowhere. */
export function leadsAway(file: string, within?: string): boolean {
  if (!lstatSync(file).isSymbolicLink()) return false;
  const target = realpathSync(file);
  const isAlike = extname(file) === '.mos' ? extname(target) === '.mos' : basename(target) === basename(file);
  return !isAlike || (within !== undefined && !isBelow(target, realpathSync(within)));
}

/** Both absolute, and neither looked up; `folder` itself counts as below it. */
export function isBelow(file: string, folder: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

export function notAFile(stats: { isDirectory(): boolean; isFIFO(): boolean; isSocket(): boolean }): string {
  if (stats.isDirectory()) return 'it is a folder with the name of a plan file; rename it';
  if (stats.isFIFO() || stats.isSocket()) return 'it is a pipe, not a file';
  return 'it is no ordinary file';
}
