/** Texts of every sort for the fuzzers: real plans and what becomes of them, what the grammar makes, rubbish, and malice. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '@mos/language';
import { summarize } from '../../packages/language/src/syntax/reader.ts';
import { corpusNames, readCorpus } from '../harness/corpus.ts';
import { readPage } from '../harness/pages.ts';
import { mutated, pick, type Random, sentence } from '../harness/sentences.ts';

export const examples = corpusNames().flatMap((name) => readCorpus(name).files.map(({ text }) => text));
export const pages = rules.flatMap(({ name }) => readPage(name).fences.map(({ source }) => source));
export const broken = corpus('broken');
export const evil = corpus('evil');

/** A text, mostly short: a fault that needs a long one is found by the evil ones and by the long run. */
export function fuzzed(random: Random): string {
  const way = random();
  if (way < 0.25) return mutated(sentence(random), random);
  if (way < 0.4) return sentence(random);
  if (way < 0.6) return mutated(lines(pick(random, real(random)), random, 25), random);
  if (way < 0.75) return transplanted(pick(random, real(random)), random);
  if (way < 0.82) return scrambled(lines(pick(random, real(random)), random, 15), random);
  if (way < 0.9) return rubbish(random);
  return malice(random);
}

/** A real plan, whole or a part of it, with faults or without. */
export function real(random: Random): readonly string[] {
  const way = random();
  return way < 0.7 ? pages : way < 0.85 ? examples : way < 0.95 ? broken : evil;
}

/** So many lines from somewhere, or fewer. */
export function lines(text: string, random: Random, most: number): string {
  const all = text.split('\n');
  const start = Math.floor(random() * all.length);
  return all.slice(start, start + 1 + Math.floor(random() * most)).join('\n');
}

/** Declarations moved into others, doubled, dropped, exchanged: what a careless hand does to whole blocks. */
export function transplanted(text: string, random: Random): string {
  let result = lines(text, random, 60);
  for (let count = 1 + Math.floor(random() * 3); count > 0; count--) {
    const { declarations } = summarize('', result);
    if (declarations.length === 0) return result;
    const part = pick(random, declarations);
    const words = result.slice(part.start, part.end);
    const { start, end, body } = pick(random, declarations);
    const way = random();
    if (way < 0.2) result = result.slice(0, start) + result.slice(end);
    else if (way < 0.4) result = `${result.slice(0, end)}\n${words}${result.slice(end)}`;
    else if (way < 0.7 && body) result = `${result.slice(0, body.start + 1)} ${words} ${result.slice(body.start + 1)}`;
    else result = result.slice(0, start) + words + result.slice(end);
  }
  return result;
}

/** Some characters replaced by any others, as bits do when they fall over. */
export function scrambled(text: string, random: Random): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  for (let count = 1 + Math.floor(random() * 6); count > 0 && units.length > 0; count--) {
    units[Math.floor(random() * units.length)] = Math.floor(random() * (random() < 0.7 ? 0x80 : 0x10000));
  }
  return String.fromCharCode(...units);
}

/** Bytes as they come, read as people's programs read them. */
export function rubbish(random: Random): string {
  const bytes = Uint8Array.from({ length: Math.floor(random() * 200) }, () => Math.floor(random() * 256));
  return new TextDecoder(pick(random, ['utf-8', 'utf-16le', 'latin1'])).decode(bytes);
}

/** What somebody writes who wants to see mos fall: the evil corpus, mixed and repeated. */
export function malice(random: Random): string {
  if (random() < 0.3) return mutated(lines(pick(random, evil), random, 20), random);
  const unit = pick(random, UNITS);
  return unit.repeat(1 + Math.floor(random() ** 4 * 400)) + (random() < 0.5 ? pick(random, UNITS) : '');
}

/** Pieces that hurt when there are many of them. */
const UNITS = [
  ...[
    '{',
    '}',
    '{\n',
    'frame f {',
    'owner a { ',
    'week 2026-W03 { ',
    '"',
    '"""',
    '/*',
    '/**',
    '*/',
    '//',
    '\\',
    '\r',
    '\u2028',
  ],
  ...[
    'objective o { advances o }',
    'owner a { reports to a }\n',
    'metric m { from 1 to 9',
    'dri a, ',
    'a.',
    '9',
    '-',
    '%',
    '2026-W',
  ],
  ...[
    '"\\',
    '"\\u{',
    '\u202E',
    '\u200B',
    '\uD800',
    '\uDC00',
    '\u0000',
    '\u001b[31m',
    '\uFEFF',
    'e\u0301',
    '👩‍👩‍👧',
    '﷽',
  ],
  ...[
    'owner __proto__ ',
    'owner constructor "C" { reports to __proto__ }\n',
    'commitment then { needs toString }\n',
    '// mos-allow ',
  ],
  ...[
    'objective q "Q" { quarter 2026-Q1\n',
    '<script>alert(1)</script>',
    '::error::',
    '=cmd()',
    '$$$',
    '1e999',
    '٣',
    '０',
  ],
];

function corpus(name: string): string[] {
  const folder = join(import.meta.dirname, 'corpus', name);
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}
