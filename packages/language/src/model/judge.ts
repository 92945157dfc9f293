/** Schedules the rules: each declaration and each group is judged when something it may read has changed, and only then. */

import type { Config } from '../config/config.ts';
import { profiles } from '../config/profiles.ts';
import type { Severity } from '../finding.ts';
import { isGroupRule, isNodeRule, type NodeRule, type Rule, type RuleContext } from '../rules/rule.ts';
import { type BoundGroups, Group } from './group.ts';
import { type Kind, kinds } from './kinds.ts';
import { Ledger, type Origin, type RawFinding } from './ledger.ts';
import { NO_GROUPS, type PlanNode } from './node.ts';
import type { Plan } from './plan.ts';
import { inSlices } from './slices.ts';
import type { Consequences } from './update.ts';

/** A rule with all that it gets to see, made once. */
interface Bound<R extends Rule> {
  rule: R;
  context: RuleContext;
}

/**
 * All users of something, who are to be judged again, or looked at for findings that name it. The set is the plan's own: who
 * joins it or leaves it has changed, and is judged for that.
 */
interface Crowd {
  onlyShown: boolean;
  isBegun: boolean;
}

export class Judge {
  private readonly plan: Plan;
  private readonly today: string;
  private readonly byKind = new Map<Kind, Bound<NodeRule>[]>();
  private readonly groupKinds = new Map<Kind, BoundGroups[]>();
  private readonly groupRules: BoundGroups[] = [];
  private readonly ledger = new Ledger();
  /** Who is being judged. */
  private origin: Origin | undefined;
  /** Who is to be judged again, and who besides, of whom there may be very many; and which groups. */
  private waiting = new Set<PlanNode>();
  /** By the set of its members. */
  private readonly crowds = new Map<ReadonlySet<PlanNode>, Crowd>();
  private readonly stale = new Set<Group>();

  constructor(plan: Plan, rules: readonly Rule[], today: string) {
    this.plan = plan;
    this.today = today;
    for (const rule of rules) {
      if (severityOf(rule, plan.config) === 'off') continue;
      const context = this.contextOf(rule);
      if (isGroupRule(rule)) {
        const bound: BoundGroups = { rule, context, groups: new Map() };
        this.groupRules.push(bound);
        for (const kind of rule.kinds) push(this.groupKinds, kind, bound);
      } else if (isNodeRule(rule)) {
        for (const kind of rule.kinds === 'all' ? ALL_KINDS : rule.kinds) push(this.byKind, kind, { rule, context });
      }
    }
  }

  /** Takes in what a change has done to the plan. What that means for findings is left to `first` and `rest`. */
  receive({ affected, crowds, showing, removed, files, ageChanged }: Consequences): void {
    // Before anybody joins those who changed.
    const whoShows = this.ledger.originsShowing(affected);
    if (this.waiting.size === 0) this.waiting = affected;
    else for (const node of affected) this.waiting.add(node);
    for (const nodes of crowds) this.gather(nodes, false);
    for (const nodes of showing) this.gather(nodes, true);
    for (const node of removed) {
      this.waiting.delete(node);
      this.ledger.clear(node);
      this.regroup(node, NO_GROUPS);
    }
    // A finding that shows a place in a changed file has to find that place again.
    for (const file of files) {
      this.ledger.touch(file);
      this.wake(this.ledger.originsIn(file));
    }
    // And one that shows a declaration may say by whom it is answered for, or what it advances.
    this.wake(whoShows);
    if (!ageChanged) return;
    for (const { groups } of this.groupRules) for (const group of groups.values()) this.unsettle(group);
    this.ledger.touchAll();
  }

  /**
   * Judges what stands in these files, ahead of everything else that is waiting; groups that are large are left for later,
   * unless they have something to say here already, which may stand elsewhere now. So is what goes beyond `FIRST_AT_MOST`: others
   * wait meanwhile.
   */
  *first(files: Iterable<string>): Generator<void> {
    const groups = new Set<Group>();
    let left = FIRST_AT_MOST;
    const look = (node: PlanNode) => {
      if (left === 0 || !(this.waiting.delete(node) || this.isInCrowd(node))) return;
      left -= 1;
      this.look(node);
    };
    for (const file of files) {
      const nodes = this.plan.files.get(file)?.nodes.values() ?? [];
      yield* inSlices(nodes, AT_ONCE, (node) => {
        look(node);
        for (const group of node.groups) if (group.size <= FEW) groups.add(group);
      });
      for (const origin of this.ledger.originsIn(file)) {
        if (!this.ledger.of(origin).some(({ node }) => node.file === file)) continue;
        if (origin instanceof Group) groups.add(origin);
        else look(origin);
      }
    }
    yield* inSlices(groups, 1, (group) => {
      if (this.stale.delete(group)) this.judgeGroup(group);
    });
  }

  /** Judges what is waiting; more may join meanwhile. Returns the files whose findings may differ since the last time. */
  *rest(): Generator<void, Set<string>> {
    while (this.isBusy) {
      for (const [nodes, crowd] of this.crowds) {
        crowd.isBegun = true;
        const files = new Set<string>();
        yield* inSlices(nodes, LOOKED_AT_ONCE, (node) => {
          if (crowd.onlyShown) this.show(node);
          else this.waiting.add(node);
          if (files.has(node.file)) return;
          files.add(node.file);
          this.wake(this.ledger.originsIn(node.file));
        });
        if (this.crowds.get(nodes) === crowd) this.crowds.delete(nodes);
      }
      yield* inSlices(this.waiting, AT_ONCE, (node) => {
        this.waiting.delete(node);
        this.look(node);
      });
      yield* inSlices(this.stale, 1, (group) => {
        this.stale.delete(group);
        this.judgeGroup(group);
      });
    }
    return this.ledger.news();
  }

  /** Somebody is still to be judged. */
  get isBusy(): boolean {
    return this.waiting.size > 0 || this.crowds.size > 0 || this.stale.size > 0;
  }

  /** Files whose findings may differ are still to be told: what stood first in line may have been all there was to judge. */
  get hasNews(): boolean {
    return this.ledger.hasNews;
  }

  /** One that is being gone through already has to be gone through once more. */
  private gather(nodes: ReadonlySet<PlanNode>, onlyShown: boolean): void {
    const known = this.crowds.get(nodes);
    if (known && !known.isBegun) {
      known.onlyShown &&= onlyShown;
      return;
    }
    // At the end of the line, where whoever goes along it will come by; what it was being judged for is owed still.
    this.crowds.delete(nodes);
    this.crowds.set(nodes, { onlyShown: onlyShown && known?.onlyShown !== false, isBegun: false });
  }

  /** The members of a crowd are the users of something. */
  private isInCrowd(node: PlanNode): boolean {
    return this.crowds.size > 0 && node.links.some(({ target }) => target && this.crowds.has(target.users));
  }

  private show(node: PlanNode): void {
    if (this.ledger.has(node)) this.waiting.add(node);
    for (const group of node.groups) if (this.ledger.has(group)) this.unsettle(group);
  }

  /** Judges again whoever found something, and is still there. */
  private wake(origins: readonly Origin[]): void {
    for (const origin of origins) {
      if (!this.ledger.has(origin)) continue;
      if (origin instanceof Group) this.unsettle(origin);
      else this.waiting.add(origin);
    }
  }

  private look(node: PlanNode): void {
    this.ledger.clear(node);
    this.regroup(node, this.groupsOf(node));
    this.judge(node);
  }

  private unsettle(group: Group): void {
    group.changed = true;
    this.stale.add(group);
  }

  /** All findings that stand in a file, in no particular order. */
  findingsIn(file: string): RawFinding[] {
    return this.ledger.findingsIn(file);
  }

  private judge(node: PlanNode): void {
    const { damaged } = node.declaration;
    this.origin = node;
    for (const { rule, context } of this.byKind.get(node.kind) ?? []) {
      if (damaged && !rule.evenDamaged) continue;
      try {
        rule.judge(node, context);
      } catch (error) {
        reportBroken(rule, node, context, error);
      }
    }
  }

  private judgeGroup(group: Group): void {
    const { rule, context, groups } = group.bound;
    if (group.isSettled(this.ledger.of(group))) return;
    this.ledger.clear(group);
    group.changed = false;
    const members = group.inOrder();
    const [first] = members;
    if (!first) {
      groups.delete(group.name);
      return;
    }
    this.origin = group;
    try {
      rule.judgeGroup(members, group.name, context);
    } catch (error) {
      reportBroken(rule, first, context, error);
    }
  }

  private groupsOf(node: PlanNode): readonly Group[] {
    let found: Group[] | undefined;
    const { damaged } = node.declaration;
    this.origin = node;
    for (const bound of this.groupKinds.get(node.kind) ?? []) {
      const { rule, context } = bound;
      if (damaged && !rule.evenDamaged) continue;
      try {
        const names = rule.groups(node, context);
        if (names === undefined || names.length === 0) continue;
        found ??= [];
        if (typeof names === 'string') found.push(groupOf(bound, names));
        else for (const name of names.length > 1 ? new Set(names) : names) found.push(groupOf(bound, name));
      } catch (error) {
        reportBroken(rule, node, context, error);
      }
    }
    // Without the room that a list keeps for growing.
    return found?.slice() ?? NO_GROUPS;
  }

  private regroup(node: PlanNode, groups: readonly Group[]): void {
    const before = node.groups;
    for (const group of before) {
      this.stale.add(group);
      if (!groups.includes(group)) group.delete(node);
    }
    for (const group of groups) {
      this.stale.add(group);
      group.add(node, !before.includes(group));
    }
    node.groups = groups;
  }

  private contextOf(rule: Rule): RuleContext {
    const { plan, today } = this;
    return {
      plan,
      config: plan.config,
      today,
      option: <T>(name: string) => optionOf<T>(rule, name, plan.config),
      report: (report) =>
        this.ledger.add(this.origin as Origin, { ...report, rule, at: report.at ?? report.node.place }),
    };
  }
}

/** Declarations judged in one step: a fraction of a millisecond. */
const AT_ONCE = 16;
/** Declarations that are judged while somebody waits: those of a file of 1,500 lines, in a twentieth of a second. */
const FIRST_AT_MOST = 300;
/** Members that a group may have to be judged while somebody waits. */
const FEW = 64;
/** Declarations that are put in line, or of which is only seen whether they have findings. */
const LOOKED_AT_ONCE = 512;

function groupOf(bound: BoundGroups, name: string): Group {
  const known = bound.groups.get(name);
  if (known) return known;
  const group = new Group(bound, name);
  bound.groups.set(name, group);
  return group;
}

/** One broken rule never takes the others down: it is reported where it broke, and they carry on. */
function reportBroken(rule: Rule, node: PlanNode, { report }: RuleContext, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  report({
    node,
    message: `mos could not apply ${rule.name} here (${reason.slice(0, 100)}); this is a fault of mos`,
    severity: 'warning',
  });
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
