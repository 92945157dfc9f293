/** The names that a reference by path is made of, each with its place and what it means: `q1_pipeline` in `q1_pipeline.jan`. */

import type { Span } from '../finding.ts';
import type { Link, PlanNode } from './node.ts';
import type { Plan } from './plan.ts';

export interface Segment extends Span {
  name: string;
  /** Undefined while the reference as a whole is not understood. */
  node: PlanNode | undefined;
}

/** `text` is that of the file. White space and comments may stand between the names; a dot without a name counts for nothing. */
export function segmentsOf(text: string, { reference, target, candidates }: Link): Segment[] {
  const { start, end } = reference;
  const written = text.slice(start, end).replace(COMMENT, (comment) => ' '.repeat(comment.length));
  const places = [...written.matchAll(NAME)].map(({ 0: name, index }) => ({
    name,
    start: start + index,
    end: start + index + name.length,
  }));
  const meant = target ?? (candidates.length === 1 ? candidates[0] : undefined);
  const line = meant ? namedLine(meant) : [];
  return places.map((place, index) => {
    const node = line[places.length - 1 - index];
    return { ...place, node: node?.name === place.name ? node : undefined };
  });
}

/**
 * Where references name a declaration, by file and place: those that mean it, also by a known mistake or with no business there,
 * and paths through it to what stands inside it.
 */
export function usesOf(plan: Plan, node: PlanNode): (Span & { file: string })[] {
  const uses: (Span & { file: string })[] = [];
  for (const inner of withInner(node)) {
    if (inner.name === undefined) continue;
    for (const user of new Set([...inner.users, ...plan.names.usersOf(inner.name)])) {
      for (const link of user.links) {
        if (!means(link, inner) || (inner !== node && !link.reference.path.includes('.'))) continue;
        const segment = segmentsOf(plan.text(user.file), link).find((candidate) => candidate.node === node);
        if (segment) uses.push({ file: user.file, start: segment.start, end: segment.end });
      }
    }
  }
  return uses.sort((a, b) => (a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1));
}

/** The declaration and all that stands inside it, at whatever depth. */
export function withInner(node: PlanNode): PlanNode[] {
  const found = [node];
  for (let index = 0; index < found.length; index++) for (const inner of found[index]?.inner ?? []) found.push(inner);
  return found;
}

function means({ target, candidates }: Link, node: PlanNode): boolean {
  return target === node || (candidates.length === 1 && candidates[0] === node);
}

/** From a declaration outwards, those without a name left out, as paths leave them out. */
export function namedLine(node: PlanNode): PlanNode[] {
  const line: PlanNode[] = [];
  for (let at: PlanNode | undefined = node; at; at = at.outer) if (at.name !== undefined) line.push(at);
  return line;
}

/** As they may stand between the names of a path. */
export const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/g;

/** As in the grammar's terminal ID. */
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/gu;
