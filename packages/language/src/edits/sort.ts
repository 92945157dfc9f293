/** Sibling declarations in the order of their periods; what stands between them stays where it is. */

import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { type Outcome, refused } from './change.ts';

/**
 * Runs of neighbours of one kind change places with the comments above and behind them. A run ends at a property, at
 * another kind, at a declaration without a period and at one that shares its line.
 */
export function sortByPeriod(plan: Plan, file: string): Outcome {
  const entry = plan.files.get(file);
  if (!entry) return refused('no plan has this file');
  if (entry.summary.faults.length > 0) return refused('it has places that cannot be read; mend those first');
  const { text } = entry;
  const top = [...entry.nodes.values()].filter(({ outer }) => !outer);
  const sorted = arranged({ plan, text }, { start: 0, end: text.length }, top);
  return {
    title: 'sort by period',
    edits: sorted === text ? [] : [{ file, start: 0, end: text.length, text: sorted }],
  };
}

interface Source {
  plan: Plan;
  text: string;
}

interface Slot {
  node: PlanNode;
  start: number;
  end: number;
}

/** The text of a range in which these declarations stand. */
function arranged(source: Source, { start, end }: { start: number; end: number }, nodes: readonly PlanNode[]): string {
  let result = '';
  let at = start;
  for (const run of runs(source, nodes)) {
    const inOrder = run.toSorted((a, b) => compare(source.plan, a.node, b.node));
    run.forEach((slot, index) => {
      const { node, ...span } = inOrder[index] as Slot;
      result += source.text.slice(at, slot.start) + arranged(source, span, node.inner);
      at = slot.end;
    });
  }
  return result + source.text.slice(at, end);
}

/** Neighbours that may change places; a declaration that may not is a run of its own. */
function runs({ plan, text }: Source, nodes: readonly PlanNode[]): Slot[][] {
  const found: Slot[][] = [];
  let last: Slot | undefined;
  for (const node of [...nodes].sort((a, b) => a.declaration.start - b.declaration.start)) {
    const slot = slotOf(text, node, last?.end ?? 0);
    const isMovable = isAlone(text, slot) && plan.periodOf(node) !== undefined;
    const joins =
      last &&
      isMovable &&
      last.node.kind === node.kind &&
      isAlone(text, last) &&
      plan.periodOf(last.node) !== undefined;
    const between = last ? text.slice(last.end, slot.start) : '';
    if (joins && between.trim() === '') found.at(-1)?.push(slot);
    else found.push([slot]);
    last = slot;
  }
  return found;
}

/** A declaration with the comments on the lines right above it and behind it, from line start to line end. */
function slotOf(text: string, node: PlanNode, least: number): Slot {
  const { declaration } = node;
  const lineStart = text.lastIndexOf('\n', declaration.start - 1) + 1;
  const above = /(?:^|\n)((?:[ \t]*(?:\/\/|\/\*|\*)[^\n]*\n)+)$/.exec(text.slice(0, lineStart))?.[1]?.length ?? 0;
  const start = Math.max(
    least,
    text.slice(lineStart, declaration.start).trim() === '' ? lineStart - above : declaration.start,
  );
  const behind = /^[ \t]*(?:\/\/[^\r\n]*)?(?=\r?\n|$)/.exec(text.slice(declaration.end))?.[0].length ?? 0;
  return { node, start, end: declaration.end + behind };
}

/** Nothing else stands on its lines. */
function isAlone(text: string, { start, end }: Slot): boolean {
  return (start === 0 || text[start - 1] === '\n') && /^(\r?\n|$)/.test(text.slice(end, end + 2));
}

function compare(plan: Plan, a: PlanNode, b: PlanNode): number {
  const [left, right] = [plan.periodOf(a), plan.periodOf(b)];
  if (!left || !right) return 0;
  return left.first < right.first
    ? -1
    : left.first > right.first
      ? 1
      : left.last < right.last
        ? -1
        : left.last > right.last
          ? 1
          : 0;
}
