/** Text to syntax tree, by Langium's parser on the grammar; never throws, whatever the text. */

import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultValueConverter,
  EmptyFileSystem,
  type GrammarAST,
  inject,
  type LangiumCoreServices,
  type LangiumSharedCoreServices,
  type ValueType,
} from 'langium';
import type { Plan } from '../generated/ast.ts';
import { MosGeneratedModule, MosGeneratedSharedModule, MosLanguageMetaData } from '../generated/module.ts';
import { decodeText } from '../values/text.ts';
import type { SyntaxFault } from './fault.ts';
import { MosLexer, type MosLexingReport, MosTokenBuilder } from './lexer.ts';

export interface Parsed {
  /** Absent when the file could not be read at all. */
  tree?: Plan;
  faults: SyntaxFault[];
  /** Something could not be read: what is missing here may well be declared in the part that was not understood. */
  unreadable: boolean;
}

/** One bad character after the other is one fault; more than this many faults in a file help nobody. */
const MAX_FAULTS = 50;

export function parse(text: string): Parsed {
  services ??= createServices();
  try {
    const { value, lexerErrors, lexerReport, parserErrors } = services.parser.LangiumParser.parse<Plan>(text);
    const report = lexerReport as MosLexingReport;
    const faults = [...report.faults];
    for (const error of lexerErrors) {
      if (error.offset >= (faults.at(-1)?.end ?? 0) || faults.length === report.faults.length)
        faults.push(unknownCharacters(text, error.offset, error.length));
    }
    for (const { token } of parserErrors) {
      const start = Number.isNaN(token.startOffset) ? text.length : token.startOffset;
      faults.push({
        message: `mos cannot read ${token.image ? `"${token.image}"` : 'the end of the file'} here`,
        start,
        end: start + token.image.length,
      });
    }
    return { tree: value, faults: capped(faults), unreadable: report.unreadable };
  } catch (error) {
    // A parser that threw keeps its state and would give the next file this one's tree: a new one takes its place.
    services = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    return {
      faults: [
        { message: `mos could not read this file (${reason.slice(0, 120)})`, start: 0, end: Math.min(1, text.length) },
      ],
      unreadable: true,
    };
  }
}

/** For the doors that need Langium's own services on the same grammar. */
export function createServices(): LangiumCoreServices {
  const shared: LangiumSharedCoreServices = inject(
    createDefaultSharedCoreModule(EmptyFileSystem),
    MosGeneratedSharedModule,
  );
  return inject(createDefaultCoreModule({ shared }), MosGeneratedModule, {
    // Production: chevrotain does not analyse the grammar for ambiguities, all of which are meant greedily.
    LanguageMetaData: () => ({ ...MosLanguageMetaData, mode: 'production' as const }),
    parser: {
      // One token decides everywhere, because names are told from keywords before parsing.
      ParserConfig: () => ({ recoveryEnabled: true, nodeLocationTracking: 'full', maxLookahead: 1 }),
      TokenBuilder: () => new MosTokenBuilder(),
      Lexer: (core: LangiumCoreServices) => new MosLexer(core),
      ValueConverter: () => new MosValueConverter(),
    },
  });
}

/** The tokens and comments of a text, in order; for the formatter, which moves white space and nothing else. */
export function tokenize(text: string): Token[] {
  services ??= createServices();
  const { tokens, hidden } = services.parser.Lexer.tokenize(text);
  const comments = hidden.map((token) => ({ start: token.startOffset, image: token.image, comment: true }));
  return [
    ...tokens.map((token) => ({ start: token.startOffset, image: token.image, comment: false })),
    ...comments,
  ].sort((a, b) => a.start - b.start);
}

export interface Token {
  /** UTF-16 offset. */
  start: number;
  image: string;
  comment: boolean;
}

let services: LangiumCoreServices | undefined;

class MosValueConverter extends DefaultValueConverter {
  protected override runConverter(rule: GrammarAST.AbstractRule, input: string): ValueType {
    return rule.name.endsWith('STRING') || rule.name.endsWith('TEXT') ? decodeText(input) : input;
  }
}

function unknownCharacters(text: string, start: number, length: number): SyntaxFault {
  const shown = text.slice(start, start + Math.min(length, 20));
  if (/^[“”„«»‟]/.test(shown)) return typographicQuote(text, start);
  return { message: `"${shown}" means nothing here`, start, end: start + length };
}

/** Word processors turn "a title" into “a title”: the whole pair on the line is put right at once. */
function typographicQuote(text: string, start: number): SyntaxFault {
  const lineEnd = text.slice(start).search(/[\r\n]|$/) + start;
  const edits = [...text.slice(start, lineEnd).matchAll(/[“”„«»‟]/g)]
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

function capped(faults: SyntaxFault[]): SyntaxFault[] {
  if (faults.length <= MAX_FAULTS) return faults;
  const last = faults[MAX_FAULTS - 1] as SyntaxFault;
  return [
    ...faults.slice(0, MAX_FAULTS - 1),
    { message: `${faults.length - MAX_FAULTS + 1} more places here cannot be read`, start: last.start, end: last.end },
  ];
}
