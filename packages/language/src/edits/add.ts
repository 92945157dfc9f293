/** The next declaration one level below: of the kind that belongs there, where its siblings stand, for the period that comes next. */

import type { Kind } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import { shortestPath } from '../model/paths.ts';
import { statedPeriod } from '../model/periods.ts';
import type { Plan } from '../model/plan.ts';
import { insertAfter, insertChild, quoted } from '../rules/edits.ts';
import { declaration, freshName, question, scaffold, shortCommitment, spoken } from '../rules/scaffold.ts';
import { nearestWithin, quarterOf, rangeOf, weekOf } from '../values/calendar.ts';
import { formatPeriod, type Period } from '../values/period.ts';
import { type Change, refused } from './change.ts';
import { addNextMilestone } from './milestone.ts';
import { tidied } from './tidy.ts';

/** What stands one level below each. */
export const CHILD_KIND: { readonly [kind in Kind]?: Kind } = {
  frame: 'bet',
  bet: 'objective',
  objective: 'milestone',
  milestone: 'commitment',
};

/** `heading` is the new declaration's title as it is written in the text, for the cursor to go to. */
export type Addition = (Change & { heading: string }) | { refused: string };

/** `today` is an ISO date: what is added is for the period under way, where the parent's leaves room for it. */
export function addChild(plan: Plan, parent: PlanNode, today: string): Addition {
  if (parent.declaration.damaged) return refused(`something in ${parent.label} cannot be read; mend that first`);
  switch (parent.kind) {
    case 'frame':
      return addBet(plan, parent);
    case 'bet':
      return addObjective(plan, parent, today);
    case 'objective':
      return addMilestone(plan, parent);
    case 'milestone':
      return addCommitment(plan, parent, today);
    default:
      return refused(`nothing stands below ${parent.label}`);
  }
}

const BET = 'What gets more than its fair share?';

function addBet(plan: Plan, frame: PlanNode): Addition {
  const last = frame.innerOf('bet').at(-1);
  const lines = [`bet ${quoted(BET)} {`, '  why "What makes it worth more than the others?"', '}'];
  const edit = last ? insertAfter(plan, last, lines) : insertChild(plan, frame, lines);
  return finished(plan, 'add a bet', edit, quoted(BET));
}

function addObjective(plan: Plan, bet: PlanNode, today: string): Addition {
  const { calendar } = plan.config;
  const year = plan.periodOf(bet);
  const day = { first: today, last: today };
  const quarter = (year && nearestWithin('quarter', day, year, calendar)) ?? quarterOf(today, calendar);
  const title = `add an objective for ${spoken(quarter)}`;
  const heading = quoted(question('objective', quarter));
  const name = freshName(plan, bet, quarter);
  const outside = bet.childrenOf('objective').filter((sibling) => sibling.outer !== bet);
  const reference = shortestPath(plan, bet, ['bet', 'frame']);
  const sibling = outside.findLast((other) => samePeriod(plan, other, quarter)) ?? outside.at(-1);
  if (!sibling || sibling.outer || reference === undefined)
    return finished(plan, title, scaffold(plan, bet, 'objective', quarter, { name }), heading);
  const lines = declaration(plan, bet, 'objective', quarter, name).toSpliced(1, 0, `  advances ${reference}`);
  return finished(plan, title, insertAfter(plan, sibling, ['', ...lines]), heading);
}

function addMilestone(plan: Plan, objective: PlanNode): Addition {
  const outcome = addNextMilestone(plan, objective);
  if ('refused' in outcome) return outcome;
  const [heading = ''] =
    /"What is true by the end of [^"]*"/.exec(outcome.edits.map(({ text }) => text).join('')) ?? [];
  return { ...outcome, heading };
}

/** In the week block where others of that week stand; a new block beside those of other weeks; else inside the milestone. */
function addCommitment(plan: Plan, milestone: PlanNode, today: string): Addition {
  const { calendar } = plan.config;
  const month = plan.periodOf(milestone);
  const week = (month && nearestWithin('week', { first: today, last: today }, month, calendar)) ?? weekOf(today);
  const title = `add a commitment for ${spoken(week)}`;
  const heading = quoted(question('commitment', week));
  const inWeeks = milestone.children.findLast((child) => child.outer?.kind === 'week' && !child.outer.outer);
  const file = inWeeks?.file ?? milestone.file;
  const blocks = [...(plan.files.get(file)?.nodes.values() ?? [])].filter(
    ({ kind, outer }) => kind === 'week' && !outer,
  );
  const isAtHome = milestone.children.some((child) => child.scope === milestone);
  if (!milestone.name || blocks.length === 0 || (isAtHome && !inWeeks))
    return finished(plan, title, scaffold(plan, milestone, 'commitment', week), heading);
  const line = shortCommitment(plan, milestone, week);
  const block = blocks.find((other) => samePeriod(plan, other, week) && other.declaration.body);
  if (block) return finished(plan, title, insertChild(plan, block, [line]), heading);
  const first = rangeOf(week).first;
  const before = blocks.findLast((other) => firstDay(plan, other) < first) ?? (blocks.at(-1) as PlanNode);
  const lines = ['', `week ${formatPeriod(week)} {`, `  ${line}`, '}'];
  return finished(plan, title, insertAfter(plan, before, lines), heading);
}

function finished(plan: Plan, title: string, edit: Change['edits'][number], heading: string): Addition {
  const outcome = tidied(plan, { title, edits: [edit] });
  return 'refused' in outcome ? outcome : { ...outcome, heading };
}

function samePeriod(plan: Plan, node: PlanNode, period: Period): boolean {
  const own = statedPeriod(node)?.period ?? plan.periodOf(node)?.period;
  return own !== undefined && formatPeriod(own) === formatPeriod(period);
}

function firstDay(plan: Plan, week: PlanNode): string {
  const period = statedPeriod(week)?.period;
  return period ? rangeOf(period, plan.config.calendar).first : '';
}
