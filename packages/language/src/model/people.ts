/** People and teams as messages call them, and who stands behind whom. */

import type { PlanNode } from './node.ts';
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

/** Its lead first, then everybody who says so or stands inside, by file and place. For fixes: it reads the whole plan. */
export function membersOf(plan: Plan, team: PlanNode): PlanNode[] {
  const lead = leadOf(team);
  const others = plan
    .nodesOf('owner')
    .filter((owner) => owner !== lead && (owner.scope === team || owner.targets('team').includes(team)));
  return lead ? [lead, ...others] : others;
}

/** Whom a person reports to. */
export function managerOf(owner: PlanNode): PlanNode | undefined {
  return owner.targets('reports')[0];
}

/** Identity of an owner within the plan, for groups. */
export function personKey(owner: PlanNode): string {
  return `${owner.file} ${owner.key}`;
}
