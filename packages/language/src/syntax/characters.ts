/** Characters that mean nothing in mos, and what their writer probably meant. */

import type { Span } from '../finding.ts';
import type { SyntaxFault } from './fault.ts';
import { spelt } from './unseen.ts';

/** A fault, and what it makes of the words around it. */
export interface UnknownPart {
  fault: SyntaxFault;
  /** From here to there all is one text in quotes, or a comment. */
  instead?: Span & { text: boolean };
}

/** `start` and `length` of a run of characters that no token begins with. */
export function unknownCharacters(text: string, start: number, length: number): UnknownPart {
  const first = text[start] as string;
  if (QUOTES.test(first)) return otherQuotes(text, start);
  return (first === '#' ? otherComment(text, start) : undefined) ?? { fault: meaningless(text, start, length) };
}

function meaningless(text: string, start: number, length: number): SyntaxFault {
  const shown = text.slice(start, start + Math.min(length, 20));
  const end = start + length;
  const fault: SyntaxFault = { message: `"${spelt(shown)}" means nothing here`, start, end };
  if (/^[;:=]$/.test(shown)) fault.fix = { title: 'remove it', safe: true, edits: [{ start, end, text: '' }] };
  return fault;
}

const QUOTES = /[“”„«»‟‘’']/;
/** In UTF-16 units. A line may be a million of them, each of which begins a text: it is not looked at anew for each. */
const LONGEST_QUOTED = 2000;

/** Word processors turn "a title" into “a title”: the whole pair on the line is put right at once. */
function otherQuotes(text: string, start: number): UnknownPart {
  const [line = ''] = text.slice(start, start + LONGEST_QUOTED).split(/[\r\n]/, 1);
  const quotes = [...line.matchAll(new RegExp(QUOTES, 'g'))];
  // An apostrophe within single quotes is none of them: the last one on the line closes.
  const pair = text[start] === "'" ? [quotes[0], quotes.at(-1)] : quotes;
  const edits = [...new Set(pair)]
    .filter((match) => match !== undefined)
    .slice(0, 2)
    .map((match) => ({ start: start + match.index, end: start + match.index + 1, text: '"' }));
  const end = edits.at(-1)?.end ?? start + 1;
  const fix = { title: 'use straight quotes', safe: true, edits };
  const fault: SyntaxFault = { message: 'a text stands in straight quotes: "…"', start, end, cause: true, fix };
  return edits.length === 2 ? { fault, instead: { start, end, text: true } } : { fault };
}

/** `# a comment` of other languages, where all that follows on its line may be one. */
function otherComment(text: string, start: number): UnknownPart | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const [sign = ''] = /^#+/.exec(text.slice(start, start + LONGEST_QUOTED)) ?? [];
  const [line = ''] = text.slice(start, start + LONGEST_QUOTED).split(/[\r\n]/, 1);
  if (text.slice(lineStart, start).trim() !== '' && /[{}"]/.test(line)) return undefined;
  const end = start + line.length;
  const fix = { title: 'write //', safe: true, edits: [{ start, end: start + sign.length, text: '//' }] };
  return {
    fault: { message: 'a comment begins with //', start, end, cause: true, fix },
    instead: { start, end, text: false },
  };
}
