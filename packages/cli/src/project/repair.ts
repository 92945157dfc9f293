/** Applies the fixes of judged projects, and brings the new texts to the disk. */

import { applyFixes, type Finding, type Fix } from '@mos/language';
import { readPlanFile } from '@mos/server/files';
import { written } from '../fault.ts';
import { writeWhole } from '../files/write.ts';
import { reasonOf, type Trouble } from '../problem.ts';
import type { Judged } from './judged.ts';

export interface Repair {
  repaired: number;
  changes: Change[];
  /** Fixes that would have broken something else. */
  refused: { finding: Finding; fix: Fix }[];
}

export interface Change {
  file: string;
  before: string;
  after: string;
  mark: boolean;
}

/** The engines hold the new texts afterwards; nothing is written. */
export function repair(judged: readonly Judged[], unsafe: boolean): Repair {
  const result: Repair = { repaired: 0, changes: [], refused: [] };
  for (const { project, engine } of judged) {
    const { changed, repaired, refused } = applyFixes(engine, {
      unsafe,
      reported: (file) => project.targets.has(file),
      editable: (file) => project.files.get(file)?.faithful === true,
    });
    result.repaired += repaired;
    for (const each of refused) result.refused.push(each);
    for (const [file, after] of changed) {
      const { text: before, mark } = project.files.get(file) ?? { text: '', mark: false };
      result.changes.push({ file, before, after, mark });
    }
  }
  result.changes.sort((a, b) => (a.file < b.file ? -1 : 1));
  return result;
}

/** Writes each file whole. A file that cannot be written, or that changed meanwhile, keeps its text and is said. */
export function writeChanges(changes: readonly Change[]): { done: Change[]; troubles: Trouble[] } {
  const done: Change[] = [];
  const troubles: Trouble[] = [];
  for (const change of changes) {
    const { file, before, after, mark } = change;
    if (readPlanFile(file).read?.text !== before) {
      troubles.push({
        file,
        message: 'it changed while mos was at work, so it was left as it is; run the command again',
      });
      continue;
    }
    try {
      writeWhole(file, after, mark);
      written.push(file);
      done.push(change);
    } catch (error) {
      troubles.push({ file, message: `it could not be written and is as it was: ${reasonOf(error)}` });
    }
  }
  return { done, troubles };
}
