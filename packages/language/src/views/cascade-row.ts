/** One declaration of the cascade as a row: what a person wants to see of it at a glance, as plain data. */

import type { Severity } from '../finding.ts';
import { type Kind, kinds } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { ResolvedPeriod } from '../model/periods.ts';
import type { Plan } from '../model/plan.ts';
import { isClosed, movedTo } from '../model/states.ts';
import { rangeOf } from '../values/calendar.ts';
import { progressOf } from './progress.ts';
import { titleOf } from './sketch.ts';
import { type StateWord, stateOf } from './state.ts';

/** `overdue`: its days are over, and nobody has said how it went. */
export type RowState = StateWord | 'overdue';

export interface CascadeRow {
  /** The same as long as the declaration keeps its file, kind, name and enclosing block, also after a restart. */
  id: string;
  /** The row above; none at the top. */
  parent?: string;
  kind: Kind;
  /** Its title on one line, else its name, else "this commitment": never empty. */
  title: string;
  name?: string;
  /** As it is written: `2026-W03`. The table of periods knows its days. */
  period?: string;
  /** Who stands as its DRI, by their identity in the table of people: one if all is well. */
  people: string[];
  /** Identity of the team that it names. */
  team?: string;
  state?: RowState;
  /** How many of the declarations one level below have come true; absent where there are none. */
  done?: number;
  total?: number;
  /** The worst of its findings, and how many there are; absent without findings. */
  worst?: Severity;
  problems?: number;
  /** Only at the top, of what should reach a frame and does not: what is missing. */
  lacks?: string;
  /** Only at the top: it keeps the business running. */
  run?: boolean;
  /** Place of the declaration: index in the table of files, line and UTF-16 column from 0. */
  file: number;
  line: number;
  column: number;
}

/** What a row says besides its place in the tree and in the text. `today` is an ISO date. */
export function rowFacts(
  plan: Plan,
  node: PlanNode,
  today: string,
): Omit<CascadeRow, 'id' | 'parent' | 'period' | 'people' | 'team' | 'file' | 'line' | 'column'> {
  const state = rowState(plan, node, today);
  const progress = progressOf(node);
  return {
    kind: node.kind,
    title: titleOf(node),
    ...(node.name !== undefined && { name: node.name }),
    ...(state && { state }),
    ...(progress && { done: progress.done, total: progress.total }),
  };
}

/** That a bet runs for the year of its frame goes without saying; the week of a commitment does not. */
export function shownPeriod(plan: Plan, node: PlanNode): ResolvedPeriod | undefined {
  const resolved = plan.periodOf(node);
  return resolved && (resolved.from === node || node.kind === 'commitment') ? resolved : undefined;
}

/** Undefined where nothing is said, and nothing is due. */
function rowState(plan: Plan, node: PlanNode, today: string): RowState | undefined {
  const word = stateOf(node)?.word;
  if (isClosed(node) || node.kind === 'run') return word;
  const moved = movedTo(node);
  const days = moved ? rangeOf(moved, plan.config.calendar) : plan.periodOf(node);
  return days && days.last < today ? 'overdue' : word;
}

/** Why a declaration at the top of its line reaches no frame; undefined for what need not. */
export function lackOf(node: PlanNode): string | undefined {
  if (node.kind === 'frame' || node.kind === 'run' || node.has('run')) return undefined;
  const [broken] = node.linksOf('advances').filter(({ target }) => !target);
  if (!broken) return LACKS[node.kind] ?? 'is connected to nothing';
  const { path } = broken.reference;
  if (broken.status === 'ambiguous') return `advances ${path}, which could be one of ${broken.candidates.length}`;
  const [other] = broken.candidates;
  if (broken.status === 'wrong-kind' && other) return `advances ${path}, which is ${kinds[other.kind].noun}`;
  return `advances ${path}, which is nowhere in the plan`;
}

const LACKS: { readonly [kind in Kind]?: string } = {
  bet: 'belongs to no frame',
  objective: 'serves no bet and no frame',
  milestone: 'advances no objective',
  commitment: 'advances no milestone',
};
