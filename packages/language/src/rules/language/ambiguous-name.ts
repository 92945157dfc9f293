/** A reference that may mean several declarations. */

import { expectationOf, type Kind } from '../../model/kinds.ts';
import type { Link, PlanNode } from '../../model/node.ts';
import { mayStandUnder, shortestPath } from '../../model/paths.ts';
import type { Plan } from '../../model/plan.ts';
import { replace } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

const MAX_SHOWN = 4;

export default nodeRule({
  name: 'language/ambiguous-name',
  severity: 'error',
  why: 'two readers who follow this name may arrive at different places',
  kinds: 'all',
  judge(node, { plan, report }) {
    for (const link of node.links) {
      if (link.status !== 'ambiguous' || areNamesakes(link.candidates)) continue;
      report({
        node,
        at: link.reference,
        message: `${link.reference.path} is the name of ${counted(link.candidates)}`,
        related: link.candidates.slice(0, MAX_SHOWN).map((candidate) => ({
          node: candidate,
          message: `${candidate.path}, ${candidate.label}`,
        })),
        fixes: () => link.candidates.slice(0, MAX_SHOWN).map((candidate) => qualified(plan, node, link, candidate)),
      });
    }
  },
});

/** The same kind and name in the same block: language/duplicate-name speaks about these, and no path tells them apart. */
function areNamesakes([first, ...others]: readonly PlanNode[]): boolean {
  return others.every((other) => other.kind === first?.kind && other.scope === first.scope);
}

/** `2 milestones`, `a gate and a milestone`, `3 declarations`. */
function counted(candidates: readonly PlanNode[]): string {
  const found = [...new Set(candidates.map(({ kind }) => kind))];
  if (found.length === 1) return `${candidates.length} ${plural(found[0] as Kind)}`;
  if (candidates.length === found.length && found.length === 2)
    return found.map((kind) => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`).join(' and ');
  return `${candidates.length} declarations`;
}

function plural(kind: Kind): string {
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

function qualified(plan: Plan, node: PlanNode, { key, reference }: Link, candidate: PlanNode): ProposedFix | undefined {
  const { fits, mistaken = [] } = expectationOf(key, node.kind);
  const path = shortestPath(plan, candidate, fits.includes(candidate.kind) ? fits : mistaken);
  if (!path || path === reference.path || !mayStandUnder(key, path)) return undefined;
  return { title: `write ${path}, for ${candidate.label}`, safe: false, edits: [replace(node, reference, path)] };
}
