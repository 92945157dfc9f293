/** Names: which declarations bear one, who uses it, and which one a reference means. */

import { expectationOf } from './kinds.ts';
import { compareNodes, type Link, type PlanNode } from './node.ts';
import type { Property, Reference } from './records.ts';

export class NameIndex {
  private readonly declared = new Map<string, Set<PlanNode>>();
  private readonly used = new Map<string, Set<PlanNode>>();
  /** Declarations with a reference that does not mean exactly one fitting thing: any new name may change that. */
  readonly unsettled = new Set<PlanNode>();

  declare(node: PlanNode): void {
    if (node.name !== undefined) entry(this.declared, node.name).add(node);
  }

  forget(node: PlanNode): void {
    if (node.name !== undefined) remove(this.declared, node.name, node);
  }

  /** Enters the references of a node whose links are up to date. */
  use(node: PlanNode): void {
    if (node.links.some((link) => link.status !== 'found')) this.unsettled.add(node);
    for (const { reference } of node.links) entry(this.used, lastSegment(reference.path)).add(node);
  }

  unuse(node: PlanNode): void {
    this.unsettled.delete(node);
    for (const { reference } of node.links) remove(this.used, lastSegment(reference.path), node);
  }

  bearersOf(name: string): ReadonlySet<PlanNode> {
    return this.declared.get(name) ?? NONE;
  }

  usersOf(name: string): ReadonlySet<PlanNode> {
    return this.used.get(name) ?? NONE;
  }

  names(): IterableIterator<string> {
    return this.declared.keys();
  }

  /** All links of a node, in the order of its text. */
  linksOf(node: PlanNode): Link[] {
    return referencesOf(node).map(({ key, property, reference }) => ({
      key,
      property,
      reference,
      ...this.resolve(reference.path, key, node),
    }));
  }

  /**
   * What a reference means: first in the enclosing blocks, then in the whole project by its simple name if that is unique,
   * then by its path through the nesting. Only declarations of a kind that fits the position count, unless there is none.
   */
  resolve(path: string, key: string, from: PlanNode): Pick<Link, 'target' | 'status' | 'candidates'> {
    const segments = path.split('.');
    const bearers = [...this.bearersOf(segments.at(-1) as string)].filter((node) => matchesPath(node, segments));
    const expected = expectationOf(key, from.kind);
    for (const [status, wanted] of [
      ['found', expected.fits],
      ['mistaken', expected.mistaken ?? []],
    ] as const) {
      const fitting = bearers.filter((node) => wanted.includes(node.kind) && (node !== from || bearers.length === 1));
      const nearest = innermost(fitting, from);
      if (nearest) return { target: nearest, status, candidates: [] };
      if (fitting.length === 1) return { target: fitting[0] as PlanNode, status, candidates: [] };
      // A whole path means what it says, even where something nested ends in the same name.
      const exact = fitting.filter((node) => node.path === path);
      if (exact.length === 1) return { target: exact[0] as PlanNode, status, candidates: [] };
      if (fitting.length > 1) return { status: 'ambiguous', candidates: fitting.sort(compareNodes) };
    }
    if (bearers.length > 0) return { status: 'wrong-kind', candidates: bearers.sort(compareNodes) };
    return { status: 'unknown', candidates: [] };
  }
}

const NONE: ReadonlySet<PlanNode> = new Set();

export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** The references of a declaration with the keys that they stand under. */
export function referencesOf(node: PlanNode): { key: string; property: Property; reference: Reference }[] {
  const found: { key: string; property: Property; reference: Reference }[] = [];
  for (const property of node.declaration.properties) {
    const { key } = property;
    if ('targets' in property) for (const reference of property.targets) found.push({ key, property, reference });
    else if (property.type === 'StateProperty')
      for (const reference of property.by) found.push({ key, property, reference });
    else if (property.type === 'AimProperty' && property.metric)
      found.push({ key, property, reference: property.metric });
  }
  return found;
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

function innermost(nodes: readonly PlanNode[], from: PlanNode): PlanNode | undefined {
  for (let block: PlanNode | undefined = from; block; block = block.outer) {
    const here = nodes.filter((node) => node.scope === block);
    if (here.length === 1) return here[0];
    if (here.length > 1) return undefined;
  }
  return undefined;
}

/** Declarations of the given kinds that share a node's name and scope, the node itself included. */
export function namesakes(index: NameIndex, node: PlanNode): PlanNode[] {
  if (node.name === undefined) return [];
  return [...index.bearersOf(node.name)]
    .filter((other) => other.kind === node.kind && other.scope === node.scope)
    .sort(compareNodes);
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
