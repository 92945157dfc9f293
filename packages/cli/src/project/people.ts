/** The person or the team that an option means, in each plan that knows them. */

import { nearest, ownerCalled, type PlanNode, titleOf } from '@mos/language';
import { Problem } from '../problem.ts';
import { safeText } from '../terminal/facts.ts';
import type { Judged } from './judged.ts';

/** Throws a Problem where no plan knows this person, or a plan knows several. */
export function personCalled(judged: readonly Judged[], query: string): Map<Judged, PlanNode> {
  const found = new Map<Judged, PlanNode>();
  const near: string[] = [];
  for (const each of judged) {
    const owner = ownerCalled(each.engine.plan, query);
    if (Array.isArray(owner)) near.push(...owner);
    else found.set(each, owner);
  }
  if (found.size > 0) return found;
  throw unknown(
    `Nobody in this plan is called ${safeText(query)}.`,
    near,
    'Owners are declared as in: owner ana "Ana Duarte".',
  );
}

/** As `personCalled`, by a team’s name or title. */
export function teamCalled(judged: readonly Judged[], query: string): Map<Judged, PlanNode> {
  const wanted = query.trim().toLowerCase();
  const found = new Map<Judged, PlanNode>();
  const names: string[] = [];
  for (const each of judged) {
    const teams = each.engine.plan.nodesOf('team');
    const team = teams.find((node) => [node.name, titleOf(node)].some((name) => name?.toLowerCase() === wanted));
    if (team) found.set(each, team);
    else names.push(...teams.flatMap((node) => [titleOf(node), ...(node.name === undefined ? [] : [node.name])]));
  }
  if (found.size > 0) return found;
  throw unknown(
    `No team in this plan is called ${safeText(query)}.`,
    nearest(query, names),
    'Teams are declared as in: team demand "Demand Generation".',
  );
}

function unknown(message: string, near: readonly string[], otherwise: string): Problem {
  const names = [...new Set(near)].slice(0, 5).map((name) => safeText(name));
  return new Problem(message, names.length > 0 ? `Did you mean ${names.join(' or ')}?` : otherwise);
}
