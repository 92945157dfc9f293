/** Items to lines. */

import type { Token } from '../syntax/parser.ts';
import { append } from '../values/append.ts';
import type { CommentItem, Item, MemberItem } from './items.ts';

/** Characters a line; wide enough for a commitment on one line, narrow enough for a pull request. */
export const WIDTH = 120;
const STEP = '  ';

export function render(items: readonly Item[], indent = ''): string[] {
  const lines: string[] = [];
  /** Something may still follow on the last line. */
  let open = false;
  items.forEach((item, index) => {
    if (item.breaks === 2 && index > 0) lines.push('');
    if (item.type === 'comment') {
      const before = item.breaks === 0 && index > 0 ? `${lines.pop()} ` : indent;
      append(lines, commentLines(item, before));
      open = !item.image.startsWith('//') && item.breaks === 0 && open;
      return;
    }
    const rendered = renderMember(item, indent);
    const last = lines.at(-1);
    const joins = open && item.breaks === 0 && !item.block && rendered.length === 1 && last !== undefined;
    const joined = `${last} ${(rendered[0] as string).trimStart()}`;
    if (joins && joined.length <= WIDTH) lines[lines.length - 1] = joined;
    else append(lines, rendered);
    open = !item.block && !endsInLineComment(item.head);
  });
  return lines;
}

function renderMember(item: MemberItem, indent: string): string[] {
  const head = joinTokens(item.head, indent);
  if (!item.block) return wrapped(item.head, head, indent);
  const inline = item.short ? inlineBlock(item.block) : undefined;
  const lines = head.split('\n');
  const last = lines.at(-1) as string;
  if (inline !== undefined && !endsInLineComment(item.head) && last.length + 1 + inline.length <= WIDTH) {
    return [...lines.slice(0, -1), `${last} ${inline}`];
  }
  // A block that has outgrown its line gives each property a line of its own.
  const block = item.short
    ? item.block.map((part) => ({ ...part, breaks: Math.max(part.breaks, 1) as 1 | 2 }))
    : item.block;
  const [first, ...rest] = block;
  const opening = endsInLineComment(item.head) ? [...lines, `${indent}{`] : [...lines.slice(0, -1), `${last} {`];
  if (item.block.length === 0) return [...opening.slice(0, -1), `${opening.at(-1)}}`];
  const inner = indent + STEP;
  // A comment right after the brace speaks of the whole block and stays there.
  if (first?.type === 'comment' && first.breaks === 0 && first.image.startsWith('//')) {
    opening[opening.length - 1] += ` ${trimmed(first.image)}`;
    return [...opening, ...render(rest.map(withoutLeadingBlank), inner), `${indent}}`];
  }
  return [...opening, ...render(block.map(withoutLeadingBlank), inner), `${indent}}`];
}

function withoutLeadingBlank(item: Item, index: number): Item {
  return index === 0 ? { ...item, breaks: 1 } : item;
}

/** The block on one line; undefined when something in it cannot stand on one. */
function inlineBlock(items: readonly Item[]): string | undefined {
  const parts: string[] = [];
  for (const item of items) {
    if (item.type === 'comment') {
      if (item.image.startsWith('//')) return undefined;
      parts.push(trimmed(item.image));
      continue;
    }
    const head = joinTokens(item.head, '');
    const block = item.block && inlineBlock(item.block);
    if (head.includes('\n') || (item.block && block === undefined)) return undefined;
    parts.push(block === undefined ? head : `${head} ${block}`);
  }
  return parts.length > 0 ? `{ ${parts.join(' ')} }` : '{}';
}

function joinTokens(tokens: readonly Token[], indent: string): string {
  let line = indent;
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    if (before?.comment && before.image.startsWith('//')) line += `\n${indent}${STEP}`;
    else if (before && spaceBetween(before, token)) line += ' ';
    line += token.comment ? trimmed(token.image) : token.image;
  });
  return line;
}

function spaceBetween(before: Token, token: Token): boolean {
  return token.image !== ',' && token.image !== '.' && before.image !== '.';
}

/** Breaks a list that is too long for its line after commas. */
function wrapped(tokens: readonly Token[], head: string, indent: string): string[] {
  if (head.length <= WIDTH || head.includes('\n') || !tokens.some((token) => token.image === ','))
    return head.split('\n');
  const lines: string[] = [];
  let line: Token[] = [];
  let part: Token[] = [];
  const text = (of: readonly Token[]) => joinTokens(of, lines.length === 0 ? indent : indent + STEP);
  for (const token of tokens) {
    part.push(token);
    if (token.image !== ',') continue;
    flush();
  }
  flush();
  lines.push(text(line));
  return lines;

  function flush(): void {
    if (line.length > 0 && text([...line, ...part]).length > WIDTH) {
      lines.push(text(line));
      line = [];
    }
    append(line, part);
    part = [];
  }
}

function endsInLineComment(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return Boolean(last?.comment && last.image.startsWith('//'));
}

/** A comment without white space at the ends of its lines. In a text it is the author's, and stays. */
function trimmed(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** A comment as it stands, behind `before`; the following lines of a long one move as far as the first. */
function commentLines(item: CommentItem, before: string): string[] {
  const [first = '', ...rest] = trimmed(item.image).split('\n');
  const moved = rest.map((line) => {
    const own = line.length - line.trimStart().length;
    return line.trim() === '' ? '' : `${' '.repeat(Math.max(0, own - item.column + before.length))}${line.trimStart()}`;
  });
  return [before + first, ...moved];
}
