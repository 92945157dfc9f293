/** How an outcome stands, in a word and a sentence, with what could be done about it. */

import { propertiesOf } from '../model/kinds.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { indentInside, insertProperty, newlineOf, quoted } from '../rules/edits.ts';
import { type Outcome, refused } from './change.ts';
import { tidied } from './tidy.ts';

export const STATUS_WORDS = ['on track', 'at risk', 'off track', 'achieved', 'partial', 'missed', 'dropped'] as const;
export type StatusWord = (typeof STATUS_WORDS)[number];

export interface NewStatus {
  word: StatusWord;
  /** ISO date. */
  on: string;
  why?: string;
  /** `60%`. */
  confidence?: string;
  options?: readonly string[];
  recovery?: string;
}

/** Behind the statuses that are there: they tell a story. */
export function recordStatus(plan: Plan, node: PlanNode, status: NewStatus): Outcome {
  if (!propertiesOf(node.kind).has('status'))
    return refused(`${node.label} is a ${node.kind}, and those have no status`);
  if (node.declaration.damaged) return refused('something in it cannot be read; mend that first');
  const statuses = node.propertiesOf('StatusProperty');
  if (statuses.some(({ on }) => on?.literal === status.on))
    return refused(`${node.label} has a status of ${status.on}`);
  // Before what stands beneath it, as people write it.
  const own = node.declaration.properties.map(({ key }) => key).filter((key) => key !== 'status');
  const after = statuses.length > 0 ? ['status'] : own;
  const edits = [insertProperty(plan, node, textOf(plan, node, status), after)];
  return tidied(plan, { title: `say that it is ${status.word}`, edits });
}

function textOf(plan: Plan, node: PlanNode, { word, on, why, confidence, options = [], recovery }: NewStatus): string {
  const head = ['status', on, word, ...(why === undefined ? [] : [quoted(why)])].join(' ');
  const details = [
    ...(confidence === undefined ? [] : [`confidence ${confidence}`]),
    ...options.map((option) => `option ${quoted(option)}`),
    ...(recovery === undefined ? [] : [`recovery ${quoted(recovery)}`]),
  ];
  if (details.length === 0) return head;
  if (details.length === 1 && confidence !== undefined) return `${head} { ${details[0]} }`;
  const outer = indentInside(plan, node);
  const newline = newlineOf(plan.text(node.file));
  const inner = details.map((detail) => `${newline}${outer}${outer.includes('\t') ? '\t' : '  '}${detail}`);
  return `${head} {${inner.join('')}${newline}${outer}}`;
}
