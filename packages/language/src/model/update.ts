/** Brings the plan up to date with changed files, and tells which declarations have to be judged again. */

import { factsOf, type Kind } from './kinds.ts';
import { FileNodes, keyWithin, NO_LINKS, NO_NODES, PlanNode } from './node.ts';
import type { FileEntry, Plan } from './plan.ts';
import type { Declaration, FileSummary } from './records.ts';
import { inSlices } from './slices.ts';

export interface FileChange {
  file: string;
  text: string;
  /** Undefined when the file is gone. */
  summary: FileSummary | undefined;
}

export interface Consequences {
  /** Declarations that exist and whose findings may differ now. */
  affected: Set<PlanNode>;
  /** The users of what very many may refer to, as they are at any time: their findings may differ now, too. */
  crowds: ReadonlySet<ReadonlySet<PlanNode>>;
  /** The same, where findings may call somebody by another name now, and say the same otherwise. */
  showing: ReadonlySet<ReadonlySet<PlanNode>>;
  removed: Set<PlanNode>;
  files: Set<string>;
  /** A quarter came of age or fell back: what is absent weighs differently everywhere. */
  ageChanged: boolean;
}

/**
 * In both directions: who is referred to, who refers, who is counted together through a parent. Work follows the difference
 * between the old and the new summaries, not the size of the plan.
 */
export function applyChanges(plan: Plan, changes: Iterable<FileChange>): Consequences {
  const steps = changesApplied(plan, changes);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in small steps; the plan may be looked at when the last one is done. */
export function* changesApplied(plan: Plan, changes: Iterable<FileChange>): Generator<void, Consequences> {
  const work = new Update(plan);
  for (const change of changes) {
    work.replaceFile(change);
    yield;
  }
  yield* work.relink();
  return yield* work.finish();
}

class Update {
  private readonly plan: Plan;
  private readonly affected: Set<PlanNode>;
  private readonly crowds = new Set<ReadonlySet<PlanNode>>();
  private readonly showing = new Set<ReadonlySet<PlanNode>>();
  private readonly removed = new Set<PlanNode>();
  private readonly changed = new Set<PlanNode>();
  private readonly files = new Set<string>();
  private readonly names = new Set<string>();
  /** In a changed file, and say what they said: only where they stand is different. */
  private readonly still = new Set<PlanNode>();
  /** Whose references may mean something else now. */
  private readonly stale = new Set<PlanNode>();
  /** Lists of what a name may mean are long and shared. */
  private readonly choices = new Set<readonly PlanNode[]>();

  /** Nothing was there before, so everything is looked at anyway. */
  private readonly isFirst: boolean;

  constructor(plan: Plan) {
    this.plan = plan;
    this.isFirst = plan.files.size === 0;
    this.affected = this.isFirst ? this.stale : new Set();
  }

  replaceFile({ file, text, summary }: FileChange): void {
    const { plan } = this;
    const before = plan.files.get(file);
    this.files.add(file);
    const nodes = summary ? this.nodesOf(summary, before) : [];
    if (before) {
      const kept = new Set(nodes);
      for (const node of before.nodes.values()) if (!kept.has(node)) this.remove(node);
    }
    for (const node of nodes) {
      if (this.still.delete(node)) {
        if (node.links.length > 0) node.links = plan.names.relocated(node).slice();
        continue;
      }
      this.stale.add(node);
      for (const parent of node.parents) parent.reorder();
    }
    // Names that are not found may be declared where nothing could be read.
    if ((before?.summary.unreadable ?? false) !== (summary?.unreadable ?? false)) {
      for (const node of plan.names.unsettled) this.affected.add(node);
    }
    plan.setFile(file, summary && { file, text, summary, nodes: new FileNodes(nodes) });
  }

  private nodesOf(summary: FileSummary, before: FileEntry | undefined): PlanNode[] {
    const nodes: PlanNode[] = [];
    const inner: PlanNode[][] = [];
    const keys: string[] = [];
    const ordinals = new Ordinals();
    let last = -1;
    let isInOrder = true;
    summary.declarations.forEach((declaration, index) => {
      const outer = nodes[declaration.outer];
      const ordinal = ordinals.next(declaration);
      if (before) keys.push(keyWithin(keys[declaration.outer], declaration, ordinal));
      const old = before?.nodes.get(keys[index] as string);
      let node: PlanNode;
      if (old && old.outer === outer) {
        node = old;
        if (old.index < last) isInOrder = false;
        last = old.index;
        if (saysSame(old.declaration, declaration)) this.still.add(old);
        else {
          if (!isShared(old.kind) || decidesOtherwise(old.declaration, declaration)) {
            this.changed.add(old);
            this.touch(old);
          } else {
            this.touchNear(old);
            this.showing.add(old.users);
          }
        }
        old.declaration = declaration;
        old.index = index;
        old.inner = NO_NODES;
      } else {
        node = new PlanNode(summary.file, ordinal, declaration, index, outer);
        this.changed.add(node);
        this.rename(node);
        this.plan.names.declare(node);
      }
      if (outer) {
        const siblings = inner[declaration.outer] ?? [];
        inner[declaration.outer] = siblings;
        siblings.push(node);
        outer.inner = siblings;
      }
      nodes.push(node);
    });
    // Others come first now, and which one does is for rules to read.
    if (!isInOrder) this.still.clear();
    // What stands inside is complete only now.
    for (const node of nodes) if (node.inner.length > 0) node.inner = compact(node.inner, NO_NODES);
    return nodes;
  }

  private remove(node: PlanNode): void {
    this.touch(node);
    this.removed.add(node);
    this.rename(node);
    this.plan.names.unuse(node);
    this.plan.names.forget(node);
    for (const user of node.users) this.stale.add(user);
    for (const { target } of node.links) target?.unuse(node);
    for (const parent of node.parents) parent.release(node);
    node.links = NO_LINKS;
    node.parents = NO_NODES;
  }

  private rename(node: PlanNode): void {
    if (node.name !== undefined && !this.isFirst) this.names.add(node.name);
  }

  /** Everyone whose rules may read this declaration. */
  private touch(node: PlanNode): void {
    if (this.isFirst) return;
    this.touchNear(node);
    if (isShared(node.kind)) this.crowds.add(node.users);
    else for (const user of node.users) this.affected.add(user);
  }

  private touchNear(node: PlanNode): void {
    const { outer, scope, inner, parents, children } = node;
    // Periods pass through blocks, and those who stand in one are often counted together.
    const block = [outer?.inner ?? NO_NODES, inner.flatMap((each) => each.inner)];
    const near: Iterable<PlanNode | undefined>[] = [[outer, scope], inner, ...block, parents, children];
    for (const group of near) for (const other of group) if (other) this.affected.add(other);
    for (const { target, candidates } of node.links) {
      if (target) this.affected.add(target);
      if (candidates.length === 0 || this.choices.has(candidates)) continue;
      this.choices.add(candidates);
      for (const candidate of candidates) this.affected.add(candidate);
    }
  }

  *relink(): Generator<void> {
    const { stale } = this;
    if (!this.isFirst) this.spread();
    yield* inSlices(stale, AT_ONCE, (node) => this.connect(node));
    if (!this.isFirst) yield* inSlices(stale, AT_ONCE, (node) => this.settle(node));
  }

  /** Names came and went: whoever uses or bears them may be meant or mean something else. */
  private spread(): void {
    const { names } = this.plan;
    for (const name of this.names) {
      for (const user of names.usersOf(name)) this.stale.add(user);
      for (const bearer of names.bearersOf(name)) this.affected.add(bearer);
    }
  }

  private connect(node: PlanNode): void {
    if (this.removed.has(node)) return;
    const { names } = this.plan;
    this.affected.add(node);
    names.unuse(node);
    const before = node.links;
    for (const { target } of before) target?.unuse(node);
    node.links = compact(names.linksOf(node), NO_LINKS);
    names.use(node);
    for (const { target } of node.links) target?.use(node);
    if (!this.isFirst && !sameTargets(before, node.links)) {
      this.changed.add(node);
      for (const { target } of before) if (target) this.affected.add(target);
      for (const { target } of node.links) if (target) this.affected.add(target);
    }
    this.attach(node);
  }

  private attach(node: PlanNode): void {
    const before = node.parents;
    const parents = parentsOf(node);
    if (parents.length === before.length && parents.every((parent, index) => parent === before[index])) return;
    for (const parent of before) parent.release(node);
    node.parents = parents;
    for (const parent of parents) parent.adopt(node);
    if (this.isFirst) return;
    for (const parent of before) this.affected.add(parent);
    for (const parent of parents) this.affected.add(parent);
    this.changed.add(node);
  }

  private settle(node: PlanNode): void {
    if (this.changed.has(node)) this.touch(node);
  }

  *finish(): Generator<void, Consequences> {
    this.plan.moved();
    let ageChanged = false;
    for (const node of this.removed) {
      this.affected.delete(node);
      if (this.plan.tally(node, false)) ageChanged = true;
    }
    yield* inSlices(this.affected, AT_ONCE, (node) => {
      if (this.plan.tally(node, true)) ageChanged = true;
    });
    const { affected, crowds, showing, removed, files } = this;
    return { affected, crowds, showing, removed, files, ageChanged };
  }
}

const PLACED: ReadonlySet<Kind> = new Set<Kind>(['bet', 'run', 'objective', 'milestone', 'commitment', 'program']);
const PLACES: ReadonlySet<Kind> = new Set<Kind>(['frame', 'bet', 'objective', 'milestone']);

/** Declarations connected in one step: a fraction of a millisecond. */
const AT_ONCE = 64;

/** What a declaration advances, in the author's order, then what it stands in. */
function parentsOf(node: PlanNode): readonly PlanNode[] {
  if (!PLACED.has(node.kind)) return NO_NODES;
  const advanced = node.targets('advances');
  const { scope } = node;
  const above = scope && PLACES.has(scope.kind) && factsOf(scope.kind).holds.includes(node.kind) ? scope : undefined;
  // Nearly all have just one.
  if (advanced.length === 0) return above ? [above] : NO_NODES;
  if (advanced.length === 1 && advanced[0] !== node && (!above || above === advanced[0])) return advanced;
  const parents = new Set(advanced);
  parents.delete(node);
  if (above) parents.add(above);
  return compact([...parents], NO_NODES);
}

/** Of those with the same kind, name and enclosing block, the how manieth a declaration is: asked for each in the order of the text. */
class Ordinals {
  /** The first of each name in the file; nearly all stay alone. */
  private readonly firsts = new Map<string, Declaration>();
  private readonly counts = new Map<string, number>();

  next(declaration: Declaration): number {
    const name = declaration.name?.value;
    const first = name === undefined ? undefined : this.firsts.get(name);
    if (name !== undefined && !first) {
      this.firsts.set(name, declaration);
      return 1;
    }
    if (first && !this.counts.has(likeness(first))) this.counts.set(likeness(first), 1);
    const ordinal = (this.counts.get(likeness(declaration)) ?? 0) + 1;
    this.counts.set(likeness(declaration), ordinal);
    return ordinal;
  }
}

function likeness({ outer, kind, name }: Declaration): string {
  return `${outer} ${kind} ${name?.value}`;
}

/** Lists that grow leave room for sixteen more; those that stay are kept as short as they are. */
function compact<T>(list: readonly T[], empty: readonly T[]): readonly T[] {
  return list.length > 0 ? list.slice() : empty;
}

/** Two declarations say the same, wherever they stand: nobody else has to look again. */
function saysSame(a: Declaration, b: Declaration): boolean {
  return (
    a.kind === b.kind &&
    a.damaged === b.damaged &&
    sameBut(a.name, b.name) &&
    sameBut(a.title, b.title) &&
    sameBut(a.properties, b.properties)
  );
}

/** Half of a plan may refer to one of these, and nobody takes a period from it, so whoever does counts as before. */
function isShared(kind: Kind): boolean {
  return kind === 'owner' || kind === 'team' || kind === 'gate' || kind === 'market';
}

/** More has changed than how it is called and described: what no rule reads of another declaration, except to show it. */
function decidesOtherwise(a: Declaration, b: Declaration): boolean {
  const deciding = ({ properties }: Declaration) => properties.filter(({ key }) => !SHOWN.has(key));
  return a.damaged !== b.damaged || !sameBut(deciding(a), deciding(b));
}

const SHOWN: ReadonlySet<string> = new Set(['role', 'email', 'alias', 'why']);

/** Records are equal but for their places. */
function sameBut(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameBut(item, b[index]));
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in one) if (!PLACEMENT.has(key) && !sameBut(one[key], other[key])) return false;
  for (const key in other) if (!PLACEMENT.has(key) && one[key] === undefined && other[key] !== undefined) return false;
  return true;
}

const PLACEMENT: ReadonlySet<string> = new Set(['start', 'end']);

function sameTargets(a: PlanNode['links'], b: PlanNode['links']): boolean {
  return (
    a.length === b.length &&
    a.every((link, index) => link.target === b[index]?.target && link.status === b[index]?.status)
  );
}
