/** A declaration in a few paragraphs of Markdown, for whoever points at it; every text of the plan in it is inert. */

import {
  aimsAt,
  describePace,
  describePeriod,
  formatAmount,
  formatPeriod,
  heldWithin,
  isReached,
  type Kind,
  lineOf,
  type Measure,
  measuresOf,
  type PlanNode,
  paceOf,
  quarterOf,
  rangeOf,
  readingsOf,
  rightsOf,
  type State,
  stateOf,
  titleOf,
} from '@mos/language';
import type { Subject } from './feature.ts';
import { inert } from './markdown.ts';

/** Never empty; the first paragraph says what it is. */
export function storyOf(subject: Subject, node: PlanNode): string[] {
  const why = node.text('why')?.value ?? node.text('diagnosis')?.value;
  return [
    heading(node),
    lines(factsOf(subject, node)),
    lines(peopleOf(node)),
    inert(node.declaration.documentation ?? ''),
    why ? `**Why** ${inert(why)}` : '',
    pathOf(subject, node),
    metricsOf(subject, node),
    childrenOf(node),
  ].filter(Boolean);
}

function heading(node: PlanNode): string {
  const title = node.title?.trim();
  const name = node.name && title ? ` · ${inert(node.name)}` : '';
  return `**${inert(oneLine(title || node.name || `this ${node.kind}`))}** · ${node.kind}${name}`;
}

/** When it is, how it stands, and what else its kind is known by. */
function factsOf({ project, today }: Subject, node: PlanNode): string[] {
  const { plan } = project.engine;
  const { calendar } = plan.config;
  const period = plan.periodOf(node);
  const state = stateOf(node);
  const text = plan.text(node.file);
  const stated = (SHOWN[node.kind] ?? []).flatMap((key) =>
    node.declaration.properties
      .filter((property) => property.key === key)
      .map(({ start, end }) => inert(oneLine(text.slice(start, end)))),
  );
  const facts = [
    period ? inert(describePeriod(period.period, calendar)) : '',
    state ? stateText(state) : '',
    inert(oneLine(node.text('role')?.value ?? '')),
    ...stated,
  ].filter(Boolean);
  const own = facts.length > 0 ? [facts.join(' · ')] : [];
  if (node.kind !== 'owner') return own;
  const quarter = quarterOf(today, calendar);
  const held = heldWithin(plan, node, rangeOf(quarter, calendar)).map(({ kind, nodes }) => counted(nodes.length, kind));
  return [...own, `${inert(formatPeriod(quarter))}: ${held.join(' · ') || 'nothing yet'}`];
}

/** Properties that are shown as they are written. */
const SHOWN: { readonly [kind in Kind]?: readonly string[] } = {
  frame: ['budget'],
  bet: ['budget', 'capacity'],
  run: ['budget', 'capacity'],
  program: ['planned', 'shipped', 'spec', 'budget', 'spent'],
  owner: ['team', 'reports', 'capacity', 'until'],
  team: ['lead'],
  gate: ['kind', 'within'],
  metric: ['activity', 'output', 'outcome', 'leading', 'lagging', 'primary', 'read'],
  cadence: ['every', 'reviews'],
  retro: ['covers'],
  brief: ['covers', 'on'],
  decision: ['on'],
  platform: ['used'],
  market: ['lead'],
};

/** The one who answers for it, what that person may decide alone, and who decides the rest. */
function peopleOf(node: PlanNode): string[] {
  const { decides, escalatesTo } = rightsOf(node);
  const people = node.linksOf('dri').map(({ target, reference }) => {
    const role = target?.text('role')?.value;
    return `${inert(target ? titleOf(target) : reference.path)}${role ? `, ${inert(oneLine(role))}` : ''}`;
  });
  const mayDecide = people.length > 0 || decides.length > 0;
  return [
    people.length > 0 ? `DRI ${people.join('; ')}` : '',
    decides.length > 0 ? `Decides ${decides.map((text) => inert(oneLine(text))).join('; ')}` : '',
    mayDecide && escalatesTo.length > 0
      ? `Escalates to ${escalatesTo.map((other) => inert(titleOf(other))).join(', ')}`
      : '',
  ].filter(Boolean);
}

/** From the declaration up to the annual frame. */
function pathOf({ project }: Subject, node: PlanNode): string {
  if (NO_LINE.has(node.kind)) return '';
  const { steps, end } = lineOf(project.engine.plan, node);
  const line = steps.map(({ title }) => inert(title)).join(' → ');
  if (end === 'circle') return `${line} → and round again`;
  return steps.length > 1 ? line : '';
}

const NO_LINE: ReadonlySet<Kind> = new Set(['owner', 'team', 'gate', 'cadence', 'market', 'week']);

/** Each metric now against its target; of a metric itself, against each goal that is set for it. */
function metricsOf(subject: Subject, node: PlanNode): string {
  const measures: { measure: Measure; by: PlanNode; label: PlanNode }[] =
    node.kind === 'metric'
      ? [
          { measure: { metric: node, role: 'own' as const }, by: node, label: node },
          ...aimsAt(node).map(({ by, aim }) => ({
            measure: { metric: node, role: 'target' as const, aim },
            by,
            label: by,
          })),
        ]
      : measuresOf(node).map((measure) => ({ measure, by: node, label: measure.metric }));
  const shown = measures.slice(0, MOST_LINES).flatMap(({ measure, by, label }) => {
    const text = standing(subject, measure, by);
    return text ? [`- ${label === node ? '' : `${inert(titleOf(label))}: `}${text}`] : [];
  });
  return [...shown, ...andMore(measures.length)].join('\n');
}

/** `34 now (6 February 2026) · target 60 · on pace`. */
function standing({ project, today }: Subject, { metric, aim }: Measure, by: PlanNode): string {
  const { plan } = project.engine;
  const { calendar } = plan.config;
  const pace = paceOf(plan, metric, today, aim ? { by, aim } : undefined);
  if (pace) {
    const { reading, target, like } = pace;
    return [
      `${inert(reading.value.literal)} now (${inert(dayText(reading.date))})`,
      target === undefined ? '' : `target ${inert(formatAmount(target, like))}`,
      inert(describePace(pace)),
    ]
      .filter(Boolean)
      .join(' · ');
  }
  const last = readingsOf(metric, calendar).findLast(({ date }) => date <= today);
  const goals = aim?.goals.length ? aim.goals : metric.propertiesOf('Goal');
  const text = plan.text(aim?.goals.length ? by.file : metric.file);
  const goal = goals.map(({ start, end }) => inert(oneLine(text.slice(start, end)))).join(' ');
  const now = last ? `${inert(last.value.literal)} now (${inert(dayText(last.date))})` : 'no reading yet';
  return [now, goal].filter(Boolean).join(' · ');
}

function childrenOf(node: PlanNode): string {
  const children = node.kind === 'week' ? node.inner : node.children;
  if (children.length === 0) return '';
  const reached = children.filter((child) => isReached(stateOf(child))).length;
  const kinds = [...new Set(children.map(({ kind }) => kind))];
  const counts = kinds.map((kind) => counted(children.filter((child) => child.kind === kind).length, kind)).join(', ');
  const shown = children.slice(0, MOST_LINES).map((child) => {
    const state = stateOf(child);
    return `- ${inert(titleOf(child))}: ${state ? stateText(state) : 'open'}`;
  });
  return [`${counts} beneath it, ${reached} done`, '', ...shown, ...andMore(children.length)].join('\n');
}

/** A hover is a glance. */
const MOST_LINES = 8;

function andMore(count: number): string[] {
  return count > MOST_LINES ? [`- and ${count - MOST_LINES} more`] : [];
}

function stateText({ word, on, reason }: State): string {
  const said = reason ? `, “${inert(oneLine(reason))}”` : '';
  return `${word}${on ? ` ${inert(on)}` : ''}${said}`;
}

function dayText(date: string): string {
  return describePeriod({ unit: 'day', date });
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function lines(parts: readonly string[]): string {
  return parts.join('  \n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
