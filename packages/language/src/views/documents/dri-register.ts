/** The register of DRIs: for every outcome the one person who answers for it, what they decide alone, and who decides beyond. */

import { daysFor, daysIn } from '../../model/deadlines.ts';
import type { Kind } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { isDropped } from '../../model/states.ts';
import { addDays, describeDay, touches } from '../../values/calendar.ts';
import { rightsOf } from '../rights.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering } from './facts.ts';
import type { Request } from './request.ts';
import { callout, heading, listed, paragraph, partOf, reference, table, type Words } from './words.ts';

/** One DRI with authority for every significant outcome, published so that everybody sees it: E. R. Miller, "The Marketing Execution Gap". */
export const driRegister: DocumentKind = {
  name: 'dri-register',
  title: 'Who answers for what',
  purpose:
    'For every outcome the one person who answers for it, what that person decides alone, and who decides what is beyond.',
  audience: 'everybody; publish it, since a name that all can see is one that holds',
  covers: 'quarter',
  isTimeless: true,
  blocks(request) {
    const sections = SECTIONS.map(([title, kinds, why]) => ({ title, why, nodes: outcomes(request, kinds) }));
    const all = sections.flatMap(({ nodes }) => nodes);
    if (all.length === 0)
      return [
        callout(
          'act',
          'Nothing to answer for',
          'The plan holds no frame, objective, milestone or program of this time. Write what should become true, and name one person for each.',
        ),
      ];
    return [
      ...opening(request, all),
      ...leaving(request, all),
      ...sections.flatMap(({ title, why, nodes }) =>
        nodes.length === 0 ? [] : [heading(2, title), paragraph(why), ...register(request, title, nodes)],
      ),
    ];
  },
};

const SECTIONS: readonly (readonly [title: string, kinds: readonly Kind[], why: string])[] = [
  ['The year', ['frame', 'bet'], 'Where the organisation goes, and the few things that it bets on.'],
  ['The quarter', ['objective'], 'Who has the conversation when one of these does not come.'],
  ['The months', ['milestone'], 'Who says first that something is in trouble.'],
  ['Programs', ['program'], 'Campaigns and deliverables, each with one person who ships it.'],
  ['Reviews and approvals', ['gate'], 'Whose yes others wait for.'],
  ['Platforms', ['platform'], 'Who keeps each of them useful after it was bought.'],
  ['Meetings', ['cadence'], 'Who leads each of them, and what may be decided there.'],
];

/** What has no period of its own holds in every quarter. */
function outcomes({ plan, days, concerns }: Request, kinds: readonly Kind[]): PlanNode[] {
  return plan.nodesOf(...kinds).filter((node) => {
    const own = node.kind === 'platform' ? undefined : daysFor(plan, node);
    return concerns(node) && !isDropped(node) && (!own || touches(own, days));
  });
}

function opening({ plan }: Request, all: readonly PlanNode[]): Block[] {
  const asked = all.filter(({ kind }) => kind !== 'cadence');
  const owned = asked.filter(({ dri }) => dri);
  const people = new Set(owned.map(({ dri }) => dri));
  const open = asked.filter(({ dri }) => !dri);
  const isOne = owned.length === 1 || asked.length === 0;
  return [
    paragraph(
      `${partOf(owned.length, asked.length, 'outcome')} ${isOne ? 'has' : 'have'} exactly one person who answers for ${isOne ? 'it' : 'them'}${people.size > 1 ? `; ${people.size} people share them` : isOne || people.size === 0 ? '' : ', the same one for all'}.`,
    ),
    ...(open.length === 0
      ? []
      : [
          callout(
            'act',
            'Without one person',
            listed(open.slice(0, MOST_NAMED).map((node) => [reference(plan, node), ` (${whoInstead(node)})`])),
            open.length > MOST_NAMED ? ` and ${open.length - MOST_NAMED} more` : undefined,
            '. Choose one person for each; the others help.',
          ),
        ]),
  ];
}

/** A longer list is read by nobody. */
const MOST_NAMED = 8;

function whoInstead(node: PlanNode): string {
  const links = node.linksOf('dri');
  if (links.length === 0) return 'nobody';
  return links.length > 1 ? `${links.length} names` : 'a team or a name that nobody bears';
}

/** Days in which a handover has to be found. */
const HANDOVER_DAYS = 120;

/** People whose time ends soon, with what they hold. */
function leaving({ plan, today }: Request, all: readonly PlanNode[]): Block[] {
  const byOwner = Map.groupBy(all, ({ dri }) => dri);
  return plan.nodesOf('owner').flatMap((owner): Block[] => {
    const until = daysIn(owner, 'until', plan.config.calendar)?.last;
    const held = byOwner.get(owner) ?? [];
    if (until === undefined || until < today || until > addDays(today, HANDOVER_DAYS) || held.length === 0) return [];
    return [
      callout(
        'act',
        'A handover is due',
        reference(plan, owner),
        ` is here until ${describeDay(until)} and answers for `,
        listed(held.map((node) => reference(plan, node))),
        '.',
      ),
    ];
  });
}

/** Without the column of rights where nobody in the section has one: that is said once. */
function register({ plan }: Request, title: string, nodes: readonly PlanNode[]): Block[] {
  const rights = nodes.map((node) =>
    node.kind === 'cadence' ? node.texts('decides').map(({ value }) => value) : rightsOf(node).decides,
  );
  const some = rights.some((each) => each.length > 0);
  return [
    table(
      `${title}: who answers, ${some ? 'what they decide, ' : ''}who decides beyond`,
      ['Outcome', 'Who answers for it', ...(some ? ['Decides alone'] : []), 'Beyond that'],
      nodes.map((node, index): Words[] => [
        reference(plan, node),
        node.kind === 'cadence' ? chair(plan, node) : answering(plan, node),
        ...(some ? [decided(rights[index] ?? [])] : []),
        beyond(plan, node),
      ]),
    ),
    ...(some
      ? []
      : [paragraph('The plan does not say what any of them decides alone. Who is not sure asks, and waits.')]),
  ];
}

function chair(plan: Plan, meeting: PlanNode): Words {
  const chairs = meeting.targets('chair');
  return chairs.length > 0 ? listed(chairs.map((each) => reference(plan, each))) : 'nobody leads it';
}

/** As it is said, else by the line of reporting. */
function beyond(plan: Plan, node: PlanNode): Words {
  const said = node.kind === 'cadence' ? [] : rightsOf(node).escalatesTo;
  const people = (found: readonly PlanNode[]) =>
    listed(
      found.map((each) => reference(plan, each)),
      'or',
    );
  if (said.length > 0) return people(said);
  const leader = node.kind === 'cadence' ? node.targets('chair')[0] : node.dri;
  const managers = leader?.targets('reports') ?? [];
  return managers.length > 0 ? [people(managers), ', by the line of reporting'] : 'nobody is named';
}

function decided(rights: readonly string[]): string {
  return rights.length > 0 ? rights.map((right) => right.trim()).join('; ') : 'the plan does not say';
}
