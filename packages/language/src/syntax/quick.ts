/** The quick reader: text to file summary without a tree, for texts that are right; it leaves all others to Langium's parser. */

import type { Span } from '../finding.ts';
import { readPath, readPeriod, readProperty, readText } from '../generated/properties.ts';
import {
  BLOCK_TEXT,
  CLOSE_BRACE,
  END,
  FIRST_WORD,
  ID,
  LAST_KIND,
  NUMBER,
  OPEN_BRACE,
  PERIOD,
  RUN,
  STRING,
  WEEK,
} from '../generated/tokens.ts';
import type { Kind } from '../model/kinds.ts';
import type { Declaration, FileSummary, Located, Property } from '../model/records.ts';
import { MAX_DEPTH } from './braces.ts';
import { documentationBefore, mayAllow, suppressionsIn } from './comments.ts';
import { DUAL_KINDS, partsLines, resolveNames } from './names.ts';
import { REFUSED, refuse, word } from './reading.ts';
import { scan, type Tokens } from './scan.ts';

/**
 * What `lower.ts` makes of Langium's tree of the same text, several times faster; undefined at the first doubt, so that
 * whatever is to be said of a text is said in one place. That both agree is a property test.
 */
export function readQuickly(file: string, text: string): FileSummary | undefined {
  const tokens = scan(text);
  return typeof tokens === 'number' ? undefined : readTokens(file, tokens);
}

/** The place at which the quick reader gives up a text that it does not read: that of the fault, or a little behind it. */
export function doubtIn(text: string): Span {
  const tokens = scan(text);
  if (typeof tokens === 'number') return { start: tokens, end: Math.min(tokens + 1, text.length) };
  readTokens('', tokens);
  const at = Math.min(tokens.at, tokens.count - 1);
  return { start: tokens.starts[at] ?? 0, end: tokens.ends[at] ?? 0 };
}

function readTokens(file: string, tokens: Tokens): FileSummary | undefined {
  const { text } = tokens;
  const { starts, ends } = tokens;
  resolveNames(tokens.kinds, tokens.count, (index) =>
    partsLines(text, ends[index - 1] as number, starts[index] as number),
  );
  const declarations: Declaration[] = [];
  collected.length = 0;
  try {
    while (tokens.kinds[tokens.at] !== END) {
      if (!startsDeclaration(tokens)) return undefined;
      readDeclaration(tokens, declarations, -1, 0);
    }
  } catch (error) {
    if (error !== REFUSED) throw error;
    return undefined;
  }
  const { comments } = tokens;
  const suppressions = mayAllow(text, comments) ? suppressionsIn(text, comments, declarations) : [];
  return { file, declarations, suppressions, faults: [], unreadable: false };
}

function startsDeclaration({ kinds, at }: Tokens): boolean {
  const kind = kinds[at] as number;
  return kind >= FIRST_WORD && kind <= LAST_KIND;
}

/** Undefined for a declaration, which is in the list then; `team demand` or `week 2026-W03` may be a property of the one around. */
function readDeclaration(t: Tokens, declarations: Declaration[], outer: number, depth: number): Property | undefined {
  const first = t.at;
  const token = t.kinds[first] as number;
  const kind = word(t) as Kind;
  const week = token === WEEK ? readWeek(t, first) : undefined;
  const name = t.kinds[t.at] === ID && !week ? readName(t) : undefined;
  const dotted = t.at > first + 2;
  const title = isText(t) && !week ? readText(t) : undefined;
  const open = t.kinds[t.at] === OPEN_BRACE;
  if (outer >= 0 && !open && !title && DUAL_KINDS.has(kind) && !(token === RUN && name)) {
    return week ?? (token === RUN ? readRun(t, first) : readTargets(t, first, kind, name));
  }
  if (dotted && !week) refuse();
  const start = t.starts[first] as number;
  const declaration: Declaration = {
    kind,
    start,
    end: t.ends[t.at - 1] as number,
    outer,
    properties: NO_PROPERTIES,
    damaged: false,
    // All fields from the beginning: those that come later have their place outside of the record.
    name,
    title,
    body: undefined,
    documentation: undefined,
  };
  const index = declarations.push(declaration) - 1;
  if (open) {
    if (depth >= DEEPEST) refuse();
    const body = { start: t.starts[t.at++] as number, end: 0 };
    declaration.body = body;
    declaration.properties = readMembers(t, declarations, index, depth + 1, week);
    body.end = t.ends[t.at++] as number;
    declaration.end = body.end;
  } else if (week) declaration.properties = [week];
  const documentation = documentationBefore(t.text, start, t.comments);
  if (documentation !== undefined) declaration.documentation = documentation;
  return undefined;
}

/** The braces of a status count, too; the full reader knows where it is too much. */
const DEEPEST = MAX_DEPTH - 2;

/** All properties, `first` before the others. */
function readMembers(
  t: Tokens,
  declarations: Declaration[],
  outer: number,
  depth: number,
  first: Property | undefined,
): Property[] {
  const base = collected.length;
  if (first) collected.push(first);
  while (t.kinds[t.at] !== CLOSE_BRACE) {
    const property = startsDeclaration(t) ? readDeclaration(t, declarations, outer, depth) : readProperty(t);
    if (property) collected.push(property);
  }
  const properties = collected.slice(base);
  collected.length = base;
  return properties;
}

const NO_PROPERTIES: Property[] = [];

/** Properties of the blocks that are open: a list of its own for each would keep the room that it took for growing. */
const collected: Property[] = [];

function isText({ kinds, at }: Tokens): boolean {
  return kinds[at] === STRING || kinds[at] === BLOCK_TEXT;
}

function readName(t: Tokens): Located {
  const { at } = t;
  const value = readPath(t);
  return { value, start: t.starts[at] as number, end: t.ends[t.at - 1] as number };
}

function readWeek(t: Tokens, first: number): Property {
  const start = t.starts[first] as number;
  const next = t.kinds[t.at];
  // Before its braces it may be missing, as far as reading goes.
  if (next === OPEN_BRACE) return { type: 'PeriodProperty', key: 'week', start, end: t.ends[first] as number };
  if (next !== PERIOD && next !== NUMBER) return refuse();
  const period = readPeriod(t);
  return { type: 'PeriodProperty', key: 'week', period, start, end: period.end };
}

function readRun(t: Tokens, first: number): Property {
  return { type: 'FlagProperty', key: 'run', start: t.starts[first] as number, end: t.ends[first] as number };
}

function readTargets(t: Tokens, first: number, key: Kind, name: Located | undefined): Property {
  if (!name) return refuse();
  const targets = [{ path: name.value, start: name.start, end: name.end }];
  return { type: 'ReferencesProperty', key, targets, start: t.starts[first] as number, end: name.end };
}
