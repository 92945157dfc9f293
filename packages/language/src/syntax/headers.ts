/**
 * What people write before the braces of a declaration, read as it was meant: a kind that is spelt otherwise, a title without its
 * quotes. Else every word of it would be taken for a property, and what stands in the braces for something of the one around.
 */

import type { IToken, TokenType, TokenTypeDictionary } from 'chevrotain';
import { FIRST_WORD, names } from '../generated/tokens.ts';
import { type Kind, kinds } from '../model/kinds.ts';
import { kindMeantBy, wrongWord } from './expected.ts';
import type { SyntaxFault } from './fault.ts';
import { DUAL_KINDS } from './names.ts';

/** In tokens; to look for the end of a line in one of a million would take long. */
const LONGEST_HEADER = 60;

/** Texts that are right pass untouched; nothing here can stand in one. Changes the tokens that it is given. */
export function mendHeaders(
  tokens: readonly IToken[],
  text: string,
  definition: TokenTypeDictionary,
): { tokens: IToken[]; faults: SyntaxFault[] } {
  const faults: SyntaxFault[] = [];
  const result: IToken[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as IToken;
    result.push(token);
    if (index > 0 && (tokens[index - 1] as IToken).endLine === token.startLine) continue;
    const kind = kindSpeltOtherwise(tokens, index);
    if (kind) {
      faults.push(wrongWord(text, { start: token.startOffset, end: token.startOffset + token.image.length }, kind));
      retype(token, definition[kind] as TokenType, kind);
    }
    const words = wordsForTitle(tokens, index) ?? reasonOfStatus(tokens, index);
    if (!words) continue;
    for (let next = index + 1; next < words.end; next++) {
      const word = tokens[next] as IToken;
      if (next >= words.start && isWord(word)) retype(word, definition.ID as TokenType);
      result.push(word);
    }
    index = words.end - 1;
    if (words.swallowed) {
      result.push(...parted(words.swallowed, definition));
      index++;
    }
  }
  return { tokens: result, faults };
}

/** `Milestone m "M" {`, `goal "G" {`: the kind that is meant where something that is none opens braces. */
function kindSpeltOtherwise(tokens: readonly IToken[], index: number): Kind | undefined {
  const { tokenType, image } = tokens[index] as IToken;
  if (tokenType.name !== 'ID' && !LEVELS.has(tokenType.name)) return undefined;
  const before = tokens[index - 1];
  // Behind a word of the language it may be a name.
  if (before && !/^(ID|STRING|BLOCK_TEXT|PERIOD|NUMBER|TIME|[{}])$/.test(before.tokenType.name)) return undefined;
  let next = index + 1;
  if (tokens[next]?.tokenType.name === 'ID') next++;
  if (isText(tokens[next])) next++;
  return tokens[next]?.image === '{' ? kindMeantBy(image) : undefined;
}

const LEVELS: ReadonlySet<string> = new Set(
  'frames bets objectives milestones commitments metrics programs'.split(' '),
);

/** Between them, and before the brace on their line: what belongs to no header, unless it is a title without its quotes. */
interface TitleWords {
  start: number;
  end: number;
  /** A closing quote without its opening one: for the lexer it opened a text, and took the brace with it. */
  swallowed?: IToken;
}

function wordsForTitle(tokens: readonly IToken[], index: number): TitleWords | undefined {
  const { tokenType } = tokens[index] as IToken;
  if (!(tokenType.name in kinds) || DUAL_KINDS.has(tokenType.name)) return undefined;
  let start = index + 1;
  if (tokens[start]?.tokenType.name === 'ID') start++;
  while (tokens[start]?.image === '.' && tokens[start + 1]?.tokenType.name === 'ID') start += 2;
  if (isText(tokens[start])) start++;
  const line = tokens[index]?.startLine;
  for (let end = start; end < Math.min(tokens.length, index + LONGEST_HEADER); end++) {
    const token = tokens[end] as IToken;
    if (token.startLine !== line || token.image === '}') return undefined;
    if (token.tokenType.name === 'OPEN_STRING' && /^"\s*\{\s*$/.test(token.image))
      return { start, end, swallowed: token };
    if (token.image === '{') return end > start && isStray(tokens[start] as IToken) ? { start, end } : undefined;
  }
  return undefined;
}

/** `status … "why {`: the reason never closes, and takes the brace with it. */
function reasonOfStatus(tokens: readonly IToken[], index: number): TitleWords | undefined {
  const { tokenType, startLine } = tokens[index] as IToken;
  if (tokenType.name !== 'status') return undefined;
  for (let end = index + 1; end < Math.min(tokens.length, index + LONGEST_HEADER); end++) {
    const token = tokens[end] as IToken;
    if (token.startLine !== startLine) return undefined;
    if (token.tokenType.name !== 'OPEN_STRING') continue;
    const holds = DETAILS.has(tokens[end + 1]?.tokenType.name ?? '');
    return holds && /\{\s*$/.test(token.image) ? { start: end, end, swallowed: token } : undefined;
  }
  return undefined;
}

const DETAILS: ReadonlySet<string> = new Set(['option', 'recovery', 'confidence']);

/** What nothing that is right goes on with. */
function isStray({ tokenType }: IToken): boolean {
  return /^(ID|NUMBER|PERIOD|TIME)$/.test(tokenType.name);
}

function isText(token: IToken | undefined): boolean {
  return token !== undefined && /^(STRING|BLOCK_TEXT)$/.test(token.tokenType.name);
}

function isWord({ tokenType }: IToken): boolean {
  return names.indexOf(tokenType.name) >= FIRST_WORD;
}

function retype(token: IToken, tokenType: TokenType, image = token.image): void {
  token.tokenType = tokenType;
  token.tokenTypeIdx = tokenType.tokenTypeIdx as number;
  token.image = image;
}

/** A text that never closes up to the brace at its end, and the brace. */
function parted(token: IToken, definition: TokenTypeDictionary): IToken[] {
  const at = token.image.lastIndexOf('{');
  const image = token.image.slice(0, at).trimEnd();
  const startColumn = (token.startColumn as number) + at;
  const startOffset = token.startOffset + at;
  const tokenType = definition['{'] as TokenType;
  const tokenTypeIdx = tokenType.tokenTypeIdx as number;
  return [
    { ...token, image, endOffset: token.startOffset + image.length - 1, endColumn: startColumn - 1 },
    {
      ...token,
      image: '{',
      startOffset,
      endOffset: startOffset,
      startColumn,
      endColumn: startColumn,
      tokenType,
      tokenTypeIdx,
    },
  ];
}
