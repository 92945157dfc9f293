/** New declarations that fixes write: with a title that asks the right question, the period, and the parent's DRI. */

import { referenceTo, titleAndName } from '../model/candidates.ts';
import type { Kind } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { addDays, nearestWithin, periodOf } from '../values/calendar.ts';
import { MONTH_NAMES } from '../values/date.ts';
import { formatPeriod, type Period } from '../values/period.ts';
import { indentInside, insertAfter, insertChild, insertProperty, quoted, replace } from './edits.ts';
import type { ProposedFix } from './rule.ts';

type Edit = ProposedFix['edits'][number];

/** Adds a child for a period at the end of a block, or after the sibling that it should follow. */
export function scaffold(
  plan: Plan,
  parent: PlanNode,
  kind: 'objective' | 'milestone' | 'commitment',
  period: Period,
  { name, after }: { name?: string; after?: PlanNode } = {},
): Edit {
  const lines = declaration(plan, parent, kind, period, name);
  return after?.outer === parent ? insertAfter(plan, after, lines) : insertChild(plan, parent, lines);
}

/** One line for a block that has the week already. */
export function shortCommitment(plan: Plan, milestone: PlanNode, week: Period): string {
  const properties = [...driOf(milestone), `advances ${referenceTo(plan, milestone)}`];
  return `commitment ${quoted(question('commitment', week))} { ${properties.join(' ')} }`;
}

/** A name in the manner of `jan_groups`: the period, then what the parent is called without its own period. */
export function freshName(plan: Plan, parent: PlanNode, period: Period): string {
  const stem = (parent.name ?? '').replace(/^(q[1-4]|fy\d+|h[12])_/i, '');
  const wanted = [shortName(period), ...(stem ? [stem] : [])].join('_');
  let name = wanted;
  for (let count = 2; plan.names.bearersOf(name).size > 0; count++) name = `${wanted}_${count}`;
  return name;
}

/** Lets a child advance another parent: in place of the reference, or in addition to the block that it stands in. */
export function repoint(plan: Plan, child: PlanNode, from: PlanNode, to: PlanNode | string): Edit {
  const name = typeof to === 'string' ? to : referenceTo(plan, to);
  const link = child.linksOf('advances').find(({ target }) => target === from);
  return link ? replace(child, link.reference, name) : insertProperty(plan, child, `advances ${name}`, ['dri']);
}

/** `January 2026`, `January and March 2026`, `November 2026 and January 2027`. */
export function listed(periods: readonly Period[]): string {
  const names = periods.map(spoken);
  const year = / \d{4}$/.exec(names.at(-1) ?? '')?.[0] ?? '';
  const short = names.map((name, index) =>
    index < names.length - 1 && year && name.endsWith(year) ? name.slice(0, -year.length) : name,
  );
  return short.length < 2 ? short.join('') : `${short.slice(0, -1).join(', ')} and ${short.at(-1)}`;
}

/** Lets a declaration that advances nothing yet advance this one. */
export function advance(plan: Plan, node: PlanNode, parent: PlanNode, after?: readonly string[]): ProposedFix {
  const edit = insertProperty(plan, node, `advances ${referenceTo(plan, parent)}`, after);
  return { title: `advance ${titleAndName(plan, parent)}`, safe: false, edits: [edit] };
}

/** The best of the parents that fit. Of several none is better than the others: which one it serves is for a person to say. */
export function advanceOneOf(
  plan: Plan,
  node: PlanNode,
  parents: readonly PlanNode[],
  after?: readonly string[],
): ProposedFix[] {
  const manual = parents.length > 1;
  return parents.slice(0, MOST_CHOICES).map((parent) => ({ ...advance(plan, node, parent, after), manual }));
}

/** More would be a list to read, not a choice to make. */
const MOST_CHOICES = 3;

/** Milestones for the months in which the commitments lie; with `attach`, each commitment then advances that of its month. */
export function bridge(
  plan: Plan,
  objective: PlanNode,
  commitments: readonly PlanNode[],
  { attach }: { attach: boolean },
): ProposedFix | undefined {
  const months = new Map<string, { month: Period; name: string; commitments: PlanNode[] }>();
  for (const commitment of commitments) {
    const month = periodBetween(plan, commitment, objective, 'month');
    if (!month) continue;
    const key = formatPeriod(month);
    const entry = months.get(key) ?? { month, name: freshName(plan, objective, month), commitments: [] };
    entry.commitments.push(commitment);
    months.set(key, entry);
  }
  const entries = [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  if (entries.length === 0) return undefined;
  const lines = entries.flatMap(({ month, name }) => declaration(plan, objective, 'milestone', month, name));
  const attached = attach ? entries : [];
  const one = entries.length === 1;
  const added = `add ${one ? 'a milestone' : 'milestones'} for ${listed(entries.map(({ month }) => month))}`;
  const title = attach
    ? `${added} and let the ${commitments.length === 1 ? 'commitment advance it' : `commitments advance ${one ? 'it' : 'them'}`}`
    : added;
  return together(title, [
    insertChild(plan, objective, lines),
    ...attached.flatMap((entry) => entry.commitments.map((node) => repoint(plan, node, objective, entry.name))),
  ]);
}

/** Several edits as one fix; none where one would touch another, as when a block of one line is rewritten as a whole. */
export function together(title: string, edits: readonly Edit[]): ProposedFix | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  const apart = sorted.every((edit, index) =>
    sorted
      .slice(0, index)
      .every((other) => other.file !== edit.file || (other.end <= edit.start && other.start < edit.start)),
  );
  return apart ? { title, safe: false, edits } : undefined;
}

/** The month or quarter, within the parent's period, that the child's own period lies in; the month of a week is its Thursday's. */
export function periodBetween(
  plan: Plan,
  child: PlanNode,
  parent: PlanNode,
  unit: 'month' | 'quarter',
): Period | undefined {
  const { calendar } = plan.config;
  const inner = plan.periodOf(child);
  const outer = plan.periodOf(parent);
  if (!inner) return undefined;
  const day = inner.period.unit === 'week' ? addDays(inner.first, 3) : inner.first;
  return outer ? nearestWithin(unit, { first: day, last: day }, outer, calendar) : periodOf(unit, day, calendar);
}

/** `January 2026`, `2026-Q1`, `week 3`. */
export function spoken(period: Period): string {
  if (period.unit === 'month') return `${MONTH_NAMES[period.month - 1]} ${period.year}`;
  if (period.unit === 'week') return `week ${period.week}`;
  return formatPeriod(period);
}

/** Its lines, without what it advances. */
export function declaration(plan: Plan, parent: PlanNode, kind: Kind, period: Period, name?: string): string[] {
  const step = indentInside(plan, parent).includes('\t') ? '\t' : '  ';
  const properties = [`${period.unit} ${formatPeriod(period)}`, ...driOf(parent)];
  const head = [kind, ...(name ? [name] : []), quoted(question(kind, period))].join(' ');
  return [`${head} {`, ...properties.map((property) => `${step}${property}`), '}'];
}

/** Its property again, so that the child has the same person until somebody decides otherwise. */
function driOf(parent: PlanNode): string[] {
  const path = parent.linksOf('dri')[0]?.reference.path;
  return parent.dri && path ? [`dri ${path}`] : [];
}

/** The title that asks for a better one. */
export function question(kind: Kind, period: Period): string {
  const what = kind === 'objective' ? 'different' : kind === 'milestone' ? 'true' : 'done';
  return `What is ${what} by the end of ${spoken(period)}`;
}

function shortName(period: Period): string {
  if (period.unit === 'month') return (MONTH_NAMES[period.month - 1] as string).slice(0, 3).toLowerCase();
  return period.unit === 'quarter' ? `q${period.quarter}` : `w${formatPeriod(period).slice(-2)}`;
}
