/** The contract of a rule: declare first, then decide, then fix. A rule is a pure function of what it reads. */

import type { Config } from '../config/config.ts';
import type { Killer, Severity, Span } from '../finding.ts';
import type { Kind } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';

export type Group =
  | 'language'
  | 'cascade'
  | 'accountability'
  | 'metrics'
  | 'rhythm'
  | 'communication'
  | 'resources'
  | 'execution';
export type RuleName = `${Group}/${string}`;

interface RuleFacts {
  name: RuleName;
  severity: Severity;
  /** The execution killer it reveals. */
  killer?: Killer;
  /** One clause that follows "why" in the output: the reason in plain words. */
  why: string;
  /** Options with their defaults; `mos.json` may change them: `"cascade/bet-count": { "severity": "error", "max": 4 }`. */
  options?: Readonly<Record<string, unknown>>;
}

/**
 * Judges one declaration. It may read the node, its block (`outer`, `inner`), its `parents` and `children`, the targets of its
 * links, its users, and the own facts of each of these, but nothing farther: the engine judges it again when one of these changes.
 * How an owner, team, gate or market is called and described (title, `role`, `email`, `alias`, `why`) is for its own findings to
 * judge; others show it, and decide nothing by it.
 */
export interface NodeRule extends RuleFacts {
  kinds: readonly Kind[] | 'all';
  /** Also for declarations in which something could not be read; by default those are left alone. */
  evenDamaged?: boolean;
  judge(node: PlanNode, context: RuleContext): void;
}

/** Judges declarations that count together: an owner's objectives of a quarter, the plan's cadences. */
export interface GroupRule extends RuleFacts {
  kinds: readonly Kind[];
  /** Declarations in which something could not be read count, too; by default they do not. */
  evenDamaged?: boolean;
  /** The groups that a declaration counts in, none of them called by nothing; it may read what a node rule may read. */
  groups(node: PlanNode, context: RuleContext): string | readonly string[] | undefined;
  /**
   * For groups that may be as large as the plan: all that `judgeGroup` reads of a member, a value or a list of values, except how
   * those are called that it reports or relates, and where they stand. While no member comes, goes or gives another value, the
   * group is judged again only when one of those changed.
   */
  decides?(node: PlanNode, context: RuleContext): unknown;
  /** `members` in the order of files and text, never empty. */
  judgeGroup(members: readonly PlanNode[], group: string, context: RuleContext): void;
}

/** Found by a phase of the engine itself, before or after the rules: reading, configuration, suppression. */
export interface PhaseRule extends RuleFacts {
  phase: 'parse' | 'config' | 'suppress';
}

export type Rule = NodeRule | GroupRule | PhaseRule;

export interface RuleContext {
  readonly plan: Plan;
  readonly config: Config;
  /** ISO date, given by the caller. */
  readonly today: string;
  /** The rule's options: its defaults, then the profile's and the plan's. */
  option<T>(name: string): T;
  report(report: Report): void;
}

export interface Report {
  /** The declaration that is at fault; a suppression on it silences this. */
  node: PlanNode;
  /** Default: the declaration's name, else title, else keyword. */
  at?: Span;
  /** ~100 characters at most, the author's own nouns, no final full stop. */
  message: string;
  related?: readonly RelatedPart[];
  /** What a message calls by its title that `node` and the related ones have no reference to or from: a new title is a new message. */
  names?: readonly PlanNode[];
  /** Evaluated when somebody looks at it, against the text as it is then. Best first. */
  fixes?: () => readonly (ProposedFix | undefined)[];
  /** Listed severity replaced for this one finding. */
  severity?: Severity;
  /** This speaks of something absent: info while the plan (that quarter, an ISO-like key `2026-Q1`, if given) is young. */
  young?: boolean | string;
  /** The text at `at` can go without loss. */
  unnecessary?: boolean;
}

export interface RelatedPart {
  node: PlanNode;
  at?: Span;
  message: string;
}

export interface ProposedFix {
  title: string;
  safe: boolean;
  /** A guess among several, or a decision: `--fix-unsafe` leaves it alone. */
  manual?: boolean;
  edits: readonly (Span & { file: string; text: string })[];
}

export function nodeRule(rule: NodeRule): NodeRule {
  return rule;
}

export function groupRule(rule: GroupRule): GroupRule {
  return rule;
}

export function phaseRule(rule: PhaseRule): PhaseRule {
  return rule;
}

export function isGroupRule(rule: Rule): rule is GroupRule {
  return 'judgeGroup' in rule;
}

export function isNodeRule(rule: Rule): rule is NodeRule {
  return 'judge' in rule;
}
