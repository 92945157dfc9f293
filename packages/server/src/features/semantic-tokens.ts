/** Semantic tokens: names by what they name, DRIs, periods, amounts, and how far things are. */

import {
  amountsIn,
  type Kind,
  keywordOf,
  type PlanNode,
  type Property,
  periodsIn,
  type Span,
  segmentsOf,
  stateOf,
} from '@mos/language';
import type { SemanticTokens, SemanticTokensDelta, SemanticTokensEdit } from 'vscode-languageserver';
import type { Feature, Subject } from '../feature.ts';

/** Standard types where one fits, so that every theme has a colour for them; `dri`, `period` and `state` are of mos. */
const TYPES = [
  'namespace',
  'type',
  'class',
  'interface',
  'method',
  'struct',
  'variable',
  'enum',
  'decorator',
  'property',
  'event',
  'label',
  'function',
  'typeParameter',
  'enumMember',
  'number',
  'dri',
  'period',
  'state',
] as const;
type TokenType = (typeof TYPES)[number];

const MODIFIERS = ['declaration', 'done', 'missed', 'risk', 'dropped'] as const;
type Modifier = (typeof MODIFIERS)[number];

const TYPE_OF: Record<Kind, TokenType> = {
  frame: 'namespace',
  bet: 'type',
  run: 'type',
  objective: 'class',
  milestone: 'interface',
  commitment: 'method',
  week: 'label',
  program: 'struct',
  owner: 'variable',
  team: 'enum',
  gate: 'decorator',
  metric: 'property',
  cadence: 'event',
  retro: 'event',
  brief: 'label',
  decision: 'function',
  platform: 'typeParameter',
  market: 'enumMember',
};

/** States, statuses and results of a specification, by the word that says them. */
const MODIFIER_OF: Readonly<Record<string, Modifier>> = {
  done: 'done',
  met: 'done',
  achieved: 'done',
  missed: 'missed',
  'off track': 'missed',
  'at risk': 'risk',
  partial: 'risk',
  blocked: 'risk',
  moved: 'risk',
  dropped: 'dropped',
};

export const semanticTokens: Feature = {
  capabilities: {
    semanticTokensProvider: {
      legend: { tokenTypes: [...TYPES], tokenModifiers: [...MODIFIERS] },
      full: { delta: true },
      range: true,
    },
  },
  register({ connection, subject }) {
    const answers = new Answers();
    const requests = connection.languages.semanticTokens;
    requests.on(async ({ textDocument: { uri } }) => {
      const found = await subject(uri);
      return found ? answers.full(uri, encoded(found, tokensOf(found))) : { data: [] };
    });
    requests.onDelta(async ({ textDocument: { uri }, previousResultId }) => {
      const found = await subject(uri);
      return found ? answers.delta(uri, previousResultId, encoded(found, tokensOf(found))) : { data: [] };
    });
    requests.onRange(async ({ textDocument: { uri }, range }) => {
      const found = await subject(uri);
      if (!found) return { data: [] };
      const [start, end] = [found.lines.offset(range.start), found.lines.offset(range.end)];
      return {
        data: encoded(
          found,
          tokensOf(found).filter((token) => token.end > start && token.start < end),
        ),
      };
    });
  },
};

interface SemanticToken extends Span {
  type: TokenType;
  modifiers: readonly Modifier[];
}

/** In the order of the text; none spans a line break or overlaps another. */
export function tokensOf({ project, file, lines }: Subject): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  const add = (span: Span, type: TokenType, ...modifiers: Modifier[]) => {
    if (!/[\r\n]/.test(lines.text.slice(span.start, span.end)))
      tokens.push({ start: span.start, end: span.end, type, modifiers });
  };
  for (const node of project.engine.plan.files.get(file)?.nodes.values() ?? []) {
    const { name, properties } = node.declaration;
    const state = MODIFIER_OF[stateOf(node)?.word ?? ''];
    if (name) add(name, TYPE_OF[node.kind], 'declaration', ...(state ? [state] : []));
    for (const property of properties) {
      for (const period of periodsIn(property)) add(period, 'period');
      for (const amount of amountsIn(property)) add(amount, 'number');
      const word = stateWord(property, lines.text);
      if (word) add(word, 'state', ...word.modifiers);
    }
    for (const link of node.links) {
      for (const segment of segmentsOf(lines.text, link))
        add(segment, link.key === 'dri' && segment.node?.kind === 'owner' ? 'dri' : typeOf(segment.node));
    }
  }
  tokens.sort((a, b) => a.start - b.start);
  return tokens.filter((token, index) => index === 0 || (tokens[index - 1] as SemanticToken).end <= token.start);
}

/** A name that means nothing yet is still a name, and not the keyword that it may look like. */
function typeOf(node: PlanNode | undefined): TokenType {
  return node ? TYPE_OF[node.kind] : 'variable';
}

/** `done` itself, or the `at risk` behind `status 2026-02-13`. */
function stateWord(property: Property, text: string): (Span & { modifiers: Modifier[] }) | undefined {
  if (property.type === 'StateProperty') return { ...keywordOf(property), modifiers: modifiersOf(property.key) };
  const word =
    property.type === 'StatusProperty'
      ? property.status
      : property.type === 'SpecProperty'
        ? property.result
        : undefined;
  if (word === undefined) return undefined;
  const from = ('on' in property && property.on?.end) || keywordOf(property).end;
  const match = new RegExp(`^\\s*(${word.replace(' ', '[ \\t]+')})`).exec(text.slice(from, property.end));
  if (!match?.[1]) return undefined;
  const end = from + match[0].length;
  return { start: end - match[1].length, end, modifiers: modifiersOf(word) };
}

function modifiersOf(word: string): Modifier[] {
  const modifier = MODIFIER_OF[word];
  return modifier ? [modifier] : [];
}

/** Five numbers a token, as the protocol wants it: lines and characters relative to the token before. */
function encoded({ lines }: Subject, tokens: readonly SemanticToken[]): number[] {
  const data: number[] = [];
  let [lastLine, lastCharacter] = [0, 0];
  for (const { start, end, type, modifiers } of tokens) {
    const { line, character } = lines.position(start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << MODIFIERS.indexOf(modifier)), 0);
    data.push(
      line - lastLine,
      line === lastLine ? character - lastCharacter : character,
      end - start,
      TYPES.indexOf(type),
      bits,
    );
    [lastLine, lastCharacter] = [line, character];
  }
  return data;
}

/** The last answer for each of the documents that were asked for lately, so that the next one can be a difference. */
class Answers {
  private readonly last = new Map<string, { id: string; data: number[] }>();
  private count = 0;

  full(uri: string, data: number[]): SemanticTokens {
    const resultId = String(++this.count);
    this.last.delete(uri);
    this.last.set(uri, { id: resultId, data });
    // Editors show a handful of documents at a time; the one not asked for the longest goes first.
    for (const oldest of this.last.keys()) {
      if (this.last.size <= MOST_ANSWERS) break;
      this.last.delete(oldest);
    }
    return { resultId, data };
  }

  delta(uri: string, previous: string, data: number[]): SemanticTokens | SemanticTokensDelta {
    const before = this.last.get(uri);
    const full = this.full(uri, data);
    if (before?.id !== previous) return full;
    return { resultId: full.resultId as string, edits: difference(before.data, data) };
  }
}

const MOST_ANSWERS = 30;

/** One edit from the first to the last number that differ: people type at one place. */
function difference(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (start === before.length && start === after.length) return [];
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [{ start, deleteCount: before.length - tail - start, data: after.slice(start, after.length - tail) }];
}
