/** The words for what was expected: by property and by declaration, never by token. */

import type { Span } from '../finding.ts';
import { type Kind, kinds, propertiesOf } from '../model/kinds.ts';
import { looseAmount, loosePeriod } from '../values/loose.ts';
import { nearest } from '../values/nearest.ts';
import { encodeText } from '../values/text.ts';
import type { SyntaxFault } from './fault.ts';

type Shape = 'name' | 'text' | 'period' | 'amount' | 'word' | 'nothing';

/** What follows each keyword: its words in a sentence, its shape, and whether it may be left out. */
const EXPECTED: Record<string, { phrase: string; shape: Shape; optional?: boolean }> = {
  ...entries('text', {
    diagnosis: 'a text in quotes',
    policy: 'a text in quotes',
    why: 'a reason in quotes',
    not: 'a text in quotes',
    review: 'a text in quotes',
    option: 'a text in quotes',
    recovery: 'a text in quotes',
    core: 'a text in quotes',
    overrides: 'a text in quotes',
    role: 'a role in quotes',
    email: 'an address in quotes',
    decides: 'a decision in quotes',
    alias: 'a name in quotes',
    unit: 'a unit in quotes',
    source: 'a source in quotes',
    worked: 'a text in quotes',
    failed: 'a text in quotes',
    lesson: 'a text in quotes',
    text: 'a text in quotes',
    training: 'a text in quotes',
    missed: 'a reason in quotes',
    dropped: 'a reason in quotes',
  }),
  ...entries('name', {
    advances: 'the name of what it advances',
    adapts: 'the name of a program',
    dri: 'the name of an owner',
    with: 'the name of an owner',
    lead: 'the name of an owner',
    escalates: 'the name of an owner',
    reports: 'the name of an owner',
    agreed: 'the name of an owner or team',
    drives: 'the name of a metric',
    target: 'the name of a metric',
    guardrail: 'the name of a metric',
    expect: 'the name of a metric',
    chair: 'the name of an owner',
    attend: 'the name of a team or owner',
    affects: 'the name of what it affects',
    supersedes: 'the name of a decision',
    selected: 'the name of a team or owner',
    needs: 'the name of what it waits for',
    team: 'the name of a team',
    market: 'the name of a market',
    blocked: '"by" and the name of what blocks it',
    covers: 'a period or the name of what it covers',
  }),
  ...entries('period', {
    year: 'a year such as 2026',
    quarter: 'a quarter such as 2026-Q1',
    month: 'a month such as 2026-01',
    week: 'a week such as 2026-W03',
    approved: 'a date such as 2026-01-16',
    shipped: 'a date such as 2026-01-16',
    until: 'a date such as 2026-06-30',
    held: 'a date such as 2026-01-12',
    on: 'a date such as 2026-01-19',
    acquire: 'a month such as 2026-05',
    done: 'a date such as 2026-01-16',
    met: 'a date such as 2026-01-30',
    moved: '"to" and a week such as 2026-W05',
    planned: 'two dates such as 2026-01-12 to 2026-02-20',
    reading: 'a date such as 2026-01-31',
    forecast: 'a date such as 2026-01-31',
    status: 'a date and a state such as at risk',
  }),
  ...entries('amount', {
    budget: 'an amount such as $50k or 20%',
    capacity: 'an amount such as 5 or 20%',
    priority: 'a number such as 1',
    spent: 'an amount such as $50k',
    confidence: 'a share such as 60%',
    from: 'an amount such as 18%',
    to: 'an amount such as 24%',
    at: '"least" or "most" and an amount',
    between: 'two amounts such as 3 and 5',
    up: 'an amount such as 20%',
    down: 'an amount such as 20%',
    within: 'a time such as 3 days',
    used: 'a share such as 45%, or "by" and a team',
  }),
  ...entries('word', {
    kind: 'creative, legal, technical or budget',
    spec: 'met or missed',
    gap: 'skills, process, governance or alignment',
    read: 'daily, weekly, monthly, quarterly or yearly',
    every: 'day, week, month, quarter or year',
    reviews: 'frames, bets, objectives, milestones, commitments, metrics or programs',
  }),
};

/** Words of neighbouring methods, and what they are called here. */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  goal: ['objective', 'target'],
  okr: ['objective'],
  kpi: ['metric'],
  measure: ['metric'],
  person: ['owner'],
  member: ['owner'],
  task: ['commitment'],
  todo: ['commitment'],
  action: ['commitment'],
  campaign: ['program'],
  project: ['program'],
  initiative: ['program', 'objective'],
  strategy: ['frame'],
  pillar: ['bet'],
  department: ['team'],
  meeting: ['cadence'],
  tool: ['platform'],
  region: ['market'],
  due: ['week', 'month', 'by'],
  deadline: ['week', 'month'],
  responsible: ['dri'],
  accountable: ['dri'],
  reason: ['why'],
  baseline: ['from'],
  cost: ['budget'],
};

/** What may begin something inside a declaration of this kind, or outside of all. */
function openers(within: Kind | undefined): string[] {
  return within === undefined ? Object.keys(kinds) : [...kinds[within].holds, ...propertiesOf(within)];
}

/** The word that is meant by one that mos does not know; undefined where nothing comes near. */
function meantBy(word: string, within: Kind | undefined): string | undefined {
  const known = openers(within);
  const key = word.toLowerCase();
  const synonym = Object.hasOwn(SYNONYMS, key)
    ? SYNONYMS[key]?.find((candidate) => known.includes(candidate))
    : undefined;
  return synonym ?? nearest(word, known, 1)[0];
}

/** The kind of declaration that is meant by a word that opens one and is none. */
export function kindMeantBy(word: string): Kind | undefined {
  return meantBy(word, undefined) as Kind | undefined;
}

/** A property that holds nothing at all, or ends in a comma. */
export function missingAfter(key: string, text: string, keyword: Span, whole: Span): SyntaxFault | undefined {
  const expected = EXPECTED[key];
  if (!expected) return undefined;
  if (whole.end <= keyword.end) return { message: `expected ${expected.phrase} after "${key}"`, ...keyword };
  if (text[whole.end - 1] === ',')
    return { message: `expected ${another(expected.phrase)} after ","`, start: whole.end - 1, end: whole.end };
  return undefined;
}

/** What stands in a declaration's or property's place and cannot belong to it. */
export function unexpectedAfter(
  key: string,
  unexpected: readonly Span[],
  whole: Span,
  text: string,
  within?: Kind,
): SyntaxFault | undefined {
  const first = unexpected[0];
  if (!first) return undefined;
  const end = endOfLine(unexpected, text);
  const span = { start: first.start, end };
  const gap = text.slice(text.slice(0, first.start).trimEnd().length, first.start);
  if (gap.includes('\n') && whole.start < first.start - gap.length - key.length)
    return unexpectedAtTop(unexpected, text, within);
  const found = text.slice(span.start, span.end);
  const before = text.slice(whole.start, first.start).trim();
  const after = before.length <= 60 ? before : `${before.slice(0, 57)}…`;
  if (key in kinds && key !== 'week') return inHeader(key as Kind, span, after, found);
  const expected = EXPECTED[key] ?? (key === 'week' ? EXPECTED.week : undefined);
  if (!expected) return { message: `nothing more was expected after "${after}"`, ...span };
  const bare = after === key;
  const loose = looselyWritten(key, expected, whole, end, text);
  if (loose) return loose;
  if (expected.shape === 'text' && /^[^"]/.test(found) && bare) {
    return { message: `expected ${expected.phrase} after "${after}"`, ...span, fix: quote(span, found) };
  }
  if (expected.shape === 'name' && !bare && /^[\p{L}_]/u.test(found)) {
    // A word with a value behind it is a property that mos does not know, not one more name.
    if (first.end < end) return unexpectedAtTop(unexpected, text, within);
    const name = after.slice(key.length).trim();
    if (/^\p{Lu}/u.test(found) && /^\p{Lu}[^,]*$/u.test(name)) {
      return { message: `expected one word after "${key}"; "${name} ${found}" is a whole name`, ...span };
    }
    const at =
      first.start -
      (text.slice(whole.start, first.start).length - text.slice(whole.start, first.start).trimEnd().length);
    return {
      message: `expected "," between names`,
      ...span,
      fix: { title: 'add the comma', safe: false, edits: [{ start: at, end: at, text: ',' }] },
    };
  }
  if (expected.shape === 'text' && !bare && found.startsWith('"')) {
    return { message: `nothing more was expected after this text`, ...span };
  }
  if (bare) return { message: `expected ${expected.phrase} after "${after}"`, ...span };
  return { message: `"${cut(found)}" was not expected after "${after}"`, ...span };
}

/** A period or an amount in another form than mos reads, where what is meant is certain. */
function looselyWritten(
  key: string,
  { phrase, shape }: { phrase: string; shape: Shape },
  whole: Span,
  end: number,
  text: string,
): SyntaxFault | undefined {
  if (!SINGLE_VALUED.has(key)) return undefined;
  const from = whole.start + key.length;
  const start = from + (text.slice(from, end).length - text.slice(from, end).trimStart().length);
  const written = text.slice(start, end);
  const literal = shape === 'period' ? loosePeriod(written) : shape === 'amount' ? looseAmount(written) : undefined;
  if (literal === undefined || literal === written) return undefined;
  const fix = { title: `write ${literal}`, safe: false, edits: [{ start, end, text: literal }] };
  return { message: `expected ${phrase} after "${key}"`, start, end, cause: true, fix };
}

/** Properties with one value, so that all that follows belongs to it. */
const SINGLE_VALUED = new Set(
  'year quarter month week approved shipped until held on acquire done met budget capacity spent confidence up down'.split(
    ' ',
  ),
);

/** `within`: the kind of the declaration around, if any. */
export function unexpectedAtTop(unexpected: readonly Span[], text: string, within?: Kind): SyntaxFault | undefined {
  const first = unexpected[0];
  if (!first) return undefined;
  const span = { start: first.start, end: endOfLine(unexpected, text) };
  const found = text.slice(span.start, span.end);
  if (found.startsWith('"')) return { message: `${cut(found)} belongs to nothing here`, ...span };
  const word = text.slice(first.start, first.end);
  const near = /^[\p{L}_]/u.test(word) ? meantBy(word, within) : undefined;
  if (near === undefined) return { message: `"${cut(found)}" begins nothing that mos knows`, ...span };
  return wrongWord(text, first, near);
}

/** A word that mos does not know, and the one that is meant. */
export function wrongWord(text: string, { start, end }: Span, meant: string): SyntaxFault {
  return {
    message: `there is no "${cut(text.slice(start, end))}"; did you mean "${meant}"`,
    start,
    end,
    fix: { title: `write "${meant}"`, safe: false, edits: [{ start, end, text: meant }] },
  };
}

function inHeader(kind: Kind, span: Span, after: string, found: string): SyntaxFault {
  if (/^[^"]+"$/.test(found)) {
    const edits = [{ start: span.start, end: span.start, text: '"' }];
    return { message: 'the quote before this title is missing', ...span, fix: { title: 'add it', safe: false, edits } };
  }
  const titled = after.endsWith('"');
  const wanted = titled ? '"{"' : after === kind ? 'a name, a title in quotes or "{"' : 'a title or "{"';
  const fault: SyntaxFault = { message: `expected ${wanted} after "${after}"`, ...span };
  if (!titled && /^[\p{L}\p{N}]/u.test(found)) fault.fix = quote(span, found);
  return fault;
}

function quote(span: Span, found: string): NonNullable<SyntaxFault['fix']> {
  return { title: 'put it in quotes', safe: false, edits: [{ ...span, text: encodeText(found) }] };
}

/** The end of the last unexpected part that stands on the same line as the first. */
function endOfLine(unexpected: readonly Span[], text: string): number {
  let end = (unexpected[0] as Span).end;
  for (const span of unexpected.slice(1)) {
    if (/[\r\n]/.test(text.slice(end, span.start))) break;
    end = span.end;
  }
  return end;
}

/** On one line, as every message is. */
function cut(found: string): string {
  const line = found.slice(0, 200).replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 37)}…`;
}

function another(phrase: string): string {
  return phrase.replace(/^(the name of )?an? /, '$1another ');
}

function entries(shape: Shape, phrases: Record<string, string>) {
  return Object.fromEntries(Object.entries(phrases).map(([key, phrase]) => [key, { phrase, shape }]));
}
