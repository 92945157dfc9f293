/** Chooses among many what fits the letters typed so far, best first, without putting all the others in order. */

import { compareNodes, fuzzyScore, type PlanNode } from '@mos/language';

/** More than anybody reads; further letters bring the rest. */
export const MOST_ITEMS = 100;

interface Found<T> {
  candidate: T;
  near: number;
  fit: number;
}

/**
 * `fit`: the smaller the better, for those that the letters fit equally well; undefined for what is not to be offered.
 * `wordsOf`: what the letters are looked for in, the name first. `compare`: what decides between those that fit equally well.
 */
export function pick<T>(
  candidates: Iterable<T>,
  typed: string,
  wordsOf: (candidate: T) => string,
  fit: (candidate: T) => number | undefined,
  compare: (a: T, b: T) => number,
  most = MOST_ITEMS,
): { picked: T[]; more: boolean } {
  const wanted = typed.toLowerCase();
  const best: Found<T>[] = [];
  const others: { candidate: T; words: string }[] = [];
  let more = false;
  const order = (a: Found<T>, b: Found<T>) => a.near - b.near || a.fit - b.fit || compare(a.candidate, b.candidate);
  const offer = (candidate: T, near: number): void => {
    const fits = fit(candidate);
    if (fits === undefined) return;
    const found = { candidate, near, fit: fits };
    const last = best[best.length - 1];
    if (best.length === most && last) {
      more = true;
      if (order(found, last) >= 0) return;
      best.pop();
    }
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order(best[middle] as Found<T>, found) <= 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, found);
  };
  for (const candidate of candidates) {
    const words = wanted === '' ? '' : wordsOf(candidate);
    const near = wanted === '' ? 0 : wholeIn(words, wanted);
    if (near !== undefined) offer(candidate, near);
    else others.push({ candidate, words });
  }
  // Letters with others in between count only where the list would stay short without them.
  if (best.length < most)
    for (const { candidate, words } of others) if (isScattered(words, wanted)) offer(candidate, SCATTERED);
  return { picked: best.map(({ candidate }) => candidate), more };
}

/** As `pick`, of declarations: by name and title, and between equals by file and place. */
export function pickNodes(
  nodes: Iterable<PlanNode>,
  typed: string,
  wordsOf: (node: PlanNode) => string,
  fit: (node: PlanNode) => number | undefined,
  most?: number,
): { picked: PlanNode[]; more: boolean } {
  return pick(nodes, typed, wordsOf, fit, compareNodes, most);
}

const SCATTERED = 3;

/** 0 where it is the name itself, 1 where a word begins with the letters, 2 where they stand together; undefined else. */
function wholeIn(words: string, wanted: string): number | undefined {
  const lower = words.toLowerCase();
  const at = lower.indexOf(wanted);
  if (at < 0) return undefined;
  if (at === 0) return lower.length === wanted.length || lower[wanted.length] === ' ' ? 0 : 1;
  return /[\s_./-]/.test(lower[at - 1] as string) || lower.includes(` ${wanted}`) ? 1 : 2;
}

function isScattered(words: string, wanted: string): boolean {
  return fuzzyScore(words, wanted) !== undefined;
}

/** The smaller the nearer: the word itself, its beginning, within it, its letters scattered; undefined where one is missing. */
export function nearness(words: string, wanted: string): number | undefined {
  if (wanted === '') return 0;
  return wholeIn(words, wanted) ?? (isScattered(words, wanted) ? SCATTERED : undefined);
}
