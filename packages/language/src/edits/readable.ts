/** A last look at a change before anybody is offered it: it must not leave less of the plan readable than there was. */

import type { TextEdit } from '../finding.ts';
import { editText } from '../fixes.ts';
import type { Plan } from '../model/plan.ts';
import { summarize } from '../syntax/reader.ts';

/** Reads the files that it edits as they would be, and nothing else; a file that it creates has no edits. */
export function keepsReadable(plan: Plan, edits: readonly TextEdit[]): boolean {
  return [...Map.groupBy(edits, ({ file }) => file)].every(([file, own]) => {
    const entry = plan.files.get(file);
    if (!entry) return true;
    const { faults, unreadable } = summarize(file, editText(entry.text, own));
    return faults.length <= entry.summary.faults.length && (entry.summary.unreadable || !unreadable);
  });
}
