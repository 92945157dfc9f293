/** What stands at a place of a file: the declaration, its property, the reference; for every feature of an editor. */

import type { Span } from '../finding.ts';
import type { Link, PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import type { Property } from '../model/records.ts';
import { keywordOf } from '../model/records.ts';

export interface Location {
  /** The innermost declaration around the place. */
  node?: PlanNode;
  property?: Property;
  /** The place is on a reference: this is what it means. */
  link?: Link;
  /** The place is on the declaration's own name or title. */
  part?: 'name' | 'title' | 'keyword';
}

/** `offset` in UTF-16 units; a place right behind a word counts as on it, as a cursor does. */
export function locate(plan: Plan, file: string, offset: number): Location {
  const node = innermostNode(plan, file, offset);
  if (!node) return {};
  const { name, title, properties } = node.declaration;
  const location: Location = { node };
  if (name && touches(name, offset)) return { ...location, part: 'name' };
  if (title && touches(title, offset)) return { ...location, part: 'title' };
  const property = properties.findLast((candidate) => touches(candidate, offset));
  if (property) location.property = property;
  const link = node.links.find((candidate) => touches(candidate.reference, offset));
  if (link) return { ...location, link, property: link.property };
  if (!property && touches(keywordOf(node.declaration), offset)) location.part = 'keyword';
  return location;
}

function innermostNode(plan: Plan, file: string, offset: number): PlanNode | undefined {
  let found: PlanNode | undefined;
  for (const node of plan.files.get(file)?.nodes.values() ?? []) {
    if (node.declaration.start > offset) break;
    if (offset <= node.declaration.end) found = node;
  }
  return found;
}

function touches({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
