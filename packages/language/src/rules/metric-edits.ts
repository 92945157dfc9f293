/** Edits that several metric rules offer: a new metric to fill in, where a careful person would put it. */

import { classificationOf, METRIC_KINDS, type Measure, type MetricKind, type Timing } from '../model/metrics.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { indentInside, insertAhead, insertProperty, quoted } from './edits.ts';
import type { ProposedFix } from './rule.ts';

export interface MetricSketch {
  title: string;
  kind: MetricKind;
  timing: Timing;
  primary?: boolean;
  /** Latest day of its first telling reading. */
  readBy?: string;
}

/** What stands where the author has to name the metric. */
export const OUTCOME_TO_NAME = 'What will be different';

/** Once its period has begun, a number that is still open is a fault of its own: then a person fills it in, and no bulk repair. */
export function isForPerson(plan: Plan, node: PlanNode, today: string): boolean {
  const period = plan.periodOf(node);
  return period !== undefined && period.first <= today;
}

/** Behind the last metric or property of the block, before its milestones and commitments; numbers are `TBD`, to be filled in. */
export function insertMetric(plan: Plan, node: PlanNode, sketch: MetricSketch): ProposedFix['edits'][number] {
  const step = indentInside(plan, node).includes('\t') ? '\t' : '  ';
  return insertAhead(plan, node, 'metric', linesOf(sketch, step));
}

/** What titles say of a day by which a leading metric is read. */
export function sayReadBy(day: string): string {
  return `read by ${day}, six weeks before the quarter ends`;
}

/**
 * One fix for each of the first metrics without a timing, those first of which the vocabulary knows that it is `timing`.
 * With `readBy`, a metric that says nothing of its reading gets that day too, since it would be late without one.
 */
export function timingFixes(plan: Plan, measures: readonly Measure[], timing: Timing, readBy?: string): ProposedFix[] {
  const fits = (metric: PlanNode) => Number(classificationOf(plan, metric)?.entry.timing === timing);
  return measures
    .map(({ metric }) => metric)
    .filter((metric) => !metric.has('leading') && !metric.has('lagging'))
    .sort((a, b) => fits(b) - fits(a))
    .slice(0, 2)
    .map((metric) => {
      const read = readBy && !metric.has('read') ? `read by ${readBy}` : undefined;
      return {
        title: `mark ${metric.label} as ${timing}${read && readBy ? `, ${sayReadBy(readBy)}` : ''}`,
        safe: false,
        edits: read ? insertBoth(plan, metric, timing, read) : [insertProperty(plan, metric, timing, METRIC_KINDS)],
      };
    });
}

/** What `read` stands behind, in the order in which people write a metric. */
export const BEFORE_READ = [
  ...[...METRIC_KINDS, 'leading', 'lagging', 'primary', 'unit'],
  ...['from', 'to', 'at', 'between', 'up', 'down', 'source'],
];

function insertBoth(plan: Plan, metric: PlanNode, timing: Timing, read: string): ProposedFix['edits'] {
  const { body } = metric.declaration;
  if (!body || metric.declaration.properties.length === 0) return [insertProperty(plan, metric, `${timing} ${read}`)];
  const first = insertProperty(plan, metric, timing, METRIC_KINDS);
  const second = insertProperty(plan, metric, read, BEFORE_READ);
  // Two texts for one place would be in no order.
  return first.start === second.start ? [{ ...first, text: first.text + second.text }] : [first, second];
}

function linesOf({ title, kind, timing, primary, readBy }: MetricSketch, step: string): string[] {
  return [
    `metric ${quoted(title)} {`,
    `${step}${kind}`,
    `${step}${timing}`,
    ...(primary ? [`${step}primary`] : []),
    `${step}from TBD to TBD`,
    ...(readBy ? [`${step}read weekly by ${readBy}`] : []),
    '}',
  ];
}
