/** A declaration that advances itself through others, so that none of them reaches the year's strategy. */

import { findCycles } from '../../model/cycles.ts';
import type { Kind } from '../../model/kinds.ts';
import type { Link, PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { removeReferences } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

/** From the year to the week: each advances something that stands before it. */
const LEVELS: readonly Kind[] = ['frame', 'bet', 'objective', 'milestone', 'commitment', 'program'];

const LEAVES: ReadonlySet<Kind> = new Set<Kind>(['commitment', 'program']);

export default groupRule({
  name: 'cascade/cascade-cycle',
  severity: 'error',
  killer: 'K5',
  why: 'work that goes round in a circle never reaches what the year is about',
  kinds: LEVELS,
  // Only what advances something and is advanced by something can be part of a circle.
  groups: (node, { plan }) => (isAdvanced(plan, node) && stepsFrom(node).length > 0 ? 'plan' : undefined),
  decides: stepsFrom,
  judgeGroup(members, _group, { plan, report }) {
    // Steps that all lead up a level come to an end; this is the ordinary plan, however large.
    if (members.every(isOrdinary)) return;
    for (const cycle of findCycles(members, stepsFrom)) {
      const [first, second, ...others] = cycle as [PlanNode, ...PlanNode[]];
      const through = second ? ` through ${second.label}${others.length > 0 ? ` and ${others.length} more` : ''}` : '';
      const link = linkTo(first, second ?? first);
      report({
        node: first,
        ...(link && { at: link.reference }),
        message: `${first.label} advances itself${through}`,
        related: cycle.slice(1).map((node, index) => {
          const target = cycle[index + 2] ?? first;
          const at = linkTo(node, target)?.reference;
          return { node, ...(at && { at }), message: `${node.label} advances ${target.label}` };
        }),
        fixes: () => waysOut(plan, cycle),
      });
    }
  },
});

/** What it stands in or advances, also where a rule says that it may not. */
function stepsFrom(node: PlanNode): PlanNode[] {
  const steps = [...node.parents];
  for (const link of node.links) {
    const step = link.key === 'advances' ? meantBy(link) : undefined;
    if (step) steps.push(step);
  }
  return steps;
}

function isOrdinary(node: PlanNode): boolean {
  return (
    node.parents.every((parent) => climbs(node, parent)) &&
    node.links.every((link) => {
      const step = link.key === 'advances' ? meantBy(link) : undefined;
      return !step || climbs(node, step);
    })
  );
}

/** By something that may be advanced itself: what has no name and holds nothing can begin a line, but not close a circle. */
function isAdvanced(plan: Plan, node: PlanNode): boolean {
  if (node.children.some(({ kind, name }) => name !== undefined || !LEAVES.has(kind))) return true;
  if (node.name === undefined) return false;
  for (const user of node.users) if (linkTo(user, node)) return true;
  // A reference to something that may not be advanced does not bind.
  for (const user of plan.names.waitingFor(node.name)) if (linkTo(user, node)) return true;
  return false;
}

function meantBy({ target, status, candidates }: Link): PlanNode | undefined {
  return target ?? (status === 'wrong-kind' && candidates.length === 1 ? candidates[0] : undefined);
}

function linkTo(node: PlanNode, target: PlanNode): Link | undefined {
  return node.linksOf('advances').find((link) => meantBy(link) === target);
}

function linksTo(node: PlanNode, target: PlanNode): Link[] {
  return node.linksOf('advances').filter((link) => meantBy(link) === target);
}

function climbs(node: PlanNode, target: PlanNode): boolean {
  return (depth.get(target.kind) ?? -1) < (depth.get(node.kind) ?? -1);
}

const depth = new Map(LEVELS.map((kind, index) => [kind, index]));

/** Each step that a reference makes, those that do not lead up a level first. */
function waysOut(plan: Plan, cycle: readonly PlanNode[]): ProposedFix[] {
  const steps = cycle.flatMap((node, index) => {
    const target = cycle[(index + 1) % cycle.length] as PlanNode;
    return linkTo(node, target) ? [{ node, target, up: climbs(node, target) }] : [];
  });
  return steps
    .reverse()
    .sort((a, b) => Number(a.up) - Number(b.up))
    .slice(0, 3)
    .map(({ node, target }) => ({
      title: node === target ? 'take that out' : `no longer let ${node.label} advance ${target.label}`,
      safe: false,
      edits: removeReferences(plan, node, linksTo(node, target)),
    }));
}
