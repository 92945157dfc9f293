/** People and teams as messages call them, and who stands behind whom. */

import { compareNodes, type PlanNode } from './node.ts';
import type { Plan } from './plan.ts';

/** A name beyond this is no name of a person. Characters. */
const LONGEST_NAME = 40;

/** `Ben Okafor`: a person is called by the title without quotes, else by the name. */
export function personName(owner: PlanNode): string {
  const title = owner.title?.replace(/\s+/g, ' ').trim();
  const name = title || owner.name || 'somebody';
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

/** Who leads it. */
export function leadOf(team: PlanNode): PlanNode | undefined {
  return team.targets('lead').find(({ kind }) => kind === 'owner');
}

/** Its lead first, then everybody who says so or stands inside, by file and place. */
export function membersOf(team: PlanNode): PlanNode[] {
  const lead = leadOf(team);
  const others = [...peopleIn([team])].filter((owner) => owner !== lead).sort(compareNodes);
  return lead ? [lead, ...others] : others;
}

/** Who stands inside one of these teams, or says so: asked of the teams, as there may be very many people. */
export function peopleIn(teams: Iterable<PlanNode>): ReadonlySet<PlanNode> {
  const people = new Set<PlanNode>();
  for (const team of teams) {
    for (const owner of team.innerOf('owner')) people.add(owner);
    for (const user of team.users) if (user.kind === 'owner' && user.targets('team').includes(team)) people.add(user);
  }
  return people;
}

/** Whom a person reports to. */
export function managerOf(owner: PlanNode): PlanNode | undefined {
  return owner.targets('reports')[0];
}

/**
 * Who might answer for a declaration that names nobody, likeliest first: the DRI of what it advances, the lead of its team, who
 * works on it, who answers for what is below it, then who answers for most of its kind. For fixes: it reads the whole plan.
 */
export function likelyDris(plan: Plan, node: PlanNode): PlanNode[] {
  const above = [...node.parents, node.scope, ...node.targets('affects')].map((other) => other?.dri);
  const leads = node.targets('team').map(leadOf);
  const below = [...node.children, ...node.inner].map((other) => other.dri);
  const peers = plan.remember(`DRIs of each ${node.kind}`, () =>
    byFrequency(plan.nodesOf(node.kind).map((other) => other.dri)),
  );
  const near = [...above, ...leads, ...node.targets('with'), ...byFrequency(below), ...peers];
  const owners = new Set([...near, ...plan.nodesOf('owner')]);
  return [...owners].filter((owner) => owner?.kind === 'owner' && owner.name !== undefined) as PlanNode[];
}

function byFrequency(people: readonly (PlanNode | undefined)[]): PlanNode[] {
  const counts = new Map<PlanNode, number>();
  for (const person of people) if (person) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => (counts.get(b) as number) - (counts.get(a) as number));
}
