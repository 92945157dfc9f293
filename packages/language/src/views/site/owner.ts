/** The page of a person: what this week asks, what became of promises, and all that they answer for. */

import { keptRateOf } from '../../model/kept.ts';
import type { Kind } from '../../model/kinds.ts';
import { amountOf } from '../../model/metrics.ts';
import { compareNodes, type PlanNode } from '../../model/node.ts';
import { managerOf } from '../../model/people.ts';
import { isPlaceholder } from '../../values/amount.ts';
import { describePeriod } from '../../values/calendar.ts';
import type { Block, Cell } from '../documents/document.ts';
import { milestoneState, standing } from '../documents/facts.ts';
import { figuresBlock } from '../documents/figures.ts';
import { bullets, callout, cell, column, heading, listed, reference, table, type Words } from '../documents/words.ts';
import { leftOfKept } from '../numbers.ts';
import { rightsOf } from '../rights.ts';
import type { WeekOf } from '../week.ts';
import { keptWeeks } from './kept-weeks.ts';
import { commitmentRow, inOrder } from './objective.ts';
import { standingOf } from './standing.ts';
import { factsSaid, type SiteSource, type SubjectPage } from './subject.ts';

/** `week`: what the week of the day asks of this person, if anything. */
export function ownerPage(source: SiteSource, owner: PlanNode, week: WeekOf | undefined): SubjectPage {
  const { plan, today } = source;
  const held = heldBy(owner);
  const commitments = held.get('commitment') ?? [];
  return {
    about: reference(plan, owner),
    over: ['Owner', owner.text('role')?.value].filter(Boolean).join(' · '),
    line: [],
    reasons: [],
    facts: ownerFacts(source, owner),
    weeks: keptWeeks(plan, commitments, today),
    blocks: [
      ...thisWeek(source, week),
      ...rhythm(source, commitments),
      ...(['frame', 'bet'] as const).flatMap((kind) => plainList(source, kind, held.get(kind) ?? [])),
      ...objectives(source, held.get('objective') ?? []),
      ...milestones(source, held.get('milestone') ?? []),
      ...promises(source, commitments),
      ...(['metric', 'program', 'gate', 'platform', 'cadence', 'decision'] as const).flatMap((kind) =>
        plainList(source, kind, held.get(kind) ?? []),
      ),
    ],
  };
}

/** What the person stands as DRI of, by kind, in the order of the plan. */
export function heldBy(owner: PlanNode): Map<Kind, PlanNode[]> {
  const all = [...owner.users].filter((user) => user.targets('dri').includes(owner)).sort(compareNodes);
  return Map.groupBy(all, ({ kind }) => kind);
}

function ownerFacts({ plan }: SiteSource, owner: PlanNode) {
  const { decides, escalatesTo } = rightsOf(owner);
  const team = owner.targets('team')[0] ?? (owner.scope?.kind === 'team' ? owner.scope : undefined);
  const manager = managerOf(owner);
  const capacity = amountOf(owner.amount('capacity'));
  return factsSaid([
    ['Team', team && reference(plan, team)],
    ['Reports to', manager && reference(plan, manager)],
    ['Fits into a week', capacity && !isPlaceholder(capacity) ? `${capacity.text} commitments` : undefined],
    ['May decide', listed(decides.map((right) => `“${right}”`))],
    ['Escalates to', listed(escalatesTo.map((each) => reference(plan, each)))],
  ]);
}

function thisWeek({ plan, today }: SiteSource, week: WeekOf | undefined): Block[] {
  const asked = [
    ...(week?.open ?? []).map((node) => ({ node, what: 'say how it went' })),
    ...(week?.older ?? []).map((node) => ({ node, what: 'say how it went' })),
    ...(week?.blocked ?? []).map((node) => ({ node, what: 'say what it waits for' })),
    ...(week?.promised ?? []).map((node) => ({ node, what: 'promised for this week' })),
    ...(week?.ending ?? []).map((node) => ({ node, what: 'say whether it came true' })),
    ...(week?.unread ?? []).map((node) => ({ node, what: 'read the number' })),
  ];
  if (asked.length === 0)
    return [
      heading(2, 'This week'),
      callout('good', 'Nothing is asked', 'No promise, no reading and no open word this week.'),
    ];
  return [
    heading(2, 'This week'),
    table(
      'What this week asks',
      ['What', 'Asked', column('How it stands', 'state')],
      asked.map(({ node, what }) => [
        reference(plan, node),
        what,
        node.kind === 'milestone'
          ? milestoneState(plan, node, today)
          : node.kind === 'metric'
            ? 'not read this week'
            : standing(node),
      ]),
    ),
  ];
}

/** The kept rate of all weeks that are over. */
function rhythm({ plan, today }: SiteSource, commitments: readonly PlanNode[]): Block[] {
  const past = commitments.filter((node) => (plan.periodOf(node)?.last ?? today) < today);
  const kept = keptRateOf(plan, past);
  const { counts, counted, rate } = kept;
  if (rate === undefined) return [];
  const note = leftOfKept(kept);
  return [
    figuresBlock([
      {
        term: 'kept-rate',
        label: 'all weeks that are over',
        value: rate,
        unit: 'share',
        part: counts.kept,
        whole: counted,
        ...(note !== undefined && { note }),
      },
    ]),
  ];
}

function objectives(source: SiteSource, nodes: readonly PlanNode[]): Block[] {
  if (nodes.length === 0) return [];
  const { plan } = source;
  return [
    heading(2, 'Objectives'),
    table(
      'Objectives that this person answers for',
      ['Objective', column('Quarter', 'date'), column('How it stands', 'state'), 'Why', column('Milestones', 'number')],
      inOrder(source, nodes).map((node) => {
        const { health, reasons, met, milestones: all, period, days } = standingOf(source, node);
        return [
          reference(plan, node),
          cell(period ?? 'no quarter', days?.first ?? null),
          health,
          reasons.join('; '),
          cell(all === 0 ? 'none' : `${met} of ${all} met`, all === 0 ? null : met),
        ];
      }),
    ),
  ];
}

function milestones(source: SiteSource, nodes: readonly PlanNode[]): Block[] {
  if (nodes.length === 0) return [];
  const { plan, today } = source;
  return [
    heading(2, 'Milestones'),
    table(
      'Milestones that this person answers for',
      ['Milestone', column('Month', 'date'), column('How it stands', 'state'), 'For'],
      inOrder(source, nodes).map((node): (Cell | Words)[] => {
        const period = plan.periodOf(node);
        return [
          reference(plan, node),
          cell(period ? describePeriod(period.period, plan.config.calendar) : 'no month', period?.first ?? null),
          milestoneState(plan, node, today),
          node.parent ? reference(plan, node.parent) : 'nothing yet',
        ];
      }),
    ),
  ];
}

/** The latest week first: what is under way stands on top. */
function promises(source: SiteSource, nodes: readonly PlanNode[]): Block[] {
  if (nodes.length === 0) return [];
  return [
    heading(2, 'Commitments'),
    table(
      'Commitments that this person made, the latest week first',
      ['Commitment', column('Week', 'date'), 'For', column('How it stands', 'state'), 'What was said'],
      inOrder(source, nodes)
        .toReversed()
        .map((node) => commitmentRow(source, node, serves(source, node))),
    ),
  ];
}

function serves({ plan }: SiteSource, node: PlanNode): Words {
  if (node.parent) return reference(plan, node.parent);
  return node.has('run') ? 'running business' : 'nothing yet';
}

const TITLES: Partial<Record<Kind, string>> = {
  frame: 'Frames',
  bet: 'Bets',
  metric: 'Metrics',
  program: 'Programs',
  gate: 'Gates',
  platform: 'Platforms',
  cadence: 'Meetings',
  decision: 'Decisions',
};

function plainList({ plan }: SiteSource, kind: Kind, nodes: readonly PlanNode[]): Block[] {
  if (nodes.length === 0) return [];
  return [heading(2, TITLES[kind] ?? kind), bullets(nodes.map((node) => reference(plan, node)))];
}
