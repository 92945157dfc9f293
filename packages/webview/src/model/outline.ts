/** The rows of the tree that are open, from top to bottom, with what assistive technology says of their place. */

import type { Matches } from './filter.ts';
import type { Item, Section, Store } from './store.ts';

/** A heading over what is not connected, over what runs, or over one of several plans. */
export interface Heading {
  id: string;
  title: string;
  section: Section | 'plan';
  /** What is below it at its top, and how much of that the filter leaves. */
  total: number;
  shown: number;
}

export interface OutlineRow {
  id: string;
  item?: Item;
  heading?: Heading;
  /** From 1. */
  depth: number;
  hasChildren: boolean;
  isOpen: boolean;
  /** Among its siblings that are shown, from 1. */
  position: number;
  size: number;
}

/** What of the tree is open. Everything has a state of its own; what a person changes is kept as a difference to it. */
export interface Openness {
  /** Rows that are not as they are by default. */
  flipped: ReadonlySet<string>;
}

/** Frames and bets are open, so that the objectives of the year are seen at once. */
export function isOpenByDefault(row: { item?: Item; heading?: Heading }, isFiltered: boolean): boolean {
  if (isFiltered || row.heading) return true;
  return row.item?.kind === 'frame' || row.item?.kind === 'bet';
}

export function outlineOf(store: Store, { flipped }: Openness, matches: Matches | undefined): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const isFiltered = matches !== undefined;
  const keeps = (item: Item) => matches === undefined || matches.kept.has(item);
  const several = store.plans.size > 1;

  const add = (row: Omit<OutlineRow, 'isOpen'>): OutlineRow => {
    const isOpen = row.hasChildren && isOpenByDefault(row, isFiltered) !== flipped.has(row.id);
    const added = { ...row, isOpen };
    rows.push(added);
    return added;
  };
  /** Without recursion: lines of a broken plan may be long. */
  const addAll = (list: readonly Item[], depth: number, position: number, size: number) => {
    const open = list.map((item, index) => ({ item, depth, position: position + index, size })).reverse();
    for (let next = open.pop(); next; next = open.pop()) {
      const children = matches ? next.item.children.filter(keeps) : next.item.children;
      const { isOpen } = add({ id: next.item.id, ...next, hasChildren: children.length > 0 });
      if (!isOpen) continue;
      for (let index = children.length - 1; index >= 0; index--)
        open.push({ item: children[index] as Item, depth: next.depth + 1, position: index + 1, size: children.length });
    }
  };

  const plans = [...store.plans.values()].filter(({ plan }) => hasAny(store, plan));
  plans.forEach(({ plan, name }, planIndex) => {
    let depth = 1;
    const tops = { unconnected: [], cascade: [], run: [] } as Record<Section, Item[]>;
    for (const section of SECTIONS) tops[section] = store.topsOf(plan, section).filter(keeps);
    const shown = SECTIONS.reduce((sum, section) => sum + tops[section].length, 0);
    if (several) {
      const total = SECTIONS.reduce((sum, section) => sum + store.topsOf(plan, section).length, 0);
      const heading: Heading = { id: `plan:${plan}`, title: name, section: 'plan', total, shown };
      const hasChildren = shown > 0;
      const { isOpen } = add({
        id: heading.id,
        heading,
        depth,
        hasChildren,
        position: planIndex + 1,
        size: plans.length,
      });
      if (!isOpen) return;
      depth += 1;
    }
    const groups = (['unconnected', 'run'] as const).filter((section) => tops[section].length > 0);
    const size = groups.length + tops.cascade.length;
    let position = 1;
    for (const section of SECTIONS) {
      if (section === 'cascade') {
        addAll(tops.cascade, depth, position, size);
        position += tops.cascade.length;
      } else if (tops[section].length > 0) {
        const total = store.topsOf(plan, section).length;
        const heading: Heading = {
          id: `${section}:${plan}`,
          title: TITLES[section],
          section,
          total,
          shown: tops[section].length,
        };
        const { isOpen } = add({ id: heading.id, heading, depth, hasChildren: true, position, size });
        position += 1;
        if (isOpen) addAll(tops[section], depth + 1, 1, tops[section].length);
      }
    }
  });
  return rows;
}

export const SECTIONS: readonly Section[] = ['unconnected', 'cascade', 'run'];

const TITLES = { unconnected: 'Not connected', run: 'Running the business' };

function hasAny(store: Store, plan: string): boolean {
  return SECTIONS.some((section) => store.topsOf(plan, section).length > 0);
}

/** Rows that have to be open for a row to be seen, and are not. */
export function closedAbove(store: Store, { flipped }: Openness, item: Item, isFiltered: boolean): string[] {
  const line = store.ancestorsOf(item);
  const top = line.at(-1) ?? item;
  const ids: { id: string; item?: Item; heading?: Heading }[] = line.map((above) => ({ id: above.id, item: above }));
  const heading = (id: string): Heading => ({ id, title: '', section: 'plan', total: 0, shown: 0 });
  if (top.section !== undefined && top.section !== 'cascade')
    ids.push({ id: `${top.section}:${top.plan}`, heading: heading('') });
  if (store.plans.size > 1) ids.push({ id: `plan:${top.plan}`, heading: heading('') });
  return ids.filter((row) => isOpenByDefault(row, isFiltered) === flipped.has(row.id)).map(({ id }) => id);
}
