/** A whole plan as plain data: every declaration with what it says, whom it serves and where it stands. */

import type { Kind } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import type { Property } from '../model/records.ts';
import { identityOf } from '../views/documents/identity.ts';
import { type State, stateOf } from '../views/state.ts';
import { tableOf } from './tables.ts';

export interface Declared {
  /** Unique in the plan, and the same for as long as the declaration keeps its name. */
  id: string;
  kind: Kind;
  name: string | null;
  /** Names from the outermost declaration down to this one; empty when it has none. */
  path: string;
  title: string | null;
  documentation: string | null;
  /** Its own period or the one it inherits; days are ISO dates. */
  period: { literal: string; first: string; last: string } | null;
  /** What it stands in. */
  outer: string | null;
  /** What it stands in or advances, the primary one first. */
  parents: string[];
  dri: string[];
  state: State | null;
  /** By its keyword, what the plan says behind it, as it is written there. */
  properties: Record<string, string[]>;
  /** Of a metric: what was read, as in the table of readings. */
  readings?: Readonly<Record<string, string>>[];
}

/** In the order of files and text. Identities of what is left out may still stand in `outer`, `parents` and `dri`. */
export function declaredIn(
  plan: Plan,
  keeps: (node: PlanNode) => boolean = () => true,
): { node: PlanNode; data: Declared }[] {
  return [...plan.nodes()].filter(keeps).map((node) => ({ node, data: declared(plan, node) }));
}

function declared(plan: Plan, node: PlanNode): Declared {
  const id = (other: PlanNode) => identityOf(plan, other);
  const period = plan.periodOf(node);
  return {
    id: id(node),
    kind: node.kind,
    name: node.name ?? null,
    path: node.name === undefined ? '' : node.path,
    title: node.title ?? null,
    documentation: node.declaration.documentation ?? null,
    period: period ? { literal: period.literal.literal, first: period.first, last: period.last } : null,
    outer: node.outer ? id(node.outer) : null,
    parents: node.parents.map(id),
    dri: node.targets('dri').map(id),
    state: stateOf(node) ?? null,
    properties: propertiesOf(plan, node),
    ...(node.kind === 'metric' && { readings: tableOf(plan, 'readings', (other) => other === node).rows }),
  };
}

/** Keys are words of the language, so none of them can be `__proto__`. */
function propertiesOf(plan: Plan, node: PlanNode): Record<string, string[]> {
  const text = plan.text(node.file);
  const groups = Map.groupBy(node.declaration.properties, ({ key }) => key);
  return Object.fromEntries([...groups].map(([key, own]) => [key, own.map((property) => behind(text, property))]));
}

/** `dri ben` to `ben`; nothing behind a flag. A metric's `from 12 to 60` is a property whose keyword is `from`. */
function behind(text: string, { key, start, end }: Property): string {
  const raw = text.slice(start, end);
  return (raw.startsWith(key) ? raw.slice(key.length) : raw).trim();
}
