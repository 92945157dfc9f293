/** A long text of the plan as blocks: paragraphs, lists and strong words as its author meant them, and nothing else of Markdown. */

import type { Block, Inline } from './document.ts';
import { strong, words } from './words.ts';

/** `text` as it stands in the plan. Headings, links, images and everything else stay the plain characters they are. */
export function prose(text: string): Block[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(blockOf);
}

const ITEM = /^\s*(?:[-*]|\d{1,3}[.)])\s+/;

/** A list where every line that is not the rest of the one above begins an item; else one paragraph. */
function blockOf(part: string): Block {
  const lines = part.split('\n');
  if (!ITEM.test(lines[0] ?? '')) return { type: 'paragraph', text: spoken(lines.join(' ')) };
  const items: string[] = [];
  for (const line of lines) {
    if (ITEM.test(line)) items.push(line.replace(ITEM, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return { type: 'list', ordered: /^\s*\d/.test(part), items: items.map((item) => ({ text: spoken(item) })) };
}

/** `**so**` is strong. */
function spoken(text: string): Inline[] {
  return text.split(/\*\*([^*\n]+)\*\*/).flatMap((piece, index) => (index % 2 === 1 ? strong(piece) : words(piece)));
}
