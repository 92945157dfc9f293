/** A plan as JSON, in the shape that schemas/export.schema.json describes. */

import type { Declared } from '@mos/language/exchange';
import { visibleJson } from '../output/visible.ts';
import type { Place } from '../project/views.ts';

export interface ExportedPlan {
  /** Path of its folder, as people write it. */
  project: string;
  name: string | null;
  /** ISO date. */
  today: string;
  calendar: { fiscalYearStart: number; fiscalYearNamedBy: 'end' | 'start' };
  declarations: (Declared & Place)[];
}

/** Raised when something in the shape changes its meaning or goes away; what is added does not raise it. */
const SHAPE = 1;

/** `version` is that of mos. */
export function json(plan: ExportedPlan, version: string): string {
  return `${visibleJson({ shape: SHAPE, version, ...plan }, 2)}\n`;
}
