/** A reference to something that is declared nowhere: one finding for each missing declaration, however many refer to it. */

import { expectationOf, type Kind, kinds } from '../../model/kinds.ts';
import { lastSegment } from '../../model/names.ts';
import type { Link, PlanNode } from '../../model/node.ts';
import { mayStandUnder, shortestPath } from '../../model/paths.ts';
import type { Plan } from '../../model/plan.ts';
import { similarTo } from '../../model/similar.ts';
import { declareFix } from '../declare.ts';
import { replace } from '../edits.ts';
import { groupRule, type ProposedFix } from '../rule.ts';

/** More would only repeat the same thing. */
const MAX_OTHER_PLACES = 5;
const MAX_SUGGESTIONS = 2;

interface Place {
  node: PlanNode;
  link: Link;
}

export default groupRule({
  name: 'language/unknown-name',
  severity: 'error',
  why: 'a name that stands for nobody and nothing breaks the line from this week to the year',
  kinds: Object.keys(kinds) as Kind[],
  groups(node) {
    if (!node.links.some(isUnknown)) return undefined;
    return node.links.filter(isUnknown).map((link) => groupOf(node, link));
  },
  judgeGroup(members, group, { plan, report }) {
    // The missing declaration may well stand in the file that could not be read.
    if (plan.isPartial) return;
    const places = members.flatMap((node) => placesIn(node, group));
    const [first, ...others] = places as [Place, ...Place[]];
    const { path } = first.link.reference;
    report({
      node: first.node,
      at: first.link.reference,
      message: path.endsWith('.') ? `a name is missing after "${path}"` : `there is ${wanted(first)} called ${path}`,
      related: others
        .slice(0, MAX_OTHER_PLACES)
        .map(({ node, link }) => ({ node, at: link.reference, message: `${path} is used here too` })),
      // Looked up anew: those beyond the first few may have moved within their files since this was found.
      fixes: () => [
        ...suggestions(
          plan,
          members.flatMap((node) => placesIn(node, group)),
        ),
        declaration(plan, first),
      ],
    });
  },
});

/** References that want the same kinds by the same name miss the same declaration. */
function groupOf(node: PlanNode, { key, reference }: Link): string {
  return `${expectationOf(key, node.kind).fits.join()} ${reference.path}`;
}

function isUnknown({ status }: Link): boolean {
  return status === 'unknown';
}

function placesIn(node: PlanNode, group: string): Place[] {
  return node.links.filter((link) => isUnknown(link) && groupOf(node, link) === group).map((link) => ({ node, link }));
}

/** `no owner`, `no bet or frame`, and `nothing` where nearly everything could stand. */
function wanted({ node, link }: Place): string {
  const { fits } = expectationOf(link.key, node.kind);
  return fits.length === 0 || fits.length > 3 ? 'nothing' : `no ${fits.join(' or ')}`;
}

function suggestions(plan: Plan, places: readonly Place[]): ProposedFix[] {
  const [{ node, link }] = places as [Place];
  const { fits, mistaken = [] } = expectationOf(link.key, node.kind);
  const everywhere =
    places.length < 2 ? '' : places.length === 2 ? ' in both places' : ` in all ${places.length} places`;
  return similarTo(plan, lastSegment(link.reference.path), [...fits, ...mistaken], MAX_SUGGESTIONS).flatMap(
    (target) => {
      const name = shortestPath(plan, target, [...fits, ...mistaken]);
      if (!name || !mayStandUnder(link.key, name)) return [];
      const title = `write ${name}${target.title ? ` (${target.label})` : ''}${everywhere}`;
      return [{ title, safe: false, edits: places.map((place) => replace(place.node, place.link.reference, name)) }];
    },
  );
}

function declaration(plan: Plan, { node, link }: Place): ProposedFix | undefined {
  return declareFix(plan, expectationOf(link.key, node.kind).fits[0], link.reference.path, node);
}
