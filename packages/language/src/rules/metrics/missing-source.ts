/** A metric that does not say where its number comes from. */

import { isGivenUp } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { insertProperty, quoted, replace } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'metrics/missing-source',
  severity: 'warning',
  why: 'two people who read a number in two places argue about the number, and not about the plan',
  kinds: ['metric'],
  judge(node, { plan, report }) {
    // A keyword and perhaps a name: somebody is still writing.
    const justBegun = node.title === undefined && node.declaration.properties.length === 0;
    if (justBegun || isGivenUp(node) || node.text('source')) return;
    report({
      node,
      message: `${node.label} does not say where its number comes from`,
      young: (node.scope?.kind === 'objective' ? plan.quarterOf(node.scope) : undefined) ?? true,
      fixes: () => sourcesNear(plan, node).map((source) => readFrom(plan, node, source)),
    });
  },
});

/** At most this many sources are offered. */
const MOST = 3;

/** The sources of the metrics that stand beside it: there it is likely to be found too. */
function sourcesNear(plan: Plan, metric: PlanNode): string[] {
  const beside = metric.scope ? metric.scope.innerOf('metric') : [];
  const here = plan.nodesOf('metric').filter(({ file, scope }) => file === metric.file && !scope);
  const texts = (metric.scope ? beside : here).flatMap((other) => other.text('source')?.value ?? []);
  return [...new Set(texts)].slice(0, MOST);
}

function readFrom(plan: Plan, metric: PlanNode, source: string): ProposedFix {
  const blank = metric.property('source');
  const property = `source ${quoted(source)}`;
  const edit = blank ? replace(metric, blank, property) : insertProperty(plan, metric, property, BEFORE_SOURCE);
  return { title: `take it from ${quoted(source)}`, safe: false, edits: [edit] };
}

/** What `source` stands behind, in the order in which people write a metric. */
const BEFORE_SOURCE = [
  ...['activity', 'output', 'outcome', 'leading', 'lagging', 'primary', 'unit'],
  ...['from', 'to', 'at', 'between', 'up', 'down'],
];
