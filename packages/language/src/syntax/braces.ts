/** Makes the braces of a file close, so that one that was forgotten costs its own declaration and not its neighbours.
 * Balanced files pass untouched. In the others, indentation tells where a block was meant to end.
 */

import type { IToken, TokenType, TokenTypeDictionary } from 'chevrotain';
import { kinds } from '../model/kinds.ts';
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
  return repair(tokens, text, definition, survey.surplus);
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

/** `surplus`: opening braces minus closing ones. */
function repair(tokens: readonly IToken[], text: string, definition: TokenTypeDictionary, surplus: number): Balanced {
  const result: IToken[] = [];
  const faults: SyntaxFault[] = [];
  const open: Opener[] = [];
  let missing = Math.max(0, surplus);
  let extra = Math.max(0, -surplus);
  let line = -1;
  let indent = 0;
  let previous: IToken | undefined;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';

  for (const [index, token] of tokens.entries()) {
    const first = token.startLine !== line;
    if (first) {
      line = token.startLine as number;
      indent = (token.startColumn as number) - 1;
    }
    const opens = KINDS.has(token.tokenType.name) || isShare(token, tokens[index + 1]);
    if (first && opens) closeWhile((opener) => missing > 0 && indent <= opener.indent);
    if (token.image === '{') {
      open.push({ brace: token, indent });
    } else if (token.image === '}') {
      if (first) closeWhile((opener) => missing > 0 && open.length > 1 && indent < opener.indent);
      const opener = open.at(-1);
      if (!opener || (first && extra > 0 && indent > opener.indent)) {
        extra--;
        faults.push(strayBrace(token, text));
        continue;
      }
      open.pop();
    }
    result.push(token);
    previous = token;
  }
  closeWhile(() => true);
  return { tokens: result, faults, unreadable: false };

  function closeWhile(condition: (opener: Opener) => boolean): void {
    for (let opener = open.at(-1); opener && condition(opener); opener = open.at(-1)) {
      open.pop();
      missing--;
      const at = previous ? (previous.endOffset as number) + 1 : 0;
      result.push(virtualBrace(definition['}'] as TokenType, at));
      faults.push(unclosedBrace(opener, at, text, newline));
    }
  }
}

function isShare(token: IToken, next: IToken | undefined): boolean {
  return token.tokenType.name === 'run' && (next?.tokenType.name === 'STRING' || next?.image === '{');
}

/** A token without characters: the parser sees a closing brace, the tree of the file does not. */
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
