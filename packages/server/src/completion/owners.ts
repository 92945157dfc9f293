/** People, with what they do and how much they hold this quarter; those of the team first. */

import { convert, heldWithin, isClosed, leadOf, managerOf, type PlanNode, peopleIn, rangeOf } from '@mos/language';
import { CompletionItemKind } from 'vscode-languageserver';
import { pickNodes } from './pick.ts';
import { brief, type Offers, type Request } from './request.ts';

/** Uses of people that are looked at for one list; in larger plans what the later ones hold is said when it is asked for. */
const MOST_USES = 800;

/** Of `people`, those that have a name and do not stand there already are offered. */
export function ownerOffers(
  request: Request,
  key: string,
  people: Iterable<PlanNode>,
  isOffered: (owner: PlanNode) => boolean,
  nameOf: NameOf,
): Offers {
  const { cursor } = request;
  const fit = fitOf(request, key);
  const { picked, more } = pickNodes(
    people,
    cursor.typed,
    (owner) => `${wordsOf(owner, cursor.typed)} ${aliasesOf(owner)}`,
    (owner) => (isOffered(owner) ? fit(owner) : undefined),
  );
  let uses = 0;
  const offers = picked.flatMap((owner) => {
    const name = nameOf(owner);
    if (name === undefined) return [];
    uses += owner.users.size;
    const load = uses <= MOST_USES ? loadText(request, owner) : undefined;
    const role = brief(owner.text('role')?.value, 40);
    return [
      {
        label: name,
        title: brief(owner.title),
        facts: [role, load].filter(Boolean).join(' · '),
        kind: CompletionItemKind.Variable,
        words: `${owner.title ?? ''} ${aliasesOf(owner)}`,
        about: { is: 'declaration' as const, file: owner.file, key: owner.key },
      },
    ];
  });
  return { offers, more };
}

function aliasesOf(owner: PlanNode): string {
  return owner
    .texts('alias')
    .map(({ value }) => value)
    .join(' ');
}

export type NameOf = (node: PlanNode) => string | undefined;

export function wordsOf(node: PlanNode, typed: string): string {
  return `${typed.includes('.') ? node.path : node.name} ${node.title ?? ''}`;
}

/** `2 objectives, 5 commitments in Q1`: what is still to be done. */
export function loadText({ plan, today }: Pick<Request, 'plan' | 'today'>, owner: PlanNode): string {
  const { calendar } = plan.config;
  const quarter = convert({ unit: 'day', date: today }, 'quarter', calendar);
  const held = heldWithin(plan, owner, rangeOf(quarter, calendar))
    .map(({ kind, nodes }) => ({ kind, count: nodes.filter((node) => !isClosed(node)).length }))
    .filter(({ count }) => count > 0);
  const when = quarter.unit === 'quarter' ? ` in Q${quarter.quarter}` : '';
  if (held.length === 0) return `free${when}`;
  return `${held.map(({ kind, count }) => `${count} ${kind}${count === 1 ? '' : 's'}`).join(', ')}${when}`;
}

/** Who stands nearest to the work: its team, then whoever answers for what is above it, then their team; who has left comes last. */
function fitOf({ plan, block, today }: Request, key: string): (owner: PlanNode) => number {
  const teams = new Set(block ? [block, ...plan.ancestors(block)].flatMap((node) => node.targets('team')) : []);
  const leads = new Set([...teams].map(leadOf));
  const mates = peopleIn(teams);
  const near = block && key === 'dri' ? nearestTo(block) : [];
  const boss = block && (key === 'escalates' || key === 'reports') ? bossOf(block) : undefined;
  const matesAbove = peopleIn(block?.parent?.dri?.targets('team') ?? []);
  return (owner) => {
    const until = owner.propertiesOf('PeriodProperty', 'until')[0]?.period?.literal;
    if (until !== undefined && until < today) return 100;
    if (owner === boss) return 0;
    const at = near.indexOf(owner);
    const farness = mates.has(owner) || leads.has(owner) ? 10 : matesAbove.has(owner) ? 20 : 30;
    return farness + (at < 0 ? near.length : at);
  };
}

/** Who answers for what it serves, who leads its team, who works on it. */
function nearestTo(block: PlanNode): (PlanNode | undefined)[] {
  const above = [...block.parents, block.scope].map((node) => node?.dri);
  return [...new Set([...above, ...block.targets('team').map(leadOf), ...block.targets('with')])];
}

function bossOf(block: PlanNode): PlanNode | undefined {
  return block.kind === 'owner' ? block.targets('team').map(leadOf)[0] : block.dri && managerOf(block.dri);
}
