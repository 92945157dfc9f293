/** Where everything stands on the timeline: lanes of bars on days, and in them what is missing and what is too much. */

import { dayNumber, monthsBetween, type Span, weeksBetween } from '../model/days.ts';
import type { Matches } from '../model/filter.ts';
import { SECTIONS } from '../model/outline.ts';
import type { Item, Store } from '../model/store.ts';
import type { Period } from '../protocol.ts';
import { Rows } from './rows.ts';

export type LaneKind = 'objective' | 'owner';

/** Days, as `dayNumber` counts them; `to` is the day after the last one. Rows count from 0 in the lane. */
export interface Bar {
  item: Item;
  from: number;
  to: number;
  row: number;
}

/** Something that a glance should catch. */
export interface Flag {
  kind: 'gap' | 'overload';
  text: string;
  from: number;
  to: number;
  row: number;
}

export interface Lane {
  id: string;
  title: string;
  note: string;
  /** Pixels from the top of the first lane. */
  top: number;
  height: number;
  bars: Bar[];
  flags: Flag[];
}

export interface Timeline {
  from: number;
  to: number;
  today: number;
  quarters: Span[];
  months: Span[];
  weeks: Span[];
  lanes: Lane[];
  height: number;
}

/** Pixels. */
export const ROW = 20;
export const PADDING = 6;
const DEPTH = ['objective', 'milestone', 'commitment'];

export function timelineOf(store: Store, matches: Matches | undefined, by: LaneKind): Timeline {
  const items = shownItems(store, matches);
  const lanes = by === 'objective' ? objectiveLanes(store, items) : ownerLanes(store, items);
  let top = 0;
  for (const lane of lanes) {
    lane.top = top;
    lane.height = rowsIn(lane) * ROW + 2 * PADDING;
    top += lane.height;
  }
  const bars = lanes.flatMap((lane) => lane.bars);
  const today = dayNumber(store.now.day);
  const ends = [...bars, { from: today, to: today + 1 }];
  const [first, last] = [least(ends.map(({ from }) => from)), -least(ends.map(({ to }) => -to))];
  const months = monthsBetween(first, last);
  const [from, to] = [months[0]?.from ?? first, months.at(-1)?.to ?? last];
  return {
    from,
    to,
    today,
    quarters: quartersIn(store, from, to),
    months,
    weeks: weeksBetween(from, to),
    lanes,
    height: top,
  };
}

/** Those with days of their own, in the order of the tree. */
function shownItems(store: Store, matches: Matches | undefined): Item[] {
  const items: Item[] = [];
  for (const { plan } of store.plans.values()) {
    for (const section of SECTIONS) {
      const open = [...store.topsOf(plan, section)].reverse();
      for (let item = open.pop(); item; item = open.pop()) {
        if (DEPTH.includes(item.kind) && (!matches || matches.kept(item))) items.push(item);
        for (let index = item.children.length - 1; index >= 0; index--) open.push(item.children[index] as Item);
      }
    }
  }
  return items;
}

/** What hangs on no objective comes first: its place is to be found yet. */
function objectiveLanes(store: Store, items: readonly Item[]): Lane[] {
  const lanes = new Map<string, Item[]>();
  const loose: Item[] = [];
  const running: Item[] = [];
  for (const item of items) {
    const line = [item, ...store.ancestorsOf(item)];
    const objective = line.find(({ kind }) => kind === 'objective');
    const top = line.at(-1) as Item;
    const known = objective && lanes.get(objective.id);
    if (known) known.push(item);
    else if (objective) lanes.set(objective.id, [item]);
    else (top.section === 'run' ? running : loose).push(item);
  }
  const byObjective = [...lanes].map(([id, own]) => {
    const objective = store.items.get(id) as Item;
    const people = store.peopleOf(objective).map(({ name }) => name);
    const lane = laneOf(store, id, objective.title, people.join(', ') || 'nobody answers for it', own);
    return { ...lane, flags: gapsOf(store, objective, lane.bars) };
  });
  return [
    ...(loose.length > 0 ? [laneOf(store, 'loose', 'Not connected', 'advances no objective', loose)] : []),
    ...byObjective,
    ...(running.length > 0 ? [laneOf(store, 'run', 'Running the business', '', running)] : []),
  ];
}

function ownerLanes(store: Store, items: readonly Item[]): Lane[] {
  const byPerson = new Map<string, Item[]>();
  const nobody: Item[] = [];
  for (const item of items) {
    const people = store.peopleOf(item);
    if (people.length === 0) nobody.push(item);
    for (const { id } of people) {
      const own = byPerson.get(id);
      if (own) own.push(item);
      else byPerson.set(id, [item]);
    }
  }
  const lanes = [...byPerson].map(([id, own]) => {
    const [person] = store.peopleOf(own[0] as Item).filter((candidate) => candidate.id === id);
    const { name = id, capacity, wrong } = person ?? {};
    const note =
      wrong === 'team' ? 'a team' : wrong ? 'not in the plan' : capacity === undefined ? '' : `${capacity} a week`;
    const lane = laneOf(store, id, name, note, own);
    return capacity === undefined ? lane : withOverload(store, lane, own, capacity);
  });
  lanes.sort((a, b) => a.title.localeCompare(b.title));
  return nobody.length > 0 ? [laneOf(store, 'nobody', 'Nobody', 'has no DRI', nobody), ...lanes] : lanes;
}

function laneOf(store: Store, id: string, title: string, note: string, items: readonly Item[]): Lane {
  const bars: Bar[] = [];
  let base = 0;
  // The longer spans above the shorter ones; within each, what overlaps gets rows of its own.
  for (const kind of DEPTH) {
    const own = items.flatMap((item) => {
      const days = item.kind === kind ? store.periodOf(item) : undefined;
      return days ? [{ item, ...daysOf(days) }] : [];
    });
    own.sort((a, b) => a.from - b.from);
    const rows = new Rows();
    for (const bar of own) bars.push({ ...bar, row: base + rows.take(bar.from, bar.to) });
    base += rows.count;
  }
  return { id, title, note, top: 0, height: 0, bars, flags: [] };
}

/** Months of the objective that no milestone speaks of; a milestone's month is its promise for that month. */
function gapsOf(store: Store, objective: Item, bars: readonly Bar[]): Flag[] {
  const days = store.periodOf(objective);
  if (!days || objective.state === 'dropped') return [];
  const { from, to } = daysOf(days);
  const milestones = bars.filter(({ item }) => item.kind === 'milestone' && item.state !== 'dropped');
  const row = milestones[0]?.row ?? 1;
  return monthsBetween(from, to)
    .filter((month) => !milestones.some((bar) => bar.from < month.to && month.from < bar.to))
    .map((month) => ({ kind: 'gap', text: 'no milestone', from: month.from, to: month.to, row }));
}

/** The weeks for which a person has promised more than fits, over what is promised. */
function withOverload(store: Store, lane: Lane, items: readonly Item[], capacity: number): Lane {
  const weeks = new Map<string, { days: Period; count: number }>();
  for (const item of items) {
    const days = item.kind === 'commitment' && item.state !== 'dropped' ? store.periodOf(item) : undefined;
    if (!days) continue;
    const week = weeks.get(days.literal) ?? { days, count: 0 };
    week.count += 1;
    weeks.set(days.literal, week);
  }
  const flags = [...weeks.values()].flatMap(({ days, count }): Flag[] =>
    count > capacity ? [{ kind: 'overload', text: `${count} of ${capacity}`, ...daysOf(days), row: 0 }] : [],
  );
  return flags.length === 0 ? lane : { ...lane, flags, bars: lane.bars.map((bar) => ({ ...bar, row: bar.row + 1 })) };
}

function rowsIn({ bars, flags }: Lane): number {
  return 1 + -least([0, ...bars.map(({ row }) => -row), ...flags.map(({ row }) => -row)]);
}

function quartersIn(store: Store, from: number, to: number): Span[] {
  const known = new Map<string, Span>();
  for (const { periods } of store.plans.values())
    for (const period of periods.values())
      if (/-Q\d$/.test(period.literal))
        known.set(period.literal, { label: period.text.split(',')[0] ?? period.literal, ...daysOf(period) });
  return [...known.values()].filter((span) => span.from < to && from < span.to).sort((a, b) => a.from - b.from);
}

function daysOf({ first, last }: Period): { from: number; to: number } {
  return { from: dayNumber(first), to: dayNumber(last) + 1 };
}

/** Of many: more numbers than a call takes arguments. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((low, number) => Math.min(low, number), Number.POSITIVE_INFINITY);
}
