/** Makes the braces of a file close, so that one that was forgotten costs its own declaration and not its neighbours.
 * Balanced files pass untouched. In the others, indentation tells where a block was meant to begin and to end; in a text that
 * is not indented, what may stand in what does.
 */

import type { IToken, TokenType, TokenTypeDictionary } from 'chevrotain';
import { factsOf, type Kind, kinds, propertiesOf } from '../model/kinds.ts';
import type { SyntaxFault } from './fault.ts';

/** Deeper than any plan a person can read; the recursive parser is safe far beyond it. */
export const MAX_DEPTH = 100;

export interface Balanced {
  tokens: IToken[];
  faults: SyntaxFault[];
  unreadable: boolean;
}

interface Opener {
  brace: IToken;
  indent: number;
  /** Undefined for braces that belong to no declaration. */
  kind: Kind | undefined;
}

/** `run` is a word of commitments, too; it opens a declaration when a title or a block follows. */
const KINDS: ReadonlySet<string> = new Set(Object.keys(kinds).filter((kind) => kind !== 'run'));

export function balanceBraces(tokens: IToken[], text: string, definition: TokenTypeDictionary): Balanced {
  const survey = surveyBraces(tokens);
  if (survey.tooDeep) {
    const { startOffset } = survey.tooDeep;
    const message = `blocks stand inside each other more than ${MAX_DEPTH} deep here, so this file is not read`;
    return { tokens: [], faults: [{ message, start: startOffset, end: startOffset + 1 }], unreadable: true };
  }
  if (survey.balanced) return { tokens, faults: [], unreadable: false };
  const repair = new Repair(tokens, text, definition, survey.surplus);
  return { tokens: repair.run(), faults: repair.faults, unreadable: false };
}

function surveyBraces(tokens: readonly IToken[]) {
  let depth = 0;
  let balanced = true;
  for (const token of tokens) {
    if (token.image === '{' && ++depth > MAX_DEPTH) return { tooDeep: token, balanced: false, surplus: 0 };
    if (token.image === '}' && --depth < 0) balanced = false;
  }
  return { tooDeep: undefined, balanced: balanced && depth === 0, surplus: depth };
}

class Repair {
  /** `surplus`: opening braces minus closing ones. */
  constructor(tokens: readonly IToken[], text: string, definition: TokenTypeDictionary, surplus: number) {
    this.tokens = tokens;
    this.text = text;
    this.definition = definition;
    this.missing = Math.max(0, surplus);
    this.extra = Math.max(0, -surplus);
    this.newline = text.includes('\r\n') ? '\r\n' : '\n';
    this.indented = isIndented(tokens);
  }
  private readonly tokens: readonly IToken[];
  private readonly text: string;
  private readonly definition: TokenTypeDictionary;
  private readonly newline: string;
  private readonly indented: boolean;
  readonly faults: SyntaxFault[] = [];
  private readonly result: IToken[] = [];
  private readonly open: Opener[] = [];
  private missing: number;
  private extra: number;
  /** What the closing braces right before have closed, the innermost first. */
  private closed: Opener[] = [];
  /** The end of the token before, and of the one before those closing braces. */
  private end = 0;
  private endOfContent = 0;

  run(): IToken[] {
    let line = -1;
    let indent = 0;
    let header: Header | undefined;
    for (const [index, token] of this.tokens.entries()) {
      const first = token.startLine !== line;
      if (first) {
        line = token.startLine as number;
        indent = columnOf(token);
        this.closeBefore(token, index, indent);
        header = headerAt(this.tokens, index);
        if (header && !this.lacksBrace(header, indent)) header = undefined;
      }
      if (token.image === '{') {
        this.open.push({ brace: token, indent, kind: kindBefore(this.tokens, index) });
      } else if (token.image === '}' && !this.close(token, index, first, indent)) {
        continue;
      }
      this.keep(token);
      if (index === header?.last) this.openAfter(header, indent);
    }
    this.closeWhile(() => true);
    return this.result;
  }

  private keep(token: IToken): void {
    this.result.push(token);
    this.end = endOf(token);
    if (token.image === '}') return;
    this.closed = [];
    this.endOfContent = this.end;
  }

  /** Blocks that cannot reach as far as this first word of a line end before it. */
  private closeBefore(token: IToken, index: number, indent: number): void {
    const declares = opensDeclaration(this.tokens, index);
    if (this.indented) {
      if (declares) this.closeWhile((opener) => this.missing > 0 && indent <= opener.indent);
      return;
    }
    const word = token.tokenType.name;
    // What fits nowhere is a fault of its own.
    if (declares || this.open.some(({ kind }) => kind && mayStandIn(word, kind))) {
      this.closeWhile(({ kind }) => this.missing > 0 && kind !== undefined && !mayStandIn(word, kind));
    }
  }

  /** Whether the brace closes something. */
  private close(token: IToken, index: number, first: boolean, indent: number): boolean {
    if (first) this.closeWhile((opener) => this.missing > 0 && this.open.length > 1 && indent < opener.indent);
    const opener = this.open.at(-1);
    if (!opener || (this.extra > 0 && indent > opener.indent && (first || this.goesOn(index, opener)))) {
      this.extra--;
      this.faults.push(strayBrace(token, this.text));
      return false;
    }
    this.open.pop();
    this.closed.push(opener);
    return true;
  }

  /** Whether the next line stands further in than the block that this brace would close: the block goes on. */
  private goesOn(index: number, opener: Opener): boolean {
    const { startLine } = this.tokens[index] as IToken;
    for (const token of this.tokens.slice(index + 1, index + LONGEST_LINE)) {
      if (token.startLine !== startLine) return this.indented && columnOf(token) > opener.indent;
    }
    return false;
  }

  private closeWhile(condition: (opener: Opener) => boolean): void {
    for (let opener = this.open.at(-1); opener && condition(opener); opener = this.open.at(-1)) {
      this.open.pop();
      this.missing--;
      this.result.push(virtualBrace(this.definition['}'] as TokenType, this.end));
      this.closed.push(opener);
      // Where several blocks end together and nothing is indented, the innermost is the one that was forgotten.
      const forgotten = this.indented ? opener : (this.closed.shift() as Opener);
      const at = this.indented ? this.end : this.endOfContent;
      if (forgotten.brace.image !== '') this.faults.push(unclosedBrace(forgotten, at, this.text, this.newline));
    }
  }

  /** Whether what follows a header without a brace was meant to stand in a block of its own. */
  private lacksBrace({ kind, last }: Header, indent: number): boolean {
    const header = this.tokens[last] as IToken;
    const next = this.tokens[last + 1];
    if (!next || /^[{}"]/.test(next.image)) return false;
    const around = this.open.at(-1);
    const word = next.tokenType.name;
    if (next.startLine === header.startLine) {
      // commitment "Call them" dri ben }
      const brace = this.tokens.slice(last, last + LONGEST_LINE).find(({ image }) => /^[{}]$/.test(image));
      return (
        this.extra > 0 &&
        mayStandIn(word, kind) &&
        brace?.image === '}' &&
        brace.startLine === header.startLine &&
        brace.startLine !== around?.brace.startLine
      );
    }
    if (columnOf(next) > indent && (this.extra > 0 || (around?.indent ?? -1) < indent)) {
      return this.closesAt(last + 1, indent);
    }
    if (this.extra <= 0 || !propertiesOf(kind).has(word)) return false;
    return !around || !this.indented || (around.kind !== undefined && !mayStandIn(word, around.kind));
  }

  /** Whether the lines that are further in end with a brace in this column. */
  private closesAt(from: number, indent: number): boolean {
    let line = -1;
    for (let index = from; index < this.tokens.length; index++) {
      const token = this.tokens[index] as IToken;
      if (token.startLine === line) continue;
      line = token.startLine as number;
      if (columnOf(token) <= indent) return token.image === '}' && columnOf(token) === indent;
    }
    return false;
  }

  private openAfter({ kind, first, last }: Header, indent: number): void {
    const brace = virtualBrace(this.definition['{'] as TokenType, this.end);
    this.result.push(brace);
    this.open.push({ brace, indent, kind });
    if (this.extra > 0) this.extra--;
    else this.missing++;
    this.faults.push(missingBrace(this.tokens.slice(first, last + 1)));
  }
}

/** A declaration up to its braces: the kind, and the tokens that it begins and ends with. */
interface Header {
  kind: Kind;
  first: number;
  last: number;
}

/** In tokens; to look for the end of a line in one of a million would take long. */
const LONGEST_LINE = 100;

/** Names, values and what is between them: everything in a header but its kind. */
const VALUES = new Set('ID STRING BLOCK_TEXT OPEN_STRING OPEN_BLOCK_TEXT PERIOD NUMBER TIME . ,'.split(' '));

function headerAt(tokens: readonly IToken[], first: number): Header | undefined {
  if (!opensDeclaration(tokens, first)) return undefined;
  const { startLine, tokenType } = tokens[first] as IToken;
  let last = first;
  for (let next = tokens[last + 1]; next && next.startLine === startLine; next = tokens[last + 1]) {
    if (!VALUES.has(next.tokenType.name)) break;
    last++;
  }
  return { kind: tokenType.name as Kind, first, last };
}

function opensDeclaration(tokens: readonly IToken[], index: number): boolean {
  const token = tokens[index] as IToken;
  return KINDS.has(token.tokenType.name) || isShare(token, tokens[index + 1]);
}

function kindBefore(tokens: readonly IToken[], brace: number): Kind | undefined {
  let index = brace - 1;
  while (index >= 0 && VALUES.has((tokens[index] as IToken).tokenType.name)) index--;
  const word = tokens[index]?.tokenType.name;
  return word !== undefined && word in kinds ? (word as Kind) : undefined;
}

function mayStandIn(word: string, kind: Kind): boolean {
  return factsOf(kind).holds.includes(word) || propertiesOf(kind).has(word);
}

/** Whether the lines within most blocks are further in than those that open them. */
function isIndented(tokens: readonly IToken[]): boolean {
  let line = -1;
  let indent = 0;
  let deeper = 0;
  let blocks = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.startLine !== line) {
      line = token.startLine as number;
      indent = columnOf(token);
    }
    const next = tokens[index + 1];
    if (token.image !== '{' || !next || next.image === '}' || next.startLine === line) continue;
    blocks++;
    if (columnOf(next) > indent) deeper++;
  }
  return 2 * deeper >= blocks;
}

function columnOf(token: IToken): number {
  return (token.startColumn as number) - 1;
}

function endOf(token: IToken): number {
  return (token.endOffset as number) + 1;
}

function isShare(token: IToken, next: IToken | undefined): boolean {
  return token.tokenType.name === 'run' && (next?.tokenType.name === 'STRING' || next?.image === '{');
}

/** A token without characters: the parser sees a brace, the tree of the file does not. */
function virtualBrace(tokenType: TokenType, offset: number): IToken {
  return {
    image: '',
    startOffset: offset,
    endOffset: Number.NaN,
    startLine: Number.NaN,
    endLine: Number.NaN,
    startColumn: Number.NaN,
    endColumn: Number.NaN,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx as number,
  };
}

function missingBrace(header: readonly IToken[]): SyntaxFault {
  const last = header.at(-1) as IToken;
  const at = endOf(last);
  const shown = last.image.replaceAll('"', '');
  return {
    message: `expected "{" after "${shown.length <= 40 ? shown : `${shown.slice(0, 37)}…`}"`,
    // What does not belong to a header is the cause, and is said instead.
    start: isHeader(header) ? (header[0] as IToken).startOffset : at - 1,
    end: at,
    fix: { title: 'add the missing "{"', safe: true, edits: [{ start: at, end: at, text: ' {' }] },
  };
}

/** Whether these tokens are a kind, a name and a title, or `week` and a period, and no more. */
function isHeader(tokens: readonly IToken[]): boolean {
  const words = tokens.map(({ tokenType }) => tokenType.name);
  return /^(week( PERIOD| NUMBER)?|(?!week)\w+( ID( \.| ID(?<=\. ID))*)?( (OPEN_)?(STRING|BLOCK_TEXT))?)$/.test(
    words.join(' '),
  );
}

function unclosedBrace({ brace, indent }: Opener, at: number, text: string, newline: string): SyntaxFault {
  const sameLine = !text.slice(brace.startOffset, at).includes('\n');
  const closing = sameLine ? ' }' : `${newline}${' '.repeat(indent)}}`;
  return {
    message: 'this "{" is never closed',
    start: brace.startOffset,
    end: brace.startOffset + 1,
    fix: { title: 'add the missing "}"', safe: true, edits: [{ start: at, end: at, text: closing }] },
  };
}

function strayBrace(token: IToken, text: string): SyntaxFault {
  const { startOffset: start } = token;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', start) + 1 || text.length;
  const alone = text.slice(lineStart, lineEnd).trim() === '}';
  const edit = alone ? { start: lineStart, end: lineEnd, text: '' } : { start, end: start + 1, text: '' };
  return {
    message: 'this "}" closes nothing',
    start,
    end: start + 1,
    fix: { title: 'remove it', safe: true, edits: [edit] },
  };
}
