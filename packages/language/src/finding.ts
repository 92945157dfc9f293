/** What every door receives: one fault of a plan, with its place, its reason and its ways out, as plain data. */

export type Severity = 'error' | 'warning' | 'info';

/** The execution killers that a rule reveals; `B` is the structural bottleneck of the second source. */
export type Killer = 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'B';

/** 1-based line, 1-based column in UTF-16 code units, as editors and terminals count them. */
export interface Position {
  line: number;
  column: number;
}

/** From the first character up to, and not including, `end`. */
export interface Range {
  start: Position;
  end: Position;
}

/** UTF-16 offsets into a file's text; `end` is exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** Replaces the characters of `span` in `file` by `text`. */
export interface TextEdit extends Span {
  file: string;
  text: string;
}

/** One way out. A safe fix keeps the plan's meaning or is the only sensible repair; `--fix` applies safe ones only. */
export interface Fix {
  title: string;
  safe: boolean;
  /** Only a person can say whether this is what the plan means: offered one by one, never applied with others. */
  manual?: boolean;
  edits: TextEdit[];
}

export interface RelatedPlace {
  message: string;
  file: string;
  range: Range;
}

export interface Finding {
  /** `group/fault`, as in `cascade/orphaned-commitment`. */
  rule: string;
  severity: Severity;
  /** Stands alone, names the declaration by its title or name. */
  message: string;
  /** One clause: why this matters. */
  why: string;
  file: string;
  range: Range;
  /** The same place as `range`, in offsets. */
  span: Span;
  related: RelatedPlace[];
  /** Best first; empty where a person has to decide. */
  fixes: Fix[];
  /** Address of the rule's page: `mos://rules/<group>/<fault>`. */
  docs: string;
  killer?: Killer;
  /** The marked text can go without loss (an unused suppression). */
  unnecessary?: boolean;
}
