/** A number that somebody read, written down with its day, in the order of the days. */

import { otherwiseCounted, readingsOf } from '../model/metrics.ts';
import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { behindComment, insertProperty, replace } from '../rules/edits.ts';
import { BEFORE_READ } from '../rules/metric-edits.ts';
import { isAmountFault, isPlaceholder, parseAmount } from '../values/amount.ts';
import { type Outcome, refused } from './change.ts';
import { tidied } from './tidy.ts';

const BEFORE_READING = [...BEFORE_READ, 'read', 'agreed', 'drives'];

/** `value` is written as it was given: `41`, `$2.9M`, `23%`. `on` is an ISO date. `replaces`: it corrects the reading of that day. */
export function recordReading(
  plan: Plan,
  metric: PlanNode,
  value: string,
  on: string,
  { replaces = false }: { replaces?: boolean } = {},
): Outcome {
  if (metric.declaration.damaged) return refused('something in it cannot be read; mend that first');
  const amount = parseAmount(value);
  if (isAmountFault(amount)) return refused(`"${value}" is no number: ${amount.fault}`);
  if (isPlaceholder(amount)) return refused('a reading is a number; TBD says that there is none yet');
  const readings = readingsOf(metric, plan.config.calendar);
  const before = readings.findLast(({ date }) => date <= on);
  const there = before?.on.literal === on ? before : undefined;
  if (there && (!replaces || there.value.literal === value))
    return refused(`${metric.label} has a reading of ${on}, ${there.value.literal}`);
  const otherwise = otherwiseCounted(metric, value, plan.config.calendar);
  if (otherwise !== undefined) return refused(otherwise);
  if (there) return { title: `correct the reading of ${on} to ${value}`, edits: [replace(metric, there.value, value)] };
  const text = `reading ${on} ${value}`;
  const title = `note ${value} on ${on}`;
  const own = metric.propertiesOf('ReadingProperty', 'reading');
  const anchor = own.find((property) => property.on?.start === before?.on.start);
  // Behind the reading before it, so that a later one stays behind.
  if (anchor && own.at(-1) !== anchor) {
    const source = plan.text(metric.file);
    const line = source.lastIndexOf('\n', anchor.start) + 1;
    const indent = source.slice(line, anchor.start);
    const separator = indent.trim() === '' ? `${source.includes('\r\n') ? '\r\n' : '\n'}${indent}` : ' ';
    const at = separator === ' ' ? anchor.end : behindComment(source, anchor.end);
    const edits = [{ file: metric.file, start: at, end: at, text: `${separator}${text}` }];
    return tidied(plan, { title, edits });
  }
  const edits = [
    insertProperty(plan, metric, text, anchor || own.length === 0 ? [...BEFORE_READING, 'reading'] : BEFORE_READING),
  ];
  return tidied(plan, { title, edits });
}
