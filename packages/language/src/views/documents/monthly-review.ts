/** The monthly business review: are the objectives on their way, what came true this month, and what has to be decided. */

import { daysFor, daysIn } from '../../model/deadlines.ts';
import { cameTrue } from '../../model/health.ts';
import { kindOf, measuresOf, readingsOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { isDropped } from '../../model/states.ts';
import { describePeriod, monthOf, next, previous, rangeOf, touches } from '../../values/calendar.ts';
import { dayIn } from '../../values/date.ts';
import type { Period } from '../../values/period.ts';
import { numbersOf } from '../numbers.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering, milestoneState, reasonOf } from './facts.ts';
import { goalText, measureState, readingCell } from './measures.ts';
import { meetingBlock, meetingOf } from './meetings.ts';
import { charts, recoveries, standingOfObjectives } from './objectives.ts';
import { programTable } from './programs.ts';
import type { Request } from './request.ts';
import { figures, numbersIn, under } from './selections.ts';
import { callout, cell, column, dateCell, heading, listed, paragraph, partOf, reference, table } from './words.ts';

/** A review in the first days of a month looks back at the month that ended. Days. */
const LOOKS_BACK = 10;

/** Outcome numbers monthly, objectives with options: E. R. Miller, "The Marketing Execution Gap". */
export const monthlyReview: DocumentKind = {
  name: 'monthly-business-review',
  title: 'Monthly business review',
  purpose: 'Whether the objectives are on their way, what came true this month, and what has to be decided now.',
  audience: 'the marketing leader, who leads it, and everybody who answers for an objective',
  covers: 'month',
  defaultPeriod: (today) => monthLookedAt(today),
  blocks(request) {
    const { plan, today } = request;
    const numbers = numbersIn(request);
    return [
      meetingBlock(plan, meetingOf(plan, 'monthly', ['objectives', 'milestones', 'metrics']), 'monthly', today),
      heading(2, 'Where the quarter stands'),
      ...standingOfObjectives(request, numbers),
      ...recoveries(request, numbers),
      heading(2, 'What changed in the market and in revenue'),
      ...outcomes(request),
      heading(2, 'The milestones of the month'),
      ...milestones(request),
      heading(2, 'Programs'),
      ...programs(request, numbers.figures),
      heading(2, 'Promises kept'),
      ...kept(request, numbers.figures),
      heading(2, 'Decisions'),
      ...decisions(request),
      heading(2, 'What should be true by the end of the next month'),
      ...nextMonth(request),
      heading(2, 'The numbers that tell early, as lines'),
      ...lines(request),
    ];
  },
};

function monthLookedAt(today: string): Period {
  const month = monthOf(today);
  return dayIn(today) <= LOOKS_BACK ? previous(month) : month;
}

/** Numbers that are called outcomes, wherever they are declared, of the objectives of the time. */
function outcomes(request: Request): Block[] {
  const { plan, today } = request;
  const rows = under(request, 'objective').flatMap((objective) =>
    measuresOf(objective)
      .filter(({ metric, role }) => role !== 'guardrail' && kindOf(metric)?.value === 'outcome' && !isDropped(metric))
      .map((measure) => {
        const readings = readingsOf(measure.metric, plan.config.calendar).filter(({ date }) => date <= today);
        const before = readings.at(-2);
        return [
          reference(plan, measure.metric),
          readingCell(plan, measure.metric, today),
          before ? before.value.literal : 'none',
          measureState(plan, objective, measure, today),
          goalText(measure.metric, measure.aim),
        ];
      }),
  );
  if (rows.length === 0)
    return [
      callout(
        'act',
        'No outcome is measured',
        'Ask of each objective what would be different in the market or in revenue, and measure that: metric … { outcome lagging primary }.',
      ),
    ];
  return [
    table(
      'Outcomes, which move last and count most',
      ['Number', column('Last read', 'number'), 'Reading before', column('Against its pace', 'state'), 'Goal'],
      rows,
    ),
  ];
}

function milestones(request: Request): Block[] {
  const { plan, today } = request;
  const found = under(request, 'milestone');
  if (found.length === 0)
    return [
      callout(
        'act',
        'No milestone',
        'No milestone falls into this month, so nothing tells before the end of the quarter whether it goes well.',
      ),
    ];
  const came = found.filter((node) => cameTrue(plan, node, today) === true).length;
  return [
    paragraph(`${partOf(came, found.length, 'milestone')} came true so far.`),
    table(
      'What should be true by the end of the month',
      ['Milestone', 'Who', 'For', column('How it stands', 'state'), 'What was said'],
      found.map((node) => [
        reference(plan, node),
        answering(plan, node),
        node.parent ? reference(plan, node.parent) : 'nothing yet',
        milestoneState(plan, node, today),
        reasonOf(node) ?? '–',
      ]),
    ),
  ];
}

function programs(request: Request, all: Parameters<typeof figures>[0]): Block[] {
  const found = under(request, 'program');
  if (found.length === 0)
    return [
      callout(
        'note',
        'No program',
        'No program was planned for this month. Campaigns and deliverables become visible as: program … { planned … to … }.',
      ),
    ];
  return [...figures(all, ['execution-rate']), programTable(request, found)];
}

function kept({ plan, today, period, options, concerns }: Request, all: Parameters<typeof figures>[0]): Block[] {
  const everybody = all.filter(({ term, of }) => term === 'kept-rate' && of !== 'person');
  const whose = options.owner || options.team ? concerns : undefined;
  const ever = numbersOf(plan, today, undefined, whose).figures.find(({ of }) => of === 'all');
  if (everybody.length === 0)
    return [
      callout(
        'note',
        ever
          ? `None of ${describePeriod(period, plan.config.calendar)} has been judged yet; in all, ${ever.part} of ${ever.whole} were kept`
          : 'No promise has been judged yet',
        'Say what became of each promise once its week is over: mos done, mos miss or mos move.',
      ),
    ];
  return figures(everybody, ['kept-rate']);
}

function decisions(request: Request): Block[] {
  const { plan, today, days, concerns } = request;
  const { calendar } = plan.config;
  const taken = plan.nodesOf('decision').filter((node) => {
    const on = daysIn(node, 'on', calendar);
    return on !== undefined && on.first <= today && touches(on, days) && concerns(node);
  });
  if (taken.length === 0)
    return [
      callout(
        'note',
        'No decision was noted',
        'What was decided and why is gone in a month unless somebody writes it down: decision … { on … dri … why … affects … }.',
      ),
    ];
  return [
    table(
      'Taken in this time',
      [column('On', 'date'), 'Decision', 'By', 'Why', 'It changes'],
      taken.map((node) => [
        dateCell(daysIn(node, 'on', calendar)?.first),
        reference(plan, node),
        answering(plan, node),
        node.text('why')?.value ?? 'no reason was given',
        cell(listed(node.targets('affects').map((each) => reference(plan, each)))),
      ]),
    ),
  ];
}

function nextMonth({ plan, period, concerns }: Request): Block[] {
  const days = rangeOf(next(period));
  const found = plan.nodesOf('milestone').filter((node: PlanNode) => {
    const own = daysFor(plan, node);
    return own !== undefined && touches(own, days) && concerns(node) && !isDropped(node);
  });
  if (found.length === 0)
    return [
      callout(
        'act',
        'No milestone for the next month',
        'Before the meeting ends: what should be true a month from now, for each objective?',
      ),
    ];
  return [
    table(
      'Milestones of the next month',
      ['Milestone', 'Who', 'For'],
      found.map((node) => [
        reference(plan, node),
        answering(plan, node),
        node.parent ? reference(plan, node.parent) : 'nothing yet',
      ]),
    ),
  ];
}

function lines(request: Request): Block[] {
  const found = under(request, 'objective').flatMap((objective) => charts(request, objective));
  return found.length > 0
    ? found
    : [callout('note', 'No number was read twice', 'A line needs two readings. “mos reading” takes one in seconds.')];
}
