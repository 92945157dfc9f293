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
  item: Item | undefined;
  heading: Heading | undefined;
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

/** Frames and bets are open, so that the objectives of the year are seen at once; headings always, and all that is filtered. */
export function isOpenAtFirst({ kind }: Item): boolean {
  return kind === 'frame' || kind === 'bet';
}

export function outlineOf(store: Store, { flipped }: Openness, matches: Matches | undefined): OutlineRow[] {
  const rows: OutlineRow[] = [];
  const isFiltered = matches !== undefined;
  const keeps = (item: Item) => matches === undefined || matches.kept(item);
  const several = store.plans.size > 1;

  const add = (heading: Heading, depth: number, hasChildren: boolean, position: number, size: number): boolean => {
    const { id } = heading;
    const isOpen = hasChildren && !flipped.has(id);
    rows.push({ id, item: undefined, heading, depth, hasChildren, isOpen, position, size });
    return isOpen;
  };
  /** Without recursion: lines of a broken plan may be long. */
  const addAll = (list: readonly Item[], depth: number, position: number, size: number) => {
    const open: { list: readonly Item[]; depth: number; next: number; position: number; size: number }[] = [
      { list, depth, next: 0, position, size },
    ];
    for (let level = open.at(-1); level; level = open.at(-1)) {
      const item = level.list[level.next];
      if (!item) {
        open.pop();
        continue;
      }
      const children = matches ? item.children.filter(keeps) : item.children;
      const hasChildren = children.length > 0;
      const isOpen = hasChildren && (isFiltered || isOpenAtFirst(item)) !== flipped.has(item.id);
      rows.push({
        id: item.id,
        item,
        heading: undefined,
        depth: level.depth,
        hasChildren,
        isOpen,
        position: level.position + level.next,
        size: level.size,
      });
      level.next++;
      if (isOpen) open.push({ list: children, depth: level.depth + 1, next: 0, position: 1, size: children.length });
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
      if (!add(heading, depth, shown > 0, planIndex + 1, plans.length)) return;
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
        const isOpen = add(heading, depth, true, position, size);
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
  const closed = line
    .filter((above) => (isFiltered || isOpenAtFirst(above)) === flipped.has(above.id))
    .map(({ id }) => id);
  const headings = [
    ...(top.section !== undefined && top.section !== 'cascade' ? [`${top.section}:${top.plan}`] : []),
    ...(store.plans.size > 1 ? [`plan:${top.plan}`] : []),
  ];
  return [...closed, ...headings.filter((id) => flipped.has(id))];
}
