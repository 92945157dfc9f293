/** The page of a metric: what is counted, where it stands on its way, who aims at it, and every reading. */

import type { Measure } from '../../model/metrics.ts';
import { aimsAt, amountOf, measuredBy, readingsOf } from '../../model/metrics.ts';
import { compareNodes, type PlanNode } from '../../model/node.ts';
import { isPlaceholder } from '../../values/amount.ts';
import { describeDay } from '../../values/calendar.ts';
import type { Block, Chart } from '../documents/document.ts';
import { answering } from '../documents/facts.ts';
import { chartOf, goalText, measureState } from '../documents/measures.ts';
import { callout, cell, column, heading, listed, reference, table, type Words, words } from '../documents/words.ts';
import { faults, lineAbove } from './objective.ts';
import { factsSaid, type SiteSource, type SubjectPage } from './subject.ts';

/** A metric in its part for one declaration. */
interface Use {
  by: PlanNode;
  measure: Measure;
}

export function metricPage(source: SiteSource, metric: PlanNode): SubjectPage {
  const { plan, today } = source;
  const [main] = metricUses(metric);
  const why = metric.text('why')?.value;
  return {
    about: reference(plan, metric),
    over: [
      'Metric',
      ...['outcome', 'output', 'activity', 'leading', 'lagging'].filter((mark) => metric.has(mark)),
    ].join(' · '),
    line: main ? [...lineAbove(source, main.by), reference(plan, main.by)] : [],
    ...(main && { state: measureState(plan, main.by, main.measure, today) }),
    reasons: [],
    ...(why !== undefined && { why }),
    facts: metricFacts(source, metric),
    blocks: [...way(source, metric), ...aims(source, metric), ...readings(source, metric), ...faults(source, metric)],
  };
}

/** The one that it is declared in first, then those that aim at it, in the order of the plan. */
export function metricUses(metric: PlanNode): Use[] {
  const owner = measuredBy(metric);
  const own: Use[] = owner ? [{ by: owner, measure: { metric, role: 'own' } }] : [];
  const others = aimsAt(metric)
    .filter(({ by }) => by !== owner)
    .sort((a, b) => compareNodes(a.by, b.by))
    .map(({ by, aim }): Use => {
      return { by, measure: { metric, role: aim.key === 'guardrail' ? 'guardrail' : 'target', aim } };
    });
  return [...own, ...others];
}

/** Of the use that says most: the first whose way can be drawn. */
export function metricChart({ plan, today }: SiteSource, metric: PlanNode): Chart | undefined {
  return metricUses(metric)
    .map(({ by, measure }) => chartOf(plan, by, measure, today))
    .find((chart) => chart !== undefined);
}

function metricFacts({ plan }: SiteSource, metric: PlanNode) {
  const read = metric.propertiesOf('ReadProperty')[0];
  const refer = (nodes: readonly PlanNode[]): Words => listed(nodes.map((node) => reference(plan, node)));
  const owner = metric.targets('dri').length > 0 ? metric : measuredBy(metric);
  return factsSaid([
    ['Answers for it', owner ? answering(plan, owner) : 'nobody'],
    ['Counts', metric.text('unit')?.value],
    ['Goal', goalText(metric)],
    ['Read', read?.rhythm],
    ['Read from', metric.text('source')?.value],
    ['Agreed with', refer(metric.targets('agreed'))],
    ['Drives', refer(metric.targets('drives'))],
  ]);
}

function way(source: SiteSource, metric: PlanNode): Block[] {
  const chart = metricChart(source, metric);
  if (chart) return [chart];
  const count = readingsOf(metric, source.plan.config.calendar).length;
  return [
    count === 0
      ? callout('act', 'Not read yet', 'Note the first number as soon as there is one: “mos reading” takes a second.')
      : callout('note', 'One reading draws no line', 'The next one shows which way it goes.'),
  ];
}

function aims({ plan, today }: SiteSource, metric: PlanNode): Block[] {
  const all = metricUses(metric);
  if (all.length === 0) return [];
  return [
    heading(2, 'Who aims at it'),
    table(
      'What is measured by this number, and what is asked of it',
      ['What', 'Part', 'Goal', column('How it stands', 'state')],
      all.map(({ by, measure }) => [
        reference(plan, by),
        measure.role === 'own'
          ? 'its own number'
          : measure.role === 'guardrail'
            ? 'must not get worse'
            : 'a goal for it',
        goalText(metric, measure.aim),
        measureState(plan, by, measure, today),
      ]),
    ),
  ];
}

/** The latest first. */
function readings({ plan, today }: SiteSource, metric: PlanNode): Block[] {
  const all = readingsOf(metric, plan.config.calendar).filter(({ date }) => date <= today);
  if (all.length === 0) return [];
  return [
    heading(2, 'Readings'),
    table(
      'Every reading, the latest first',
      [column('Day', 'date'), column('Reading', 'number')],
      all.toReversed().map(({ date, value }) => {
        const amount = amountOf(value);
        return [
          cell(describeDay(date), date),
          cell(words(value.literal), amount && !isPlaceholder(amount) ? amount.value : null),
        ];
      }),
    ),
  ];
}
