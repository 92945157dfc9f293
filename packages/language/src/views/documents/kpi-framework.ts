/** The framework of numbers: which of them are activity, output and outcome, what drives what, and how each is read. */

import { daysFor } from '../../model/deadlines.ts';
import { kindOf, type Measure, type MetricKind, measuresOf, timingOf } from '../../model/metrics.ts';
import { compareNodes, type PlanNode } from '../../model/node.ts';
import { readRhythmOf } from '../../model/reading-rhythm.ts';
import { isDropped } from '../../model/states.ts';
import { touches } from '../../values/calendar.ts';
import type { Block, ListItem } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { goalText } from './measures.ts';
import { measuresTable, roleText } from './objectives.ts';
import type { Request } from './request.ts';
import { figures, numbersIn, under } from './selections.ts';
import { callout, cell, column, count, heading, listed, listItem, paragraph, reference, table } from './words.ts';

/** Activity, output, outcome: the hierarchy of E. R. Miller, "The Marketing Execution Gap". */
export const kpiFramework: DocumentKind = {
  name: 'kpi-framework',
  title: 'Framework of numbers',
  purpose:
    'Which numbers tell what we did, what it produced and what changed; what drives what; and how each is defined.',
  audience: 'whoever reports numbers, and whoever decides by them',
  covers: 'quarter',
  blocks(request) {
    const measures = measuresIn(request);
    if (measures.length === 0)
      return [
        callout(
          'act',
          'No number in this quarter',
          'Nothing that is under way names a metric or a target. Begin with one outcome for each objective.',
        ),
      ];
    const metrics = [...new Map(measures.map((each) => [each.measure.metric, each])).values()];
    return [
      ...mix(metrics),
      heading(2, 'What drives what'),
      ...drives(
        request,
        metrics.map(({ measure }) => measure.metric),
      ),
      ...byObjective(request),
      heading(2, 'How each number is defined'),
      definitions(request, metrics),
      ...attained(request),
    ];
  },
};

function byObjective(request: Request): Block[] {
  const objectives = under(request, 'objective');
  if (objectives.length === 0) return [];
  return [
    heading(2, 'Objective by objective'),
    ...objectives.flatMap((objective) => [
      heading(3, reference(request.plan, objective)),
      measuresTable(request, objective),
    ]),
  ];
}

interface Used {
  by: PlanNode;
  measure: Measure;
}

/** Of frames, bets and objectives of the time, and of objectives whose time it was. */
function measuresIn({ plan, days, serves }: Request): Used[] {
  return plan
    .nodesOf('frame', 'bet', 'objective')
    .filter((node) => {
      const own = daysFor(plan, node);
      return serves(node) && !isDropped(node) && own !== undefined && touches(own, days);
    })
    .flatMap((by) => measuresOf(by).map((measure) => ({ by, measure })))
    .filter(({ measure }) => !isDropped(measure.metric));
}

const HIERARCHY: readonly (readonly [MetricKind, what: string, use: string])[] = [
  ['outcome', 'What changed in the market or in revenue', 'Decide by these.'],
  ['output', 'What the work produced', 'Act on these early; they can rise while the outcome falls.'],
  ['activity', 'What we did', 'Keep these for planning capacity; they do not tell whether it mattered.'],
];

function mix(metrics: readonly Used[]): Block[] {
  const yardsticks = metrics.filter(({ measure }) => measure.role !== 'guardrail');
  const kinds = Map.groupBy(yardsticks, ({ measure }) => kindOf(measure.metric)?.value);
  const outcomes = kinds.get('outcome')?.length ?? 0;
  const unknown = kinds.get(undefined)?.length ?? 0;
  const guardrails = metrics.length - yardsticks.length;
  return [
    paragraph(
      `${count(yardsticks.length, 'number')} to reach${guardrails > 0 ? `, and ${count(guardrails, 'guardrail')} that must not get worse` : ''}.`,
    ),
    table(
      'The numbers by what they tell',
      ['What it tells', column('Numbers', 'number'), column('Share', 'share'), 'What it is for'],
      [
        ...HIERARCHY.map(([kind, what, use]) => {
          const own = kinds.get(kind)?.length ?? 0;
          return [`${kind}: ${what}`, cell(String(own), own), shareCell(own, yardsticks.length), use];
        }),
        ...(unknown > 0
          ? [
              [
                'Not said',
                cell(String(unknown), unknown),
                shareCell(unknown, yardsticks.length),
                'Say which of the three it is.',
              ],
            ]
          : []),
      ],
    ),
    ...(outcomes === 0
      ? [
          callout(
            'act',
            'Nothing here is an outcome',
            'All of these can be reached while nothing changes for the business. Name one outcome for each objective.',
          ),
        ]
      : []),
  ];
}

function shareCell(part: number, whole: number) {
  return whole === 0 ? cell('–', null) : cell(`${Math.round((part / whole) * 100)}%`, part / whole);
}

/** From each outcome down to what is said to drive it; numbers that drive nothing and are driven by nothing at the end. */
function drives({ plan }: Request, metrics: readonly PlanNode[]): Block[] {
  const seen = new Set<PlanNode>();
  const counted = new Set(metrics);
  const driversOf = (metric: PlanNode) =>
    [...metric.users].filter((each) => counted.has(each) && each.targets('drives').includes(metric)).sort(compareNodes);
  const item = (metric: PlanNode, depth: number): ListItem => {
    seen.add(metric);
    const drivers = depth < DEEPEST ? driversOf(metric).filter((each) => !seen.has(each)) : [];
    return listItem(
      [reference(plan, metric), ` (${roleText(metric)})`],
      drivers.map((each) => item(each, depth + 1)),
    );
  };
  const driven = metrics.filter((metric) => metric.targets('drives').length === 0 && driversOf(metric).length > 0);
  const items = driven.map((metric) => item(metric, 1));
  const alone = metrics.filter((metric) => !seen.has(metric) && kindOf(metric)?.value !== 'outcome');
  return [
    ...(items.length > 0
      ? [{ type: 'list' as const, ordered: false, items }]
      : [
          callout(
            'note',
            'Nothing is said to drive anything',
            'Say what each early number leads to, with “drives”. Then a fall shows where it will be felt.',
          ),
        ]),
    ...(alone.length > 0 && items.length > 0
      ? [paragraph('Said to drive nothing: ', listed(alone.map((metric) => reference(plan, metric))), '.')]
      : []),
  ];
}

/** From what is done to what changes there are two steps; whoever writes more than these is not read any further. */
const DEEPEST = 6;

function definitions({ plan }: Request, metrics: readonly Used[]): Block {
  return table(
    'One definition each, so that nobody argues about the number',
    ['Number', 'What it is', 'Counted in', 'Read', 'From', 'Agreed with', 'Goal'],
    metrics.map(({ measure: { metric, role, aim } }) => [
      reference(plan, metric),
      roleText(metric, role === 'guardrail'),
      metric.text('unit')?.value ?? 'not said',
      readRhythmOf(metric) ?? (timingOf(metric) ? 'not said how often' : 'not said'),
      metric.text('source')?.value ?? 'no source named',
      metric.targets('agreed').length > 0
        ? listed(metric.targets('agreed').map((each) => reference(plan, each)))
        : 'nobody yet',
      goalText(metric, aim),
    ]),
  );
}

/** Where the time of objectives is over. */
function attained(request: Request): Block[] {
  const found = figures(numbersIn(request).figures, ['attainment', 'forecast-error']);
  return found.length > 0 ? [heading(2, 'How far they came'), ...found] : [];
}
