/** The accountability matrix: one row an outcome, one name that answers, and what everybody else is there for. */

import { daysFor } from '../../model/deadlines.ts';
import { healthOf } from '../../model/health.ts';
import { measuresOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { detailsOf, isDropped, statusOf } from '../../model/states.ts';
import { touches } from '../../values/calendar.ts';
import { rightsOf } from '../rights.ts';
import type { Block } from './document.ts';
import type { DocumentKind } from './documents.ts';
import { answering } from './facts.ts';
import type { Request } from './request.ts';
import { figures, numbersIn, under } from './selections.ts';
import {
  callout,
  cell,
  column,
  count,
  heading,
  listed,
  paragraph,
  reference,
  state,
  table,
  type Words,
} from './words.ts';

/** In place of a matrix in which several are accountable, one DRI an outcome: E. R. Miller, "The Marketing Execution Gap". */
export const accountabilityMatrix: DocumentKind = {
  name: 'accountability-matrix',
  title: 'Accountability matrix',
  purpose: 'One row an outcome: who answers, who helps, who has to agree, who approves, who decides beyond.',
  audience: 'the leadership team, when it settles who does what for a quarter',
  covers: 'quarter',
  isTimeless: true,
  blocks(request) {
    const objectives = under(request, 'objective');
    if (objectives.length === 0)
      return [
        callout(
          'act',
          'No objective in this quarter',
          'The matrix has a row for each objective. Write them first, with one dri each.',
        ),
      ];
    return [
      matrix(request, objectives),
      heading(2, 'Does the accountability hold?'),
      ...holds(request, objectives),
      heading(2, 'Who carries how much'),
      ...load(request),
    ];
  },
};

function matrix({ plan }: Request, objectives: readonly PlanNode[]): Block {
  const people = (nodes: readonly PlanNode[]): Words =>
    nodes.length > 0 ? listed(nodes.map((each) => reference(plan, each))) : '–';
  return table(
    'The objectives of the quarter: one answers, the others help, agree or approve',
    ['Objective', 'Answers for it', 'Help', 'Must agree to its numbers', 'Approve its work', 'Decides beyond'],
    objectives.map((objective) => [
      reference(plan, objective),
      answering(plan, objective),
      people(helpers(objective)),
      people(unique(measuresOf(objective).flatMap(({ metric }) => metric.targets('agreed')))),
      people(approvers(objective)),
      people(rightsOf(objective).escalatesTo),
    ]),
  );
}

/** Who is named as help, and who answers for its months, its programs and its weeks. */
function helpers(objective: PlanNode): PlanNode[] {
  const below = [objective, ...objective.childrenOf('milestone')].flatMap((node) => [
    ...node.targets('with'),
    ...[...node.childrenOf('milestone'), ...node.childrenOf('program'), ...node.childrenOf('commitment')].flatMap(
      ({ dri }) => dri ?? [],
    ),
  ]);
  return unique(below).filter((person) => person !== objective.dri);
}

function approvers(objective: PlanNode): PlanNode[] {
  const work = [
    objective,
    ...objective.children,
    ...objective.childrenOf('milestone').flatMap(({ children }) => children),
  ];
  const gates = work.flatMap((node) => node.targets('needs')).filter(({ kind }) => kind === 'gate');
  return unique(gates.flatMap(({ dri }) => dri ?? []));
}

/** The dimensions in which one DRI is better than a committee, as far as a plan shows them. */
function holds({ plan, today }: Request, objectives: readonly PlanNode[]): Block[] {
  const bad = objectives.filter((node) =>
    ['at risk', 'off track', 'missed'].includes(healthOf(plan, node, today).word),
  );
  const proposes = (node: PlanNode) => {
    const status = statusOf(node);
    return status !== undefined && [...detailsOf(status, 'option'), ...detailsOf(status, 'recovery')].length > 0;
  };
  const rows: [string, readonly PlanNode[], (node: PlanNode) => boolean, string][] = [
    ['One person answers', objectives, ({ dri }) => dri !== undefined, 'name one person as dri'],
    ['They may decide', objectives, (node) => rightsOf(node).decides.length > 0, 'say what they decide alone'],
    [
      'It is clear who decides beyond',
      objectives,
      (node) => rightsOf(node).escalatesTo.length > 0,
      'name whom it escalates to',
    ],
    [
      'They have said how it stands',
      objectives,
      (node) => statusOf(node) !== undefined,
      'let them say a status each review',
    ],
    [
      'Where it goes badly, they bring options or a recovery',
      bad,
      proposes,
      'ask for two options before the next review',
    ],
  ];
  return [
    table(
      'What the accountability rests on',
      ['What', column('Holds for', 'share'), 'Not for', 'What to do'],
      rows.map(([what, among, test, todo]) => {
        const failing = among.filter((node) => !test(node));
        return [
          what,
          among.length === 0
            ? cell('none is in trouble', null)
            : cell(
                `${among.length - failing.length} of ${among.length}`,
                (among.length - failing.length) / among.length,
              ),
          failing.length > 0 ? listed(failing.map((node) => reference(plan, node))) : state('good', 'nobody'),
          failing.length > 0 ? todo : 'nothing',
        ];
      }),
    ),
  ];
}

function load(request: Request): Block[] {
  const { plan, days, concerns } = request;
  const owners = plan.nodesOf('owner').filter((owner) => concerns(owner));
  const byKind = COUNTED.map((kind) =>
    Map.groupBy(
      plan.nodesOf(kind).filter((node) => {
        const own = daysFor(plan, node);
        return !isDropped(node) && own !== undefined && touches(own, days);
      }),
      ({ dri }) => dri,
    ),
  );
  const rows = owners
    .map((owner) => ({ owner, counts: byKind.map((held) => held.get(owner)?.length ?? 0) }))
    .filter(({ counts }) => counts.some((each) => each > 0))
    .sort((a, b) => weigh(b.counts) - weigh(a.counts));
  if (rows.length === 0)
    return [callout('act', 'Nobody carries anything', 'No work of the quarter names a person as its dri.')];
  const idle = owners.length - rows.length;
  return [
    table(
      'What each person answers for in the quarter',
      ['Who', ...COUNTED.map((kind) => column(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}s`, 'number'))],
      rows.map(({ owner, counts }) => [reference(plan, owner), ...counts.map((each) => cell(String(each), each))]),
    ),
    ...(idle > 0
      ? [paragraph(`${count(idle, 'other person', 'other people')} of the plan answer for none of these.`)]
      : []),
    ...figures(
      numbersIn(request).figures.filter(({ value }) => value > 1),
      ['load'],
    ),
  ];
}

const COUNTED = ['objective', 'milestone', 'program', 'commitment'] as const;

/** An objective weighs more than any number of weeks. */
function weigh([objectives = 0, milestones = 0, programs = 0, commitments = 0]: readonly number[]): number {
  return objectives * 10_000 + milestones * 1000 + programs * 500 + commitments;
}

function unique(nodes: readonly PlanNode[]): PlanNode[] {
  return [...new Set(nodes)];
}
