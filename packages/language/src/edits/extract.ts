/** Declarations that stand inside another one get a file of their own, and say in words what their place said. */

import type { TextEdit } from '../finding.ts';
import { factsOf } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import { mayStandUnder, shortestPath } from '../model/paths.ts';
import type { Plan } from '../model/plan.ts';
import { segmentsOf } from '../model/segments.ts';
import { cut, insertProperty, newlineOf, replace } from '../rules/edits.ts';
import { type Outcome, refused } from './change.ts';
import { tidied } from './tidy.ts';

/** A milestone that stands in an objective, to a file beside the one it stands in. */
export function extractMilestone(plan: Plan, node: PlanNode): Outcome {
  const { outer } = node;
  if (node.kind !== 'milestone' || outer?.kind !== 'objective')
    return refused('only a milestone that stands in an objective can move out of it');
  return extract(plan, outer, [node], fileNameOf(node), 'move it to a file of its own');
}

/** All commitments that stand in a milestone, and week blocks with theirs. */
export function extractCommitments(plan: Plan, milestone: PlanNode): Outcome {
  const inside = milestone.inner.filter(({ kind }) => kind === 'commitment' || kind === 'week');
  if (milestone.kind !== 'milestone' || inside.length === 0) return refused('no commitments stand in it');
  return extract(
    plan,
    milestone,
    inside,
    `${fileNameOf(milestone)}_weeks`,
    'move its commitments to a file of their own',
  );
}

function extract(plan: Plan, outer: PlanNode, moved: readonly PlanNode[], stem: string, title: string): Outcome {
  const fault = obstacle(plan, outer, moved);
  if (fault !== undefined) return refused(fault);
  const parent = shortestPath(plan, outer, [outer.kind]);
  if (parent === undefined) return refused(`no reference could tell ${outer.label} from another one of the same name`);
  const outside: TextEdit[] = [];
  const texts: string[][] = [];
  for (const node of moved) {
    const within: TextEdit[] = [];
    for (const own of withInner(node)) {
      const isLoose = own.scope === outer && factsOf(outer.kind).holds.includes(own.kind) && own.kind !== 'week';
      if (isLoose && !own.targets('advances').includes(outer))
        within.push(insertProperty(plan, own, `advances ${parent}`, own.kind === 'commitment' ? ['week', 'dri'] : []));
      within.push(...referencesOut(plan, own, outer));
    }
    const { lines, removal } = cut(plan, node, within);
    texts.push(lines);
    outside.push(removal, ...referencesIn(plan, node, moved));
  }
  const newline = newlineOf(plan.text(outer.file));
  const text = texts.map((lines) => lines.join(newline)).join(newline + newline) + newline;
  return tidied(plan, { title, edits: outside, created: [{ file: freeFile(plan, outer.file, stem), text }] });
}

/** Why the declarations cannot stand alone. */
function obstacle(plan: Plan, outer: PlanNode, moved: readonly PlanNode[]): string | undefined {
  if (outer.declaration.damaged || moved.some(({ declaration }) => declaration.damaged))
    return 'something in it cannot be read; mend that first';
  if (outer.name === undefined)
    return `${outer.label} has no name yet, so nothing outside could advance it; name it first`;
  for (const node of moved.flatMap((top) => (top.kind === 'week' ? top.inner : [top]))) {
    const { name } = node;
    if (
      name !== undefined &&
      [...plan.names.bearersOf(name)].some((other) => other !== node && other.kind === node.kind)
    )
      return `another ${node.kind} is called ${name}; outside of ${outer.label} the two could not be told apart`;
  }
  return undefined;
}

/** Names in the moved text that were found because of the place: the whole path where another declaration has the name, too. */
function referencesOut(plan: Plan, node: PlanNode, outer: PlanNode): TextEdit[] {
  return node.links.flatMap(({ key, reference, target }) => {
    const isNear = target?.scope && !withInner(node).includes(target) && isAround(target.scope, outer);
    if (!target || !isNear || plan.names.bearersOf(target.name ?? '').size < 2) return [];
    return mayStandUnder(key, target.path) ? [replace(node, reference, target.path)] : [];
  });
}

/** Paths that led through the old place: what stands before the declaration's own name goes. */
function referencesIn(plan: Plan, node: PlanNode, moved: readonly PlanNode[]): TextEdit[] {
  const inside = new Set(moved.flatMap(withInner));
  const edits: TextEdit[] = [];
  for (const target of withInner(node)) {
    for (const user of target.users) {
      if (inside.has(user)) continue;
      for (const link of user.links) {
        if (link.target !== target) continue;
        const segments = segmentsOf(plan.text(user.file), link);
        const first = segments.findIndex((segment) => segment.node !== undefined && inside.has(segment.node));
        const [start, kept] = [segments[0]?.start, segments[first]?.start];
        if (first > 0 && start !== undefined && kept !== undefined)
          edits.push({ file: user.file, start, end: kept, text: '' });
      }
    }
  }
  return edits;
}

function isAround(scope: PlanNode, node: PlanNode): boolean {
  for (let block: PlanNode | undefined = node; block; block = block.outer) if (block === scope) return true;
  return false;
}

function withInner(node: PlanNode): PlanNode[] {
  const found = [node];
  for (let index = 0; index < found.length; index++) found.push(...(found[index] as PlanNode).inner);
  return found;
}

/** The name, or the first words of the title: letters and digits of any language, and nothing that a disk may refuse. */
function fileNameOf(node: PlanNode): string {
  const words = (node.name ?? node.title ?? node.kind).toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [node.kind];
  return words.slice(0, 5).join('_').slice(0, 40);
}

/** Beside another file, under a name that no file of the plan has. */
function freeFile(plan: Plan, beside: string, stem: string): string {
  const folder = beside.slice(0, Math.max(beside.lastIndexOf('/'), beside.lastIndexOf('\\')) + 1);
  let file = `${folder}${stem}.mos`;
  for (let count = 2; plan.files.has(file); count++) file = `${folder}${stem}_${count}.mos`;
  return file;
}
