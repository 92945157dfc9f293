/** Text to tokens for the quick reader: by character codes, and without an object for each token. */

import type { Span } from '../finding.ts';
import {
  BLOCK_TEXT,
  CLOSE_BRACE,
  COMMA,
  DOT,
  END,
  FIRST_WORD,
  ID,
  NUMBER,
  names,
  OPEN_BRACE,
  PERIOD,
  STRING,
  TIME,
} from '../generated/tokens.ts';

/** The tokens of one text, by index; `END` stands behind the last one. */
export interface Tokens {
  text: string;
  /** By the numbers of `generated/tokens.ts`. */
  kinds: Uint8Array;
  /** UTF-16 offsets. */
  starts: Int32Array;
  ends: Int32Array;
  count: number;
  /** In the order of the text. */
  comments: Span[];
  /** The token that is read next. */
  at: number;
}

/** Or the offset at which something begins no token or never ends. The result holds until the next call. */
export function scan(text: string): Tokens | number {
  let { kinds, starts, ends } = shared;
  const comments: Span[] = [];
  let count = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const group = code < 128 ? GROUPS[code] : groupOf(text, at);
    let end = at + 1;
    let kind: number;
    if (group === SPACE) {
      at = end;
      continue;
    } else if (group === LETTER) {
      let hash = code;
      let next = text.charCodeAt(end);
      for (; next < 128 && (GROUPS[next] as number) <= DASH; next = text.charCodeAt(end)) {
        hash = (Math.imul(hash, 31) + next) | 0;
        end++;
      }
      const whole = next > 127 || code > 127 ? endOf(NAME, text, at) : end;
      kind = whole === end ? wordAt(text, at, end, hash) : ID;
      end = whole;
    } else if (group === DIGIT || group === DASH || group === SIGN) {
      end = endOfNumber(text, at);
      if (end === at) return at;
      kind = NUMBER;
      const next = text.charCodeAt(end);
      if (next === HYPHEN || next === COLON) {
        const other = endOf(next === HYPHEN ? PERIOD_FORM : TIME_FORM, text, at);
        if (other > 0) {
          end = other;
          kind = next === HYPHEN ? PERIOD : TIME;
        }
      }
    } else if (group === QUOTE) {
      const block = text.startsWith('"""', at);
      const close = block ? text.indexOf('"""', at + 3) : closingQuote(text, at);
      if (close < 0) return at;
      end = close + (block ? 3 : 1);
      kind = block ? BLOCK_TEXT : STRING;
    } else if (group === SLASH) {
      const next = text.charCodeAt(end);
      if (next === code) end = endOfLine(text, end);
      else if (next === STAR) end = text.indexOf('*/', at + 2) + 2;
      if (end < at + 2) return at;
      comments.push({ start: at, end });
      at = end;
      continue;
    } else if (group === MARK) {
      kind = code === 0x7b ? OPEN_BRACE : code === 0x7d ? CLOSE_BRACE : code === 0x2c ? COMMA : DOT;
    } else {
      return at;
    }
    if (count + 1 >= kinds.length) ({ kinds, starts, ends } = grow());
    kinds[count] = kind;
    starts[count] = at;
    ends[count] = end;
    count++;
    at = end;
  }
  kinds[count] = END;
  starts[count] = text.length;
  return { text, kinds, starts, ends, count, comments, at: 0 };
}

/** One set of arrays for all texts. */
let shared = arrays(16_384);

function arrays(length: number) {
  return { kinds: new Uint8Array(length), starts: new Int32Array(length), ends: new Int32Array(length) };
}

function grow(): typeof shared {
  const larger = arrays(2 * shared.kinds.length);
  larger.kinds.set(shared.kinds);
  larger.starts.set(shared.starts);
  larger.ends.set(shared.ends);
  shared = larger;
  return shared;
}

const HYPHEN = 0x2d;
const COLON = 0x3a;
const STAR = 0x2a;
const BACKSLASH = 0x5c;

/** What an ASCII character may begin; those up to `DASH` also go on with a name. */
const LETTER = 0;
const DIGIT = 1;
const DASH = 2;
const SIGN = 3;
const SPACE = 4;
const QUOTE = 5;
const SLASH = 6;
const MARK = 7;
const NOTHING = 8;
const GROUPS = new Uint8Array(128).map((_, code) => {
  const character = String.fromCharCode(code);
  if (/\w/.test(character)) return /\d/.test(character) ? DIGIT : LETTER;
  if (/\s/.test(character)) return SPACE;
  const marks: Record<string, number> = { '-': DASH, '+': SIGN, $: SIGN, '"': QUOTE, '/': SLASH };
  return /[{},.]/.test(character) ? MARK : (marks[character] ?? NOTHING);
});

// The terminals of the grammar, as far as ASCII does not do; a property test holds both together.
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/uy;
const PERIOD_FORM = /[0-9]{4}-[0-9A-Za-z-]*/y;
const TIME_FORM = /[0-9]{1,2}:[0-9]{2}/y;

function groupOf(text: string, at: number): number {
  const character = text[at] as string;
  if (/[€£¥]/.test(character)) return SIGN;
  if (/[\s\uFEFF]/.test(character)) return SPACE;
  return endOf(NAME, text, at) > 0 ? LETTER : NOTHING;
}

/** 0 when nothing of this form stands there. */
function endOf(form: RegExp, text: string, at: number): number {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : 0;
}

/** `at` itself when no number stands there, or an odd one. */
function endOfNumber(text: string, at: number): number {
  let end = at;
  let code = text.charCodeAt(end);
  if (code === 0x2b || code === HYPHEN) code = text.charCodeAt(++end);
  if (code === 0x24 || code === 0x20ac || code === 0xa3 || code === 0xa5) code = text.charCodeAt(++end);
  if (!isDigit(code)) return at;
  while (isDigit(code) || code === 0x2c) code = text.charCodeAt(++end);
  // A comma at its end was hardly meant as a part of it.
  if (text.charCodeAt(end - 1) === 0x2c) return at;
  if (code === 0x2e && isDigit(text.charCodeAt(end + 1))) {
    do code = text.charCodeAt(++end);
    while (isDigit(code));
  }
  // Thousands, millions, billions.
  if (/[kKmMbB]/.test(text[end] ?? '') && !/[A-Za-z0-9_]/.test(text[end + 1] ?? '')) end++;
  return text.charCodeAt(end) === 0x25 ? end + 1 : end;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** −1 when the text does not close on its line. */
function closingQuote(text: string, at: number): number {
  for (let index = at + 1; index < text.length; index++) {
    let code = text.charCodeAt(index);
    if (code === 0x22) return index;
    if (code === BACKSLASH) code = text.charCodeAt(++index);
    if (code === 0x0a || code === 0x0d) return -1;
  }
  return -1;
}

function endOfLine(text: string, at: number): number {
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x0a || code === 0x0d) break;
  }
  return end;
}

/** The number of a word of the grammar, by its hash; every other word is a name. */
function wordAt(text: string, start: number, end: number, hash: number): number {
  for (let slot = slotOf(hash); ; slot = (slot + 1) % SLOTS.length) {
    const kind = SLOTS[slot] as number;
    if (kind === 0) return ID;
    const word = names[kind] as string;
    if (word.length === end - start && text.startsWith(word, start)) return kind;
  }
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 11)) & 1023;
}

const SLOTS = new Uint8Array(1024);
for (let kind = FIRST_WORD; kind < names.length; kind++) {
  let hash = 0;
  for (const letter of names[kind] as string) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  let slot = slotOf(hash);
  while (SLOTS[slot] !== 0) slot = (slot + 1) % SLOTS.length;
  SLOTS[slot] = kind;
}
