/** What a person wants to see of a plan: by words, people, time and state. */

import type { Period, StateWord } from '../protocol.ts';
import { fold, folded } from './fold.ts';
import type { Item, Store } from './store.ts';

export interface Filter {
  /** Each of its words has to be there. */
  text: string;
  /** Identities; empty for everybody. */
  owner: string;
  team: string;
  /** A quarter, month or week as it is written. */
  period: string;
  state: StateWord | 'open' | '';
  problems: boolean;
  thisWeek: boolean;
  mine: boolean;
}

export const noFilter: Filter = {
  text: '',
  owner: '',
  team: '',
  period: '',
  state: '',
  problems: false,
  thisWeek: false,
  mine: false,
};

export function isFiltering(filter: Filter): boolean {
  return wordsOf(filter.text).length > 0 || narrowings(filter) > 0;
}

/** How many of the choices besides the text narrow what is shown. */
export function narrowings({ owner, team, period, state, problems, thisWeek, mine }: Filter): number {
  return [owner, team, period, state, problems, thisWeek, mine].filter(Boolean).length;
}

export interface Matches {
  /** How many rows fulfil the filter. */
  count: number;
  found(item: Item): boolean;
  /** The same with the lines above, which say where it belongs. */
  kept(item: Item): boolean;
}

/** Searches are numbered, and rows remember by number where they were found: no lists of what may be everything. */
let searches = 0;

/** Undefined when everything is shown. `me` is how the person is called. Holds until the store changes. */
export function matchesOf(store: Store, filter: Filter, me: string): Matches | undefined {
  if (!isFiltering(filter)) return undefined;
  const fulfils = conditionsOf(store, filter, me);
  const search = ++searches;
  let count = 0;
  for (const item of store.items.values()) {
    if (!fulfils.every((condition) => condition(item))) continue;
    count++;
    item.foundIn = search;
    item.keptIn = search;
    for (let at = store.parentOf(item); at && at.keptIn !== search; at = store.parentOf(at)) at.keptIn = search;
  }
  return { count, found: ({ foundIn }) => foundIn === search, kept: ({ keptIn }) => keptIn === search };
}

type Condition = (item: Item) => boolean;

function conditionsOf(store: Store, filter: Filter, me: string): Condition[] {
  const words = wordsOf(filter.text);
  const conditions: Condition[] = [];
  if (words.length > 0)
    conditions.push((item) => {
      const haystack = store.haystackOf(item);
      return words.every((word) => haystack.includes(word));
    });
  if (filter.owner) conditions.push(({ people }) => people.includes(filter.owner));
  if (filter.mine) {
    const mine = new Set(identitiesOf(store, me));
    conditions.push(({ people }) => people.some((id) => mine.has(id)));
  }
  if (filter.team) conditions.push((item) => store.teamOf(item) === filter.team);
  if (filter.period) conditions.push(during(store, filter.period));
  if (filter.thisWeek) conditions.push(duringOwn(store, store.now.week));
  if (filter.state === 'open') conditions.push(({ state }) => state === undefined || !CLOSED.has(state));
  else if (filter.state) conditions.push(({ state }) => state === filter.state);
  if (filter.problems) conditions.push(({ problems }) => (problems ?? 0) > 0);
  return conditions;
}

const CLOSED: ReadonlySet<StateWord> = new Set(['done', 'met', 'missed', 'dropped', 'achieved', 'partial']);

/** Everybody whom the plan knows by this name, whichever spelling. */
export function identitiesOf(store: Store, me: string): string[] {
  const wanted = fold(me.trim());
  if (wanted === '') return [];
  return [...store.plans.values()].flatMap(({ people }) =>
    [...people.values()]
      .filter(({ name, also }) => [name, ...also].some((spelling) => fold(spelling) === wanted))
      .map(({ id }) => id),
  );
}

/** Its own days, or those of the nearest above that has any, fall into the period. */
function during(store: Store, literal: string): Condition {
  const wanted = [...store.plans.values()].map(({ periods }) => periods.get(literal)).find((found) => found);
  if (!wanted) return () => false;
  return (item) => {
    const days = [item, ...store.ancestorsOf(item)].map((one) => store.periodOf(one)).find((found) => found);
    return days !== undefined && touches(days, wanted);
  };
}

/** Its own week is the one; what is not for a single week is about the weeks below it. */
function duringOwn(store: Store, week: string): Condition {
  return (item) => item.kind === 'commitment' && store.periodOf(item)?.literal === week;
}

function touches(a: Period, b: Period): boolean {
  return a.first <= b.last && b.first <= a.last;
}

export function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

/** The end of the letter that begins at an index, with the accents that follow it. */
function endOf(text: string, start: number): number {
  const [letter = ''] = /^.\p{M}*/su.exec(text.slice(start)) ?? [];
  return start + letter.length;
}

/** Where words stand in a text, from left to right and apart: `[start, end)` in UTF-16 units. */
export function highlights(text: string, words: readonly string[]): [number, number][] {
  const { text: plain, at: places } = folded(text);
  const place = (index: number) => places?.[index] ?? index;
  const spans: [number, number][] = [];
  for (const word of words)
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + word.length))
      spans.push([place(at), endOf(text, place(at + word.length - 1))]);
  const merged: [number, number][] = [];
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
