/** What the grammar lets follow what: the tokens that an element may begin with, and those right after a keyword. */
import { GrammarAST } from 'langium';

/** Parts that may begin with nearly anything, and so say nothing about what a keyword expects. */
const VAGUE = new Set(['Unexpected', 'Body', 'Member', 'Misplaced', 'StatusDetail']);

export const isWord = (value) => /^[A-Za-z]/.test(value);
export const isOptional = ({ cardinality }) => cardinality === '?' || cardinality === '*';

/**
 * For each keyword of the grammar, the names of the tokens that may come right after it within its rule: wherever it stands, and
 * where it opens a property or a declaration (`year 2026`, not `every year on`).
 */
export function tokensAfterKeywords(grammar) {
  const after = new Map();
  const afterOpening = new Map();
  for (const rule of grammar.rules) {
    if (GrammarAST.isParserRule(rule) && rule.name !== 'Misplaced') walk(rule.definition, new Set(), !rule.dataType);
  }
  return { after, afterOpening };

  function walk(element, follow, opening) {
    if (GrammarAST.isKeyword(element)) {
      if (!isWord(element.value)) return;
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
      if (GrammarAST.isParserRule(rule) && !VAGUE.has(rule.name)) walk(rule.definition, follow, opening);
    }
  }
}

function add(map, keyword, tokens) {
  map.set(keyword, new Set([...(map.get(keyword) ?? []), ...tokens]));
}

function firstOfAll(elements, follow) {
  const tokens = new Set();
  for (const element of elements) {
    const first = firstOf(element);
    for (const token of first.tokens) tokens.add(token);
    if (!first.optional) return tokens;
  }
  return new Set([...tokens, ...follow]);
}

/** The tokens that an element may begin with; nothing is asked of rules that are left out. */
export function firstOf(element, without = VAGUE) {
  const optional = isOptional(element);
  if (GrammarAST.isKeyword(element)) return { tokens: new Set([element.value]), optional };
  if (GrammarAST.isAssignment(element)) {
    const inner = firstOf(element.terminal, without);
    return { tokens: inner.tokens, optional: optional || inner.optional };
  }
  if (GrammarAST.isAlternatives(element)) {
    const parts = element.elements.map((part) => firstOf(part, without));
    return {
      tokens: new Set(parts.flatMap((part) => [...part.tokens])),
      optional: optional || parts.some((part) => part.optional),
    };
  }
  if (GrammarAST.isGroup(element)) {
    const tokens = new Set();
    for (const part of element.elements) {
      const first = firstOf(part, without);
      for (const token of first.tokens) tokens.add(token);
      if (!first.optional) return { tokens, optional };
    }
    return { tokens, optional: true };
  }
  if (!GrammarAST.isRuleCall(element)) return { tokens: new Set(), optional: true };
  const rule = element.rule.ref;
  if (GrammarAST.isTerminalRule(rule)) return { tokens: new Set(without.has(rule.name) ? [] : [rule.name]), optional };
  if (without.has(rule.name)) return { tokens: new Set(), optional: true };
  const inner = firstOf(rule.definition, without);
  return { tokens: inner.tokens, optional: optional || inner.optional };
}
