/** What every part of completion is asked with, and what it offers: values that know nothing of the protocol's shapes. */

import type { Cursor, Plan, PlanNode } from '@mos/language';
import type { CompletionItemKind } from 'vscode-languageserver';
import type { Subject } from '../feature.ts';

export interface Request {
  subject: Subject;
  plan: Plan;
  cursor: Cursor;
  /** The declaration between whose braces the cursor is. */
  block: PlanNode | undefined;
  /** ISO date. */
  today: string;
  /** A space was typed and nobody asked: only what has to come next is worth a list. */
  unasked: boolean;
}

export interface Offer {
  label: string;
  /** Stands right behind the label: what a name is called. */
  title?: string;
  /** What helps to choose, at the end of the line. */
  facts?: string;
  kind: CompletionItemKind;
  /** Inserted in place of the word; the label where it is absent. */
  insert?: string;
  /** As `insert`, with tab stops, for editors that know them. */
  snippet?: string;
  /** Other words by which it is found. */
  words?: string;
  /** What it leads to is a choice, too: editors that can should offer that at once. */
  again?: boolean;
  about?: About;
}

/** What an item speaks of, by which its documentation is found when somebody looks at it. */
export type About =
  | { is: 'declaration'; file: string; key: string }
  | { is: 'kind' | 'property' | 'rule' | 'measure'; name: string };

/** Best first; `more` when others were left out that further letters would bring. */
export interface Offers {
  offers: Offer[];
  more?: boolean | undefined;
}

/** Text that is inserted as it stands, within a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** A tab stop with a list to choose from; a plain stop where there is nothing to choose. */
export function choice(stop: number, values: readonly string[], otherwise = ''): string {
  if (values.length === 0) return otherwise ? `\${${stop}:${literal(otherwise)}}` : `$${stop}`;
  return `\${${stop}|${values.map((value) => value.replace(/[\\$},|]/g, '\\$&')).join(',')}|}`;
}

/** A title on one line, cut where a list would cut it anyway. */
export function brief(text: string | undefined, longest = 60): string {
  const line = (text ?? '').replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
