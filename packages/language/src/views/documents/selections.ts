/** What of a plan a document looks at: the work that falls into its days, and belongs to whom it was asked about. */

import type { HealthWord } from '../../model/health.ts';
import type { Kind } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import { isDropped, statusOf } from '../../model/states.ts';
import { type Figure, numbersOf } from '../numbers.ts';
import { titleOf } from '../sketch.ts';
import type { Figures, Inline } from './document.ts';
import { healthState } from './facts.ts';
import { figuresBlock } from './figures.ts';
import { fallsInto, type Request } from './request.ts';
import { words } from './words.ts';

/** Of these kinds, in the order of files and text, with what the work of whom it was asked about serves; what was dropped is left out. */
export function under(request: Request, ...kinds: Kind[]): PlanNode[] {
  return request.plan
    .nodesOf(...kinds)
    .filter((node) => request.serves(node) && fallsInto(request, node) && !isDropped(node));
}

/** As `under`, with what was dropped. */
export function everUnder(request: Request, ...kinds: Kind[]): PlanNode[] {
  return request.plan.nodesOf(...kinds).filter((node) => request.concerns(node) && fallsInto(request, node));
}

/** The numbers of the days that are looked at, by their terms; as a rule for everybody, else for whom it was asked about. */
export function numbersIn({ plan, today, days, options, serves }: Request): ReturnType<typeof numbersOf> {
  const { owner, team } = options;
  if (!owner && !team) return numbersOf(plan, today, days);
  const numbers = numbersOf(plan, today, days, serves);
  const whose = [owner, team].flatMap((each) => (each ? titleOf(each) : [])).join(', ');
  return {
    ...numbers,
    figures: numbers.figures.map((figure) => (figure.of === 'all' ? { ...figure, label: whose } : figure)),
  };
}

/** Those of these terms as a block; none where the plan has no facts for them. */
export function figures(all: readonly Figure[], terms: readonly string[], limit = 12): Figures[] {
  const found = terms.flatMap((term) => all.filter((figure) => figure.term === term)).slice(0, limit);
  return found.length > 0 ? [figuresBlock(found)] : [];
}

/** The last word of whoever answers for it, with its day; undefined where nothing was said. */
export function lastWord(node: PlanNode): { words: Inline[]; confidence?: string } | undefined {
  const status = statusOf(node);
  if (!status?.status) return undefined;
  const word = status.status.replace(/\s+/g, ' ');
  const confidence = status.details.flatMap((detail) =>
    detail.key === 'confidence' && 'amount' in detail && detail.amount
      ? [(detail.amount as { literal: string }).literal]
      : [],
  )[0];
  return {
    words: words(
      healthState({ word: word as HealthWord }),
      status.reason?.value.trim() ? `: ${status.reason.value.trim()}` : undefined,
      status.on ? ` (${status.on.literal})` : undefined,
    ),
    ...(confidence !== undefined && { confidence }),
  };
}
