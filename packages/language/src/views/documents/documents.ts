/** Every document that mos can make of a plan, in the order in which they are listed. */

import type { Plan } from '../../model/plan.ts';
import type { PeriodUnit } from '../../values/period.ts';
import type { Block, Document } from './document.ts';
import { type DocumentOptions, type Request, requestOf, scopeOf, scopeText } from './request.ts';
import { weeklyReview } from './weekly-review.ts';

/** One kind of document. */
export interface DocumentKind {
  /** As people ask for it: lower case, words joined by hyphens. */
  name: string;
  title: string;
  /** One sentence: what it is for. */
  purpose: string;
  /** Who reads it, and when. */
  audience: string;
  /** What it looks at where nobody says otherwise: the week, month, quarter or year of the day. */
  covers: PeriodUnit;
  /** It is about one person, and cannot be made without one. */
  needsOwner?: boolean;
  blocks: (request: Request) => Block[];
}

export const documentKinds: readonly DocumentKind[] = [weeklyReview];

/** `plan` with its facts, as known on `today` (an ISO date). */
export function buildDocument(kind: DocumentKind, plan: Plan, today: string, options: DocumentOptions = {}): Document {
  const request = requestOf(plan, today, options, kind.covers);
  const { name } = plan.config;
  return {
    name: kind.name,
    title: kind.title,
    subtitle: scopeText(request),
    ...(name !== undefined && { plan: name }),
    asOf: today,
    scope: scopeOf(request),
    blocks: kind.blocks(request),
  };
}
