/** Chooses among many what fits the letters typed so far, best first. */

import { fuzzyScore } from '@mos/language';

/** More than anybody reads; further letters bring the rest. */
export const MOST_ITEMS = 100;

/**
 * `fit`: the smaller the better, for those that the letters fit equally well. `wordsOf`: what the letters are looked for in, the
 * name first.
 */
export function pick<T>(
  candidates: Iterable<T>,
  typed: string,
  wordsOf: (candidate: T) => string,
  fit: (candidate: T) => number = () => 0,
): { picked: T[]; more: boolean } {
  const wanted = typed.toLowerCase();
  const found: { candidate: T; near: number; fit: number; order: number }[] = [];
  for (const candidate of candidates) {
    const near = nearness(wordsOf(candidate), wanted);
    if (near !== undefined) found.push({ candidate, near, fit: fit(candidate), order: found.length });
  }
  found.sort((a, b) => a.near - b.near || a.fit - b.fit || a.order - b.order);
  return { picked: found.slice(0, MOST_ITEMS).map(({ candidate }) => candidate), more: found.length > MOST_ITEMS };
}

/** 0 where a word begins with the letters, 1 where they stand together, 2 where they are scattered; undefined where one is missing. */
export function nearness(words: string, wanted: string): number | undefined {
  if (wanted === '') return 0;
  const at = words.toLowerCase().indexOf(wanted);
  if (at === 0 || words.toLowerCase().includes(` ${wanted}`)) return 0;
  if (at > 0) return 1;
  return fuzzyScore(words, wanted) === undefined ? undefined : 2;
}
