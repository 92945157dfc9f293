/** A reference to something that has no business where it stands. */

import { expectationOf, factsOf } from '../../model/kinds.ts';
import type { Link, PlanNode } from '../../model/node.ts';
import { shortestPath } from '../../model/paths.ts';
import { leadOf, personName } from '../../model/people.ts';
import type { Plan } from '../../model/plan.ts';
import { replace } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

/** More alternatives than these would make a list, and no sentence. */
const MAX_NAMED_KINDS = 2;

export default nodeRule({
  name: 'language/wrong-kind',
  severity: 'error',
  why: 'a line of the plan that leads to the wrong kind of thing leads nowhere',
  kinds: 'all',
  judge(node, { plan, report }) {
    for (const link of node.links) {
      const [found] = link.candidates;
      if (link.status !== 'wrong-kind' || !found || leadsBack(link, node)) continue;
      report({
        node,
        at: link.reference,
        message: `${found.label} is ${factsOf(found.kind).noun}; ${expected(link, node)}`,
        related: [{ node: found, message: `${found.label} is declared here` }],
        fixes: () => [itsLead(plan, node, link, found)],
      });
    }
  },
});

function expected({ key }: Link, node: PlanNode): string {
  const { fits } = expectationOf(key, node.kind);
  if (fits.length === 0 || fits.length > MAX_NAMED_KINDS) return `that cannot follow "${key}"`;
  return `${fits.map((kind) => factsOf(kind).noun).join(' or ')} stands here`;
}

/** What advances itself, at once or through one other, is a circle first: cascade/cascade-cycle speaks about it. */
function leadsBack({ key, candidates }: Link, node: PlanNode): boolean {
  if (key !== 'advances') return false;
  return candidates.some((candidate) => {
    const next = candidate.linksOf('advances').flatMap((link) => [link.target, ...link.candidates]);
    return candidate === node || candidate.scope === node || next.includes(node);
  });
}

/** A team where a person stands: the one who leads it is probably meant. */
function itsLead(plan: Plan, node: PlanNode, { key, reference }: Link, found: PlanNode): ProposedFix | undefined {
  const lead = found.kind === 'team' ? leadOf(found) : undefined;
  const path = lead && shortestPath(plan, lead, ['owner']);
  if (!lead || !path || !expectationOf(key, node.kind).fits.includes('owner')) return undefined;
  return {
    title: `write ${path}: ${personName(lead)} leads it`,
    safe: false,
    edits: [replace(node, reference, path)],
  };
}
