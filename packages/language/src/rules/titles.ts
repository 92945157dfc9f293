/** Places within a declaration's title, for rules about its wording. */

import type { Span } from '../finding.ts';
import type { PlanNode } from '../model/node.ts';

/** Characters of the title as the author sees them; the whole literal where escapes or a block move them. */
export function placeInTitle(node: PlanNode, start?: number, length = 0): Span {
  const { title } = node.declaration;
  if (!title) return node.place;
  if (start === undefined || title.end - title.start !== title.value.length + QUOTES) return title;
  const from = title.start + QUOTES / 2 + start;
  return { start: from, end: from + length };
}

/** One before and one behind the title. */
const QUOTES = 2;
