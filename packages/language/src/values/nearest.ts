/** The names that a person probably meant, for "did you mean". */

// Bit-parallel, about 100 ns a pair; our own table of rows would be ten times slower.
import { distance } from 'fastest-levenshtein';

/** Longer words are pasted text; comparing them costs time and helps nobody. */
const LONGEST_WORD = 100;

/** A shorter word begins too many names to single one out. */
const SHORTEST_PREFIX = 2;

/**
 * At most `max` candidates, best first: the same name in other letters' case, then names that begin with the word, then
 * names a few slips away (one slip for every three characters), ties in the order of their characters.
 * One pass over the candidates: those whose length already rules them out are never compared.
 */
export function nearest(word: string, candidates: Iterable<string>, max = 3): string[] {
  if (word === '' || word.length > LONGEST_WORD || max < 1) return [];
  const wanted = word.toLowerCase();
  const best: Match[] = [];
  for (const name of candidates) {
    const rank = name === word ? undefined : rankOf(wanted, name);
    if (rank !== undefined) insert(best, { name, rank }, max);
  }
  return best.map((match) => match.name);
}

/** Lower is nearer. */
interface Match {
  readonly name: string;
  readonly rank: number;
}

/** Steps between the classes of a rank; no length difference or number of slips that counts reaches it. */
const CLASS = 1_000_000;

function rankOf(wanted: string, name: string): number | undefined {
  const slips = Math.ceil(wanted.length / 3);
  const longer = name.length - wanted.length;
  if (longer < -slips) return undefined;
  const mayContinue = longer > 0 && wanted.length >= SHORTEST_PREFIX;
  if (longer > slips && !mayContinue) return undefined;
  const folded = name.toLowerCase();
  if (folded === wanted) return 0;
  if (mayContinue && folded.startsWith(wanted)) return Math.min(CLASS - 1, longer) + CLASS;
  if (longer > slips) return undefined;
  const apart = isSwap(wanted, folded) ? 1 : distance(wanted, folded);
  // As many slips as characters means that the two have nothing in common.
  return apart <= slips && apart < Math.max(wanted.length, folded.length) ? apart + 2 * CLASS : undefined;
}

/** Two neighbouring characters changed places: one slip of the fingers, though two edits by Levenshtein's count. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Keeps `best` sorted, free of duplicates and within `max`. */
function insert(best: Match[], match: Match, max: number): void {
  let at = best.length;
  while (at > 0 && comesBefore(match, best[at - 1])) at -= 1;
  if (at >= max || best.some((other) => other.name === match.name)) return;
  best.splice(at, 0, match);
  if (best.length > max) best.pop();
}

function comesBefore(a: Match, b: Match | undefined): boolean {
  if (b === undefined) return false;
  return a.rank === b.rank ? a.name < b.name : a.rank < b.rank;
}
