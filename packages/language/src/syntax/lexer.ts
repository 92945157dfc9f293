/** Text to tokens: Langium's lexer, with names that may be keywords and braces that always close. */

import type { CustomPatternMatcherFunc, IToken, TokenType, TokenTypeDictionary, TokenVocabulary } from 'chevrotain';
import type { Grammar, LangiumCoreServices, LexerResult, LexingReport, TokenBuilderOptions } from 'langium';
import { DefaultLexer, DefaultTokenBuilder } from 'langium';
import type { Span } from '../finding.ts';
import { ID, names } from '../generated/tokens.ts';
import { append } from '../values/append.ts';
import { balanceBraces } from './braces.ts';
import { type UnknownPart, unknownCharacters } from './characters.ts';
import { MAX_FAULTS, type SyntaxFault } from './fault.ts';
import { mendHeaders } from './headers.ts';
import { partsLines, resolveNames } from './names.ts';

/** What the lexer found wrong, carried beside the tokens because Langium's report is the only way through its parser. */
export interface MosLexingReport extends LexingReport {
  faults: SyntaxFault[];
  /** The file is nested too deeply or is too long to be read: nothing can be said about what it declares. */
  unreadable: boolean;
  /** It has more words than there is time for. */
  tooLong?: true;
  comments: IToken[];
}

/**
 * A `u` flag costs chevrotain its first-character index and its keyword check: every token is then tried everywhere, and a
 * name such as `team_0` is cut after `team`. The hints below give both back.
 */
export class MosTokenBuilder extends DefaultTokenBuilder {
  override buildTokens(grammar: Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    const id = tokens.find((token) => token.name === 'ID');
    if (!id) throw new Error('the grammar has no terminal ID');
    id.PATTERN = asciiFirst(id.PATTERN as CustomPatternMatcherFunc);
    id.LINE_BREAKS = false;
    id.START_CHARS_HINT = letterHints();
    for (const token of tokens) {
      // Langium drops hidden tokens that may match white space, of which Unicode has more than mos.
      if (token.name === 'UNKNOWN') token.GROUP = 'hidden';
      if (typeof token.PATTERN === 'string' && /^[A-Za-z]/.test(token.PATTERN)) token.LONGER_ALT = [id];
    }
    return tokens;
  }
}

export class MosLexer extends DefaultLexer {
  private readonly id: TokenType;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.id = (this.definition as TokenTypeDictionary).ID as TokenType;
  }

  /** For the parser, which takes as long as there are words: of too many it gets none. */
  override tokenize(text: string): LexerResult {
    return this.wordsOf(text, MOST_WORDS);
  }

  /** For whoever only moves white space. */
  tokenizeAll(text: string): LexerResult {
    return this.wordsOf(text, Number.POSITIVE_INFINITY);
  }

  private wordsOf(text: string, most: number): LexerResult {
    const result = super.tokenize(text);
    if (result.tokens.length > most) {
      const report: MosLexingReport = { diagnostics: [], faults: [], unreadable: true, tooLong: true, comments: [] };
      return { ...result, tokens: [], hidden: [], report };
    }
    const unknown = unknownParts(result.hidden, text);
    // Whoever moves white space has to see every word as it stands.
    const asMeant = most !== Number.POSITIVE_INFINITY;
    const words = asMeant ? this.withTexts(result.tokens, unknown, text) : result.tokens;
    this.resolveNames(words, text);
    const headers = asMeant ? mendHeaders(words, text, this.definition) : { tokens: words, faults: [] };
    const { tokens, faults, unreadable } = balanceBraces(headers.tokens, text, this.definition);
    append(faults, headers.faults);
    append(
      faults,
      unknown.map(({ fault }) => fault),
    );
    const comments = result.hidden.filter((token) => token.tokenType.name !== 'UNKNOWN');
    const report: MosLexingReport = { diagnostics: [], faults, unreadable, comments };
    // Langium looks for the place of each comment among all its neighbours, which is quadratic; nobody needs them in the tree.
    return { ...result, tokens, hidden: [], report };
  }

  /** What stands between other quotes is one text, and what follows the sign of another comment is nothing. */
  private withTexts(tokens: IToken[], unknown: readonly UnknownPart[], text: string): IToken[] {
    const parts = unknown.flatMap(({ instead }) => instead ?? []);
    if (parts.length === 0) return tokens;
    const result: IToken[] = [];
    let next = 0;
    for (const part of parts) {
      while ((tokens[next]?.startOffset ?? part.start) < part.start) result.push(tokens[next++] as IToken);
      if (part.text) result.push(textToken(part, text, this.definition.STRING as TokenType));
      while ((tokens[next]?.startOffset ?? part.end) < part.end) next++;
    }
    return [...result, ...tokens.slice(next)];
  }

  private resolveNames(tokens: readonly IToken[], text: string): void {
    const kinds = new Uint8Array(tokens.length);
    for (const [index, { tokenType }] of tokens.entries()) kinds[index] = NUMBERS.get(tokenType.name) as number;
    resolveNames(kinds, tokens.length, (index) => {
      const before = tokens[index - 1] as IToken;
      return partsLines(text, before.startOffset + before.image.length, (tokens[index] as IToken).startOffset);
    });
    for (const [index, token] of tokens.entries()) {
      if (kinds[index] !== ID || token.tokenType === this.id) continue;
      token.tokenType = this.id;
      token.tokenTypeIdx = this.id.tokenTypeIdx as number;
    }
  }
}

/**
 * Some 6,000 lines of a plan. Langium's parser takes 7 to 24 µs of work for each, the most for one that is wrong, and everybody
 * waits behind a file meanwhile; counted, not timed, so that the same text has the same findings everywhere.
 */
const MOST_WORDS = 13_500;

const NUMBERS: ReadonlyMap<string, number> = new Map(names.map((name, number) => [name, number]));

/** Straight quotes in place of the others, so that it is read like every text. */
function textToken({ start, end }: Span, text: string, tokenType: TokenType): IToken {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < start; at = text.indexOf('\n', at + 1)) line++;
  return {
    image: `"${text.slice(start + 1, end - 1).replaceAll('"', "'")}"`,
    startOffset: start,
    endOffset: end - 1,
    startLine: line,
    endLine: line,
    startColumn: start - lineStart + 1,
    endColumn: end - lineStart,
    tokenType,
    tokenTypeIdx: tokenType.tokenTypeIdx as number,
  };
}

/** Comments that never close, and runs of characters that mean nothing; enough of them is enough. */
function unknownParts(hidden: readonly IToken[], text: string): UnknownPart[] {
  const parts: UnknownPart[] = [];
  let end = 0;
  for (const { tokenType, startOffset: start, image } of hidden) {
    if (start < end || parts.length > MAX_FAULTS) continue;
    if (tokenType.name === 'OPEN_COMMENT') {
      parts.push({ fault: { message: 'this comment is never closed with */', start, end: start + 2, cause: true } });
    } else if (tokenType.name === 'UNKNOWN') {
      const part = unknownCharacters(text, start, image.length);
      parts.push(part);
      end = part.fault.end;
    }
  }
  return parts;
}

/** Most names are ASCII, for which a plain sticky pattern is several times faster than one with Unicode properties. */
function asciiFirst(unicode: CustomPatternMatcherFunc): CustomPatternMatcherFunc {
  const ascii = /[A-Za-z_][A-Za-z0-9_-]*/y;
  return (text, offset, tokens, groups) => {
    ascii.lastIndex = offset;
    const match = ascii.exec(text);
    if (match && !(text.charCodeAt(ascii.lastIndex) > 127)) return match;
    return unicode(text, offset, tokens, groups);
  };
}

/** One character for each slot of chevrotain's first-character index in which a letter may fall. */
function letterHints(): (string | number)[] {
  const hints: number[] = [];
  for (let code = 0; code < 256; code++) if (/[\p{L}_]/u.test(String.fromCharCode(code))) hints.push(code);
  for (let code = 256; code < 65_536; code += 256) hints.push(code);
  return hints;
}
