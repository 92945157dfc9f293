/** Short ways to write the blocks and words of a document. A string stands for plain text wherever words do. */

import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import { describeDay } from '../../values/calendar.ts';
import type {
  Callout,
  Cell,
  Column,
  Heading,
  Inline,
  List,
  ListItem,
  Paragraph,
  Reference,
  Strong,
  Table,
  Tone,
  Word,
} from './document.ts';
import { referenceTo } from './identity.ts';

/** Words in a row; what is undefined is left out. */
export type Words = Inline | string | undefined | readonly Words[];

export function words(...parts: Words[]): Inline[] {
  const found: Inline[] = [];
  for (const part of parts) collect(found, part);
  return found;
}

/** One by one: a stranger’s plan may list more than a call takes as arguments. */
function collect(into: Inline[], part: Words): void {
  if (part === undefined || part === '') return;
  if (typeof part === 'string') into.push({ type: 'text', text: part });
  else if (Array.isArray(part)) for (const each of part as readonly Words[]) collect(into, each);
  else into.push(part as Inline);
}

export function heading(level: 2 | 3, ...text: Words[]): Heading {
  return { type: 'heading', level, text: words(...text) };
}

export function paragraph(...text: Words[]): Paragraph {
  return { type: 'paragraph', text: words(...text) };
}

export function bullets(items: readonly Words[]): List {
  return { type: 'list', ordered: false, items: items.map((item) => listItem(item)) };
}

export function steps(items: readonly Words[]): List {
  return { type: 'list', ordered: true, items: items.map((item) => listItem(item)) };
}

export function listItem(text: Words, items: readonly ListItem[] = []): ListItem {
  return { text: words(text), ...(items.length > 0 && { items: [...items] }) };
}

export function callout(tone: Callout['tone'], title: string, ...text: Words[]): Callout {
  return { type: 'callout', tone, title, text: words(...text) };
}

/** Cells without a word say that nothing is said. */
export function table(
  caption: string,
  columns: readonly (Column | string)[],
  rows: readonly (Cell | Words)[][],
): Table {
  return {
    type: 'table',
    caption,
    columns: columns.map((column) => (typeof column === 'string' ? { title: column, holds: 'text' } : column)),
    rows: rows.map((row) => row.map((each) => (isCell(each) ? each : cell(each)))),
  };
}

export function cell(text: Words, value?: number | string | null): Cell {
  const own = words(text);
  return { text: own.length > 0 ? own : words('–'), ...(value !== undefined && { value }) };
}

export function column(title: string, holds: Column['holds']): Column {
  return { title, holds };
}

export function strong(text: string): Strong {
  return { type: 'strong', text };
}

export function state(tone: Tone, text: string): Word {
  return { type: 'state', tone, text };
}

export function reference(plan: Plan, node: PlanNode): Reference {
  return referenceTo(plan, node);
}

/** `a, b and c`. */
export function listed(parts: readonly Words[], last = 'and'): Words[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? ` ${last} ` : ', ', part];
  });
}

/** `1 promise`, `3 promises`, `no promise`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number === 0 ? 'no' : number.toLocaleString('en-US')} ${number === 1 || number === 0 ? noun : plural}`;
}

/** `2 of 4 objectives`; `no objective` where there is none. */
export function partOf(part: number, whole: number, noun: string): string {
  return whole === 0 ? count(0, noun) : `${part} of ${count(whole, noun)}`;
}

/** A date to sort by. */
export function dateCell(date: string | undefined): Cell {
  return date === undefined ? cell('not said', null) : cell(describeDay(date), date);
}

export function sentenceCase(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A text of the plan that ends a sentence here, with exactly one full stop. */
export function ended(text: string): string {
  const own = text.replace(/\s+/g, ' ').trim();
  return /[.!?…]$/.test(own) ? own : `${own}.`;
}

function isCell(given: Cell | Words): given is Cell {
  return typeof given === 'object' && !Array.isArray(given) && !('type' in given);
}
