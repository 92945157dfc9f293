/** The page of an objective: how it stands and why, its numbers, its months, its weeks. */

import { measuresOf } from '../../model/metrics.ts';
import type { PlanNode } from '../../model/node.ts';
import { isDropped } from '../../model/states.ts';
import { describePeriod } from '../../values/calendar.ts';
import { isPeriodFault, parsePeriod } from '../../values/period.ts';
import type { Block, Cell } from '../documents/document.ts';
import { answering, milestoneState, periodText, reasonOf, standing } from '../documents/facts.ts';
import { chartOf, goalText, measureState, readingCell } from '../documents/measures.ts';
import { expectationWords } from '../documents/weekly-review.ts';
import {
  bullets,
  callout,
  cell,
  column,
  heading,
  listed,
  paragraph,
  reference,
  sentenceCase,
  table,
  type Words,
  words,
} from '../documents/words.ts';
import { rightsOf } from '../rights.ts';
import { isReached, stateOf as shownState } from '../state.ts';
import { sixWeeksText, standingOf } from './standing.ts';
import { type Fact, factsSaid, findingsIn, type SiteSource, type SubjectPage } from './subject.ts';

export function objectivePage(source: SiteSource, objective: PlanNode): SubjectPage {
  const { plan } = source;
  const { health, reasons } = standingOf(source, objective);
  const period = plan.periodOf(objective);
  const why = objective.text('why')?.value;
  return {
    about: reference(plan, objective),
    over: ['Objective', ...(period ? [describePeriod(period.period, plan.config.calendar)] : [])].join(' · '),
    line: lineAbove(source, objective),
    state: health,
    reasons,
    ...(why !== undefined && { why }),
    facts: factsOf(source, objective),
    blocks: [
      ...numbers(source, objective),
      ...milestones(source, objective),
      ...commitments(source, objective),
      ...programs(source, objective),
      ...statuses(objective),
      ...decisions(source, objective),
      ...faults(source, objective),
    ],
  };
}

/** From the top down to what the declaration stands below. */
export function lineAbove({ plan }: Pick<SiteSource, 'plan'>, node: PlanNode) {
  return plan
    .ancestors(node)
    .toReversed()
    .map((each) => reference(plan, each));
}

function factsOf(source: SiteSource, objective: PlanNode): Fact[] {
  const { plan } = source;
  const { decides, escalatesTo } = rightsOf(objective);
  const refer = (nodes: readonly PlanNode[]): Words => listed(nodes.map((node) => reference(plan, node)));
  const priority = objective.amount('priority')?.literal;
  return factsSaid([
    ['Answers for it', answering(plan, objective)],
    ['Team', refer(objective.targets('team'))],
    ['May decide', listed(decides.map((right) => `“${right}”`))],
    ['Escalates to', refer(escalatesTo)],
    ['Waits for', refer(objective.targets('needs'))],
    ['Priority', priority],
    ['Six weeks before the end', sixWeeksText(source, objective)],
  ]);
}

/** What it is measured by, as a table, and those that were read as charts. */
function numbers({ plan, today }: SiteSource, objective: PlanNode): Block[] {
  const all = measuresOf(objective).filter(({ metric }) => !isDropped(metric));
  if (all.length === 0)
    return [
      heading(2, 'Numbers'),
      callout(
        'act',
        'Nothing is measured',
        'No number tells whether this objective is reached. Add the one that would, with its source.',
      ),
    ];
  const rows = all.map((measure): (Cell | Words)[] => {
    const { metric, role } = measure;
    const marks = ['outcome', 'output', 'activity', 'leading', 'lagging'].filter((mark) => metric.has(mark));
    return [
      reference(plan, metric),
      [role === 'guardrail' ? 'guardrail' : undefined, ...marks].filter(Boolean).join(', ') || 'not said',
      readingCell(plan, metric, today),
      goalText(metric, measure.aim),
      measureState(plan, objective, measure, today),
    ];
  });
  return [
    heading(2, 'Numbers'),
    table(
      'What tells whether it is reached',
      ['Number', 'Kind', column('Last read', 'number'), 'Goal', column('Against its pace', 'state')],
      rows,
    ),
    ...all.flatMap((measure) => chartOf(plan, objective, measure, today) ?? []),
  ];
}

function milestones({ plan, today }: SiteSource, objective: PlanNode): Block[] {
  const all = inOrder({ plan }, objective.childrenOf('milestone'));
  if (all.length === 0)
    return [
      heading(2, 'Milestones'),
      callout(
        'act',
        'No milestones yet',
        'Say what is true at the end of each month, so that weeks have something to serve.',
      ),
    ];
  const rows = all.map((node): (Cell | Words)[] => {
    const weeks = node.childrenOf('commitment').filter((each) => !isDropped(each));
    const done = weeks.filter((each) => isReached(shownState(each))).length;
    const period = plan.periodOf(node);
    return [
      reference(plan, node),
      cell(period ? describePeriod(period.period, plan.config.calendar) : 'no month', period?.first ?? null),
      answering(plan, node),
      milestoneState(plan, node, today),
      expectationWords(plan, node, today),
      cell(weeks.length === 0 ? 'none' : `${done} of ${weeks.length} done`, weeks.length === 0 ? null : done),
    ];
  });
  return [
    heading(2, 'Milestones'),
    table(
      'What is to be true at the end of each month',
      [
        'Milestone',
        column('Month', 'date'),
        'Who',
        column('How it stands', 'state'),
        'What its numbers say',
        column('Commitments', 'number'),
      ],
      rows,
    ),
  ];
}

/** Month by month; what advances the objective directly comes last. */
function commitments({ plan }: SiteSource, objective: PlanNode): Block[] {
  const groups: [title: Words, caption: string, nodes: PlanNode[]][] = [
    ...inOrder({ plan }, objective.childrenOf('milestone')).map((milestone): [Words, string, PlanNode[]] => {
      const title = reference(plan, milestone);
      const own = milestone.childrenOf('commitment').filter((each) => each.parent === milestone);
      return [title, `Commitments for “${title.text}”`, own];
    }),
    [
      'For the objective itself',
      'Commitments that name no milestone',
      objective.childrenOf('commitment').filter((each) => each.parent === objective),
    ],
  ];
  const tables = groups
    .filter(([, , nodes]) => nodes.length > 0)
    .flatMap(([title, caption, nodes]): Block[] => [
      heading(3, title),
      table(
        caption,
        ['Commitment', column('Week', 'date'), 'Who', column('How it stands', 'state'), 'What was said'],
        inOrder({ plan }, nodes).map((node) => commitmentRow({ plan }, node, answering(plan, node))),
      ),
    ]);
  return tables.length > 0 ? [heading(2, 'Commitments'), ...tables] : [];
}

/** `beside`: what its third column tells, who made the promise or what it serves. */
export function commitmentRow({ plan }: Pick<SiteSource, 'plan'>, node: PlanNode, beside: Words): (Cell | Words)[] {
  const period = plan.periodOf(node);
  return [
    reference(plan, node),
    cell(period ? `week ${weekNumber(period.literal.literal)}` : 'no week', period?.first ?? null),
    beside,
    standing(node),
    reasonOf(node) ?? '–',
  ];
}

/** `7` of `2026-W07`; other periods as they are written. */
function weekNumber(literal: string): string {
  const period = parsePeriod(literal);
  return !isPeriodFault(period) && period.unit === 'week' ? String(period.week) : literal;
}

function programs({ plan }: SiteSource, objective: PlanNode): Block[] {
  const all = objective.childrenOf('program');
  if (all.length === 0) return [];
  return [
    heading(2, 'Programs'),
    table(
      'Programs that advance it',
      ['Program', 'Who', 'Planned', 'Shipped', 'Review'],
      all.map((node) => {
        const [planned] = node.propertiesOf('PlannedProperty');
        const shipped = node.property('shipped');
        return [
          reference(plan, node),
          answering(plan, node),
          planned ? [planned.from?.literal, planned.to?.literal].filter(Boolean).join(' to ') : 'not said',
          shipped?.type === 'PeriodProperty' ? (shipped.period?.literal ?? 'not said') : 'not yet',
          node.text('review')?.value ?? '–',
        ];
      }),
    ),
  ];
}

/** Everything that was said of it, the latest first. */
function statuses(objective: PlanNode): Block[] {
  const all = objective.propertiesOf('StatusProperty').toReversed();
  if (all.length === 0) return [];
  return [
    heading(2, 'What was said'),
    table(
      'Each status, the latest first',
      [column('Day', 'date'), 'Status', 'In the words of whoever answers for it'],
      all.map(({ on, status, reason }) => [
        cell(on ? periodText(on.literal) : 'no day', on?.literal ?? null),
        status ?? 'not said',
        reason?.value ?? '–',
      ]),
    ),
  ];
}

function decisions({ plan }: SiteSource, objective: PlanNode): Block[] {
  const all = [...objective.users]
    .filter((user) => user.kind === 'decision' && user.targets('affects').includes(objective))
    .sort((a, b) => (a.file === b.file ? a.declaration.start - b.declaration.start : a.file < b.file ? -1 : 1));
  if (all.length === 0) return [];
  return [
    heading(2, 'Decisions'),
    bullets(
      all.map((node) => {
        const on = node.property('on');
        const day = on?.type === 'PeriodProperty' ? on.period?.literal : undefined;
        return [
          reference(plan, node),
          day === undefined ? undefined : `, ${periodText(day)}`,
          ': ',
          node.text('why')?.value,
        ];
      }),
    ),
  ];
}

export function faults(source: SiteSource, node: PlanNode): Block[] {
  const found = findingsIn(source, node);
  if (found.length === 0) return [];
  return [
    heading(2, 'What mos finds here'),
    bullets(
      found
        .slice(0, MOST_FINDINGS)
        .map(({ severity, message, why }) => [
          words(sentenceCase(severity === 'info' ? 'remark' : severity), ': ', message, '. ', sentenceCase(why), '.'),
        ]),
    ),
    ...(found.length > MOST_FINDINGS
      ? [paragraph(`And ${found.length - MOST_FINDINGS} more; “mos check” lists them all.`)]
      : []),
  ];
}

/** More than these are mended in the editor, and not read on a page. */
const MOST_FINDINGS = 10;

/** By their days, then as they stand in the plan. */
export function inOrder({ plan }: Pick<SiteSource, 'plan'>, nodes: readonly PlanNode[]): PlanNode[] {
  const first = new Map(nodes.map((node) => [node, plan.periodOf(node)?.first ?? '9']));
  return nodes.toSorted((a, b) => {
    const [one, other] = [first.get(a) ?? '', first.get(b) ?? ''];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}
