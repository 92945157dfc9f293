/** The first week of somebody who joins: what they answer for, and the line from each promise up to the year. */

import { daysFor } from '../../model/deadlines.ts';
import { compareNodes, type PlanNode } from '../../model/node.ts';
import { isClosed, isDropped } from '../../model/states.ts';
import { addDays, describePeriod, rangeOf, touches, weekOf } from '../../values/calendar.ts';
import { rightsOf } from '../rights.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering, standing } from './facts.ts';
import { everyText } from './meetings.ts';
import { measuresTable } from './objectives.ts';
import type { Request } from './request.ts';
import { bullets, callout, ended, heading, listed, paragraph, reference, steps, strong, type Words } from './words.ts';

/** In the first week, everybody can trace what they do today to the annual frame: E. R. Miller, "The Marketing Execution Gap". */
export const onboarding: DocumentKind = {
  name: 'onboarding',
  title: 'Your first week',
  purpose:
    'For one person: what you answer for, why each piece of it matters up to the year, what you may decide, whom you ask.',
  audience: 'somebody who joins, or takes over, and whoever welcomes them',
  covers: 'quarter',
  needsOwner: true,
  blocks(request) {
    const { owner } = request.options;
    if (!owner) return [callout('act', 'About whom?', 'This page is about one person: --owner and a name.')];
    return [
      ...welcome(request, owner),
      heading(2, 'What you answer for'),
      ...answersFor(request, owner),
      heading(2, 'Why it matters'),
      ...lines(request, owner),
      heading(2, 'The numbers that tell whether it works'),
      ...numbers(request, owner),
      heading(2, 'What you may decide, and whom you ask'),
      ...rights(request, owner),
      heading(2, 'Where you meet'),
      ...meetings(request, owner),
      ...approvals(request, owner),
    ];
  },
};

function welcome({ plan }: Request, owner: PlanNode): Block[] {
  const role = owner.text('role')?.value.trim();
  const teams = owner.targets('team');
  const manager = owner.targets('reports');
  return [
    paragraph(
      strong(reference(plan, owner).text),
      role ? `, ${role}` : undefined,
      teams.length > 0 ? [', ', listed(teams.map((team) => reference(plan, team)))] : undefined,
      '. ',
      manager.length > 0 ? ['You report to ', listed(manager.map((each) => reference(plan, each))), '. '] : undefined,
      ...teams.map((team) => {
        const why = team.text('why')?.value;
        return why ? `Your team: ${ended(why)} ` : undefined;
      }),
    ),
  ];
}

/** Of the quarter, the highest first; of weekly promises those of this week and the next. */
function held({ plan, days, today }: Request, owner: PlanNode): PlanNode[] {
  const week = rangeOf(weekOf(today));
  const soon = { first: week.first, last: addDays(week.last, 7) };
  return naming(owner)
    .filter(({ kind }) => GROUPS.some(([held]) => held === kind))
    .filter(
      (node) => node.targets('dri').includes(owner) || (node.kind === 'market' && node.targets('lead').includes(owner)),
    )
    .filter((node) => {
      const own = node.kind === 'platform' ? undefined : daysFor(plan, node);
      return !isDropped(node) && (!own || touches(own, node.kind === 'commitment' ? soon : days));
    });
}

/** What names a person in any way, in the order of the plan: far fewer than all of it. */
function naming(owner: PlanNode): PlanNode[] {
  return [...owner.users].sort(compareNodes);
}

const GROUPS = [
  ['frame', 'The year'],
  ['bet', 'Bets'],
  ['objective', 'Objectives'],
  ['milestone', 'Milestones'],
  ['program', 'Programs'],
  ['gate', 'Approvals that others wait for'],
  ['platform', 'Platforms'],
  ['market', 'Markets'],
  ['commitment', 'Promises of this week and the next'],
] as const;

function answersFor(request: Request, owner: PlanNode): Block[] {
  const { plan } = request;
  const all = held(request, owner);
  if (all.length === 0)
    return [
      callout(
        'act',
        'Nothing yet',
        'Nothing in this quarter has your name. Agree on one promise for this week with your lead, and on the milestone that it serves.',
      ),
    ];
  return GROUPS.flatMap(([kind, title]): Block[] => {
    const own = all.filter((node) => node.kind === kind);
    if (own.length === 0) return [];
    return [
      heading(3, title),
      bullets(
        own.map((node): Words => {
          const period = plan.periodOf(node);
          const when =
            period && (kind === 'commitment' || kind === 'milestone' || kind === 'objective')
              ? `, ${describePeriod(period.period, plan.config.calendar)}`
              : '';
          const isJudged = kind === 'commitment' || kind === 'milestone';
          return [reference(plan, node), when, isJudged ? [': ', standing(node)] : undefined];
        }),
      ),
    ];
  });
}

/** A line is the same for all promises that serve one milestone: it is told once. */
function lines(request: Request, owner: PlanNode): Block[] {
  const { plan } = request;
  const ends = held(request, owner).filter((node) => node.level && !isClosed(node));
  const starts = ends.filter((node) => !ends.some((other) => other !== node && plan.ancestors(other).includes(node)));
  const told = Map.groupBy(starts, ({ parent }) => parent);
  if (starts.length === 0)
    return [
      callout(
        'note',
        'No line to trace',
        'As soon as you promise something for a week, this shows what it serves, up to the year.',
      ),
    ];
  return [...told].flatMap(([parent, nodes]): Block[] => {
    const own = listed(nodes.map((node) => reference(plan, node)));
    if (!parent)
      return [
        callout(
          nodes.some((node) => node.has('run')) ? 'note' : 'act',
          nodes.some((node) => node.has('run')) ? 'Running business' : 'It serves nothing yet',
          own,
          nodes.some((node) => node.has('run'))
            ? ' keeps the business going.'
            : ' is connected to nothing. Ask what it is for before you do it.',
        ),
      ];
    return [
      paragraph('You do: ', own, '. It serves:'),
      steps(
        [parent, ...plan.ancestors(parent)].map(
          (node): Words => [reference(plan, node), ' (', answering(plan, node), ')', why(node)],
        ),
      ),
    ];
  });
}

function why(node: PlanNode): string {
  const text = node.text('why')?.value;
  return text ? `: ${ended(text)}` : '';
}

function numbers(request: Request, owner: PlanNode): Block[] {
  const { plan } = request;
  const objectives = new Set(
    held(request, owner)
      .flatMap((node) => [node, ...plan.ancestors(node)])
      .filter(({ kind }) => kind === 'objective'),
  );
  if (objectives.size === 0)
    return [callout('note', 'No number yet', 'Once your work serves an objective, its numbers stand here.')];
  return [...objectives].map((objective) => measuresTable(request, objective));
}

function rights(request: Request, owner: PlanNode): Block[] {
  const { plan } = request;
  const items = held(request, owner).flatMap((node): Words[] => {
    const { decides } = rightsOf(node);
    return decides.length > 0 && node.has('decides') ? [[reference(plan, node), `: ${decides.join('; ')}`]] : [];
  });
  const own = owner.texts('decides').map(({ value }): Words => value);
  const asked = [
    ...new Set([
      ...owner.targets('escalates'),
      ...held(request, owner).flatMap((node) => rightsOf(node).escalatesTo),
      ...owner.targets('reports'),
    ]),
  ].filter((person) => person !== owner);
  return [
    ...(items.length + own.length > 0
      ? [paragraph('Alone you decide:'), bullets([...own, ...items])]
      : [
          callout(
            'note',
            'No right is written down',
            'The plan does not say what you decide alone. Agree on it before you need it.',
          ),
        ]),
    asked.length > 0
      ? paragraph(
          'What is beyond that, you ask ',
          listed(
            asked.map((person) => reference(plan, person)),
            'or',
          ),
          '.',
        )
      : paragraph('The plan does not say whom you ask beyond that.'),
  ];
}

function meetings({ plan }: Request, owner: PlanNode): Block[] {
  const teams = [owner, ...owner.targets('team')];
  const own = plan
    .nodesOf('cadence')
    .filter((node) => [...node.targets('attend'), ...node.targets('chair')].some((each) => teams.includes(each)));
  if (own.length === 0)
    return [
      callout(
        'act',
        'No meeting names you',
        'Ask in which review your work is looked at; somebody adds you or your team to “attend”.',
      ),
    ];
  return [
    bullets(
      own.map(
        (node): Words => [
          reference(plan, node),
          `: ${everyText(node)}`,
          node.targets('chair').includes(owner) ? '; you lead it' : undefined,
        ],
      ),
    ),
  ];
}

/** Gates that the own work waits for, and whose they are. */
/** Kinds that an approval can hold up. */
const WAITING: readonly string[] = ['commitment', 'program', 'milestone'];

function approvals(request: Request, owner: PlanNode): Block[] {
  const { plan } = request;
  const gates = [
    ...new Set(
      naming(owner)
        .filter((node) => node.dri === owner && WAITING.includes(node.kind))
        .flatMap((node) => node.targets('needs')),
    ),
  ].filter(({ kind }) => kind === 'gate');
  if (gates.length === 0) return [];
  return [
    heading(2, 'Whose yes you need'),
    bullets(
      gates.map((gate): Words => {
        const within = gate.propertiesOf('WithinProperty')[0];
        return [
          reference(plan, gate),
          ' (',
          answering(plan, gate),
          ')',
          within?.count ? `: answers within ${within.count.literal} ${within.unit ?? 'days'}` : undefined,
        ];
      }),
    ),
    paragraph('Ask early: whoever approves has others waiting, too.'),
  ];
}
