/** Declarations that a rule looks at together, in the order of files and text, while they come, go and move. */

import type { GroupRule, RuleContext } from '../rules/rule.ts';
import { compareNodes, type PlanNode } from './node.ts';

/** The rule, with all that it gets to see and all of its groups, by name. */
export interface BoundGroups {
  rule: GroupRule;
  context: RuleContext;
  groups: Map<string, Group>;
}

export class Group {
  readonly bound: BoundGroups;
  readonly name: string;
  /** How many declarations count together. */
  size = 0;
  /** Somebody came, went, or is decided about by something else than before. */
  changed = true;
  /** In the order of files and text as far as that is known; as they came, until somebody has asked for them. */
  private members: PlanNode[] = [];
  private isOrdered = false;
  /** Not in their place in `members`, or not members any more (false). */
  private displaced: Map<PlanNode, boolean> | undefined = undefined;
  /** What decides about each, if the rule tells that. */
  private decided: Map<PlanNode, unknown> | undefined = undefined;

  constructor(bound: BoundGroups, name: string) {
    this.bound = bound;
    this.name = name;
  }

  /** A member comes (`isNew`), or is looked at again. */
  add(node: PlanNode, isNew: boolean): void {
    const { rule, context } = this.bound;
    if (isNew) {
      this.size += 1;
      this.changed = true;
    }
    if (rule.decides) {
      const value = rule.decides(node, context);
      this.decided ??= new Map();
      if (isNew || !isSame(value, this.decided.get(node))) {
        // A list that was put together leaves room to grow, and this one stays.
        this.decided.set(node, Array.isArray(value) ? value.slice() : value);
        this.changed = true;
      }
    }
    if (this.isOrdered || this.displaced?.has(node)) this.displace(node, true);
    else if (isNew) this.members.push(node);
  }

  delete(node: PlanNode): void {
    this.size -= 1;
    this.decided?.delete(node);
    this.displace(node, false);
    this.changed = true;
  }

  /** Nothing that was read has changed, nor those whom these findings speak of. */
  isSettled(findings: readonly { node: PlanNode; related?: readonly { node: PlanNode }[] | undefined }[]): boolean {
    if (this.changed || !this.bound.rule.decides) return false;
    const { displaced } = this;
    if (!displaced) return true;
    return !findings.some(
      ({ node, related }) => displaced.has(node) || related?.some((part) => displaced.has(part.node)),
    );
  }

  /** Putting few in their places among many costs far less than sorting all. */
  inOrder(): readonly PlanNode[] {
    const { displaced } = this;
    if (displaced) {
      const stayed = this.members.filter((node) => !displaced.has(node));
      const placed = [...displaced].flatMap(([node, isMember]) => (isMember ? [node] : []));
      this.displaced = undefined;
      this.members = this.isOrdered ? merged(stayed, placed.sort(compareNodes)) : [...stayed, ...placed];
    }
    if (!this.isOrdered) {
      // A list that grew has room for more; on the first reading of a plan, all come in order.
      this.members = this.members.slice();
      if (!this.members.every((node, index, all) => index === 0 || compareNodes(all[index - 1] as PlanNode, node) < 0))
        this.members.sort(compareNodes);
      this.isOrdered = true;
    }
    return this.members;
  }

  private displace(node: PlanNode, isMember: boolean): void {
    this.displaced ??= new Map();
    this.displaced.set(node, isMember);
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Two lists in order as one. */
function merged(a: readonly PlanNode[], b: readonly PlanNode[]): PlanNode[] {
  const nodes: PlanNode[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const [one, other] = [a[i] as PlanNode, b[j] as PlanNode];
    const isFirst = compareNodes(one, other) <= 0;
    nodes.push(isFirst ? one : other);
    if (isFirst) i++;
    else j++;
  }
  while (i < a.length) nodes.push(a[i++] as PlanNode);
  while (j < b.length) nodes.push(b[j++] as PlanNode);
  return nodes;
}
