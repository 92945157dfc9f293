/** From the grammar to the tables and functions of the quick reader, which goes from text to records without a tree. */
import { GrammarAST, loadGrammarFromJson } from 'langium';
import { firstOf, isOptional, isWord, tokensAfterKeywords } from './follow.mjs';

/** What no text has that is right: the quick reader knows nothing of it. */
const WRONG = new Set(['Unexpected', 'Member', 'OPEN_STRING', 'OPEN_BLOCK_TEXT']);
/** Words that lead on to something, which has to follow in a text that is right; and the signs between the parts of a list or path. */
const LEADS_ON = new Set([...',.', ...'to by at on off for and since because changes decision with day'.split(' ')]);

const ENDS = 'start: t.starts[at] as number, end: t.ends[t.at - 1] as number';
const head = (what) => `/** Generated from the grammar by \`npm run generate\`: ${what} */\n\n`;
const isSkipped = (element) => GrammarAST.isRuleCall(element) && WRONG.has(element.rule.ref?.name);

/** `module`: the grammar as Langium's generator writes it. Gives file name → text. */
export function readerModules(module) {
  const literal = /loadGrammarFromJson\((`[\s\S]*`)\)/.exec(module)?.[1];
  if (!literal) throw new Error('the grammar is not written as it was');
  // The literal comes from the generator that just ran.
  const grammar = loadGrammarFromJson(new Function(`return ${literal}`)());
  const tokens = tokensOf(grammar);
  return { 'tokens.ts': tokensModule(grammar, tokens), 'properties.ts': propertiesModule(grammar, tokens) };
}

/** Terminals and signs first, then words: those that open a declaration before all others. */
function tokensOf(grammar) {
  const terminals = grammar.rules.filter((rule) => GrammarAST.isTerminalRule(rule) && !rule.hidden);
  const kinds = [...firstOf(ruleCalled(grammar, 'Kind').definition).tokens];
  const literals = grammar.rules.flatMap((rule) => (GrammarAST.isParserRule(rule) ? keywordsIn(rule.definition) : []));
  const words = [...new Set([...kinds, 'week', ...literals.filter(isWord).sort()])];
  const signs = [...new Set(literals.filter((value) => !isWord(value)))].sort();
  const names = ['END', ...terminals.map(({ name }) => name), ...signs, ...words];
  return { names, words, terminals, number: new Map(names.map((name, index) => [name, index])) };
}

function tokensModule(grammar, { names, words, terminals, number }) {
  const rows = (table) =>
    words
      .filter((word) => table.get(word)?.size > 0)
      .map(
        (word) => `  [${number.get(word)}, ${JSON.stringify([...table.get(word)].map((name) => number.get(name)))}],\n`,
      )
      .join('');
  const { after, afterOpening } = tokensAfterKeywords(grammar);
  const constants = { COMMA: ',', DOT: '.', OPEN_BRACE: '{', CLOSE_BRACE: '}', WEEK: 'week', RUN: 'run' };
  for (const { name } of terminals) constants[name] = name;
  return [
    head('tokens by number, and what may follow a keyword.'),
    `export const names: readonly string[] = ${JSON.stringify(names)};\n\n`,
    'export const END = 0;\n',
    ...Object.entries(constants).map(([name, token]) => `export const ${name} = ${number.get(token)};\n`),
    '/** Words have numbers from here on; those up to `LAST_KIND` open a declaration. */\n',
    `export const FIRST_WORD = ${number.get(words[0])};\nexport const LAST_KIND = ${number.get('week')};\n\n`,
    'type Row = readonly [word: number, tokens: readonly number[]];\n\n',
    '/** The tokens that may come right after a word of the grammar, wherever it stands. */\n',
    `export const after: readonly Row[] = [\n${rows(after)}];\n\n`,
    '/** The same where it opens a property or a declaration: `year 2026`, not `every year on`. */\n',
    `export const afterOpening: readonly Row[] = [\n${rows(afterOpening)}];\n`,
  ].join('');
}

function propertiesModule(grammar, { number }) {
  /** Rule → its function, in the order in which they were asked for. */
  const functions = new Map();
  const members = ruleCalled(grammar, 'Member').definition.elements.map(({ rule }) => rule.ref);
  for (const name of ['Text', 'Period', 'Path']) call(ruleCalled(grammar, name));
  const properties = members.filter(({ name }) => name.endsWith('Property')).flatMap(choices);
  const parts = [
    head('each property, from its tokens to its record.'),
    "import type { Property } from '../model/records.ts';\n",
    "import { added, bare, dangling, image, type Node, refuse, text, unsaid, word } from '../syntax/reading.ts';\n",
    "import type { Tokens } from '../syntax/scan.ts';\n\n",
    '/** Refuses what is no property. */\nexport function readProperty(t: Tokens): Property {\nreturn readMember(t) as unknown as Property;\n}\n\n',
    `function readMember(t: Tokens): Node {\n${choiceOf(properties)}}\n`,
    ...[...functions.values()].map((written) => `\n${written}\n`),
  ];
  return indented(parts.join(''));

  /** Rules that only choose among others are passed over. */
  function choices(rule) {
    const parts = rule.definition.elements ?? [];
    return GrammarAST.isAlternatives(rule.definition) && parts.every((part) => GrammarAST.isRuleCall(part))
      ? parts.flatMap((part) => choices(part.rule.ref))
      : [rule];
  }

  function choiceOf(rules) {
    const cases = rules.map((rule) => `${labels(rule.definition)}return ${call(rule)};\n`);
    return `switch (t.kinds[t.at]) {\n${cases.join('')}default: return refuse();\n}\n`;
  }

  function call(rule) {
    const name = `read${rule.name}`;
    if (!functions.has(rule)) {
      functions.set(rule, '');
      functions.set(rule, `export function ${name}(t: Tokens)${bodyOf(rule)}`);
    }
    return `${name}(t)`;
  }

  function bodyOf(rule) {
    const { definition } = rule;
    const ways = choices(rule);
    if (ways.length > 1) return `: Node {\n${choiceOf(ways)}}`;
    if (rule.dataType) {
      const signs = keywordsIn(definition).some((value) => !isWord(value));
      return `: string {\n  let value = '';\n${statements(definition, data(signs ? '' : ' '))}  return value;\n}`;
    }
    if (GrammarAST.isAssignment(definition)) {
      const { feature, terminal } = definition;
      return ` {\nconst { at } = t;\nconst ${feature} = ${valueFrom(terminal)};\nreturn { ${feature}, ${ENDS} };\n}`;
    }
    return GrammarAST.isGroup(definition) && isSure(definition) ? sureBody(rule) : looseBody(rule);
  }

  /** One value behind the keyword, which has to be there: the record is written at once, in one shape. */
  function sureBody({ definition, returnType }) {
    const [first, ...others] = definition.elements;
    const value = others.find((element) => featuresIn(element).length > 0);
    const [feature] = featuresIn(value);
    const several = !GrammarAST.isAssignment(value);
    const local = { assign: (name, read) => (several ? `${name} = added(${name}, ${read});` : `${name} = ${read};`) };
    const parts = others.map((part) => statements(part === value ? surely(value) : part, local));
    return [
      ': Node {\nconst { at } = t;\n',
      `const ${first.feature} = word(t);\n`,
      `let ${feature}: ${several ? 'unknown[] | undefined' : 'unknown'};\n`,
      ...parts,
      `return { type: '${returnType.ref.name}', key, ${feature}, ${ENDS} };\n}`,
    ].join('');
  }

  function looseBody({ definition, returnType }) {
    const node = {
      assign: (feature, read, several) => `node.${feature} = ${several ? `added(node.${feature}, ${read})` : read};`,
    };
    return [
      `: Node {\nconst { at } = t;\nconst node: Node = { type: '${returnType.ref.name}' };\n`,
      statements(definition, node, true),
      featuresIn(definition).length > 1
        ? 'if (bare(t, at) || dangling(t) || unsaid(node) !== undefined) return refuse();\n'
        : '',
      ...defaultsOf(returnType.ref).map(([feature, value]) => `node.${feature} ??= ${value};\n`),
      'node.start = t.starts[at];\nnode.end = t.ends[t.at - 1];\nreturn node;\n}',
    ].join('');
  }

  /** `checked`: whoever calls has looked at the next token, and it fits. */
  function statements(element, how, checked = false) {
    if (isSkipped(element) || GrammarAST.isAction(element)) return '';
    const { cardinality } = element;
    if (cardinality === '?') return `if (${begins(element)}) {\n${core(element, how)}}\n`;
    if (cardinality === '*') return `while (${begins(element)}) {\n${core(element, how)}}\n`;
    return `${checked || GrammarAST.isAlternatives(element) ? '' : `if (!(${begins(element)})) return refuse();\n`}${core(element, how)}`;
  }

  function core(element, how) {
    if (GrammarAST.isKeyword(element)) return how.keyword ?? 't.at++;\n';
    if (GrammarAST.isGroup(element)) {
      return element.elements
        .map((part, index) => {
          const goesOn = LEADS_ON.has(element.elements[index - 1]?.value);
          return statements(goesOn ? surely(part) : part, how, index === 0 && !isOptional(part));
        })
        .join('');
    }
    if (GrammarAST.isAlternatives(element)) {
      const ways = element.elements.filter((part) => !isWrong(part));
      return `switch (t.kinds[t.at]) {\n${ways.map((part) => `${labels(part)}${core(part, how)}break;\n`).join('')}default: return refuse();\n}\n`;
    }
    if (GrammarAST.isAssignment(element)) {
      return `${how.assign(element.feature, element.operator === '?=' ? '(t.at++, true)' : valueFrom(element.terminal), element.operator === '+=')}\n`;
    }
    const rule = element.rule.ref;
    if (GrammarAST.isTerminalRule(rule)) return how.keyword;
    return statements(rule.definition, how, true);
  }

  function begins(element) {
    return [...expected(element)].map((name) => `t.kinds[t.at] === ${number.get(name)}`).join(' || ');
  }

  function labels(element) {
    return [...expected(element)].map((name) => `case ${number.get(name)}: // ${name}\n`).join('');
  }

  function valueFrom(terminal) {
    const rule = GrammarAST.isRuleCall(terminal) && terminal.rule.ref;
    if (GrammarAST.isParserRule(rule) && !(rule.dataType && isChoiceOfWords(rule.definition))) return call(rule);
    if (isChoiceOfWords(rule ? rule.definition : terminal)) return 'word(t)';
    return [...expected(terminal)].some((name) => name.endsWith('STRING')) ? 'text(t)' : 'image(t)';
  }
}

/** How the words of a data type become its value. */
function data(joint) {
  return { keyword: joint === '' ? 'value += image(t);\n' : `value += (value && '${joint}') + word(t);\n` };
}

function expected(element) {
  return firstOf(element, WRONG).tokens;
}

function isWrong(element) {
  return isSkipped(element) || (GrammarAST.isAssignment(element) && isSkipped(element.terminal));
}

/** Where it may be left out by the grammar and has to be there all the same. */
function surely(element) {
  return { ...unwrapped(element), cardinality: undefined };
}

/** A fragment is what it stands for. */
function unwrapped(element) {
  return GrammarAST.isRuleCall(element) && element.rule.ref.fragment ? element.rule.ref.definition : element;
}

function isChoiceOfWords(element) {
  return (GrammarAST.isAlternatives(element) ? element.elements : [element]).every(
    (part) => GrammarAST.isKeyword(part) && !part.cardinality,
  );
}

/** Key, then exactly one value, with words around it at most. */
function isSure({ elements }) {
  const values = elements.slice(1).filter((element) => featuresIn(element).length > 0);
  return elements[0].feature === 'key' && values.length === 1 && featuresIn(values[0]).length === 1;
}

function featuresIn(element) {
  if (isWrong(element)) return [];
  if (GrammarAST.isAssignment(element)) return [element.feature];
  return [...new Set((unwrapped(element).elements ?? []).flatMap(featuresIn))];
}

/** What the tree keeps of what cannot belong to a property; it is no part of the record. */
const STRAY = new Set(['unexpected', 'others']);

/** What a record has although the text does not say it, in the order of the names. */
function defaultsOf(type) {
  const attributes = [type, ...type.superTypes.map(({ ref }) => ref)].flatMap((each) => each.attributes);
  return attributes
    .filter(
      ({ name, type: { $type, primitiveType } }) =>
        !STRAY.has(name) && ($type === 'ArrayType' || primitiveType === 'boolean'),
    )
    .map(({ name, type: { $type } }) => [name, $type === 'ArrayType' ? '[]' : 'false'])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function keywordsIn(element) {
  if (GrammarAST.isKeyword(element)) return [element.value];
  if (GrammarAST.isAssignment(element)) return keywordsIn(element.terminal);
  return (element.elements ?? []).flatMap(keywordsIn);
}

function ruleCalled(grammar, name) {
  const rule = grammar.rules.find((candidate) => candidate.name === name);
  if (!rule) throw new Error(`the grammar has no rule ${name}`);
  return rule;
}

/** Two spaces for each brace that is open. */
function indented(text) {
  let depth = 0;
  return text
    .split('\n')
    .map((line) => {
      if (line.startsWith('}')) depth -= 1;
      const result = line === '' ? '' : `${'  '.repeat(depth)}${line.trim()}`;
      if (line.trim().endsWith('{')) depth += 1;
      return result;
    })
    .join('\n');
}
