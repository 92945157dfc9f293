/** Why does this matter: the line from a declaration up to the annual frame, and all that a person holds. */

import { type Kind, kinds } from '../model/kinds.ts';
import { compareNodes, type PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { nearest } from '../values/nearest.ts';
import { calledBy, matching } from './called.ts';
import { type Sketch, sketch, titleOf } from './sketch.ts';

export interface TraceStep extends Sketch {
  /** Titles of the other declarations that it advances besides the next step. */
  also: string[];
}

export interface Trace {
  /** From the declaration that was asked for up to the top; never empty. */
  steps: TraceStep[];
  /** Where the line ends; `circle` when it comes back to itself. */
  end: 'frame' | 'run' | 'nothing' | 'circle';
}

export interface Holdings {
  owner: Sketch;
  role?: string;
  /** The highest level first; kinds of which the person holds none are left out. */
  groups: { kind: Kind; traces: Trace[] }[];
}

export type Answer =
  | { found: 'line'; trace: Trace }
  | { found: 'owner'; holdings: Holdings }
  | { found: 'several'; candidates: Sketch[] }
  /** Nothing of that name, with the nearest names. */
  | { found: 'nothing'; nearest: string[] };

/** `query` is a name, a path such as `fy26.abm`, a title or a part of one, or what a person is called. */
export function traceOf(plan: Plan, query: string): Answer {
  const matches = find(plan, query);
  const [first] = matches;
  if (!first) return { found: 'nothing', nearest: nearestNames(plan, query) };
  if (matches.length > 1) return { found: 'several', candidates: matches.map((node) => sketch(plan, node)) };
  return first.kind === 'owner'
    ? { found: 'owner', holdings: holdingsOf(plan, first) }
    : { found: 'line', trace: lineOf(plan, first) };
}

/** The one person that a name, title or alias means; else the nearest names. */
export function ownerCalled(plan: Plan, query: string): PlanNode | string[] {
  const owners = plan.nodesOf('owner');
  const [first, second] = matching(owners, query);
  if (first && !second) return first;
  return first && second
    ? matching(owners, query).map((owner) => owner.name ?? titleOf(owner))
    : nearest(query, owners.flatMap(calledBy));
}

export function lineOf(plan: Plan, node: PlanNode): Trace {
  const seen = new Set<PlanNode>();
  const line: PlanNode[] = [];
  let at: PlanNode | undefined = node;
  while (at && !seen.has(at)) {
    seen.add(at);
    line.push(at);
    at = above(at);
  }
  const top = line.at(-1) as PlanNode;
  return {
    steps: line.map((step, index) => ({
      ...sketch(plan, step),
      also: step.parents.filter((parent) => parent !== line[index + 1]).map(titleOf),
    })),
    end: at ? 'circle' : top.kind === 'frame' ? 'frame' : top.has('run') || top.kind === 'run' ? 'run' : 'nothing',
  };
}

/** Metrics and programs stand in what they serve; a metric that stands alone serves those who aim at it. */
function above(node: PlanNode): PlanNode | undefined {
  if (node.parent) return node.parent;
  if (node.level) return undefined;
  return node.scope ?? [...node.users].filter((user) => user.level).sort(compareNodes)[0];
}

function holdingsOf(plan: Plan, owner: PlanNode): Holdings {
  const held = [...owner.users].filter((user) => user.targets('dri').includes(owner)).sort(compareNodes);
  const days = new Map(held.map((node) => [node, plan.periodOf(node)?.first ?? '']));
  const order = (a: PlanNode, b: PlanNode) =>
    days.get(a) === days.get(b) ? 0 : (days.get(a) ?? '') < (days.get(b) ?? '') ? -1 : 1;
  const groups = (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const own = held.filter((node) => node.kind === kind).sort(order);
    return own.length > 0 ? [{ kind, traces: own.map((node) => lineOf(plan, node)) }] : [];
  });
  const role = owner.text('role')?.value;
  return { owner: sketch(plan, owner), ...(role !== undefined && { role }), groups };
}

/** The first way of reading the query that finds anything. */
function find(plan: Plan, query: string): PlanNode[] {
  const bySimpleName = [...plan.names.bearersOf(query)].sort(compareNodes);
  return bySimpleName.length > 0 ? bySimpleName : matching([...plan.nodes()], query);
}

function nearestNames(plan: Plan, query: string): string[] {
  return nearest(query, [...plan.nodes()].flatMap(calledBy));
}
