/** What a plan says, as tables: one for each kind of declaration, and one for what metrics were read at. */

import { kindOf, measuredBy, readingsOf, timingOf } from '../model/metrics.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import type { PropertyOf } from '../model/records.ts';
import { statusOf } from '../model/states.ts';
import { isAmountFault, isPlaceholder, parseAmount } from '../values/amount.ts';
import { titleOf } from '../views/sketch.ts';
import { joined } from './cells.ts';
import { columnsOf, type Sheet, type TableName, tableTitles } from './table.ts';

type Row = Record<string, string>;

/** In the order of files and text. `keeps`: which declarations belong to it; readings go with their metric. */
export function tableOf(plan: Plan, name: TableName, keeps: (node: PlanNode) => boolean = () => true): Sheet {
  return { name, title: tableTitles[name], columns: columnsOf[name], rows: rowsOf(plan, name, keeps) };
}

function rowsOf(plan: Plan, name: TableName, keeps: (node: PlanNode) => boolean): Row[] {
  switch (name) {
    case 'commitments':
      return plan
        .nodesOf('commitment')
        .filter(keeps)
        .map((node) => workRow(plan, node, 'week'));
    case 'milestones':
      return plan
        .nodesOf('milestone')
        .filter(keeps)
        .map((node) => workRow(plan, node, 'month'));
    case 'objectives':
      return plan
        .nodesOf('objective')
        .filter(keeps)
        .map((node) => objectiveRow(plan, node));
    case 'programs':
      return plan.nodesOf('program').filter(keeps).map(programRow);
    case 'metrics':
      return plan
        .nodesOf('metric')
        .filter(keeps)
        .map((node) => metricRow(plan, node));
    case 'readings':
      return plan.nodesOf('metric').filter(keeps).flatMap(readingRows);
    case 'owners':
      return plan.nodesOf('owner').filter(keeps).map(ownerRow);
  }
}

/** A commitment or a milestone. */
export function workRow(plan: Plan, node: PlanNode, unit: 'week' | 'month'): Row {
  return said({
    ...identity(node),
    [unit]: plan.periodOf(node)?.literal.literal,
    dri: links(node, 'dri'),
    advances: joined(node.parents.map(pathOf)) || links(node, 'advances'),
    ...facts(plan, node),
    with: links(node, 'with'),
    needs: links(node, 'needs'),
    decision: joined(node.propertiesOf('NeedsProperty').flatMap(({ decision }) => (decision ? [decision.value] : []))),
    run: node.has('run') ? 'yes' : undefined,
    priority: node.amount('priority')?.literal,
    team: links(node, 'team'),
    market: links(node, 'market'),
    budget: node.amount('budget')?.literal,
    why: node.text('why')?.value,
  });
}

function objectiveRow(plan: Plan, node: PlanNode): Row {
  const status = statusOf(node);
  return said({
    ...identity(node),
    quarter: plan.periodOf(node)?.literal.literal,
    dri: links(node, 'dri'),
    advances: joined(node.parents.map(pathOf)) || links(node, 'advances'),
    state: status?.status?.replace(/\s+/g, ' '),
    on: status?.on?.literal,
    reason: status?.reason?.value,
    team: links(node, 'team'),
    priority: node.amount('priority')?.literal,
    decides: joined(node.texts('decides').map(({ value }) => value)),
    escalates: links(node, 'escalates'),
    why: node.text('why')?.value,
  });
}

function programRow(node: PlanNode): Row {
  const [planned] = node.propertiesOf('PlannedProperty');
  const [spec] = node.propertiesOf('SpecProperty');
  const day = (key: string) => node.propertiesOf('PeriodProperty', key)[0]?.period?.literal;
  return said({
    ...identity(node),
    dri: links(node, 'dri'),
    advances: joined(node.parents.map(pathOf)) || links(node, 'advances'),
    market: links(node, 'market'),
    approved: day('approved'),
    planned_from: planned?.from?.literal,
    planned_to: planned?.to?.literal,
    shipped: day('shipped'),
    spec: spec?.result,
    budget: node.amount('budget')?.literal,
    spent: node.amount('spent')?.literal,
    review: node.text('review')?.value,
  });
}

function metricRow(plan: Plan, node: PlanNode): Row {
  const [read] = node.propertiesOf('ReadProperty');
  const last = readingsOf(node, plan.config.calendar).at(-1);
  const of = measuredBy(node);
  return said({
    ...identity(node),
    measures: of && pathOf(of),
    kind: kindOf(node)?.value,
    timing: timingOf(node)?.value,
    goal: node
      .propertiesOf('Goal')
      .map(({ start, end }) => plan.text(node.file).slice(start, end).replace(/\s+/g, ' ').trim())
      .join(' '),
    unit: node.text('unit')?.value,
    source: node.text('source')?.value,
    read: read?.rhythm,
    last_on: last?.on.literal,
    last_value: last?.value.literal,
  });
}

function readingRows(metric: PlanNode): Row[] {
  return metric.propertiesOf('ReadingProperty').map(({ key, on, value, note }) =>
    said({
      metric: pathOf(metric),
      metric_title: titleOf(metric),
      on: on?.literal,
      value: value?.literal,
      number: value && numberIn(value.literal),
      kind: key,
      note: note?.value,
    }),
  );
}

export function ownerRow(node: PlanNode): Row {
  return said({
    ...identity(node),
    role: node.text('role')?.value,
    team: links(node, 'team'),
    email: node.text('email')?.value,
    reports: links(node, 'reports'),
    capacity: node.amount('capacity')?.literal,
    until: node.propertiesOf('PeriodProperty', 'until')[0]?.period?.literal,
    alias: joined(node.texts('alias').map(({ value }) => value)),
    market: links(node, 'market'),
    decides: joined(node.texts('decides').map(({ value }) => value)),
    escalates: links(node, 'escalates'),
  });
}

function identity(node: PlanNode): Record<'name' | 'title', string | undefined> {
  return { name: node.name === undefined ? undefined : node.path, title: node.title };
}

/** Its last fact, and those before it as they are written. */
function facts(plan: Plan, node: PlanNode): Record<string, string | undefined> {
  const all = node.propertiesOf('StateProperty');
  const last = all.at(-1);
  return {
    state: last?.key,
    on: (last?.on ?? last?.since)?.literal,
    moved_to: last?.to?.literal,
    blocked_by: last && joined(last.by.map(({ path }) => path)),
    reason: last?.reason?.value,
    earlier: all
      .slice(0, -1)
      .map((fact) => written(plan, node, fact))
      .join(' '),
  };
}

/** On one line, as texts stay on theirs. */
function written(plan: Plan, node: PlanNode, { start, end }: PropertyOf<'StateProperty'>): string {
  const raw = plan.text(node.file).slice(start, end);
  return raw.includes('"') ? raw.replace(/\s*\r?\n\s*(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ' ') : raw.replace(/\s+/g, ' ');
}

/** As the plan refers to them, so that a name that means nothing yet is not lost. */
function links(node: PlanNode, key: string): string {
  return joined(node.linksOf(key).map(({ target, reference }) => (target ? pathOf(target) : reference.path)));
}

/** A name that means it from everywhere: its path. */
function pathOf(node: PlanNode): string {
  return node.name === undefined ? titleOf(node) : node.path;
}

/** In units of one, percent as they are written; nothing for what is no number yet. */
function numberIn(literal: string): string | undefined {
  const amount = parseAmount(literal);
  return isAmountFault(amount) || isPlaceholder(amount) ? undefined : String(amount.value);
}

/** Only cells with a word in them. */
function said(cells: Record<string, string | undefined>): Row {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined && value !== '')) as Row;
}
