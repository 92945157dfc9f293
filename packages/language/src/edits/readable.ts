/** A last look at a change before anybody is offered it: it must not leave less of the plan readable than there was. */

import type { Span, TextEdit } from '../finding.ts';
import { editText } from '../fixes.ts';
import type { Plan } from '../model/plan.ts';
import type { FileSummary } from '../model/records.ts';
import { summarize } from '../syntax/reader.ts';

/**
 * Reads the files that it edits as they would be, and nothing else; a file that it creates has no edits. Of a file that has faults
 * already, which takes far longer to read, the outermost declarations that it edits.
 */
export function keepsReadable(plan: Plan, edits: readonly TextEdit[]): boolean {
  return [...Map.groupBy(edits, ({ file }) => file)].every(([file, own]) => {
    const entry = plan.files.get(file);
    if (!entry) return true;
    const part = entry.summary.faults.length > 0 ? declarationsAround(entry.summary, own) : undefined;
    if (part) {
      const moved = own.map((edit) => ({ ...edit, start: edit.start - part.start, end: edit.end - part.start }));
      const text = entry.text.slice(part.start, part.end);
      return isNoWorse(summarize(file, editText(text, moved)), summarize(file, text));
    }
    return isNoWorse(summarize(file, editText(entry.text, own)), entry.summary);
  });
}

function isNoWorse(after: FileSummary, before: FileSummary): boolean {
  return after.faults.length <= before.faults.length && (before.unreadable || !after.unreadable);
}

/** From the first to the last outermost one that holds an edit; undefined where one stands outside of all. */
function declarationsAround({ declarations }: FileSummary, edits: readonly TextEdit[]): Span | undefined {
  const outermost = declarations.filter(({ outer }) => outer < 0);
  const around = edits.map((edit) => outermost.find(({ start, end }) => start <= edit.start && edit.end <= end));
  if (around.some((declaration) => !declaration)) return undefined;
  const found = around.filter((declaration) => declaration !== undefined);
  return { start: Math.min(...found.map(({ start }) => start)), end: Math.max(...found.map(({ end }) => end)) };
}
