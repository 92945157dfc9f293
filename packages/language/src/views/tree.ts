/** The cascade as a tree: what hangs together, what is not connected, and what keeps the business running. */

import type { Finding, Severity } from '../finding.ts';
import { compareNodes, type PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { type DateRange, touches } from '../values/calendar.ts';
import { problemsOf } from './problems.ts';
import { type Progress, progressOf } from './progress.ts';
import { type Sketch, sketch } from './sketch.ts';

export interface TreeOptions {
  /** Only what this person is DRI of, with the line above it. */
  owner?: PlanNode;
  /** Only what falls into these days, with the line above it. */
  within?: DateRange;
  /** Only what this is true of, with the line above it. */
  keeps?: (node: PlanNode) => boolean;
  /** Levels below the top that are shown; what hangs deeper is counted in `hidden`. */
  depth?: number;
}

export interface Tree {
  /** What should reach a frame and does not, from the highest declaration of each broken line. */
  unconnected: TreeItem[];
  /** From the frames down. */
  cascade: TreeItem[];
  /** Run-the-business work. */
  run: TreeItem[];
}

export interface TreeItem extends Sketch {
  /** How many of the declarations one level below have come true; left out where there are none. */
  progress?: Progress;
  /** Findings on this declaration and on what stands in it without being shown. */
  problems: Record<Severity, number>;
  children: TreeItem[];
  /** Declarations below that the depth leaves out. */
  hidden: number;
}

/** A line has four levels and a bet; longer ones are faults, and have to end somewhere on a screen. */
const DEEPEST = 50;

/** `findings` are those of the plan; siblings stand in the order of their periods. */
export function treeOf(plan: Plan, findings: readonly Finding[], options: TreeOptions = {}): Tree {
  const builder = new TreeBuilder(plan, findings, options);
  const tree: Tree = { unconnected: [], cascade: [], run: [] };
  for (const node of plan.nodes()) {
    if (node.kind === 'frame' && !node.parent) builder.add(tree.cascade, node);
    else if (node.kind === 'run' || (node.level && !node.parent && node.has('run'))) builder.add(tree.run, node);
    else if (node.level && !node.parent) builder.add(tree.unconnected, node);
  }
  // What is left hangs in a circle.
  for (const node of plan.nodes()) if (node.level) builder.add(tree.unconnected, node);
  return tree;
}

class TreeBuilder {
  private readonly plan: Plan;
  private readonly options: TreeOptions;
  private readonly problems: Map<PlanNode, Record<Severity, number>>;
  private readonly kept: Set<PlanNode> | undefined;
  private readonly visited = new Set<PlanNode>();

  constructor(plan: Plan, findings: readonly Finding[], options: TreeOptions) {
    this.plan = plan;
    this.options = options;
    this.problems = problemsOf(plan, findings);
    this.kept = keptBy(plan, options);
  }

  /** Adds the tree below `top`, unless it has been added or nothing in it is wanted. Without recursion: lines may be long. */
  add(list: TreeItem[], top: PlanNode): void {
    if (this.visited.has(top) || !this.isKept(top)) return;
    const open: { node: PlanNode; depth: number; into: TreeItem[]; above?: TreeItem }[] = [
      { node: top, depth: 1, into: list },
    ];
    const deepest = Math.min(this.options.depth ?? DEEPEST, DEEPEST);
    for (let next = open.pop(); next; next = open.pop()) {
      const { node, depth, into, above } = next;
      if (this.visited.has(node)) continue;
      this.visited.add(node);
      let item = above;
      if (depth <= deepest || !above) {
        item = this.item(node);
        into.push(item);
      } else {
        above.hidden += 1;
        addProblems(above.problems, this.problems.get(node));
      }
      const parent = item as TreeItem;
      const children = this.childrenOf(node).filter((child) => this.isKept(child));
      // The last one pushed is the first one shown.
      for (const child of children.reverse())
        open.push({ node: child, depth: depth + 1, into: parent.children, above: parent });
    }
  }

  private isKept(node: PlanNode): boolean {
    return this.kept?.has(node) ?? true;
  }

  private item(node: PlanNode): TreeItem {
    const progress = progressOf(node);
    const problems = { error: 0, warning: 0, info: 0 };
    addProblems(problems, this.problems.get(node));
    return { ...sketch(this.plan, node), ...(progress && { progress }), problems, children: [], hidden: 0 };
  }

  private childrenOf(node: PlanNode): PlanNode[] {
    const days = new Map<PlanNode, string>();
    const children = node.children.filter((child) => child.level && child.parent === node);
    for (const child of children) days.set(child, this.plan.periodOf(child)?.first ?? '');
    return children.sort((a, b) => compare(days.get(a) ?? '', days.get(b) ?? '') || compareNodes(a, b));
  }
}

function addProblems(to: Record<Severity, number>, more: Record<Severity, number> | undefined): void {
  if (!more) return;
  to.error += more.error;
  to.warning += more.warning;
  to.info += more.info;
}

/** What the options ask for and the lines above it; undefined when they ask for everything. */
function keptBy(plan: Plan, { owner, within, keeps }: TreeOptions): Set<PlanNode> | undefined {
  if (!owner && !within && !keeps) return undefined;
  const kept = new Set<PlanNode>();
  for (const node of plan.nodes()) {
    if (!node.level && node.kind !== 'run') continue;
    if (owner && !node.targets('dri').includes(owner)) continue;
    if (keeps && !keeps(node)) continue;
    if (within && !fallsInto(plan, node, within)) continue;
    for (let at: PlanNode | undefined = node; at && !kept.has(at); at = at.parent) kept.add(at);
  }
  return kept;
}

/** By its own period, else by that of the nearest declaration above that has one. */
function fallsInto(plan: Plan, node: PlanNode, within: DateRange): boolean {
  const own = plan.periodOf(node);
  if (own) return touches(own, within);
  for (const above of plan.ancestors(node)) {
    const period = plan.periodOf(above);
    if (period) return touches(period, within);
  }
  return true;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
