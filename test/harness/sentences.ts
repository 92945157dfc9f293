/** Texts that the grammar makes: random plans, mostly right, with every keyword as a name now and then. */

import { GrammarAST } from 'langium';
import { MosGrammar } from '../../packages/language/src/generated/grammar.ts';

/** From 0 up to 1, the same for the same seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** A few declarations. */
export function sentence(random: Random): string {
  let text = '';
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    text += gap(random);
    text += new Sentence(random).of(rule(random() < 0.1 ? 'Week' : 'Declaration'));
  }
  return text + (random() < 0.5 ? '\n' : '');
}

/** Some characters or words of a text gone, doubled, exchanged or new. */
export function mutated(text: string, random: Random): string {
  let result = text;
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const words = [...result.matchAll(/\s+|[\p{L}\p{N}_-]+|./gsu)].map(([word]) => word);
    const at = Math.floor(random() * words.length);
    const way = random();
    if (way < 0.3) words.splice(at, 1);
    else if (way < 0.45) words.splice(at, 0, words[at] ?? '');
    else if (way < 0.6) words.splice(at, 0, pick(random, words) ?? '');
    else if (way < 0.8) words.splice(at, 0, pick(random, ODD));
    else words.splice(at, 1, pick(random, WORDS), pick(random, [' ', '']));
    result = words.join('');
  }
  return result;
}

class Sentence {
  constructor(random: Random) {
    this.random = random;
  }
  private readonly random: Random;
  private depth = 0;

  of(parserRule: GrammarAST.AbstractRule): string {
    if (!GrammarAST.isParserRule(parserRule)) return this.terminal(parserRule.name);
    // A name with dots is a fault of a declaration, and a reference mostly has none.
    if (parserRule.name === 'Path' && this.random() < 0.9) return this.terminal('ID');
    this.depth++;
    const text = this.element(parserRule.definition);
    this.depth--;
    return text;
  }

  private element(element: GrammarAST.AbstractElement): string {
    if (GrammarAST.isRuleCall(element) && WRONG.has(element.rule.ref?.name ?? '')) return '';
    let text = '';
    for (let count = this.times(element); count > 0; count--) text += this.once(element);
    return text;
  }

  private times({ cardinality }: GrammarAST.AbstractElement): number {
    if (cardinality === '?') return this.random() < 0.98 ? 1 : 0;
    if (cardinality === '*') return this.depth > 12 ? 0 : Math.floor(this.random() ** 2 * 5);
    return 1;
  }

  private once(element: GrammarAST.AbstractElement): string {
    if (GrammarAST.isKeyword(element)) return this.spaced(element.value);
    if (GrammarAST.isAssignment(element)) {
      // What no status holds; the grammar lets it in so that a rule can speak of it.
      if (element.feature === 'others' && this.random() < 0.95) return '';
      return this.element(element.terminal);
    }
    if (GrammarAST.isAlternatives(element)) {
      const ways = element.elements.filter(
        (way) => !(GrammarAST.isRuleCall(way) && WRONG.has(way.rule.ref?.name ?? '')),
      );
      return this.element(pick(this.random, ways));
    }
    if (GrammarAST.isGroup(element)) return element.elements.map((part) => this.element(part)).join('');
    if (GrammarAST.isRuleCall(element) && element.rule.ref) return this.of(element.rule.ref);
    return '';
  }

  private terminal(name: string): string {
    return this.spaced(
      name === 'ID' && this.random() < 0.2 ? pick(this.random, WORDS) : pick(this.random, SAMPLES[name] ?? ['x']),
    );
  }

  /** Rarely anything but a space: most plans are tidy. */
  private spaced(token: string): string {
    return (this.random() < 0.9 ? ' ' : gap(this.random)) + token;
  }
}

function gap(random: Random): string {
  return pick(random, [
    ' ',
    '\n',
    '\r\n  ',
    '\t',
    '\u00a0',
    '\u2028',
    '\uFEFF',
    '\n// note\n',
    ' /* aside */ ',
    '\n/** What it is */\n',
    DOCUMENTED,
    ALLOWED,
  ]);
}

const DOCUMENTED = '\n/**\n * Two\n *  lines */ // and this\n// mos-allow cascade/missing-why: yes\n';
const ALLOWED = ' // mos-allow cascade/missing-why until 2026-03-31: agreed with Ana\n';
const WRONG = new Set(['Unexpected', 'Misplaced', 'Block', 'OPEN_STRING', 'OPEN_BLOCK_TEXT', 'OPEN_COMMENT']);

const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  ID: ['ana', 'q1_pipeline', 'abm-pilot', 'team_0', 'été', '張_3', 'e\u0301a', 'to-do', 'week2', '𝒳', '_'],
  STRING: [
    '"a text"',
    '""',
    '"with \\"quotes\\" and \\u{2014}"',
    '"{ week }"',
    '"// no comment"',
    '"größer"',
    '"\\\\"',
  ],
  BLOCK_TEXT: ['"""block"""', '"""\n  two\n    lines\n  """', '"""// mos-allow x\n"""', '""""""', '"""a \\ b " c"""'],
  PERIOD: ['2026-Q1', '2026-W03', '2026-01-16', '2026-01', '2026-', '2026-x-y'],
  TIME: ['9:30', '14:00'],
  NUMBER: ['2026', '5', '20%', '$50k', '€1,200.50', '-3', '+1.5M', '£3b%', '¥7', '1,000', '0.5'],
};
const WORDS = [
  ...new Set(MosGrammar().rules.flatMap((each) => (GrammarAST.isParserRule(each) ? keywordsIn(each.definition) : []))),
].filter((word) => /^[a-z]/i.test(word));
const ODD = [
  '"',
  '"""',
  '{',
  '}',
  ',',
  '.',
  '/',
  '/*',
  '*/',
  '//',
  '\\',
  '\n',
  '-',
  '+',
  '$',
  '%',
  ':',
  '5',
  'é',
  '—',
  '\u00a0',
  '\u0301',
  '\ud835',
  '\u0000',
  ' ',
  'k',
  '\\q',
];

function rule(name: string): GrammarAST.AbstractRule {
  return MosGrammar().rules.find((each) => each.name === name) as GrammarAST.AbstractRule;
}

function keywordsIn(element: GrammarAST.AbstractElement): string[] {
  if (GrammarAST.isKeyword(element)) return [element.value];
  if (GrammarAST.isAssignment(element)) return keywordsIn(element.terminal);
  return 'elements' in element ? (element.elements as GrammarAST.AbstractElement[]).flatMap(keywordsIn) : [];
}
