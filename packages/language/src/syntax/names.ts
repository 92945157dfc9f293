/** No keyword of mos is reserved: `owner week "Week Okafor"` is fine. This pass decides for every keyword whether it stands
 * where a name is expected, and if so makes it an identifier, so that the parser never has to guess.
 */

import type { IToken, TokenType, TokenTypeDictionary } from 'chevrotain';
import { type Grammar, GrammarAST } from 'langium';

export type NameResolver = (tokens: IToken[]) => void;

/** Keywords that open a declaration, and inside another one may also be a plain property: `team demand`. */
const DUAL = new Set(['team', 'market', 'week', 'run']);
const TEXTS = new Set(['STRING', 'BLOCK_TEXT', 'OPEN_STRING', 'OPEN_BLOCK_TEXT']);
/** Parts that may begin with nearly anything, and so say nothing about what a keyword expects. */
const SKIPPED_RULES = new Set(['Unexpected', 'Body', 'Member', 'Misplaced', 'StatusDetail']);

export function nameResolver(grammar: Grammar, definition: TokenTypeDictionary): NameResolver {
  const { after, afterOpening } = tokensAfterKeywords(grammar);
  const kinds = keywordsOf(grammar, 'Kind').add('week');
  const id = definition.ID as TokenType;

  const isKeyword = (token: IToken | undefined): token is IToken =>
    token !== undefined && after.has(token.tokenType.name);
  const titled = (token: IToken | undefined) =>
    token !== undefined && (TEXTS.has(token.tokenType.name) || token.image === '{');
  const follows = (keyword: IToken, next: IToken | undefined, second: IToken | undefined) => {
    const expected = afterOpening.get(keyword.tokenType.name);
    if (!expected || !next) return false;
    if (expected.has(next.tokenType.name)) return true;
    return expected.has('ID') && isKeyword(next) && titled(second);
  };

  return (tokens) => {
    let depth = 0;
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as IToken;
      if (token.image === '{') depth++;
      else if (token.image === '}') depth--;
      const previous = tokens[index - 1];
      if (!previous || !isKeyword(token)) continue;
      const [next, second] = [tokens[index + 1], tokens[index + 2]];
      if (isName()) {
        token.tokenType = id;
        token.tokenTypeIdx = id.tokenTypeIdx as number;
      }

      function isName(): boolean {
        const before = (previous as IToken).tokenType.name;
        const beforeThat = tokens[index - 2]?.tokenType.name;
        if (before === '.') return beforeThat === 'ID';
        const expected = before === ',' && beforeThat === 'ID' ? ID_ONLY : after.get(before);
        if (!expected?.has('ID') || expected.has(token.tokenType.name)) return false;
        const declares = kinds.has(before) && !(depth > 0 && DUAL.has(before));
        if (declares && titled(next)) return true;
        // Inside a declaration `run` is a word of its own, unless a share of the resources gets a name and a title.
        if (before === 'run' && depth > 0) return titled(next) && !follows(token, next, second);
        // After a comma the list goes on; only a plain name behind it says otherwise.
        return !follows(token, next, before === ',' ? undefined : second);
      }
    }
  };
}

const ID_ONLY: ReadonlySet<string> = new Set(['ID']);

/**
 * For each keyword of the grammar, the names of the tokens that may come right after it within its rule: wherever it stands, and
 * where it opens a property or a declaration (`year 2026`, not `every year on`).
 */
function tokensAfterKeywords(grammar: Grammar): Record<'after' | 'afterOpening', Map<string, Set<string>>> {
  const after = new Map<string, Set<string>>();
  const afterOpening = new Map<string, Set<string>>();
  for (const rule of grammar.rules) {
    if (GrammarAST.isParserRule(rule) && rule.name !== 'Misplaced') walk(rule.definition, new Set(), !rule.dataType);
  }
  // Words that only ever continue something expect nothing of their own, but are keywords all the same.
  for (const word of keywordsOf(grammar, 'Misplaced')) if (!after.has(word)) after.set(word, new Set());
  return { after, afterOpening };

  function walk(element: GrammarAST.AbstractElement, follow: ReadonlySet<string>, opening: boolean): void {
    if (GrammarAST.isKeyword(element)) {
      if (!/^[A-Za-z]/.test(element.value)) return;
      add(after, element.value, follow);
      if (opening) add(afterOpening, element.value, follow);
    } else if (GrammarAST.isGroup(element)) {
      element.elements.forEach((part, index) => {
        walk(part, firstOfAll(element.elements.slice(index + 1), follow), opening && index === 0);
      });
    } else if (GrammarAST.isAlternatives(element)) {
      for (const part of element.elements) walk(part, follow, opening);
    } else if (GrammarAST.isAssignment(element)) {
      walk(element.terminal, follow, opening);
    } else if (GrammarAST.isRuleCall(element)) {
      const rule = element.rule.ref;
      if (GrammarAST.isParserRule(rule) && !SKIPPED_RULES.has(rule.name)) walk(rule.definition, follow, opening);
    }
  }
}

function add(map: Map<string, Set<string>>, keyword: string, tokens: ReadonlySet<string>): void {
  const known = map.get(keyword) ?? new Set();
  for (const token of tokens) known.add(token);
  map.set(keyword, known);
}

function firstOfAll(elements: readonly GrammarAST.AbstractElement[], follow: ReadonlySet<string>): Set<string> {
  const tokens = new Set<string>();
  for (const element of elements) {
    const first = firstOf(element);
    for (const token of first.tokens) tokens.add(token);
    if (!first.optional) return tokens;
  }
  for (const token of follow) tokens.add(token);
  return tokens;
}

function firstOf(element: GrammarAST.AbstractElement): { tokens: Set<string>; optional: boolean } {
  const optional = 'cardinality' in element && (element.cardinality === '?' || element.cardinality === '*');
  if (GrammarAST.isKeyword(element)) return { tokens: new Set([element.value]), optional };
  if (GrammarAST.isAssignment(element)) {
    const inner = firstOf(element.terminal);
    return { tokens: inner.tokens, optional: optional || inner.optional };
  }
  if (GrammarAST.isAlternatives(element)) {
    const parts = element.elements.map(firstOf);
    return {
      tokens: new Set(parts.flatMap((part) => [...part.tokens])),
      optional: optional || parts.some((part) => part.optional),
    };
  }
  if (GrammarAST.isGroup(element)) {
    const tokens = new Set<string>();
    for (const part of element.elements) {
      const first = firstOf(part);
      for (const token of first.tokens) tokens.add(token);
      if (!first.optional) return { tokens, optional };
    }
    return { tokens, optional: true };
  }
  if (GrammarAST.isRuleCall(element)) {
    const rule = element.rule.ref;
    if (GrammarAST.isTerminalRule(rule)) return { tokens: new Set([rule.name]), optional };
    if (GrammarAST.isParserRule(rule) && !SKIPPED_RULES.has(rule.name)) {
      const inner = firstOf(rule.definition);
      return { tokens: inner.tokens, optional: optional || inner.optional };
    }
  }
  return { tokens: new Set(), optional: true };
}

function keywordsOf(grammar: Grammar, ruleName: string): Set<string> {
  const rule = grammar.rules.find((candidate) => candidate.name === ruleName);
  if (!rule || !GrammarAST.isParserRule(rule)) throw new Error(`the grammar has no rule ${ruleName}`);
  return firstOf(rule.definition).tokens;
}
