/** No keyword of mos is reserved: `owner week "Week Okafor"` is fine. This pass decides for every keyword whether it stands
 * where a name is expected, and if so makes it an identifier, so that no parser ever has to guess. A word that may begin a
 * property or declaration begins one at the start of a line, unless a comma stands before it: an unfinished line does not
 * swallow the next one.
 */

import {
  after,
  afterOpening,
  BLOCK_TEXT,
  CLOSE_BRACE,
  COMMA,
  DOT,
  FIRST_WORD,
  ID,
  LAST_KIND,
  names,
  OPEN_BLOCK_TEXT,
  OPEN_BRACE,
  OPEN_STRING,
  RUN,
  STRING,
} from '../generated/tokens.ts';
import { kinds as facts } from '../model/kinds.ts';

/** Keywords that open a declaration, and inside another one may also be a plain property: `team demand`. */
export const DUAL_KINDS: ReadonlySet<string> = new Set(['team', 'market', 'week', 'run']);

/**
 * `kinds`: the tokens of a text by their numbers in `generated/tokens.ts`; those that are names become `ID`. `beginsLine` says
 * of a token, not the first one, whether a line break stands before it; it is asked of few.
 */
export function resolveNames(kinds: Uint8Array, count: number, beginsLine: (index: number) => boolean): void {
  let depth = 0;
  for (let index = 0; index < count; index++) {
    const kind = kinds[index] as number;
    if (kind === OPEN_BRACE) depth++;
    else if (kind === CLOSE_BRACE) depth--;
    else if (kind >= FIRST_WORD && index > 0 && isName(kinds, count, index, depth)) {
      if (BEGINS[kind] === 0 || kinds[index - 1] === COMMA || !beginsLine(index)) kinds[index] = ID;
    }
  }
}

/** Whether a line ends between two offsets, in a comment or outside of it. */
export function partsLines(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return true;
  }
  return false;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Whether a word means something of its own in the language; where a name is expected it is a name all the same. */
export function isKeyword(word: string): boolean {
  return names.indexOf(word) >= FIRST_WORD;
}

function isName(kinds: Uint8Array, count: number, index: number, depth: number): boolean {
  const kind = kinds[index] as number;
  const before = kinds[index - 1] as number;
  const listed = index > 1 && kinds[index - 2] === ID;
  if (before === DOT) return listed;
  if (before === COMMA ? !listed : !mayFollow(before, ID) || mayFollow(before, kind)) return false;
  const next = index + 1 < count ? (kinds[index + 1] as number) : NONE;
  const second = index + 2 < count ? (kinds[index + 2] as number) : NONE;
  const declares = before >= FIRST_WORD && before <= LAST_KIND && !(depth > 0 && DUAL[before] === 1);
  if (declares && TITLES[next] === 1) return true;
  // Inside a declaration `run` is a word of its own, unless a share of the resources gets a name and a title.
  if (before === RUN && depth > 0) return TITLES[next] === 1 && !leadsOn(kind, next, second);
  // After a comma the list goes on; only a plain name behind it says otherwise.
  return !leadsOn(kind, next, before === COMMA ? NONE : second);
}

/** Whether the keyword, which may open a property, is followed by what it expects. */
function leadsOn(keyword: number, next: number, second: number): boolean {
  const row = keyword * SIZE;
  return OPENING[row + next] === 1 || (OPENING[row + ID] === 1 && next >= FIRST_WORD && TITLES[second] === 1);
}

function mayFollow(before: number, kind: number): boolean {
  return AFTER[before * SIZE + kind] === 1;
}

/** No token: the text ends there. */
const NONE = 0;
const SIZE = names.length;
const AFTER = table(after);
const OPENING = table(afterOpening);
const DUAL = flags([...DUAL_KINDS].map((word) => names.indexOf(word)));
/** Declarations and properties. */
const BEGINS = flags(
  Object.entries(facts).flatMap(([kind, { properties }]) =>
    [kind, ...properties.split(' ')].map((word) => Math.max(NONE, names.indexOf(word))),
  ),
);
const TITLES = flags([STRING, BLOCK_TEXT, OPEN_STRING, OPEN_BLOCK_TEXT, OPEN_BRACE]);

function flags(kinds: readonly number[]): Uint8Array {
  const result = new Uint8Array(SIZE);
  for (const kind of kinds) result[kind] = 1;
  return result;
}

function table(rows: typeof after): Uint8Array {
  const result = new Uint8Array(SIZE * SIZE);
  for (const [word, tokens] of rows) for (const token of tokens) result[word * SIZE + token] = 1;
  return result;
}
