/** More objectives in a quarter than a team can finish, or too few to move the year. */

import type { PlanNode } from '../../model/node.ts';
import { isDropped } from '../../model/states.ts';
import { spokenBounds } from '../bounds.ts';
import { groupRule, type RelatedPart } from '../rule.ts';

export default groupRule({
  name: 'cascade/objective-count',
  severity: 'warning',
  killer: 'K1',
  why: 'a team that promises everything in one quarter finishes little of it',
  kinds: ['objective'],
  evenDamaged: true,
  groups: (node, { plan }) => (node.has('run') || isDropped(node) ? undefined : plan.quarterOf(node)),
  decides: (node) => [teamOf(node), node.parent, isUnclear(node)],
  judgeGroup(members, quarter, { config, report }) {
    const [least, most] = config.limits.objectives;
    const wanted = spokenBounds(config.limits.objectives);
    const [first] = members as [PlanNode];
    if (members.length < least) {
      const count = members.length === 1 ? 'the only objective' : `one of only ${members.length} objectives`;
      report({
        node: first,
        message: `${first.label} is ${count} of ${quarter}; ${wanted} move a year`,
        young: quarter,
      });
    }
    for (const [team, own] of Map.groupBy(members, teamOf)) {
      if (team === undefined || own.length <= most) continue;
      const node = own[most] as PlanNode;
      const message = `${node.label} is number ${most + 1} of ${own.length} objectives of ${team} in ${quarter}; ${wanted} get done`;
      report({ node, message, related: listed(own.filter((other) => other !== node)) });
    }
    // Nobody says whose they are: what shares a bet shares the people who believe in it.
    const teamless = members.filter((node) => teamOf(node) === undefined && !isUnclear(node));
    for (const [parent, own] of Map.groupBy(teamless, (node) => node.parent)) {
      if (parent === undefined || own.length <= most) continue;
      report({
        node: parent,
        message: `${parent.label} has ${own.length} objectives in ${quarter}; ${wanted} get done`,
        related: listed(own),
      });
    }
  },
});

/** By name: its own team, else that of its DRI. */
function teamOf(node: PlanNode): string | undefined {
  const reference = node.linksOf('team')[0] ?? node.dri?.linksOf('team')[0];
  return reference?.reference.path.split('.').at(-1);
}

/** What is not found may be the team's person, or another parent. */
function isUnclear(node: PlanNode): boolean {
  return node.links.some(({ key, target }) => (key === 'dri' || key === 'advances') && !target);
}

function listed(nodes: readonly PlanNode[]): RelatedPart[] {
  return nodes.map((node) => ({ node, message: `${node.label} counts too` }));
}
