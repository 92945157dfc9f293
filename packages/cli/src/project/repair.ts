/** Applies the fixes of judged projects, and brings the new texts to the disk. */

import { applyFixes, type Finding, type Fix } from '@mos/language';
import { readPlanFile } from '@mos/server/files';
import { written } from '../fault.ts';
import { alone } from '../files/lock.ts';
import { keptFrom, realPath, writeWhole } from '../files/write.ts';
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
  /** Folder of the plan: nothing outside of it is written, wherever a link leads. */
  root: string;
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
      result.changes.push({ file, root: project.root, before, after, mark });
    }
  }
  result.changes.sort((a, b) => (a.file < b.file ? -1 : 1));
  return result;
}

/**
 * Writes each file whole, one mos at a time. A file that cannot be written, that changed meanwhile, that is read-only or that lies outside
 * of the plan keeps its text and is said.
 */
export function writeChanges(changes: readonly Change[]): { done: Change[]; troubles: Trouble[] } {
  const done: Change[] = [];
  const troubles: Trouble[] = [];
  for (const change of changes) {
    const { file, root } = change;
    try {
      // Looked at before there is a lock, as that would lie outside too.
      const message = keptFrom(file, root) ?? alone(realPath(file), () => store(change));
      if (message === undefined) done.push(change);
      else troubles.push({ file, message });
    } catch (error) {
      troubles.push({ file, message: `it could not be written and is as it was: ${reasonOf(error)}` });
    }
  }
  return { done, troubles };
}

/** What kept it from being written, as a clause. */
function store({ file, before, after, mark }: Change): string | undefined {
  if (readPlanFile(file).read?.text !== before)
    return 'it changed while mos was at work, so it was left as it is; run the command again';
  writeWhole(file, after, mark);
  written.push(file);
  return undefined;
}
