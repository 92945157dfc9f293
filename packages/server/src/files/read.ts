/** Reads a plan file with care: what is no file, too large or in another encoding is said. */

import { readFileSync, statSync } from 'node:fs';
import { decode, type PlanFile } from './decode.ts';
import { reasonOf, type Trouble } from './reasons.ts';

/** A year of a large company's plan is a hundredth of this. */
export const LARGEST_FILE = 32 * 1024 * 1024;

/** What could be read, and what there is to say about it; both for text that was saved in another encoding. */
export function readPlanFile(file: string): { read?: PlanFile; trouble?: Trouble } {
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return { trouble: { file, message: notAFile(stats) } };
    if (stats.size > LARGEST_FILE) return { trouble: { file, message: 'it is larger than 32 MB, which no plan is' } };
    return decode(file, readFileSync(file));
  } catch (error) {
    return { trouble: { file, message: `it could not be read: ${reasonOf(error)}` } };
  }
}

export function notAFile(stats: { isDirectory(): boolean; isFIFO(): boolean; isSocket(): boolean }): string {
  if (stats.isDirectory()) return 'it is a folder with the name of a plan file; rename it';
  if (stats.isFIFO() || stats.isSocket()) return 'it is a pipe, not a file';
  return 'it is no ordinary file';
}
