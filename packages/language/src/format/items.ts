/** Tokens grouped as a reader sees them: comments, properties, declarations with their blocks. */

import type { Token } from '../syntax/parser.ts';

/** Line breaks between a part and what stood before it in the author's text; 2 stands for a blank line. */
type Breaks = 0 | 1 | 2;

export interface CommentItem {
  type: 'comment';
  image: string;
  /** Characters before it on its line, for shifting the following ones as far as the first. */
  column: number;
  breaks: Breaks;
}

export interface MemberItem {
  type: 'member';
  /** Tokens before the block, comments among them. */
  head: Token[];
  block?: Item[];
  /** The block was written on one line. */
  short: boolean;
  breaks: Breaks;
}

export type Item = CommentItem | MemberItem;

export function itemsOf(text: string, tokens: readonly Token[], memberStarts: ReadonlySet<number>): Item[] {
  let index = 0;
  return block();

  function block(): Item[] {
    const items: Item[] = [];
    while (index < tokens.length && current().image !== '}') {
      const token = current();
      const breaks = breaksBefore(index);
      if (token.comment) {
        items.push({ type: 'comment', image: token.image, column: columnOf(token.start), breaks });
        index++;
      } else items.push(member(breaks));
    }
    return items;
  }

  function member(breaks: Breaks): MemberItem {
    const head: Token[] = [];
    do head.push(tokens[index++] as Token);
    while (index < tokens.length && !endsHead(index));
    if (index >= tokens.length || current().image !== '{') return { type: 'member', head, short: true, breaks };
    const start = current().start;
    index++;
    const items = block();
    const end = index < tokens.length ? current().start : text.length;
    index++;
    return { type: 'member', head, block: items, short: !/[\r\n]/.test(text.slice(start, end)), breaks };
  }

  function current(): Token {
    return tokens[index] as Token;
  }

  function endsHead(at: number): boolean {
    const token = tokens[at] as Token;
    if (token.image === '{' || token.image === '}' || memberStarts.has(token.start)) return true;
    if (!token.comment) return false;
    // A comment belongs to what goes on after it, and else stands for itself.
    const next = tokens.slice(at).find((candidate) => !candidate.comment);
    return next === undefined || next.image === '}' || memberStarts.has(next.start);
  }

  function breaksBefore(at: number): Breaks {
    const before = tokens[at - 1];
    if (!before) return 0;
    const gap = text.slice(before.start + before.image.length, (tokens[at] as Token).start);
    const count = gap.match(/\r\n|\n|\r/g)?.length ?? 0;
    return count > 1 ? 2 : count === 1 ? 1 : 0;
  }

  function columnOf(offset: number): number {
    const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
    // The byte order mark has no width.
    return offset - lineStart - (text.startsWith('\uFEFF') && lineStart === 0 ? 1 : 0);
  }
}
