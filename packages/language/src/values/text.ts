/** Quoted text between the file and the plan: `"one line"` with escapes, and `"""` blocks of Markdown as they stand. */

/** An escape that the language does not know. */
export interface EscapeFault {
  /** UTF-16 code units from the start of the literal to the backslash. */
  readonly offset: number;
  /** As written: `\q`, `\u{110000}`. */
  readonly text: string;
}

const FENCE = '"""';

/**
 * The value of a literal. One that is not closed gives what is there; an unknown escape stays as written, so nothing
 * that a person typed is lost. A block has no escapes, because Markdown gives the backslash a meaning of its own: its
 * opening line break, its blank last line and the indentation common to its lines go, and line breaks become `\n`.
 */
export function decodeText(raw: string): string {
  if (raw.startsWith(FENCE)) return decodeBlock(raw);
  if (!raw.startsWith('"')) return raw;
  const closed = raw.length > 1 && raw.endsWith('"') && !isEscaped(raw, raw.length - 1);
  const body = raw.slice(1, closed ? -1 : undefined);
  return body.includes('\\') ? body.replace(ESCAPE, (written) => decodeEscape(written) ?? written) : body;
}

/** The first `max` escapes that the language does not know; a block has none. */
export function escapeFaults(raw: string, max = 100): EscapeFault[] {
  const faults: EscapeFault[] = [];
  if (raw.startsWith(FENCE) || !raw.includes('\\')) return faults;
  for (const { 0: text, index } of raw.matchAll(ESCAPE)) {
    if (faults.length >= max) break;
    if (decodeEscape(text) === undefined) faults.push({ offset: index, text });
  }
  return faults;
}

/**
 * A one-line literal whose value is `value`, whatever it holds. Control characters, halves of surrogate pairs and marks
 * that turn the direction of writing are written as escapes, so that a reader sees them and UTF-8 can carry them.
 */
export function encodeText(value: string): string {
  return `"${value.replace(NEEDS_ESCAPE, (character) => SHORT[character] ?? codeEscape(character))}"`;
}

/** A backslash and what belongs to it: braces with at most 8 characters, one whole character, or nothing at the end. */
const ESCAPE = /\\(?:u\{[^{}"\\]{0,8}\}|.|$)/gsu;

const CODE_POINT = /^\\u\{([0-9A-Fa-f]{1,6})\}$/;

const LAST_CODE_POINT = 0x10ffff;

function decodeEscape(written: string): string | undefined {
  switch (written) {
    case '\\"':
      return '"';
    case '\\\\':
      return '\\';
    case '\\n':
      return '\n';
    case '\\t':
      return '\t';
  }
  const code = Number.parseInt(CODE_POINT.exec(written)?.[1] ?? '', 16);
  return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : undefined;
}

const SHORT: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t' };

const NEEDS_ESCAPE = /["\\\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

function codeEscape(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16)}}`;
}

/** An odd number of backslashes stands before the character. */
function isEscaped(raw: string, at: number): boolean {
  let backslashes = 0;
  while (raw[at - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

function decodeBlock(raw: string): string {
  const closed = raw.length >= 2 * FENCE.length && raw.endsWith(FENCE);
  const body = raw.slice(FENCE.length, closed ? -FENCE.length : undefined);
  const [opening = '', ...lines] = body.split(/\r\n|\r|\n/);
  if (lines.length > 0 && isBlank(lines.at(-1) ?? '')) lines.pop();
  const margin = commonMargin(lines);
  const text = lines.map((line) => (isBlank(line) ? '' : line.slice(margin)));
  // Text that begins right behind the quotes has no indentation to compare.
  return (isBlank(opening) && body.length > opening.length ? text : [opening, ...text]).join('\n');
}

/** Characters that every line with text begins with: tabs and spaces are compared exactly, never converted. */
function commonMargin(lines: readonly string[]): number {
  let common: string | undefined;
  for (const line of lines) {
    if (isBlank(line)) continue;
    const indentation = /^[ \t]*/.exec(line)?.[0] ?? '';
    common = common === undefined ? indentation : sharedStart(common, indentation);
  }
  return common?.length ?? 0;
}

function sharedStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}
