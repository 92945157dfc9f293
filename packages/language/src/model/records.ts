/** File summaries: plain records of what a file declares. All rules, views and doors read these and never the syntax tree. */

import type { Span } from '../finding.ts';
import type * as ast from '../generated/ast.ts';
import type { SyntaxFault } from '../syntax/fault.ts';
import type { Kind } from './kinds.ts';

/** One file, read once. Offsets everywhere are UTF-16 units in its text. */
export interface FileSummary {
  file: string;
  /** In the order of the text; an outer declaration stands before its inner ones. */
  declarations: Declaration[];
  suppressions: Suppression[];
  faults: SyntaxFault[];
  /** Nothing is known of what this file declares: names that are not found may stand here. */
  unreadable: boolean;
}

/** A name of the language that stands at a place: `q1_pipeline`, the keyword itself, an enumerated word. */
export interface Located<T = string> extends Span {
  value: T;
}

export interface Declaration extends Span {
  kind: Kind;
  name?: Located | undefined;
  title?: Located | undefined;
  /** The text of the comment `/** … *\/` before it. */
  documentation?: string | undefined;
  /** Index of the enclosing declaration in the file's list; −1 at the top. */
  outer: number;
  properties: Property[];
  /** The braces and what is between them. */
  body?: Span | undefined;
  /** Something inside could not be read, so nothing may be concluded from what is absent. */
  damaged: boolean;
}

type Shape =
  | ast.TextProperty
  | ast.TextsProperty
  | ast.ReferencesProperty
  | ast.PeriodProperty
  | ast.AmountProperty
  | ast.FlagProperty
  | ast.StateProperty
  | ast.StatusProperty
  | ast.NeedsProperty
  | ast.PlannedProperty
  | ast.SpecProperty
  | ast.KindProperty
  | ast.WithinProperty
  | ast.Goal
  | ast.AimProperty
  | ast.ReadingProperty
  | ast.ReadProperty
  | ast.EveryProperty
  | ast.ReviewsProperty
  | ast.CoversProperty
  | ast.FailedProperty
  | ast.LessonProperty
  | ast.GapProperty
  | ast.UsedProperty;

/** The grammar's own types without Langium's bookkeeping: the value and its place. */
type Plain<T> = T extends ast.Property
  ? PlainProperty<T>
  : T extends { $type: string }
    ? Span & { [K in keyof T as K extends `$${string}` ? never : K]: T[K] }
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T;

type ShapeName<T> = T extends { $type: infer Name }
  ? T extends ast.ReferencesProperty
    ? ReferencesName<T>
    : Name
  : never;
type ReferencesName<T> = T extends ast.CoversProperty
  ? 'CoversProperty'
  : T extends ast.LessonProperty
    ? 'LessonProperty'
    : T extends ast.NeedsProperty
      ? 'NeedsProperty'
      : T extends ast.UsedProperty
        ? 'UsedProperty'
        : 'ReferencesProperty';

type PlainProperty<T> = Span & { type: ShapeName<T>; key: string; later?: true } & {
  -readonly [K in keyof T as K extends `$${string}` | 'unexpected' | 'others' | 'key' ? never : K]: Plain<T[K]>;
};

/** `later`: a fact dated after the day as of which the plan is judged; it stands in the text, and nobody knows it yet. */
export type Property = Shape extends infer S ? (S extends Shape ? PlainProperty<S> : never) : never;
export type PropertyOf<Name extends Property['type']> = Extract<Property, { type: Name }>;
export type Reference = Plain<ast.Reference>;
export type PeriodLiteral = Plain<ast.Period>;
export type AmountLiteral = Plain<ast.Amount>;
export type TimeLiteral = Plain<ast.Time>;

/** The word that a declaration or a property begins with; it follows from the rest, and there are very many of them. */
export function keywordOf(record: Pick<Declaration, 'start' | 'kind'> | { start: number; key: string }): Span {
  const { start } = record;
  return { start, end: start + ('key' in record ? record.key : record.kind).length };
}

/** `// mos-allow rule until 2026-03-31: reason`, on the line above, at the end of the line, or for the whole file. */
export interface Suppression extends Span {
  rule: Located;
  until?: Located;
  reason?: string;
  /** Index of the declaration that it stands on; absent for `mos-allow-file`. */
  declaration?: number;
  wholeFile: boolean;
  /** What removes it, its line included when nothing else stands there. */
  removal: Span;
}
