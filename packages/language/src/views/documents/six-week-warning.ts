/** The early warning: for each objective of the quarter, the number that tells six weeks before the end, and what it says. */

import { sixWeekPacesOf, sixWeekVerdictOf } from '../../model/health.ts';
import { firstReadingDue, measuresOf, quarterOf, readingsOf, timingOf, yardsticksOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { describePace } from '../../model/pace.ts';
import { isDropped } from '../../model/states.ts';
import { daysBetween, describeDay, sixWeeksBefore } from '../../values/calendar.ts';
import type { Block, Cell } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering } from './facts.ts';
import { chartOf, goalText, measureState, readingCell } from './measures.ts';
import { recoveries, verdictState } from './objectives.ts';
import type { Request } from './request.ts';
import { figures, numbersIn, under } from './selections.ts';
import {
  callout,
  cell,
  column,
  count,
  dateCell,
  heading,
  listed,
  paragraph,
  reference,
  table,
  type Words,
  words,
} from './words.ts';

/** The single number that tells six weeks before a quarter ends: E. R. Miller, "The Marketing Execution Gap". */
export const sixWeekWarning: DocumentKind = {
  name: 'six-week-warning',
  title: 'Six-week early warning',
  purpose:
    'Whether each objective of the quarter will be reached, told by the numbers that move first while there is still time to act.',
  audience: 'the marketing leader and every DRI, six weeks before the quarter ends',
  covers: 'quarter',
  blocks(request) {
    const objectives = under(request, 'objective').filter((node) => quarterOf(request.plan, node));
    if (objectives.length === 0)
      return [
        callout(
          'act',
          'No objective to ask about',
          'No objective of the plan has this quarter as its period, so there is nothing to be warned about. Give each its quarter.',
        ),
      ];
    return [
      ...opening(request, objectives),
      heading(2, 'Objective by objective'),
      ...objectives.flatMap((objective) => one(request, objective)),
      heading(2, 'What can still be done'),
      ...actions(request),
    ];
  },
};

function opening(request: Request, objectives: readonly PlanNode[]): Block[] {
  const { plan, today, days } = request;
  const day = sixWeeksBefore(days.last);
  const left = daysBetween(today, days.last);
  const timing: Words =
    today < day
      ? `The day that leaves six weeks is ${describeDay(day)}, in ${count(daysBetween(today, day), 'day')}. What follows is how the early numbers stand until then.`
      : left >= 0
        ? `The day that left six weeks was ${describeDay(day)}. The quarter has ${count(left, 'day')} left.`
        : `The quarter ended on ${describeDay(days.last)}. This is what could have been known on ${describeDay(day)}.`;
  const verdicts = objectives.map((objective) => sixWeekVerdictOf(plan, objective, today).verdict);
  const tally = (['yes', 'in doubt', 'no', 'not read', 'no leading metric'] as const).flatMap((verdict) => {
    const times = verdicts.filter((each) => each === verdict).length;
    return times === 0 ? [] : [`${times} ${SAID[verdict]}`];
  });
  return [
    paragraph(timing),
    ...(tally.length > 0 && today >= day ? [paragraph('Will it be reached? ', listed(tally), '.')] : []),
    table(
      'Each objective, and what its early numbers say',
      ['Objective', 'Who answers for it', column('Will it be reached?', 'state'), 'By what'],
      objectives.map((objective) => [
        reference(plan, objective),
        answering(plan, objective),
        verdictState(plan, objective, today),
        byWhat(request, objective),
      ]),
    ),
  ];
}

/** What each early number said on the day, once that has come. */
function byWhat({ plan, today }: Request, objective: PlanNode): Words {
  const { day, verdict } = sixWeekVerdictOf(plan, objective, today);
  if (day === undefined || verdict === 'early' || verdict === 'no leading metric') return undefined;
  const paces = sixWeekPacesOf(plan, objective);
  const unread = yardsticksOf(objective).filter(
    ({ metric }) =>
      timingOf(metric)?.value === 'leading' && !isDropped(metric) && !paces.some((known) => known.metric === metric),
  );
  const said = [
    ...paces.map(({ metric, pace }): Words => [reference(plan, metric), ` was ${describePace(pace)}`]),
    ...unread.map(({ metric }): Words => [reference(plan, metric), ' had not been read']),
  ];
  return said.map((each, index) => [index > 0 ? '; ' : undefined, each]);
}

const SAID = {
  yes: 'yes',
  'in doubt': 'in doubt',
  no: 'no',
  'not read': 'without a reading',
  'no leading metric': 'without a number that tells early',
} as const;

/** Its early numbers, those still to be read named; as lines, where there are two readings. */
function one(request: Request, objective: PlanNode): Block[] {
  const { plan, today } = request;
  const leading = measuresOf(objective).filter(
    ({ metric, role }) => role !== 'guardrail' && timingOf(metric)?.value === 'leading' && !isDropped(metric),
  );
  const title = heading(3, reference(plan, objective));
  if (leading.length === 0)
    return [
      title,
      callout(
        'act',
        'No number tells early',
        'Which single number would tell, six weeks before the end, whether this is reached? Name it: metric … { leading read weekly by … }.',
      ),
    ];
  const quarter = quarterOf(plan, objective);
  const isRead = (metric: PlanNode) =>
    quarter !== undefined &&
    readingsOf(metric, plan.config.calendar).some(({ date }) => quarter.first <= date && date <= today);
  const rows = leading.map((measure): (Cell | Words)[] => [
    reference(plan, measure.metric),
    readingCell(plan, measure.metric, today),
    measureState(plan, objective, measure, today),
    goalText(measure.metric, measure.aim),
    isRead(measure.metric)
      ? cell('read already', null)
      : dateCell(quarter && firstReadingDue(measure.metric, quarter, plan.config.calendar)),
  ]);
  return [
    title,
    table(
      words('The early numbers of “', reference(plan, objective).text, '”')
        .map(({ text }) => text)
        .join(''),
      [
        'Number',
        column('Last read', 'number'),
        column('Against its pace', 'state'),
        'Goal',
        column('First reading due', 'date'),
      ],
      rows,
    ),
    ...leading.flatMap((measure) => chartOf(plan, objective, measure, today) ?? []),
  ];
}

function actions(request: Request): Block[] {
  const numbers = numbersIn(request);
  const found = recoveries(request, numbers);
  const silent = numbers.objectives.filter(({ health }) => health.word === 'unknown').length;
  return [
    ...(found.length > 0
      ? found
      : [
          silent > 0
            ? callout(
                'act',
                'Nothing is known to be at risk',
                `But nothing is known of ${count(silent, 'objective')}. Read the early numbers before anything is decided.`,
              )
            : callout(
                'good',
                'Nothing is at risk',
                'No objective of the quarter is at risk or off track. Keep reading the early numbers every week.',
              ),
        ]),
    ...figures(numbers.figures, ['forecast-error']),
  ];
}
