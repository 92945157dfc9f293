/** Text to syntax tree, by Langium's parser on the grammar; never throws, whatever the text. */

import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  createLangiumParser,
  DefaultValueConverter,
  EmptyFileSystem,
  type GrammarAST,
  inject,
  type LangiumCoreServices,
  type LangiumParser,
  type LangiumSharedCoreServices,
  type ValueType,
} from 'langium';
import type { Span } from '../finding.ts';
import type { Plan } from '../generated/ast.ts';
import { MosGeneratedModule, MosGeneratedSharedModule, MosLanguageMetaData } from '../generated/module.ts';
import { decodeText } from '../values/text.ts';
import type { SyntaxFault } from './fault.ts';
import { MosLexer, type MosLexingReport, MosTokenBuilder } from './lexer.ts';

export interface Parsed {
  /** Absent when the file could not be read at all. */
  tree?: Plan;
  faults: SyntaxFault[];
  /** In the order of the text. */
  comments: Span[];
  /** Something could not be read: what is missing here may well be declared in the part that was not understood. */
  unreadable: boolean;
  /** There was no time for it; nothing is known of it. */
  tooLong?: true;
}

export function parse(text: string): Parsed {
  services ??= createServices();
  try {
    const { value, lexerReport, parserErrors } = services.parser.LangiumParser.parse<Plan>(text);
    const report = lexerReport as MosLexingReport;
    if (report.tooLong) return { faults: [], comments: [], unreadable: true, tooLong: true };
    const faults = [...report.faults];
    for (const { token } of parserErrors) {
      const start = Number.isNaN(token.startOffset) ? text.length : token.startOffset;
      faults.push({
        message: `mos cannot read ${token.image ? `"${token.image}"` : 'the end of the file'} here`,
        start,
        end: start + token.image.length,
      });
    }
    const comments = report.comments.map(({ startOffset, image }) => ({
      start: startOffset,
      end: startOffset + image.length,
    }));
    return { tree: value, faults, comments, unreadable: report.unreadable };
  } catch (error) {
    // A parser that threw keeps its state and would give the next file this one's tree: a new one takes its place.
    services = undefined;
    const reason = error instanceof Error ? error.message : String(error);
    return {
      faults: [
        { message: `mos could not read this file (${reason.slice(0, 120)})`, start: 0, end: Math.min(1, text.length) },
      ],
      comments: [],
      unreadable: true,
    };
  }
}

/** For the test of highlighting, too, which compares its tokens with these. */
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
      LangiumParser: (core: LangiumCoreServices) => leaveCommentsOut(createLangiumParser(core)),
    },
  });
}

interface NodeBuilder {
  addHiddenNodes(tokens: readonly unknown[]): void;
}

/**
 * Langium seeks the place of the comments before each token among all its neighbours, even where there are none, which is
 * quadratic: twenty thousand lines took six seconds. The lexer gives it no comments.
 */
function leaveCommentsOut(parser: LangiumParser): LangiumParser {
  const { nodeBuilder } = parser as unknown as { nodeBuilder: NodeBuilder };
  nodeBuilder.addHiddenNodes = () => {};
  return parser;
}

/** The tokens and comments of a text, in order, without the parser, which takes long to get ready; for the formatter, which moves white space and nothing else. */
export function tokenize(text: string): Token[] {
  services ??= createServices();
  const { tokens, report } = (services.parser.Lexer as MosLexer).tokenizeAll(text);
  const comments = (report as MosLexingReport).comments.map((token) => ({
    start: token.startOffset,
    image: token.image,
    comment: true,
  }));
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
