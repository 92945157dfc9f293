/** Characters that nobody sees: they hide words, turn the direction of writing, or make two names look like one. */

import type { Span } from '../finding.ts';

export interface Unseen extends Span {
  /** `U+202E`, the first of them. */
  code: string;
  /** What it does, as a clause. */
  effect: string;
}

/** Rows of unseen characters, in the order of the text; those that writing needs are left out. */
export function unseenIn(text: string): Unseen[] {
  if (!SUSPECT.test(text)) return [];
  const found: Unseen[] = [];
  for (const { index, 0: row, groups } of text.matchAll(candidates())) {
    // A byte order mark at the very beginning belongs to the file.
    if (groups?.needed !== undefined || (index === 0 && row === '\uFEFF')) continue;
    const start = index === 0 && row.startsWith('\uFEFF') ? 1 : index;
    if (MARK.test(row) && RIGHT_TO_LEFT.test(lineAround(text, index))) continue;
    const code = text.codePointAt(start) as number;
    found.push({ start, end: index + row.length, code: codeOf(code), effect: effectOf(code) });
  }
  return found;
}

/** The text with each unseen character as `<U+202E>`: for messages, which have to be read everywhere. */
export function spelt(text: string): string {
  let result = '';
  let from = 0;
  for (const { start, end } of unseenIn(text)) {
    const codes = Array.from(text.slice(start, end), (character) => `<${codeOf(character.codePointAt(0) as number)}>`);
    result += text.slice(from, start) + codes.join('');
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
}

/** What of the first plane of Unicode may be unseen, and surrogates, which may be halves: most texts have none of it. */
const SUSPECT = new RegExp(
  `[${[
    ...[
      String.raw`\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f`,
      String.raw`\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f`,
    ],
    ...[
      String.raw`\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164`,
      String.raw`\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff`,
    ],
  ].join('')}]`,
);

/** Controls, lone surrogates, separators, bidi controls, zero-width and filler characters, and what is no character at all. */
const CLASS = String.raw`[[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{FFF9}-\u{FFFB}]--[\t\n\r]]`;

/** Where they are needed: within emoji, behind a symbol or a Han character that they give another shape, between letters of scripts that join. */
const NEEDED = String.raw`\p{RGI_Emoji}|(?<=[\p{Emoji}\p{Script=Han}\p{Script=Mongolian}])\p{Variation_Selector}|(?<=[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]])[\u200C\u200D](?=\p{L})`;

/** Made when a text needs it: so many classes of characters take their time. */
function candidates(): RegExp {
  made ??= new RegExp(`(?<needed>${NEEDED})|${CLASS}+`, 'gv');
  return made;
}

let made: RegExp | undefined;

/** Marks that say which way a neighbour runs; whoever writes from right to left needs them. */
const MARK = /^[\u200E\u200F\u061C]+$/;
const RIGHT_TO_LEFT = /[[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]&&\p{L}]/v;

function lineAround(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
}

function codeOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function effectOf(code: number): string {
  const character = String.fromCodePoint(code);
  if (/\p{Bidi_Control}/u.test(character)) return 'which turns the direction of writing';
  if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(character)) return 'which steers machines and is no letter';
  if (/\p{Cs}|\p{Noncharacter_Code_Point}/u.test(character)) return 'which is half a letter or none';
  return 'which takes no room';
}
