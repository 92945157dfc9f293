/** A metric that claims to be more than its name says, or to be two things at once. */

import { claimedKinds, classificationOf, isGivenUp, METRIC_KINDS, withArticle } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { removeProperty, replace } from '../edits.ts';
import { nodeRule } from '../rule.ts';

export default nodeRule({
  name: 'metrics/mislabelled-kind',
  severity: 'warning',
  killer: 'K4',
  why: 'an activity that is called an outcome makes the report look full and tells nothing',
  kinds: ['metric'],
  judge(node, { plan, report }) {
    if (isGivenUp(node)) return;
    const claims = claimedKinds(node);
    const [claim, other] = claims.filter(({ value }, index) => claims.findIndex((c) => c.value === value) === index);
    if (!claim) return;
    if (other) {
      const message = `${node.label} is called both ${withArticle(claim.value)} and ${withArticle(other.value)}`;
      report({ node, at: other, message, fixes: () => keepOne(plan, node) });
      return;
    }
    const known = classificationOf(plan, node);
    // Who calls a result less than it is does no harm.
    if (!known || METRIC_KINDS.indexOf(known.entry.kind) >= METRIC_KINDS.indexOf(claim.value)) return;
    if (SAYS_MORE.test((node.title ?? node.name ?? '').slice(known.end))) return;
    const [called, is] = [withArticle(claim.value), withArticle(known.entry.kind)];
    const { note } = known.entry;
    report({
      node,
      at: claim,
      message:
        known.matched === node.title
          ? `${node.label} is called ${called}, but it is ${is}`
          : `${node.label} is called ${called}, but "${known.matched}" is ${is}`,
      ...(note && { related: [{ node, message: note.replace(/\.$/, '') }] }),
      fixes: () => [
        { title: `call ${node.label} ${is}`, safe: false, edits: [replace(node, claim, known.entry.kind)] },
      ],
    });
  },
});

/** "Target accounts that became customers", "account plans agreed": not the accounts and plans are counted, but what came of them. */
const SAYS_MORE = /^\s*(?:with|that|who|which|whose|where|agreed|accepted|adopted|signed|won)\b/i;

/** What the vocabulary says is kept if it is among the claims, else the most modest claim comes first. */
function keepOne(plan: Plan, node: PlanNode) {
  const known = classificationOf(plan, node)?.entry.kind;
  const claimed = new Set(claimedKinds(node).map(({ value }) => value));
  const flags = node.propertiesOf('FlagProperty');
  return METRIC_KINDS.filter((kind) => claimed.has(kind))
    .sort((a, b) => Number(b === known) - Number(a === known))
    .map((kept) => ({
      title: `call ${node.label} ${withArticle(kept)}`,
      safe: false,
      edits: flags
        .filter(({ key }) => key !== kept && (METRIC_KINDS as readonly string[]).includes(key))
        .map((flag) => removeProperty(plan, node, flag)),
    }));
}
