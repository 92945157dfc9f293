/** A file that was laid out well is so afterwards: what was asked for may make a line too long. */

import type { TextEdit } from '../finding.ts';
import { editText } from '../fixes.ts';
import { formatPlan } from '../format/format.ts';
import { WIDTH } from '../format/render.ts';
import type { Plan } from '../model/plan.ts';
import type { Outcome } from './change.ts';

/** Files that were not laid out by the formatter keep the layout that their author gave them. */
export function tidied(plan: Plan, outcome: Outcome): Outcome {
  if ('refused' in outcome) return outcome;
  const byFile = Map.groupBy(outcome.edits, ({ file }) => file);
  const edits = [...byFile].flatMap(([file, own]) => tidyEdits(file, plan.text(file), own));
  return { ...outcome, edits };
}

function tidyEdits(file: string, before: string, edits: readonly TextEdit[]): readonly TextEdit[] {
  const after = editText(before, edits);
  // Formatting takes a while, and people wait for offers at each step of the cursor.
  if (!hasLongLine(after, edits) || !isTidy(before)) return edits;
  const formatted = formatPlan(after);
  return 'refused' in formatted || formatted.text === after ? edits : [difference(file, before, formatted.text)];
}

/** On a line that one of the edits has touched. */
function hasLongLine(after: string, edits: readonly TextEdit[]): boolean {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.start - b.start)
    .some(({ start, end, text }) => {
      const from = after.lastIndexOf('\n', start + shift - 1) + 1;
      const to = after.indexOf('\n', start + shift + text.length);
      shift += text.length - (end - start);
      return after
        .slice(from, to < 0 ? undefined : to)
        .split('\n')
        .some((line) => line.trimEnd().length > WIDTH);
    });
}

function isTidy(text: string): boolean {
  const formatted = formatPlan(text);
  return 'text' in formatted && formatted.text === text;
}

/** From the first to the last character that differ. */
function difference(file: string, before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < Math.min(before.length, after.length) - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { file, start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}
