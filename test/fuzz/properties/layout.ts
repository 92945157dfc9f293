/** The formatter changes the layout and nothing else, or leaves a text alone. */

import { formatPlan, tokenize } from '@mos/language';
import { mutated, pick, type Random, sentence } from '../../harness/sentences.ts';
import { Broken, type Property } from '../property.ts';
import { lines, real, transplanted } from '../texts.ts';

export const layout: Property = {
  name: 'layout',
  promise: 'formatting keeps every word, comment, line ending and byte order mark, and the second time changes nothing',
  quick: 10_000,
  long: 200_000,
  run(random: Random) {
    const text = someLayout(random);
    const once = formatPlan(text);
    const files = { 'plan.mos': text };
    if ('refused' in once) {
      if (once.refused.includes('fault of mos')) throw new Broken(once.refused, files);
      return;
    }
    const result = { ...files, 'formatted.mos': once.text };
    const twice = formatPlan(once.text);
    if ('refused' in twice || twice.text !== once.text) throw new Broken('the second run changes it again', result);
    const [before, after] = [wordsOf(text), wordsOf(once.text)];
    if (before !== after) throw new Broken(`other words or comments:\n${before}\n${after}`, result);
    if (text.startsWith('\uFEFF') !== once.text.startsWith('\uFEFF')) throw new Broken('another mark', result);
    if (/[^\uFEFF]/.test(once.text) && isAll('\r\n', text) && !isAll('\r\n', once.text))
      throw new Broken('line endings', result);
    if (!text.includes('\r') && once.text.includes('\r')) throw new Broken('line endings', result);
  },
};

/** Plans that can be read, for the most part, in every layout that people and their tools leave behind. */
function someLayout(random: Random): string {
  const way = random();
  let text = sentence(random);
  if (way < 0.35) text = lines(pick(random, real(random)), random, 30);
  else if (way < 0.5) text = transplanted(pick(random, real(random)), random);
  else if (way < 0.6) text = mutated(text, random);
  for (let count = Math.floor(random() * 5); count > 0; count--) text = spacedOut(text, random);
  if (random() < 0.3) text = text.replaceAll(/\r?\n/g, '\r\n');
  return random() < 0.1 && !text.startsWith('\uFEFF') ? `\uFEFF${text}` : text;
}

/** White space or a comment between two words. */
function spacedOut(text: string, random: Random): string {
  const gaps = [...text.matchAll(/(?<=\S)[ \t]+(?=\S)|\n/g)];
  if (gaps.length === 0) return text;
  const { index, 0: gap } = pick(random, gaps);
  return text.slice(0, index) + pick(random, SPACES) + text.slice(index + gap.length);
}

const SPACES = [
  ...[
    ' ',
    '\n',
    '\n\n\n',
    '\t\t',
    '  \n\t ',
    ' // aside\n',
    '\n// alone\n',
    ' /* in between */ ',
    '\n/** what it is */\n',
  ],
  ...[
    '\n/* two\n   lines */\n',
    '\n  /**\n   * Indented.\n     * Badly.\n   */\n',
    ' // mos-allow cascade/missing-why: said\n',
    '\u00a0',
    '//\n',
  ],
];

/** Everything but white space; a comment of several lines may be moved to and fro as a whole. */
function wordsOf(text: string): string {
  return tokenize(text)
    .map(({ image, comment }) => (comment ? image.replaceAll(/\s+/g, ' ').trim() : image.replaceAll('\r\n', '\n')))
    .join('¦');
}

/** Whether it has lines, and every one of them ends so. */
function isAll(ending: string, text: string): boolean {
  return /[\r\n]/.test(text) && !/[\r\n]/.test(text.replaceAll(ending, ''));
}
