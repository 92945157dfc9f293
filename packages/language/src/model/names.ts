/** Names: which declarations bear one, who uses it, and which one a reference means. */

import { expectationOf, type Kind } from './kinds.ts';
import { compareNodes, type Link, type PlanNode } from './node.ts';
import type { Property, Reference } from './records.ts';

export class NameIndex {
  /** A name that only one declaration bears, as nearly all do, needs no list. */
  private readonly declared = new Map<string, PlanNode | Bearers>();
  /** By simple name, declarations with a reference that means nothing, or not one thing, so far. */
  private readonly waiting = new Map<string, Set<PlanNode>>();
  /** Declarations with a reference that does not mean exactly one fitting thing: any new name may change that. */
  readonly unsettled = new Set<PlanNode>();
  /** What the whole project has for a path that several answer to, by path and kinds; valid for this round. */
  private readonly crowds = new Map<string, Crowd>();
  /** Counts up whenever names come or go, or what bears them stands elsewhere. */
  private round = 0;

  declare(node: PlanNode): void {
    const { name } = node;
    if (name === undefined) return;
    const before = this.declared.get(name);
    if (before === undefined) this.declared.set(name, node);
    else if (before instanceof Bearers) before.add(node);
    else if (before !== node) this.declared.set(name, new Bearers([before, node]));
    this.moved();
  }

  forget(node: PlanNode): void {
    const { name } = node;
    if (name === undefined) return;
    const before = this.declared.get(name);
    if (before === node) this.declared.delete(name);
    else if (before instanceof Bearers) {
      before.delete(node);
      if (before.all.size === 0) this.declared.delete(name);
    }
    this.moved();
  }

  /** What bears names stands elsewhere now, so which one comes first may have changed. */
  moved(): void {
    this.round += 1;
    if (this.crowds.size > 0) this.crowds.clear();
  }

  /** Enters the references of a node whose links are up to date. */
  use(node: PlanNode): void {
    for (const { status, target, reference } of node.links) {
      if (status !== 'found') this.unsettled.add(node);
      if (!target) entry(this.waiting, lastSegment(reference.path)).add(node);
    }
  }

  unuse(node: PlanNode): void {
    if (!this.unsettled.delete(node)) return;
    for (const { target, reference } of node.links)
      if (!target) remove(this.waiting, lastSegment(reference.path), node);
  }

  bearersOf(name: string): ReadonlySet<PlanNode> {
    const bearers = this.declared.get(name);
    if (bearers === undefined) return NONE;
    return bearers instanceof Bearers ? bearers.all : new Set([bearers]);
  }

  /** Who refers to something by this simple name, whatever it was found to mean. */
  usersOf(name: string): ReadonlySet<PlanNode> {
    const users = new Set(this.waiting.get(name));
    for (const bearer of this.bearersOf(name)) for (const user of bearer.users) users.add(user);
    return users;
  }

  /** Who refers to something by this simple name, and it means nothing, or not one thing. */
  waitingFor(name: string): ReadonlySet<PlanNode> {
    return this.waiting.get(name) ?? NONE;
  }

  names(): IterableIterator<string> {
    return this.declared.keys();
  }

  /** All links of a node, in the order of its text. */
  linksOf(node: PlanNode): Link[] {
    const links: Link[] = [];
    for (const property of node.declaration.properties)
      for (const reference of referencesIn(property)) links.push(this.link(node, property, reference));
    return links;
  }

  /** The links that a node has, where they stand now: it says what it said, and the names in it mean what they meant. */
  relocated(node: PlanNode): Link[] {
    const links: Link[] = [];
    for (const property of node.declaration.properties) {
      for (const reference of referencesIn(property)) {
        const { key, target, status, candidates } = node.links[links.length] as Link;
        links.push({ key, property, reference, target, status, candidates });
      }
    }
    return links;
  }

  private link(node: PlanNode, property: Property, reference: Reference): Link {
    const { key } = property;
    const { target, status, candidates } = this.resolve(reference.path, key, node);
    return { key, property, reference, target, status, candidates };
  }

  /**
   * What a reference means: first in the enclosing blocks, then in the whole project by its simple name if that is unique,
   * then by its path through the nesting. Only declarations of a kind that fits the position count, unless there is none.
   */
  resolve(path: string, key: string, from: PlanNode): Pick<Link, 'target' | 'status' | 'candidates'> {
    const bearers = this.declared.get(lastSegment(path));
    if (bearers === undefined) return UNKNOWN;
    const { fits, mistaken = NO_KINDS } = expectationOf(key, from.kind);
    if (!(bearers instanceof Bearers)) {
      if (bearers.name !== path && !matchesPath(bearers, path.split('.'))) return UNKNOWN;
      if (fits.includes(bearers.kind)) return found('found', bearers);
      if (mistaken.includes(bearers.kind)) return found('mistaken', bearers);
      return { target: undefined, status: 'wrong-kind', candidates: [bearers] };
    }
    const segments = path.split('.');
    for (const [status, wanted] of [
      ['found', fits],
      ['mistaken', mistaken],
    ] as const) {
      if (wanted.length === 0) continue;
      const nearest = this.innermost(bearers, segments, wanted, from);
      if (nearest) return found(status, nearest);
      const { nodes, exact } = this.fitting(path, wanted, from, bearers);
      if (nodes.length === 1) return found(status, nodes[0] as PlanNode);
      if (exact) return found(status, exact);
      if (nodes.length > 1) return { target: undefined, status: 'ambiguous', candidates: nodes };
    }
    const { nodes } = this.crowd(path, undefined, bearers);
    return nodes.length > 0 ? { target: undefined, status: 'wrong-kind', candidates: nodes } : UNKNOWN;
  }

  /** In the innermost block around `from` that has one at all; undefined where it has several. */
  private innermost(
    bearers: Bearers,
    segments: readonly string[],
    wanted: readonly Kind[],
    from: PlanNode,
  ): PlanNode | undefined {
    for (let block: PlanNode | undefined = from; block; block = block.outer) {
      const here = bearers
        .within(block)
        .filter((node) => wanted.includes(node.kind) && matchesPath(node, segments) && node !== from);
      if (here.length > 0) return here.length === 1 ? here[0] : undefined;
    }
    return undefined;
  }

  /** Of a kind that is wanted; a declaration means itself only where nothing else is called so. */
  private fitting(path: string, wanted: readonly Kind[], from: PlanNode, bearers: Bearers): Crowd {
    const crowd = this.crowd(path, wanted, bearers);
    if (from.name !== lastSegment(path) || !crowd.nodes.includes(from)) return crowd;
    if (this.crowd(path, undefined, bearers).nodes.length === 1) return crowd;
    return new Crowd(
      path,
      crowd.nodes.filter((node) => node !== from),
    );
  }

  private crowd(path: string, wanted: readonly Kind[] | undefined, bearers: Bearers): Crowd {
    const key = `${path} ${wanted ?? 'any'}`;
    const known = this.crowds.get(key);
    if (known) return known;
    const nodes = this.matching(path.split('.'), bearers);
    const crowd = new Crowd(path, wanted ? nodes.filter(({ kind }) => wanted.includes(kind)) : nodes);
    // Most paths are asked for once, and mean one thing.
    if (crowd.nodes.length > 1) this.crowds.set(key, crowd);
    return crowd;
  }

  /** From the outermost segment inwards, so that a path through one of a thousand blocks does not look into all of them. */
  private matching(segments: readonly string[], bearers: Bearers): PlanNode[] {
    const [first, ...others] = segments as [string, ...string[]];
    if (others.length === 0) return [...bearers.all];
    let line: PlanNode[] = [...this.bearersOf(first)];
    for (const name of others) {
      const inner = this.declared.get(name);
      if (inner instanceof Bearers) line = line.flatMap((node) => inner.beneath(node));
      else line = inner && line.includes(namedAround(inner) as PlanNode) ? [inner] : [];
    }
    return line;
  }

  /** The first declaration by file and place with this one's name, kind and scope. */
  firstNamesake(node: PlanNode): PlanNode | undefined {
    const bearers = node.name === undefined ? undefined : this.declared.get(node.name);
    if (bearers === undefined) return undefined;
    if (!(bearers instanceof Bearers)) return bearers;
    return bearers.firstLike(node, this.round);
  }
}

/** All declarations of one name; those who ask want the ones of a block. */
class Bearers {
  readonly all: Set<PlanNode>;
  private byScope: Map<PlanNode | undefined, PlanNode[]> | undefined;
  private byOuter: Map<PlanNode | undefined, PlanNode[]> | undefined;
  private firsts = new Map<PlanNode | undefined, PlanNode[]>();
  private round = -1;

  constructor(nodes: Iterable<PlanNode>) {
    this.all = new Set(nodes);
  }

  add(node: PlanNode): void {
    this.all.add(node);
    this.byScope = undefined;
    this.byOuter = undefined;
  }

  delete(node: PlanNode): void {
    this.all.delete(node);
    this.byScope = undefined;
    this.byOuter = undefined;
  }

  /** Those that stand right in a block. */
  within(scope: PlanNode | undefined): readonly PlanNode[] {
    this.byScope ??= Map.groupBy(this.all, (node) => node.scope);
    return this.byScope.get(scope) ?? [];
  }

  /** Those whose nearest enclosing declaration with a name is this one. */
  beneath(outer: PlanNode): readonly PlanNode[] {
    this.byOuter ??= Map.groupBy(this.all, namedAround);
    return this.byOuter.get(outer) ?? [];
  }

  /** By file and place, the first of the same kind and scope. */
  firstLike({ scope, kind }: PlanNode, round: number): PlanNode | undefined {
    if (this.round !== round) this.firsts.clear();
    this.round = round;
    let firsts = this.firsts.get(scope);
    if (!firsts) {
      const byKind = new Map<Kind, PlanNode>();
      for (const node of this.within(scope)) {
        const first = byKind.get(node.kind);
        if (!first || compareNodes(node, first) < 0) byKind.set(node.kind, node);
      }
      firsts = [...byKind.values()];
      this.firsts.set(scope, firsts);
    }
    return firsts.find((first) => first.kind === kind);
  }
}

/** What one path may mean in the whole project, by file and place. */
class Crowd {
  readonly nodes: readonly PlanNode[];
  /** A whole path means what it says, even where something nested ends in the same name. */
  readonly exact: PlanNode | undefined;

  constructor(path: string, nodes: PlanNode[]) {
    this.nodes = nodes.sort(compareNodes);
    const exact = nodes.length > 1 ? nodes.filter((node) => node.path === path) : [];
    this.exact = exact.length === 1 ? exact[0] : undefined;
  }
}

const NONE: ReadonlySet<PlanNode> = new Set();
const NO_NODES: readonly PlanNode[] = [];
const NO_KINDS: readonly Kind[] = [];
const UNKNOWN: Pick<Link, 'target' | 'status' | 'candidates'> = {
  target: undefined,
  status: 'unknown',
  candidates: NO_NODES,
};

function found(status: 'found' | 'mistaken', target: PlanNode): Pick<Link, 'target' | 'status' | 'candidates'> {
  return { target, status, candidates: NO_NODES };
}

function referencesIn(property: Property): readonly Reference[] {
  if ('targets' in property) return property.targets;
  if (property.type === 'StateProperty') return property.by;
  return property.type === 'AimProperty' && property.metric ? [property.metric] : NO_REFERENCES;
}

const NO_REFERENCES: readonly Reference[] = [];

/** The nearest enclosing declaration that has a name. */
function namedAround(node: PlanNode): PlanNode | undefined {
  let outer = node.outer;
  while (outer && outer.name === undefined) outer = outer.outer;
  return outer;
}

export function lastSegment(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot < 0 ? path : path.slice(dot + 1);
}

/** The path's segments end the node's own path through named declarations. */
function matchesPath(node: PlanNode, segments: readonly string[]): boolean {
  let current: PlanNode | undefined = node;
  for (let index = segments.length - 1; index >= 0; index--) {
    while (current && current.name === undefined) current = current.outer;
    if (current?.name !== segments[index]) return false;
    current = current?.outer;
  }
  return true;
}

function entry(map: Map<string, Set<PlanNode>>, name: string): Set<PlanNode> {
  const set = map.get(name) ?? new Set();
  map.set(name, set);
  return set;
}

function remove(map: Map<string, Set<PlanNode>>, name: string, node: PlanNode): void {
  const set = map.get(name);
  if (!set?.delete(node)) return;
  if (set.size === 0) map.delete(name);
}
