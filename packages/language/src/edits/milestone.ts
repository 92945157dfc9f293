/** The milestone that comes next: for the first month of an objective's quarter that follows those that have one. */

import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { freshName, scaffold, spoken } from '../rules/scaffold.ts';
import { monthsOf, rangeOf } from '../values/calendar.ts';
import { type Outcome, refused } from './change.ts';
import { tidied } from './tidy.ts';

export function addNextMilestone(plan: Plan, objective: PlanNode): Outcome {
  if (objective.kind !== 'objective') return refused('milestones are added to objectives');
  if (objective.declaration.damaged) return refused('something in the objective cannot be read; mend that first');
  const quarter = plan.periodOf(objective);
  if (quarter?.period.unit !== 'quarter') return refused('the objective names no quarter yet, so its months are open');
  const milestones = objective.childrenOf('milestone');
  const lastDays = milestones.map((milestone) => plan.periodOf(milestone)?.last ?? '').sort();
  const months = monthsOf(quarter.period, plan.config.calendar);
  const covered = (first: string) => milestones.some((milestone) => plan.periodOf(milestone)?.first === first);
  const free = months.map((month) => ({ month, first: firstDay(month) })).filter(({ first }) => !covered(first));
  const chosen = free.find(({ first }) => first > (lastDays.at(-1) ?? '')) ?? free[0];
  if (!chosen) return refused('each month of the quarter has a milestone');
  const after = milestones.findLast(
    (milestone) => milestone.outer === objective && (plan.periodOf(milestone)?.first ?? '') < chosen.first,
  );
  const edit = scaffold(plan, objective, 'milestone', chosen.month, {
    name: freshName(plan, objective, chosen.month),
    ...(after && { after }),
  });
  return tidied(plan, { title: `add a milestone for ${spoken(chosen.month)}`, edits: [edit] });
}

function firstDay(month: ReturnType<typeof monthsOf>[number]): string {
  return rangeOf(month).first;
}
