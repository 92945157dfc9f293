/** Characters that mean nothing in mos, and what their writer probably meant. */

import type { SyntaxFault } from './fault.ts';
import { spelt } from './unseen.ts';

/** `start` and `length` of a run of characters that no token begins with. */
export function unknownCharacters(text: string, start: number, length: number): SyntaxFault {
  const shown = text.slice(start, start + Math.min(length, 20));
  if (QUOTES.test(shown[0] as string)) return otherQuotes(text, start);
  const end = start + length;
  const fault: SyntaxFault = { message: `"${spelt(shown)}" means nothing here`, start, end };
  if (/^[;:=]$/.test(shown)) fault.fix = { title: 'remove it', safe: true, edits: [{ start, end, text: '' }] };
  return fault;
}

const QUOTES = /[“”„«»‟‘’']/;
/** In UTF-16 units. A line may be a million of them, each of which begins a text: it is not looked at anew for each. */
const LONGEST_QUOTED = 2000;

/** Word processors turn "a title" into “a title”: the whole pair on the line is put right at once. */
function otherQuotes(text: string, start: number): SyntaxFault {
  const [line = ''] = text.slice(start, start + LONGEST_QUOTED).split(/[\r\n]/, 1);
  const quotes = [...line.matchAll(new RegExp(QUOTES, 'g'))];
  // An apostrophe within single quotes is none of them: the last one on the line closes.
  const pair = text[start] === "'" ? [quotes[0], quotes.at(-1)] : quotes;
  const edits = [...new Set(pair)]
    .filter((match) => match !== undefined)
    .slice(0, 2)
    .map((match) => ({ start: start + match.index, end: start + match.index + 1, text: '"' }));
  return {
    message: 'a text stands in straight quotes: "…"',
    start,
    end: edits.at(-1)?.end ?? start + 1,
    cause: true,
    fix: { title: 'use straight quotes', safe: true, edits },
  };
}
