/** The names that a reference by path is made of, each with its place and what it means: `q1_pipeline` in `q1_pipeline.jan`. */

import type { Span } from '../finding.ts';
import type { Link, PlanNode } from './node.ts';

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

/** From a declaration outwards, those without a name left out, as paths leave them out. */
export function namedLine(node: PlanNode): PlanNode[] {
  const line: PlanNode[] = [];
  for (let at: PlanNode | undefined = node; at; at = at.outer) if (at.name !== undefined) line.push(at);
  return line;
}

const COMMENT = /\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/g;

/** As in the grammar's terminal ID. */
const NAME = /[\p{L}_][\p{L}\p{M}\p{N}_-]*/gu;
