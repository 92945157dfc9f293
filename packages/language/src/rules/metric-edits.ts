/** Edits that several metric rules offer: a new metric to fill in, where a careful person would put it. */

import { classificationOf, METRIC_KINDS, type Measure, type MetricKind, type Timing } from '../model/metrics.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { indentInside, insertChild, insertProperty, newlineOf, quoted, replace } from './edits.ts';
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
  const text = plan.text(node.file);
  const { body, properties } = node.declaration;
  const step = indentInside(plan, node).includes('\t') ? '\t' : '  ';
  const lines = linesOf(sketch, step);
  if (!body || !text.slice(body.start, body.end).includes('\n')) return insertChild(plan, node, lines);
  const work = node.inner.find((inner) => inner.kind !== 'metric')?.declaration.start ?? body.end;
  const anchor = [...properties, ...node.innerOf('metric').map((metric) => metric.declaration)]
    .map(({ end }) => end)
    .filter((end) => end > body.start && end < work)
    .sort((a, b) => a - b)
    .at(-1);
  const rest = anchor === undefined ? undefined : /^[ \t]*(\/\/[^\r\n]*)?(?=\r?\n)/.exec(text.slice(anchor));
  if (anchor === undefined || !rest) return insertChild(plan, node, lines);
  const at = anchor + rest[0].length;
  const indent = indentInside(plan, node);
  return replace(node, { start: at, end: at }, lines.map((line) => newlineOf(text) + indent + line).join(''));
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
        title: `mark ${metric.label} as ${timing}${read ? `, ${read}` : ''}`,
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
