/** What every view says about one declaration, as plain data. */

import type { Span } from '../finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { describePeriod } from '../values/calendar.ts';
import { formatPeriod } from '../values/period.ts';
import { type State, stateOf } from './state.ts';

export interface Sketch {
  kind: Kind;
  name?: string;
  /** Names from the outermost named declaration down to this one; empty when it has none. */
  path: string;
  /** Its title, else its name, else "this commitment": never empty. */
  title: string;
  period?: {
    /** As it is written: `2026-Q1`. */
    literal: string;
    /** As it is read: `Q1 2026, 1 January – 31 March`. */
    text: string;
  };
  /** Names of those who stand as its DRI: one if all is well. */
  dri: string[];
  state?: State;
  why?: string;
  file: string;
  /** The place to go to, in UTF-16 offsets. */
  span: Span;
}

export function sketch(plan: Plan, node: PlanNode): Sketch {
  const { name } = node;
  const resolved = plan.periodOf(node);
  // That a bet runs for the year of its frame goes without saying; the week of a commitment does not.
  const period = resolved && (resolved.from === node || node.kind === 'commitment') ? resolved.period : undefined;
  const state = stateOf(node);
  const why = node.text('why')?.value;
  return {
    kind: node.kind,
    ...(name !== undefined && { name }),
    path: node.path,
    title: titleOf(node),
    ...(period && { period: { literal: formatPeriod(period), text: describePeriod(period, plan.config.calendar) } }),
    dri: node.linksOf('dri').map(({ target, reference }) => (target ? titleOf(target) : reference.path)),
    ...(state && { state }),
    ...(why !== undefined && { why: oneLine(why) }),
    file: node.file,
    span: { start: node.place.start, end: node.place.end },
  };
}

/** Its title on one line, else its name, else "this objective". */
export function titleOf(node: PlanNode): string {
  return oneLine(node.title ?? '') || (node.name ?? `this ${node.kind}`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
