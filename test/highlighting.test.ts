/** Protects the colours of plans before a server has spoken: every word has one, and it is that of what the word does. */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { createServices } from '../packages/language/src/syntax/parser.ts';
import { template } from '../packages/language/src/templates.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const services = createServices();

await oniguruma.loadWASM(readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm')));
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async (scope) => {
    const file = { 'source.mos': 'mos', 'markdown.mos.codeblock': 'mos.markdown' }[scope];
    if (!file) return { scopeName: scope, patterns: [], repository: {} } as never;
    const path = join(root, 'syntaxes', `${file}.tmLanguage.json`);
    return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
  },
});
const plans = await registry.loadGrammar('source.mos');
const fences = await registry.loadGrammar('markdown.mos.codeblock');
if (!plans || !fences) throw new Error('the grammars cannot be read');

const plan = (text: string) => scopesIn(plans, text);

/** What the lexer of the language takes a word for → what the colour has to say of it. */
const COLOURS = {
  text: /^(string|constant\.character\.escape|punctuation\.definition\.string|markup\.|punctuation\.definition\.list)/,
  number: /^constant\.numeric\./,
  keyword: /^(keyword|storage\.modifier|support\.constant)\./,
  name: /^(entity\.name|variable\.other|entity\.other)\./,
  sign: /^punctuation\./,
} as const;

describe('each word has the colour of what the language takes it for', () => {
  const full = template('full', { title: 'x', today: '2026-01-14' });
  const texts: [string, string][] = [
    ...readdirSync(join(root, 'examples'), { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.mos'))
      .map((path): [string, string] => [path, readFileSync(join(root, 'examples', path), 'utf8')]),
    ...Object.entries(full).filter(([name]) => name.endsWith('.mos')),
  ];

  test.each(texts)('%s', (_name, text) => {
    const scopes = plan(text);
    const wrong = tokensIn(text).filter(({ start, is }) => !COLOURS[is].test(scopes(start)));
    expect(
      wrong.map(({ start, image, is }) => `${image}: ${is}, but ${scopes(start)} in ${lineAt(text, start)}`),
    ).toEqual([]);
  });
});

describe('every keyword of the grammar', () => {
  const folder = join(root, 'packages/language/src/grammar');
  const keywords = new Set(
    readdirSync(folder).flatMap((file) =>
      [...readFileSync(join(folder, file), 'utf8').matchAll(/'([A-Za-z]+)'/g)].map(([, word = '']) => word),
    ),
  );

  test('is highlighted, also where it stands alone', () => {
    const plain = [...keywords].filter((word) => !COLOURS.keyword.test(plan(`  ${word}`)(2)));
    expect(plain).toEqual([]);
    expect(keywords.size).toBeGreaterThan(150);
  });
});

describe('at a place', () => {
  const cases: [text: string, marked: string, scope: string][] = [
    ['commitment x "Publish" { dri ben advances jan }', 'ben', 'variable.other.reference.mos'],
    ['owner week "Week Okafor"', 'week', 'entity.name.tag.owner.mos'],
    ['needs legal done 2026-01-16', 'legal', 'variable.other.reference.mos'],
    ['needs legal done 2026-01-16', 'done', 'storage.modifier.state.mos'],
    ['gate g { kind legal }', 'legal', 'support.constant.property-value.mos'],
    ['advances fy26.abm, q1', 'abm', 'variable.other.reference.mos'],
    ['commitment { run }', 'run', 'storage.modifier.property.mos'],
    ['run "Newsletter" { budget 30% }', 'run', 'keyword.control.declaration.mos'],
    ['status 2026-02-13 at risk "why"', 'at risk', 'support.constant.property-value.status.mos'],
    ['from $1.2M to €40k', '$1.2M', 'constant.numeric.amount.mos'],
    ['week 2026-W03 {', '2026-W03', 'constant.numeric.period.mos'],
    ['every week on Monday at 09:30', '09:30', 'constant.numeric.time.mos'],
    ['team_0', 'team_0', 'variable.other.mos'],
    ['été-2026', 'été-2026', 'variable.other.mos'],
    ['why "a \\" b" dri', 'dri', 'storage.modifier.property.mos'],
    ['why "never closed\ndri ben', 'dri', 'storage.modifier.property.mos'],
    ['text """\n**bold** and\n""" dri', '**bold**', 'markup.bold.markdown'],
    ['text """\n- [a](https://b.c)\n""" dri', 'https', 'markup.underline.link.markdown'],
    ['text """\n# never """ dri', 'dri', 'storage.modifier.property.mos'],
    ['// mos-allow cascade/missing-why until 2026-03-31: because', 'cascade', 'entity.other.attribute-name.rule.mos'],
    ['// mos-allow cascade/missing-why until 2026-03-31: because', 'because', 'comment.line.double-slash.mos'],
    ['/** dri */ dri', ' dri */', 'comment.block.documentation.mos'],
    ['/**/ dri', 'dri', 'storage.modifier.property.mos'],
  ];

  test.each(cases)('%s: %s', (text, marked, scope) => {
    expect(plan(text)(text.indexOf(marked))).toBe(scope);
  });
});

test('a fence in Markdown holds a plan, and ends where it ends', () => {
  const text = 'Text.\n\n```mos by-hand\nowner ben "Ben"\n```\n\nowner ben\n';
  const scopes = scopesIn(fences, text);
  expect(scopes(text.indexOf('owner'))).toBe('keyword.control.declaration.mos');
  expect(scopes(text.lastIndexOf('owner'))).toBe('markdown.mos.codeblock');
});

/** Gives the innermost scope at an offset. */
function scopesIn(grammar: textmate.IGrammar, text: string): (offset: number) => string {
  const scopes: string[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes: all } of tokens) {
      for (let at = startIndex; at < Math.min(endIndex, line.length); at++) scopes.push(all.at(-1) ?? '');
    }
    scopes.push('');
  }
  return (offset) => scopes[offset] ?? '';
}

interface Word {
  start: number;
  image: string;
  is: keyof typeof COLOURS;
}

function tokensIn(text: string): Word[] {
  const { tokens } = services.parser.Lexer.tokenize(text);
  return tokens.map(({ startOffset: start, image, tokenType }) => ({
    start,
    image,
    is: kindOf(tokenType.name, image),
  }));
}

function kindOf(type: string, image: string): Word['is'] {
  if (image.startsWith('"')) return 'text';
  if (['PERIOD', 'NUMBER', 'TIME'].includes(type)) return 'number';
  if (type === 'ID') return 'name';
  return /^\p{L}/u.test(image) ? 'keyword' : 'sign';
}

function lineAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset) + 1).split('\n', 1)[0] ?? '';
}
