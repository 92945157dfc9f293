/** Schedules the rules: each declaration and each group is judged when something it may read has changed, and only then. */

import type { Config } from '../config/config.ts';
import { profiles } from '../config/profiles.ts';
import type { Severity, Span } from '../finding.ts';
import {
  type GroupRule,
  isGroupRule,
  isNodeRule,
  type NodeRule,
  type Report,
  type Rule,
  type RuleContext,
} from '../rules/rule.ts';
import { type Kind, kinds } from './kinds.ts';
import { compareNodes, type PlanNode } from './node.ts';
import type { Plan } from './plan.ts';
import type { Consequences } from './update.ts';

/** A finding before anybody looks at it: places are offsets, fixes are still to be worked out. */
export interface RawFinding extends Report {
  rule: Rule;
  at: Span;
}

/** Whose judgement a finding comes from: a declaration, or a group of a rule. */
type Origin = PlanNode | string;

export class Judge {
  private readonly plan: Plan;
  private readonly today: string;
  private readonly byKind = new Map<Kind, NodeRule[]>();
  private readonly groupRules = new Map<string, GroupRule>();
  private readonly groupKinds = new Map<Kind, GroupRule[]>();
  private readonly groups = new Map<string, Set<PlanNode>>();
  private readonly memberships = new Map<PlanNode, string[]>();
  private readonly found = new Map<Origin, RawFinding[]>();
  private readonly byFile = new Map<string, Map<Origin, number>>();

  constructor(plan: Plan, rules: readonly Rule[], today: string) {
    this.plan = plan;
    this.today = today;
    for (const rule of rules) {
      if (severityOf(rule, plan.config) === 'off') continue;
      if (isGroupRule(rule)) {
        this.groupRules.set(rule.name, rule);
        for (const kind of rule.kinds) push(this.groupKinds, kind, rule);
      } else if (isNodeRule(rule)) {
        for (const kind of rule.kinds === 'all' ? ALL_KINDS : rule.kinds) push(this.byKind, kind, rule);
      }
    }
  }

  /** Returns the files whose findings may differ now. */
  *update({ affected, removed, files, ageChanged }: Consequences): Generator<void, Set<string>> {
    const touched = new Set(files);
    const stale = new Set<string>();
    // A finding that shows a place in a changed file has to find that place again.
    for (const file of files) {
      for (const origin of this.byFile.get(file)?.keys() ?? []) {
        if (typeof origin === 'string') stale.add(origin);
        else if (!removed.has(origin)) affected.add(origin);
      }
    }
    for (const node of removed) {
      this.clear(node, touched);
      this.regroup(node, [], stale);
    }
    for (const node of affected) {
      yield;
      this.clear(node, touched);
      this.regroup(node, this.groupsOf(node), stale);
    }
    for (const node of affected) {
      yield;
      this.judge(node, touched);
    }
    for (const group of ageChanged ? this.groups.keys() : stale) {
      yield;
      this.judgeGroup(group, touched);
    }
    for (const group of stale) if (!this.groups.has(group)) this.clear(group, touched);
    return touched;
  }

  /** All findings that stand in a file, in no particular order. */
  findingsIn(file: string): RawFinding[] {
    const findings: RawFinding[] = [];
    for (const origin of this.byFile.get(file)?.keys() ?? []) {
      for (const finding of this.found.get(origin) ?? []) if (finding.node.file === file) findings.push(finding);
    }
    return findings;
  }

  private judge(node: PlanNode, touched: Set<string>): void {
    for (const rule of this.byKind.get(node.kind) ?? []) {
      if (node.declaration.damaged && !rule.evenDamaged) continue;
      this.guarded(rule, node, node, touched, (context) => rule.judge(node, context));
    }
  }

  private judgeGroup(key: string, touched: Set<string>): void {
    this.clear(key, touched);
    const rule = this.groupRules.get(key.slice(0, key.indexOf(' '))) as GroupRule;
    const members = [...(this.groups.get(key) ?? [])].sort(compareNodes);
    const [first] = members;
    if (!first) return;
    this.guarded(rule, key, first, touched, (context) =>
      rule.judgeGroup(members, key.slice(key.indexOf(' ') + 1), context),
    );
  }

  private groupsOf(node: PlanNode): string[] {
    const keys: string[] = [];
    for (const rule of this.groupKinds.get(node.kind) ?? []) {
      if (node.declaration.damaged && !rule.evenDamaged) continue;
      this.guarded(rule, node, node, new Set(), (context) => {
        const groups = rule.groups(node, context);
        for (const group of typeof groups === 'string' ? [groups] : (groups ?? [])) keys.push(`${rule.name} ${group}`);
      });
    }
    return keys;
  }

  private regroup(node: PlanNode, keys: string[], stale: Set<string>): void {
    for (const key of this.memberships.get(node) ?? []) {
      stale.add(key);
      const members = this.groups.get(key);
      members?.delete(node);
      if (members?.size === 0) this.groups.delete(key);
    }
    for (const key of keys) {
      stale.add(key);
      const members = this.groups.get(key) ?? new Set();
      this.groups.set(key, members.add(node));
    }
    if (keys.length > 0) this.memberships.set(node, keys);
    else this.memberships.delete(node);
  }

  /** One broken rule never takes the others down: it is reported where it broke, and they carry on. */
  private guarded(
    rule: Rule,
    origin: Origin,
    node: PlanNode,
    touched: Set<string>,
    run: (context: RuleContext) => void,
  ): void {
    const report = (finding: Report) =>
      this.add(origin, { ...finding, rule, at: finding.at ?? finding.node.place }, touched);
    try {
      run({
        plan: this.plan,
        config: this.plan.config,
        today: this.today,
        option: <T>(name: string) => optionOf<T>(rule, name, this.plan.config),
        report,
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      report({
        node,
        message: `mos could not apply ${rule.name} here (${reason.slice(0, 100)}); this is a fault of mos`,
        severity: 'warning',
      });
    }
  }

  private add(origin: Origin, finding: RawFinding, touched: Set<string>): void {
    push(this.found, origin, finding);
    touched.add(finding.node.file);
    for (const file of new Set([finding.node.file, ...(finding.related ?? []).map((part) => part.node.file)])) {
      const origins = this.byFile.get(file) ?? new Map<Origin, number>();
      origins.set(origin, (origins.get(origin) ?? 0) + 1);
      this.byFile.set(file, origins);
    }
  }

  private clear(origin: Origin, touched: Set<string>): void {
    for (const finding of this.found.get(origin) ?? []) {
      touched.add(finding.node.file);
      for (const file of new Set([finding.node.file, ...(finding.related ?? []).map((part) => part.node.file)])) {
        const origins = this.byFile.get(file);
        const count = (origins?.get(origin) ?? 0) - 1;
        if (count > 0) origins?.set(origin, count);
        else origins?.delete(origin);
      }
    }
    this.found.delete(origin);
  }
}

/** `mos.json` first, then the profile, then the rule itself. */
export function severityOf(rule: Rule, config: Config): Severity | 'off' {
  return explicitSeverity(rule, config) ?? rule.severity;
}

export function explicitSeverity(rule: Rule, config: Config): Severity | 'off' | undefined {
  return config.rules.get(rule.name)?.severity ?? profiles[config.profile].severities[rule.name];
}

function optionOf<T>(rule: Rule, name: string, config: Config): T {
  return (config.rules.get(rule.name)?.options?.[name] ?? rule.options?.[name]) as T;
}

const ALL_KINDS = Object.keys(kinds) as Kind[];

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
