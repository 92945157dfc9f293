/** Reads a metric's name as comparable words, each with its place in the author's text. */

import { baseForm, boundaries, compounds, fillers, isFigure, partitives, ratios, transparent } from './forms.ts';

export interface Word {
  /** The form under which it is compared. */
  base: string;
  /** UTF-16 offsets into the text that was read; `end` is exclusive. */
  start: number;
  end: number;
  /** Names that a comma, a colon or a bracket parts are counted from 0. */
  part: number;
  /** Stands behind "for", "from", "by" …: says where or for whom, not what is measured. */
  tail: boolean;
  /** A filler stood before it, as "of" in "rate of opens". */
  afterFiller: boolean;
  /** One of those fillers was "for", "from", "by" …: "customers from referrals" are not "customer referrals". */
  afterBoundary: boolean;
}

/** A title is one line; what lies beyond is not read. In UTF-16 code units. */
export const longestName = 400;

/** The words of `text` that carry meaning, in order. Total: any text gives a (possibly empty) list. */
export function readWords(text: string): Word[] {
  const words = scan(text.length > longestName ? text.slice(0, longestName) : text);
  dropFillers(words);
  markTails(words);
  return words;
}

const parting = /[,;:()[\]{}|–—]|\s-+\s|\.\s|\s\/\s/;
const arrow = /->|→/;
const whiteSpace = /\s/;
const nonAsciiWord = /[\p{L}\p{N}\p{M}]/u;
/** `pipelineSourced`, `MQLVolume`; but not the plural in `MQLs`. */
const hump = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;

/** Every word in lower case; `base` is brought to its form later, when compounds have been joined. */
function scan(text: string): Word[] {
  const words: Word[] = [];
  let part = 0;
  // Only a name without spaces can be written in humps; "eBook" and "LinkedIn" in a title are left alone.
  const humped = !whiteSpace.test(text);
  let gapStart = 0;
  for (let at = 0; at < text.length; ) {
    const end = endOfWord(text, at);
    if (end === at) {
      at += 1;
      continue;
    }
    // Most gaps are one space or hyphen, which parts nothing.
    if (at - gapStart > 1 || (at > gapStart && text.charCodeAt(gapStart) > 0x2d)) {
      const gap = text.slice(gapStart, at);
      if (words.length > 0 && parting.test(gap)) part += 1;
      if (arrow.test(gap)) push(words, 'to', at - 1, at, part);
    }
    let start = at;
    if (humped) {
      for (const piece of text.slice(at, end).split(hump)) {
        push(words, piece.toLowerCase(), start, start + piece.length, part);
        start += piece.length;
      }
    } else push(words, text.slice(at, end).toLowerCase(), at, end, part);
    at = end;
    gapStart = end;
  }
  return words;
}

/** Adds a word; "web site" and "web-site" become the one word "website", whose place covers both. */
function push(words: Word[], lower: string, start: number, end: number, part: number): void {
  const previous = words.at(-1);
  const compound = previous?.part === part ? compounds.get(previous.base)?.get(baseForm(lower)) : undefined;
  if (previous && compound) {
    previous.base = compound;
    previous.end = end;
  } else words.push({ base: lower, start, end, part, tail: false, afterFiller: false, afterBoundary: false });
}

/** Where the word that begins at `from` ends; `from` itself where none begins. An apostrophe inside belongs to it. */
function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const isApostrophe = (code === 0x27 || code === 0x2019) && at > from && isWordAt(text, at + 1) > 0;
    const length = isApostrophe ? 1 : isWordAt(text, at);
    if (length === 0) break;
    at += length;
  }
  return at;
}

/** Length of the letter, digit or mark at `at` in UTF-16 code units; 0 where there is none. */
function isWordAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (code < 128) {
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
    return isLetter || (code >= 48 && code <= 57) ? 1 : 0;
  }
  const character = String.fromCodePoint(code);
  return nonAsciiWord.test(character) ? character.length : 0;
}

/** Takes fillers and figures out of `words`, notes on the next word what stood before it, and forms the bases. */
function dropFillers(words: Word[]): void {
  let kept = 0;
  let part = 0;
  let afterFiller = false;
  let afterBoundary = false;
  // Whether the word just before says only how much: "$4M of pipeline", "number of emails", "share of revenue".
  let afterQuantity = true;
  for (const word of words) {
    if (word.part !== part) {
      part = word.part;
      afterFiller = false;
      afterBoundary = false;
    }
    const lower = word.base;
    const isBoundary = boundaries.has(lower) || (lower === 'of' && !afterQuantity);
    if (isBoundary || fillers.has(lower)) {
      afterFiller = true;
      afterBoundary ||= isBoundary;
      afterQuantity = true;
    } else if (isFigure(lower)) {
      afterQuantity = true;
    } else {
      word.base = baseForm(lower);
      word.afterFiller = afterFiller;
      word.afterBoundary = afterBoundary;
      afterFiller = false;
      afterBoundary = false;
      afterQuantity = transparent.has(word.base) || partitives.has(word.base);
      words[kept] = word;
      kept += 1;
    }
  }
  words.length = kept;
}

function markTails(words: Word[]): void {
  let part = -1;
  let inTail = false;
  let named = false;
  words.forEach((word, index) => {
    if (word.part !== part) {
      part = word.part;
      inTail = false;
      named = false;
    }
    // "Growth in pipeline": nothing is named yet, so what is measured still comes.
    const opensTail =
      word.afterBoundary || word.base === 'per' || (word.base === 'to' && !joinsFunnelSteps(words, index));
    if (named && opensTail) inTail = true;
    word.tail = inTail;
    if (word.base !== 'to' && !transparent.has(word.base)) named = true;
  });
}

/** "MQL to SAO conversion" against "emails sent to enterprise accounts". */
function joinsFunnelSteps(words: readonly Word[], to: number): boolean {
  for (let index = to + 1; index < words.length; index += 1) {
    const word = words[index];
    if (!word || word.afterBoundary || word.base === 'per' || word.part !== words[to]?.part) return false;
    if (ratios.has(word.base)) return true;
  }
  return false;
}
