/** A document as Markdown that reads well as it stands. No text of a plan becomes markup, a link, an image or a mention. */

import type { Block, Chart, Document, DocumentFigure, Inline, ListItem, Table, Tone } from '@mos/language/documents';
import { visible } from '../output/visible.ts';

export function documentMarkdown({ title, subtitle, plan, asOf, blocks }: Document): string {
  const origin = [...(plan === undefined ? [] : [plain(plan)]), plain(subtitle), `as of ${asOf}`].join(' · ');
  return `# ${atStart(plain(title))}\n\n${atStart(origin)}\n\n${blocks.map(blockMarkdown).join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${inlineMarkdown(block.text)}`;
    case 'paragraph':
      return atStart(inlineMarkdown(block.text));
    case 'list':
      return items(block.items, block.ordered, '');
    case 'callout':
      return `> **${plain(block.title)}.** ${inlineMarkdown(block.text)}`;
    case 'table':
      return table(block);
    case 'figures':
      return block.figures.map((each, index) => figure(each, isNew(block.figures, index))).join('\n');
    case 'chart':
      return chart(block);
  }
}

function inlineMarkdown(words: readonly Inline[]): string {
  return words
    .map((word) => {
      if (word.type === 'strong') return `**${plain(word.text)}**`;
      if (word.type === 'state') return `${SHAPES[word.tone]} ${plain(word.text)}`;
      return plain(word.text);
    })
    .join('');
}

/** So that nobody needs colour to tell. */
export const SHAPES: Readonly<Record<Tone, string>> = { good: '✓', warning: '▲', bad: '✗', open: '○' };

function items(list: readonly ListItem[], ordered: boolean, indent: string): string {
  return list
    .map(({ text, items: inner }, index) => {
      const mark = ordered ? `${index + 1}.` : '-';
      const below = inner ? `\n${items(inner, false, `${indent}${' '.repeat(mark.length + 1)}`)}` : '';
      return `${indent}${mark} ${atStart(inlineMarkdown(text))}${below}`;
    })
    .join('\n');
}

function table({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const marks = columns.map(({ holds }) => (holds === 'number' || holds === 'share' ? '--:' : '---'));
  return [
    `*${plain(caption)}*`,
    '',
    line(columns.map(({ title }) => plain(title))),
    line(marks),
    ...rows.map((cells) => line(cells.map(({ text }) => inlineMarkdown(text)))),
  ].join('\n');
}

/** A number that several stand beside each other of is explained with the first of them. */
export function isNew(figures: readonly DocumentFigure[], index: number): boolean {
  return figures.findIndex(({ term }) => term === figures[index]?.term) === index;
}

function figure({ title, label, text, note, definition }: DocumentFigure, isExplained: boolean): string {
  const left = note === undefined ? '' : ` (${plain(note)})`;
  return `- **${plain(title)}**, ${plain(label)}: ${plain(text)}${left}${isExplained ? `. ${plain(definition)}` : ''}`;
}

function chart({ title, says, series, unit }: Chart): string {
  const readings = series.map(({ date, text }) => `${plain(text)} (${date})`).join(', ');
  const counted = unit === undefined ? '' : ` (${plain(unit)})`;
  return `**${plain(title)}**${counted}: ${plain(says)} Read: ${readings}.`;
}

/**
 * Words that stay words: what would steer a page is escaped; what a host would make a link, a mention, an issue or an emoji of,
 * which they do behind the back of Markdown, stands in code marks.
 */
function plain(text: string): string {
  const shown = visible(text.replace(/\s+/g, ' '));
  return HOOKS.test(shown) ? code(shown) : shown.replace(STEERING, '\\$&');
}

/** `@name`, `#12`, `GH-12`, addresses of sites and of people, commits, `:emoji:`. */
const HOOKS = /[\p{L}\d_]?@[\p{L}\d_]|#\d|\bgh-\d|:\/\/|\bwww\.|\bmailto:|\b[0-9a-f]{7,40}\b|:[\w+-]+:/iu;

/** An underline within a word is none, and reads better without a backslash. */
const STEERING = /[\\`*[\]<>|~]|&(?=#|\w)|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu;

/** What would begin a heading, a list, a quotation or a rule at the start of a line. */
function atStart(line: string): string {
  return line.replace(/^(\s*)([#+=-]|\d{1,9}(?=[.)]))/, (_, blank: string, mark: string) =>
    /\d/.test(mark) ? `${blank}${mark}\\` : `${blank}\\${mark}`,
  );
}

/** A code span whose fence is longer than any run of backticks within. In a table, a bar has to be escaped even there. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const own = text.replaceAll('|', '\u00a6');
  return longest > 0 ? `${fence} ${own} ${fence}` : `${fence}${own}${fence}`;
}
