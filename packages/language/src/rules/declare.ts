/** Declarations that fixes write for a name that is used and declared nowhere: beside their kind, in the plan's own order. */

import type { Kind } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { insertAfter, newlineOf, quoted, replace } from './edits.ts';
import type { ProposedFix } from './rule.ts';

/** Kinds that say enough by a name and a title alone. */
const DECLARABLE: ReadonlySet<Kind> = new Set<Kind>(['owner', 'team', 'gate', 'market', 'metric']);

/** Declares `name` at the end of the run of its kind: in the user's file if there is one, else where most of its kind live. */
export function declareFix(plan: Plan, kind: Kind | undefined, name: string, user: PlanNode): ProposedFix | undefined {
  if (!kind || !DECLARABLE.has(kind) || name.includes('.')) return undefined;
  const line = `${kind} ${name} ${quoted(titleFrom(name, kind))}`;
  const edit = placed(plan, kind, line, user);
  return edit && { title: `declare the ${kind} ${name}`, safe: false, edits: [edit] };
}

function placed(plan: Plan, kind: Kind, line: string, user: PlanNode): ProposedFix['edits'][number] | undefined {
  // What a metric drives is measured by the same objective.
  if (kind === 'metric' && user.kind === 'metric' && user.outer) return insertAfter(plan, user, [line]);
  const run = runOf(plan, kind, user.file);
  const last = run.at(-1);
  if (last) return insertAfter(plan, last, isAiry(plan, run) ? ['', line] : [line]);
  // Where a block is never closed, the end of the file is inside of it.
  if (plan.files.get(user.file)?.summary.faults.length) return undefined;
  const text = plan.text(user.file);
  const end = text.trimEnd().length;
  const newline = newlineOf(text);
  return replace(user, { start: end, end }, `${newline}${newline}${line}`);
}

/** The declarations of a kind at the top of one file. */
function runOf(plan: Plan, kind: Kind, preferred: string): PlanNode[] {
  const byFile = new Map<string, PlanNode[]>();
  for (const node of plan.nodesOf(kind)) {
    if (node.outer || node.declaration.damaged) continue;
    const run = byFile.get(node.file);
    if (run) run.push(node);
    else byFile.set(node.file, [node]);
  }
  const longest = [...byFile.values()].reduce((best, run) => (run.length > best.length ? run : best), [] as PlanNode[]);
  return byFile.get(preferred) ?? longest;
}

/** An empty line parts them, or would if there were two. */
function isAiry(plan: Plan, run: readonly PlanNode[]): boolean {
  const [before, last] = run.slice(-2) as [PlanNode, PlanNode?];
  const text = plan.text(before.file);
  if (!last) return text.slice(before.declaration.start, before.declaration.end).includes('\n');
  return /\n[ \t]*\r?\n/.test(text.slice(before.declaration.end, last.declaration.start));
}

/** `ana_lopez` → `Ana Lopez`, `legal_review` → `Legal review`, `emea` → `EMEA`. */
function titleFrom(name: string, kind: Kind): string {
  if (kind === 'market' && name.length <= 4) return name.toUpperCase();
  const words = name.split(/[_-]+/).filter(Boolean);
  const proper = kind !== 'gate' && kind !== 'metric';
  return words.map((word, index) => (proper || index === 0 ? capitalised(word) : word)).join(' ') || name;
}

function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  return first.toUpperCase() + rest.join('');
}
