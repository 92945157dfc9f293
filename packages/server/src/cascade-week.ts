/** What a week asks of each person, as plain data: promises to keep, what was left without a word, numbers to read, months that end. */

import {
  type Cascade,
  describePeriod,
  formatPeriod,
  isWithoutWord,
  ownerCalled,
  type PlanNode,
  readingsOf,
  stateOf,
  titleOf,
  type WeekOf,
  weekAfter,
  weekOf,
  weekView,
} from '@mos/language';
import type { Cascades } from './cascades.ts';
import type { Project } from './project.ts';

export interface CascadeWeek {
  /** `2026-W07`, and as it is read. */
  week: string;
  text: string;
  people: WeekPerson[];
  /** How many things are left out, of a plan in which a week asks more than anybody reads. */
  more: number;
}

export interface WeekPerson {
  /** Empty for what nobody answers for. */
  name: string;
  items: WeekItem[];
}

export interface WeekItem {
  /** Identity of its row, or of the metric. */
  id: string;
  kind: string;
  title: string;
  /** `before`: of an earlier week, and nobody said how it went. `ends`: a milestone whose month is over or ends this week. */
  section: 'before' | 'promised' | 'ends' | 'reading';
  /** Identity of the row to show: its own, or of a metric that of whose it is. */
  row?: string;
  /** What it advances; of a metric, whose it is. */
  below?: string;
  /** When it is due, as it is written: of what was moved, when it was moved to. */
  due?: string;
  state?: string;
  /** Nobody has said yet how it went. */
  asks: boolean;
  /** The week that it would move to. */
  next?: string;
  /** The latest reading of a metric. */
  last?: { text: string; date: string };
}

/** More is no list for a week. */
const MOST = 500;

/** `me`: only of this person, by whichever name; of everybody when it is empty. */
export function weekOfAll(
  projects: readonly Project[],
  today: string,
  cascades: Cascades | undefined,
  me = '',
): CascadeWeek {
  const week = weekOf(today);
  const people: WeekPerson[] = [];
  let [count, more] = [0, 0];
  for (const project of projects) {
    const { plan } = project.engine;
    const cascade = cascades?.of(project);
    const owner = me.trim() === '' ? undefined : ownerCalled(plan, me);
    // Nobody of this plan is called so.
    if (!cascade || Array.isArray(owner)) continue;
    for (const each of weekView(plan, week, owner).people) {
      const items = itemsOf(project, cascade, each, today);
      const shown = items.slice(0, MOST - count);
      more += items.length - shown.length;
      count += shown.length;
      if (shown.length > 0) people.push({ name: each.owner ? titleOf(each.owner) : '', items: shown });
    }
  }
  return { week: formatPeriod(week), text: describePeriod(week), people, more };
}

/** What is behind comes first: a week begins with closing the ones before. */
function itemsOf(project: Project, cascade: Cascade, of: WeekOf, today: string): WeekItem[] {
  const { plan } = project.engine;
  const item = (node: PlanNode, section: WeekItem['section']): WeekItem => {
    const state = stateOf(node);
    const next = node.kind === 'commitment' ? weekAfter(plan, node, today) : undefined;
    const last = node.kind === 'metric' ? lastReading(project, node, today) : undefined;
    const due = (state?.word === 'moved' ? state.on : undefined) ?? plan.periodOf(node)?.literal.literal;
    const row = cascade.rowOf(node) ?? (node.scope && cascade.rowOf(node.scope));
    const above = node.kind === 'metric' ? node.scope : node.parent;
    return {
      id: cascade.identityOf(node),
      kind: node.kind,
      title: titleOf(node),
      section,
      ...(row && { row: row.id }),
      ...(above && { below: titleOf(above) }),
      ...(due !== undefined && { due }),
      ...(state && { state: state.word }),
      asks: section === 'reading' || isWithoutWord(node),
      ...(next && { next: formatPeriod(next) }),
      ...(last && { last }),
    };
  };
  return [
    ...of.open.map((node) => item(node, 'before')),
    ...of.promised.map((node) => item(node, 'promised')),
    ...of.ending.map((node) => item(node, 'ends')),
    ...[...new Set(of.unread)].map((node) => item(node, 'reading')),
  ];
}

function lastReading(project: Project, metric: PlanNode, today: string): WeekItem['last'] {
  const { plan } = project.engine;
  const last = readingsOf(metric, plan.config.calendar).findLast(({ date }) => date <= today);
  return last && { text: last.value.literal, date: last.date };
}
