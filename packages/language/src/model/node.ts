/** A declaration in the plan: its record, and what it is connected to across files. */

import type { Span } from '../finding.ts';
import type { Group } from './group.ts';
import { type Kind, kinds } from './kinds.ts';
import type { ResolvedPeriod } from './periods.ts';
import type { Count } from './plan.ts';
import type { AmountLiteral, Declaration, Located, Property, PropertyOf, Reference } from './records.ts';
import { keywordOf } from './records.ts';

/** A reference and what it was found to mean. */
export interface Link {
  /** The key of the property that holds it: `dri`, `advances`, … */
  key: string;
  property: Property;
  reference: Reference;
  /** Present when the reference means exactly one declaration that may stand there, rightly or by a known mistake. */
  target: PlanNode | undefined;
  /** `mistaken`: binds, and a rule of its own speaks about it; `wrong-kind`: means something that has no business there. */
  status: 'found' | 'mistaken' | 'wrong-kind' | 'unknown' | 'ambiguous';
  /** All that the name may mean, when that is not exactly one. */
  candidates: readonly PlanNode[];
}

/** Lives as long as its declaration keeps kind, name and enclosing block; the record behind it is swapped on each edit. */
export class PlanNode {
  readonly file: string;
  readonly kind: Kind;
  /** Of those with the same kind, name and enclosing block, the how manieth it is, from 1. */
  readonly ordinal: number;
  readonly outer: PlanNode | undefined;
  readonly name: string | undefined;
  declaration: Declaration;
  index: number;
  // Most declarations are commitments, which hold nothing and which nobody refers to: empty lists and sets are shared.
  inner: readonly PlanNode[] = NO_NODES;
  links: readonly Link[] = NO_LINKS;
  /** What it stands in or advances, the primary one first. */
  parents: readonly PlanNode[] = NO_NODES;
  /** What the plan has counted it as. */
  counted: Count | undefined = undefined;
  /** Its period, as the plan saw it in that round of changes, in that record. */
  seenPeriod: ResolvedPeriod | undefined = undefined;
  seenRound = -1;
  seenIn: Declaration | undefined = undefined;
  /** What it is judged in together with others. */
  groups: readonly Group[] = NO_GROUPS;
  private ownIdentity: string | undefined = undefined;
  private userSet: Set<PlanNode> | undefined = undefined;
  private childSet: Set<PlanNode> | undefined = undefined;
  private sorted: readonly PlanNode[] | undefined = undefined;

  constructor(file: string, ordinal: number, declaration: Declaration, index: number, outer: PlanNode | undefined) {
    this.file = file;
    this.ordinal = ordinal;
    this.kind = declaration.kind;
    this.name = declaration.name?.value;
    this.declaration = declaration;
    this.index = index;
    this.outer = outer;
  }

  /** Identity within the file: the path through the nesting. */
  get key(): string {
    return keyWithin(this.outer?.key, this.declaration, this.ordinal);
  }

  /** Identity within the plan, as a word that groups and tables go by. */
  get identity(): string {
    this.ownIdentity ??= `${this.file} ${this.key}`;
    return this.ownIdentity;
  }

  /** Who refers to it. */
  get users(): ReadonlySet<PlanNode> {
    return this.userSet ?? NOBODY;
  }

  get title(): string | undefined {
    return this.declaration.title?.value;
  }

  /** As a person calls it in a message: its title in quotes, else its name, else "this objective". */
  get label(): string {
    const title = this.title?.replace(/\s+/g, ' ').trim();
    if (title) return `"${title.length > 60 ? `${title.slice(0, 59)}…` : title}"`;
    return this.name ?? `this ${this.kind}`;
  }

  /** Names from the outermost named declaration down to this one. */
  get path(): string {
    const names: string[] = [];
    for (let node: PlanNode | undefined = this; node; node = node.outer) if (node.name) names.unshift(node.name);
    return names.join('.');
  }

  /** Where a finding about the whole declaration points: its name, else its title, else its keyword. */
  get place(): Span {
    return this.declaration.name ?? this.declaration.title ?? keywordOf(this.declaration);
  }

  /** The nearest enclosing declaration that is more than grouping. */
  get scope(): PlanNode | undefined {
    let outer = this.outer;
    while (outer?.kind === 'week') outer = outer.outer;
    return outer;
  }

  get level(): number | undefined {
    const facts = kinds[this.kind];
    return 'level' in facts ? facts.level : undefined;
  }

  /** Who advances it or stands in it, in the order of files and text, whatever was edited when. */
  get children(): readonly PlanNode[] {
    this.sorted ??= this.childSet ? [...this.childSet].sort(compareNodes) : NO_NODES;
    return this.sorted;
  }

  childrenOf(kind: Kind): readonly PlanNode[] {
    return ofKind(this.children, kind);
  }

  innerOf(kind: Kind): readonly PlanNode[] {
    return ofKind(this.inner, kind);
  }

  get parent(): PlanNode | undefined {
    return this.parents[0];
  }

  /** The first property with this key that is known by now; a second one is for language/repeated-property to say. */
  property(key: string): Property | undefined {
    for (const property of this.declaration.properties) if (property.key === key && !property.later) return property;
    return undefined;
  }

  /** Those that are known by now, in the order of the text. */
  propertiesOf<Name extends Property['type']>(type: Name, key?: string): readonly PropertyOf<Name>[] {
    let found: PropertyOf<Name>[] | undefined;
    for (const property of this.declaration.properties)
      if (property.type === type && (key === undefined || property.key === key) && !property.later)
        found = joined(found, property as PropertyOf<Name>);
    return found ?? NONE;
  }

  /** The last property of its shape that is known by now: of states, the one that counts. */
  lastOf<Name extends Property['type']>(type: Name): PropertyOf<Name> | undefined {
    const { properties } = this.declaration;
    for (let index = properties.length - 1; index >= 0; index--) {
      const property = properties[index] as Property;
      if (property.type === type && !property.later) return property as PropertyOf<Name>;
    }
    return undefined;
  }

  has(key: string): boolean {
    return this.property(key) !== undefined;
  }

  /** The text of a property such as `why`; undefined when it is absent or blank. */
  text(key: string): Located | undefined {
    const property = this.property(key);
    const text = property && 'text' in property ? property.text : undefined;
    return text?.value.trim() ? text : undefined;
  }

  /** The texts of `decides`, `alias`, `core`, `overrides`. */
  texts(key: string): readonly Located[] {
    const properties = this.propertiesOf('TextsProperty', key);
    return properties.length > 0 ? properties.flatMap((property) => property.texts) : NONE;
  }

  amount(key: string): AmountLiteral | undefined {
    return this.propertiesOf('AmountProperty', key)[0]?.amount;
  }

  linksOf(key: string): readonly Link[] {
    let found: Link[] | undefined;
    for (const link of this.links) if (link.key === key) found = joined(found, link);
    return found ?? NO_LINKS;
  }

  /** The declarations that the references of a property mean, as far as they were found, and the property is known by now. */
  targets(key: string): readonly PlanNode[] {
    let found: PlanNode[] | undefined;
    for (const { key: own, target, property } of this.links)
      if (target && own === key && !property.later) found = joined(found, target);
    return found ?? NO_NODES;
  }

  /** The one accountable person: undefined unless exactly one owner stands there. */
  get dri(): PlanNode | undefined {
    let owner: PlanNode | undefined;
    for (const { key, target } of this.links) {
      if (!target || key !== 'dri' || target === owner) continue;
      if (owner) return undefined;
      owner = target;
    }
    return owner?.kind === 'owner' ? owner : undefined;
  }

  /** `user` has a reference that means this. */
  use(user: PlanNode): void {
    this.userSet ??= new Set();
    this.userSet.add(user);
  }

  unuse(user: PlanNode): void {
    this.userSet?.delete(user);
  }

  adopt(child: PlanNode): void {
    this.childSet ??= new Set();
    this.childSet.add(child);
    this.sorted = undefined;
  }

  release(child: PlanNode): void {
    this.childSet?.delete(child);
    this.sorted = undefined;
  }

  /** Positions changed, so the order of children may have. */
  reorder(): void {
    this.sorted = undefined;
  }
}

/** The declarations of one file, in the order of the text. */
export class FileNodes {
  private readonly list: readonly PlanNode[];
  private byKey: ReadonlyMap<string, PlanNode> | undefined;

  constructor(list: readonly PlanNode[]) {
    this.list = list;
  }

  get size(): number {
    return this.list.length;
  }

  values(): readonly PlanNode[] {
    return this.list;
  }

  get(key: string): PlanNode | undefined {
    this.byKey ??= new Map(this.list.map((node) => [node.key, node]));
    return this.byKey.get(key);
  }
}

/** Most lists have one part or none, and one that grew from none keeps room for seventeen. */
function joined<T>(list: T[] | undefined, part: T): T[] {
  if (!list) return [part];
  list.push(part);
  return list;
}

function ofKind(nodes: readonly PlanNode[], kind: Kind): readonly PlanNode[] {
  let found: PlanNode[] | undefined;
  for (const node of nodes) if (node.kind === kind) found = joined(found, node);
  return found ?? NO_NODES;
}

/** Declarations without a name, or with the same one, are told apart by their order. */
export function keyWithin(outer: string | undefined, { kind, name }: Declaration, ordinal: number): string {
  const own = name ? `${kind}:${name.value}` : kind;
  return `${outer === undefined ? '' : `${outer}/`}${ordinal === 1 ? own : `${own}#${ordinal}`}`;
}

/** By file, then by place: the same for every order of files and every history of edits. */
export function compareNodes(a: PlanNode, b: PlanNode): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.declaration.start - b.declaration.start;
}

export const NO_NODES: readonly PlanNode[] = [];
export const NO_LINKS: readonly Link[] = [];
export const NO_GROUPS: readonly Group[] = [];
const NONE: readonly never[] = [];
const NOBODY: ReadonlySet<PlanNode> = new Set();
