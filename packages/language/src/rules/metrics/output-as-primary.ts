/** An output or activity that stands as the number that counts: the MQL as the measure of success. */

import {
  classificationOf,
  hasUnknownYardstick,
  isGivenUp,
  kindOf,
  measuredBy,
  primaryOf,
  withArticle,
  yardsticksOf,
} from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { insertProperty, removeProperty } from '../edits.ts';
import { insertMetric, isForPerson, OUTCOME_TO_NAME } from '../metric-edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

export default nodeRule({
  name: 'metrics/output-as-primary',
  severity: 'warning',
  killer: 'K4',
  why: 'a team steers by the number that counts, and an output can grow while revenue does not',
  kinds: ['metric', 'objective'],
  judge(node, { plan, today, report }) {
    if (isGivenUp(node)) return;
    if (node.kind === 'metric') {
      const kind = kindOf(node)?.value;
      const primary = primaryOf(node);
      if (!primary || kind === undefined || kind === 'outcome') return;
      report({
        node,
        at: primary,
        message: `${node.label} stands as the number that counts, but it is ${withArticle(kind)}`,
        fixes: () => [
          ...instead(plan, node, measuredBy(node), today),
          { title: `take "primary" from ${node.label}`, safe: false, edits: [removeProperty(plan, node, primary)] },
        ],
      });
      return;
    }
    const counted = leadsThatCount(plan, node);
    if (!counted) return;
    report({
      node: counted,
      message: `${counted.label} comes first, and no outcome stands beside it`,
      related: [{ node, message: `${node.label} names no primary metric` }],
      fixes: () => instead(plan, counted, node, today),
    });
  },
});

/** A count of leads that heads an objective in which nothing is marked `primary` and nothing is an outcome. */
function leadsThatCount(plan: Plan, objective: PlanNode): PlanNode | undefined {
  if (hasUnknownYardstick(objective)) return undefined;
  const metrics = yardsticksOf(objective).map(({ metric }) => metric);
  const [first] = metrics;
  if (!first || metrics.some((metric) => kindOf(metric)?.value === 'outcome' || primaryOf(metric))) return undefined;
  if (kindOf(first)?.value === 'activity') return undefined;
  const known = classificationOf(plan, first);
  const isCountOfLeads = known?.entry.kind === 'output' && known.entry.unit === 'count' && LEADS.test(known.matched);
  return isCountOfLeads ? first : undefined;
}

/** MQL, SQL, PQL and their kin, in full or as letters. */
const LEADS = /\b(?:[a-z]{1,2}qls?|sals?|leads?|qualified contacts?)\b/i;

/** The outcomes of the same objective take its place; where there is none, one to fill in. */
function instead(plan: Plan, metric: PlanNode, objective: PlanNode | undefined, today: string): ProposedFix[] {
  if (!objective) return [];
  const flag = primaryOf(metric);
  const cleared = flag ? [removeProperty(plan, metric, flag)] : [];
  const outcomes = yardsticksOf(objective).filter((measure) => isOutcome(plan, measure.metric));
  if (outcomes.length > 0) {
    return outcomes.slice(0, 2).map(({ metric: outcome }) => ({
      title: `make ${outcome.label} the number that counts`,
      safe: false,
      edits: primaryOf(outcome)
        ? cleared
        : [...cleared, insertProperty(plan, outcome, 'primary', ['outcome', 'leading', 'lagging'])],
    }));
  }
  const sketch = { title: OUTCOME_TO_NAME, kind: 'outcome', timing: 'lagging', primary: true } as const;
  return [
    {
      title: 'add an outcome that counts',
      safe: false,
      manual: isForPerson(plan, objective, today),
      edits: [...cleared, insertMetric(plan, objective, sketch)],
    },
  ];
}

/** Declared one, and not known by its name as less. */
function isOutcome(plan: Plan, metric: PlanNode): boolean {
  return kindOf(metric)?.value === 'outcome' && (classificationOf(plan, metric)?.entry.kind ?? 'outcome') === 'outcome';
}
