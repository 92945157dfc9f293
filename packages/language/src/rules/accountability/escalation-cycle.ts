/** Lines of reporting or escalation that run in a circle, so that nobody decides in the end. */

import { findCycles } from '../../model/cycles.ts';
import type { Link, PlanNode } from '../../model/node.ts';
import { shortestPath } from '../../model/paths.ts';
import { managerOf, personName } from '../../model/people.ts';
import type { Plan } from '../../model/plan.ts';
import { removeReferences, replace } from '../edits.ts';
import { groupRule, type ProposedFix, type RuleContext } from '../rule.ts';

const MAX_CHOICES = 3;
const LINES = ['reports', 'escalates'];

export default groupRule({
  name: 'accountability/escalation-cycle',
  severity: 'error',
  killer: 'K3',
  why: 'a question that goes round in a circle is never decided',
  kinds: ['owner', 'frame', 'bet', 'objective', 'milestone', 'program'],
  groups(node) {
    if (node.kind === 'owner') return linesOf(node).length > 0 ? 'people' : undefined;
    return node.dri && node.targets('escalates').includes(node.dri) ? node.identity : undefined;
  },
  decides: (node) => (node.kind === 'owner' ? linesOf(node).map(({ target }) => target) : [node.dri]),
  judgeGroup(members, group, context) {
    if (group !== 'people') for (const node of members) reportOwnDri(node, context);
    else
      for (const cycle of findCycles(members, (owner) => linesOf(owner).map(({ target }) => target as PlanNode)))
        reportCycle(cycle, context);
  },
});

function reportCycle(cycle: readonly PlanNode[], { plan, report }: RuleContext): void {
  const first = cycle[0] as PlanNode;
  const [start, ...others] = cycle.map((node, index) => ({ node, link: step(node, cycle[index + 1] ?? first) }));
  const { link } = start as { link: Link };
  const [second] = others;
  const end =
    cycle.length === 2 && second
      ? `, who ${verb(second.link)} ${personName(first)}`
      : `, and from there the line leads back to ${personName(first)}`;
  report({
    node: first,
    at: link.reference,
    message: `${said(first, link)}${second ? end : ''}`,
    related: others.map((other) => ({
      node: other.node,
      at: other.link.reference,
      message: said(other.node, other.link),
    })),
    fixes: () =>
      bySeniority(cycle)
        .slice(0, MAX_CHOICES)
        .map((node) => cut(plan, node, cycle)),
  });
}

/** An objective whose DRI escalates to themselves. */
function reportOwnDri(node: PlanNode, { plan, report }: RuleContext): void {
  const dri = node.dri as PlanNode;
  const links = node.linksOf('escalates').filter(({ target }) => target === dri);
  const [link] = links as [Link];
  report({
    node,
    at: link.reference,
    message: `${node.label} escalates to ${personName(dri)}, who is its DRI`,
    fixes: () => {
      const manager = managerOf(dri);
      const path = manager && manager !== dri ? shortestPath(plan, manager, ['owner']) : undefined;
      return [
        manager && path
          ? { title: `escalate to ${personName(manager)}`, safe: false, edits: [replace(node, link.reference, path)] }
          : { title: 'remove it', safe: false, edits: removeReferences(plan, node, links) },
      ];
    },
  });
}

function linesOf(owner: PlanNode): Link[] {
  return owner.links.filter(({ key, target }) => LINES.includes(key) && target?.kind === 'owner');
}

function step(node: PlanNode, to: PlanNode): Link {
  return linesOf(node).find(({ target }) => target === to) as Link;
}

/** `Ben Okafor reports to Ana Duarte`. */
function said(owner: PlanNode, link: Link): string {
  return `${personName(owner)} ${verb(link)} ${personName(link.target as PlanNode)}`;
}

function verb({ key }: Link): string {
  return key === 'reports' ? 'reports to' : 'escalates to';
}

/** Those whom most people report to come first: they are the likeliest to report to nobody. */
function bySeniority(people: readonly PlanNode[]): PlanNode[] {
  const reports = (owner: PlanNode) =>
    [...owner.users].filter((user) => user.targets('reports').includes(owner)).length;
  return [...people].sort((a, b) => reports(b) - reports(a));
}

/** Ends every line by which a person leads on along the circle. */
function cut(plan: Plan, node: PlanNode, cycle: readonly PlanNode[]): ProposedFix {
  const to = cycle[(cycle.indexOf(node) + 1) % cycle.length] as PlanNode;
  const links = linesOf(node).filter(({ target }) => target === to);
  return {
    title: `${personName(node)} no longer ${verb(links[0] as Link)} ${personName(to)}`,
    safe: false,
    edits: removeReferences(plan, node, links),
  };
}
