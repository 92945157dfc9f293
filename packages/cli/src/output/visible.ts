/** Makes a stranger's text safe to print: what would not be seen, or would steer a terminal or a CI service, is spelt out. */

/**
 * The text on one line, with every control, bidi, zero-width and other unseen character written as `<U+202E>`.
 * Joined emoji stay as they are. Text that a CI log would take for a command (`::error::`, `##[…]`, `##vso[…]`)
 * loses its meaning in the same way.
 */
export function visible(text: string): string {
  return isPlain(text)
    ? text
    : visiblePieces(text)
        .map((piece) => piece.shown)
        .join('');
}

/** As `visible`, for a text of several lines; each ends as it did. */
export function visibleLines(text: string): string {
  return text
    .split(/(\r?\n)/)
    .map((part, at) => (at % 2 === 0 ? visible(part) : part))
    .join('');
}

/** As `visible`, cut with an ellipsis so that no finding floods a page; `limit` counts UTF-16 units of the result. */
export function visibleShort(text: string, limit = messageLimit): string {
  // One unit of text never becomes less than one unit of output, so what lies beyond the limit need not be looked at.
  const head = text.slice(0, limit + 1);
  let shown = '';
  for (const piece of visiblePieces(head)) {
    if (shown.length + piece.shown.length > limit) {
      const room = piece.shown === piece.raw ? limit - shown.length : 0;
      return `${wholeCharacters(shown + piece.shown.slice(0, room))}…`;
    }
    shown += piece.shown;
  }
  return shown;
}

export interface Piece {
  /** As in the source. */
  raw: string;
  /** As printed; differs from `raw` for one unsafe character at a time. */
  shown: string;
}

/** The text in order, split where something has to be spelt out. */
export function visiblePieces(text: string): Piece[] {
  if (isPlain(text)) return text === '' ? [] : [{ raw: text, shown: text }];
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(
    pattern(String.raw`(?<emoji>\p{RGI_Emoji})|[${unseen}]|${commandHash}|${commandColon}`, 'gv'),
  )) {
    const raw = match[0];
    if (match.groups?.emoji !== undefined) {
      continue;
    }
    if (match.index > from) {
      const plain = text.slice(from, match.index);
      pieces.push({ raw: plain, shown: plain });
    }
    pieces.push({ raw, shown: spelt(raw) });
    from = match.index + raw.length;
  }
  if (from < text.length) {
    pieces.push({ raw: text.slice(from), shown: text.slice(from) });
  }
  return pieces;
}

/**
 * JSON in which every unseen character is a `\u` escape: the same data, and safe on a terminal or in a CI log too.
 * Line breaks of the layout stay.
 */
export function visibleJson(value: unknown, indent?: number): string {
  const json = JSON.stringify(value, null, indent);
  if (isPlain(json.replaceAll('\n', ''))) return json;
  return json.replace(pattern(String.raw`[[${unseen}]--[\n]]|${commandHash}`, 'gv'), (raw) =>
    Array.from({ length: raw.length }, (_, at) => `\\u${raw.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** Longest message shown, in UTF-16 units; the checks cut their messages there too. */
const messageLimit = 500;

/** Controls (C0, DEL, C1), lone surrogates, line and paragraph separators, bidi controls, zero-width and filler characters. */
const unseen = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{FFF9}-\u{FFFB}`;

/** Azure and GitHub look for these anywhere in a line; Azure ignores case. */
const commandHash = String.raw`#(?=#(?:\[|[vV][sS][oO]\[))`;

/** GitHub looks for this after white space at the start of a line. */
const commandColon = String.raw`(?<=^\s*):(?=:)`;

/** Nearly every text is: nothing in it is unseen, and nothing may be taken for a command. */
function isPlain(text: string): boolean {
  if (/^[ -~]*$/.test(text) && !text.includes('##') && !text.includes('::')) return true;
  return !pattern(`[${unseen}]|${commandHash}|${commandColon}`, 'v').test(text);
}

/** Made when a text needs it: classes of so many characters take their time. */
function pattern(source: string, flags: string): RegExp {
  const known = made.get(source) ?? new RegExp(source, flags);
  made.set(source, known);
  return known;
}

const made = new Map<string, RegExp>();

function spelt(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** Drops half of a surrogate pair at the cut. */
function wholeCharacters(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
