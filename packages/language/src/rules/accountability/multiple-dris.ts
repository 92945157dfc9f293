/** More than one responsible person, which is none. */

import { propertiesOf } from '../../model/kinds.ts';
import type { Link, PlanNode } from '../../model/node.ts';
import { mayStandUnder } from '../../model/paths.ts';
import { personName } from '../../model/people.ts';
import type { Plan } from '../../model/plan.ts';
import { insertProperty, keepReferences, removeProperty, replace } from '../edits.ts';
import { nodeRule, type ProposedFix } from '../rule.ts';

const MAX_CHOICES = 3;

export default nodeRule({
  name: 'accountability/multiple-dris',
  severity: 'error',
  killer: 'K3',
  why: 'when two people answer for one outcome, each of them can point at the other',
  kinds: 'all',
  judge(node, { plan, report }) {
    const links = candidates(node);
    const [first, second] = links;
    if (!first || !second) return;
    const names = links.length === 2 ? `: ${called(first)} and ${called(second)}` : '';
    report({
      node,
      at: {
        start: (first.property === second.property ? first : second).reference.start,
        end: lastOf(links).reference.end,
      },
      message: `${node.label} has ${links.length} DRIs${names}`,
      related: links.flatMap((link) =>
        link.target ? [{ node: link.target, message: `${called(link)}, one of them` }] : [],
      ),
      fixes: () => {
        const people = links.filter(({ target }) => target?.kind !== 'team');
        return (people.length > 0 ? people : links).slice(0, MAX_CHOICES).map((kept) => keep(plan, node, links, kept));
      },
    });
  },
});

/** Everybody who is named, once. */
function candidates(node: PlanNode): readonly Link[] {
  const links = node.linksOf('dri');
  if (links.length < 2) return links;
  return links.filter((link, index) => links.findIndex((other) => isSame(other, link)) === index);
}

function isSame(a: Link, b: Link): boolean {
  return a.target && b.target ? a.target === b.target : a.reference.path === b.reference.path;
}

function called({ target, reference }: Link): string {
  return target ? personName(target) : reference.path;
}

function lastOf(links: readonly Link[]): Link {
  return links.findLast((link) => link.property === links[1]?.property) as Link;
}

/** One stays, the other people contribute; a team that stood there is the node's team. */
function keep(plan: Plan, node: PlanNode, links: readonly Link[], kept: Link): ProposedFix {
  const [property, ...repeated] = node.declaration.properties.filter(({ key }) => key === 'dri');
  const others = links.filter((link) => link !== kept);
  // Where a text is broken, it may stand there without a name.
  const helpers = node.propertiesOf('ReferencesProperty', 'with').find(({ targets }) => targets.length > 0);
  const known = helpers?.targets.map(({ path }) => path) ?? [];
  const people = others.filter(({ target }) => target?.kind !== 'team').map(({ reference }) => reference.path);
  const contributors = [...new Set([...known, ...people])].filter((path) => path !== kept.reference.path);
  const edits = [
    ...(property ? [keepReferences(node, property, [kept.reference.path])] : []),
    ...repeated.slice(1).map((again) => removeProperty(plan, node, again)),
  ];
  // A second line of DRIs becomes the line of contributors, where there is none yet: edits must not meet.
  const [second] = repeated;
  const reused = second && !helpers && people.length > 0 && propertiesOf(node.kind).has('with') ? second : undefined;
  if (reused) edits.push(replace(node, reused, `with ${people.join(', ')}`));
  else if (second) edits.push(removeProperty(plan, node, second));
  if (contributors.length === 0 && helpers) edits.push(removeProperty(plan, node, helpers));
  else if (helpers) edits.push(keepReferences(node, helpers, contributors));
  else if (!reused && people.length > 0 && propertiesOf(node.kind).has('with'))
    edits.push(insertProperty(plan, node, `with ${people.join(', ')}`, ['dri']));
  const team = others.find(({ target }) => target?.kind === 'team');
  if (team && mayStandUnder('team', team.reference.path) && !node.has('team') && propertiesOf(node.kind).has('team'))
    edits.push(insertProperty(plan, node, `team ${team.reference.path}`, ['dri']));
  const rest = others.length > 1 ? ', with the others' : team ? '' : `, with ${called(others[0] as Link)}`;
  return { title: `make ${called(kept)} the DRI${rest}`, safe: false, edits };
}
