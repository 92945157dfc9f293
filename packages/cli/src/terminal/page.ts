/** A rule's page, written in Markdown, for reading in a terminal: headings, paragraphs to width, examples with their marks. */

import stringWidth from 'string-width';
import type { Colors } from './screen.ts';
import { wrap } from './wrap.ts';

export interface PageOptions {
  /** Columns to fill. */
  width: number;
  colors: Colors;
}

/** Longer lines are hard to follow with the eye. */
const WIDEST = 88;

/** Knows the Markdown that our own pages are written in: headings, paragraphs, lists, tables, fenced code, `code`, emphasis. */
export function renderPage(markdown: string, { width, colors }: PageOptions): string {
  const room = Math.min(width, WIDEST);
  const blocks = blocksOf(markdown).map((block) => renderBlock(block, room, colors).join('\n'));
  return `${blocks.join('\n\n').trimEnd()}\n`;
}

/** The first sentence of the page, without its heading and without marks of layout. */
export function firstSentence(markdown: string): string | undefined {
  const paragraph = blocksOf(markdown).find(({ kind }) => kind === 'paragraph');
  if (!paragraph) return undefined;
  const text = plainInline(paragraph.lines.join(' '));
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}

interface Block {
  kind: 'heading' | 'paragraph' | 'item' | 'code' | 'table';
  lines: string[];
  /** Level of a heading; columns before an item. */
  level: number;
}

function blocksOf(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  let fenced = false;
  for (const line of markdown.split('\n')) {
    if (/^\s*```/.test(line)) {
      fenced = !fenced;
      open = fenced ? { kind: 'code', lines: [], level: 0 } : undefined;
      if (open) blocks.push(open);
      continue;
    }
    if (fenced) {
      open?.lines.push(line);
      continue;
    }
    const [, hashes] = /^(#+)\s/.exec(line) ?? [];
    const [, indent, marker] = /^(\s*)([-*]|\d+\.)\s/.exec(line) ?? [];
    if (line.trim() === '') open = undefined;
    else if (hashes !== undefined) {
      blocks.push({ kind: 'heading', lines: [line.slice(hashes.length).trim()], level: hashes.length });
      open = undefined;
    } else if (marker !== undefined) {
      open = { kind: 'item', lines: [line.trim()], level: indent?.length ?? 0 };
      blocks.push(open);
    } else if (open) open.lines.push(line.trim());
    else {
      open = { kind: line.startsWith('|') ? 'table' : 'paragraph', lines: [line.trim()], level: 0 };
      blocks.push(open);
    }
  }
  return joinedItems(blocks);
}

/** Items of one list stand together, without empty lines between them. */
function joinedItems(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const lines = block.kind === 'item' ? [' '.repeat(block.level) + block.lines.join(' ')] : block.lines;
    if (block.kind === 'item' && last?.kind === 'item') last.lines.push(...lines);
    else joined.push({ ...block, lines });
  }
  return joined;
}

function renderBlock({ kind, lines, level }: Block, width: number, colors: Colors): string[] {
  switch (kind) {
    case 'heading':
      return [
        level === 1
          ? colors.bold(colors.underline(inline(lines.join(' '), colors)))
          : colors.bold(inline(lines.join(' '), colors)),
      ];
    case 'paragraph':
      return wrap(inline(lines.join(' '), colors), width);
    case 'item':
      return lines.flatMap((line) => item(line, width, colors));
    case 'table':
      return lines.map((line) => inline(line, colors));
    case 'code':
      return lines.map((line) => codeLine(line, colors));
  }
}

/** The text hangs to the right of the bullet. */
function item(line: string, width: number, colors: Colors): string[] {
  const [, indent = '', marker = '', text = ''] = /^(\s*)([-*]|\d+\.)\s+(.*)$/.exec(line) ?? [];
  const bullet = /\d/.test(marker) ? marker : '•';
  const before = `  ${indent}${bullet} `;
  const hanging = ' '.repeat(stringWidth(before));
  return wrap(inline(text, colors), width, hanging).map((each, index) =>
    index === 0 ? before + each.slice(hanging.length) : each,
  );
}

/** Marks stand under what they mean, so the comment sign in front of them becomes blanks. */
function codeLine(line: string, colors: Colors): string {
  const [, before, arrow, severity = '', message] = /^(\s*\/\/\s*)(\^+|<-) (error|warning|info) (.*)$/.exec(line) ?? [];
  if (before !== undefined) {
    const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity] ?? colors.red;
    return `    ${' '.repeat(before.length)}${paint(`${arrow} ${severity}: ${message}`)}`;
  }
  const [, file] = /^\/\/ file: (\S+)$/.exec(line) ?? [];
  if (file !== undefined) return colors.dim(`    ── ${file} ──`);
  const [, day] = /^\/\/ today: (\S+)$/.exec(line) ?? [];
  if (day !== undefined) return colors.dim(`    (as of ${day})`);
  return line === '' ? '' : `    ${/^\s*\/\//.test(line) ? colors.dim(line) : line}`;
}

function inline(text: string, colors: Colors): string {
  return text.replace(
    /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w*])\*([^*]+)\*(?!\w)|\[([^\]]+)\]\([^)]+\)/g,
    (whole, code, strong, soft, link) => {
      if (code !== undefined) return colors.isColorSupported ? colors.cyan(code) : whole;
      if (strong !== undefined) return colors.bold(strong);
      return soft !== undefined ? colors.italic(soft) : link;
    },
  );
}

function plainInline(text: string): string {
  return text.replace(/`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w*])\*([^*]+)\*(?!\w)|\[([^\]]+)\]\([^)]+\)/g, '$1$2$3$4');
}
