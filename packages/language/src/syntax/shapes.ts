/** What follows each keyword, as a shape: says of half a line what may come next, which the grammar only says of whole ones. */

/** What may be filled in: a kind of value, or one of a few words. */
export type Slot =
  | 'names'
  | 'text'
  | 'amount'
  | 'time'
  | 'year'
  | 'quarter'
  | 'month'
  | 'week'
  | 'day'
  | 'period'
  | keyof typeof choices;

/** What may come next. */
export interface Next {
  slots: Set<Slot>;
  /** Words that continue it: `to`, `by`, `since`. */
  words: Set<string>;
  /** It may end here. */
  complete: boolean;
}

/** The words of each slot that is a choice, the usual ones first. */
export const choices = {
  gate: ['legal', 'creative', 'technical', 'budget'],
  spec: ['met', 'missed'],
  layer: ['skills', 'process', 'governance', 'alignment'],
  rhythm: ['weekly', 'monthly', 'daily', 'quarterly', 'yearly'],
  status: ['on track', 'at risk', 'off track', 'achieved', 'partial', 'missed', 'dropped'],
  bound: ['least', 'most'],
  unit: ['week', 'month', 'quarter', 'year', 'day', 'weeks', 'months', 'quarters', 'years', 'days'],
  place: ['first', 'second', 'third', 'fourth', 'last'],
  weekday: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  duration: ['minutes', 'hours', 'hour'],
  limit: ['days', 'weeks', 'day', 'week'],
  levels: ['commitments', 'milestones', 'objectives', 'metrics', 'programs', 'bets', 'frames'],
} as const;

const GOALS =
  'from <amount> to <amount> | at <bound> <amount> | between <amount> and <amount> | up <amount> | down <amount>';

/** `<slot>`, `<slot*>` for several with commas, `[ may be left out ]`, `( one | other )`; all else is itself. */
const SHAPES: Readonly<Record<string, string>> = {
  ...each('diagnosis policy why not review unit source role email text training worked option recovery', '<text>'),
  ...each('decides alias core overrides', '<text*>'),
  ...each('advances adapts dri with lead drives chair attend affects supersedes team market', '<names*>'),
  ...each('escalates reports', '[ to ] <names*>'),
  agreed: '[ with ] <names*>',
  selected: '[ by ] <names*>',
  ...each('budget capacity priority spent confidence up down', '<amount>'),
  ...each('activity output outcome leading lagging primary run', ''),
  year: '<year>',
  quarter: '<quarter>',
  month: '<month>',
  week: '<week>',
  acquire: '<month>',
  ...each('approved shipped until on held', '<day>'),
  ...each('done met', '<day> [ <text> ]'),
  ...each('missed dropped', '[ <day> ] <text>'),
  moved: 'to <period> [ <text> ]',
  blocked: 'by <names*> [ since <day> ] [ <text> ]',
  status: '[ <day> ] <status> [ <text> ]',
  needs: '( decision <text> | <names*> )',
  planned: '<day> to <day>',
  spec: '<spec> [ <text> ]',
  kind: '<gate>',
  within: '<amount> <limit>',
  from: '<amount> [ to <amount> ]',
  to: '<amount>',
  at: '<bound> <amount>',
  between: '<amount> and <amount>',
  ...each('target guardrail expect', `<names> [ ( ${GOALS} ) ]`),
  ...each('reading forecast', '<day> <amount> [ <text> ]'),
  read: '<rhythm> [ by <day> ]',
  every:
    '[ <amount> ] <unit> [ on ( day <amount> | [ <place> ] <weekday> ) ] [ at <time> ] [ for <amount> <duration> ]',
  reviews: '<levels*>',
  covers: '( <period> | <names*> )',
  failed: '<text> [ because <text> ]',
  lesson: '<text> [ changes <names*> ]',
  gap: '<layer> <text>',
  used: '( by <names*> | <amount> )',
};

/** `words` are the tokens between the keyword and the place; undefined where they do not follow it. */
export function nextAfter(key: string, words: readonly string[]): Next | undefined {
  const shape = SHAPES[key];
  if (shape === undefined) return undefined;
  const next: Next = { slots: new Set(), words: new Set(), complete: false };
  follow(partsOf(key, shape), words, 0, next);
  return next.complete || next.slots.size > 0 || next.words.size > 0 ? next : undefined;
}

/** What has to be filled in behind the keyword, in order: words as they stand, slots in angle brackets. */
export function required(key: string): string[] {
  const required: string[] = [];
  for (const part of partsOf(key, SHAPES[key] ?? '')) {
    if (part.type === 'either') break;
    if (part.type !== 'optional') required.push(part.type === 'word' ? part.word : `<${part.slot}>`);
  }
  return required;
}

type Part =
  | { type: 'word'; word: string }
  | { type: 'slot'; slot: Slot; several: boolean }
  | { type: 'optional'; parts: Part[] }
  | { type: 'either'; ways: Part[][] };

function follow(parts: readonly Part[], words: readonly string[], at: number, next: Next): void {
  const [part, ...rest] = parts;
  const ended = at === words.length;
  if (!part) {
    if (ended) next.complete = true;
  } else if (part.type === 'optional') {
    follow([...part.parts, ...rest], words, at, next);
    follow(rest, words, at, next);
  } else if (part.type === 'either') {
    for (const way of part.ways) follow([...way, ...rest], words, at, next);
  } else if (part.type === 'word') {
    if (ended) next.words.add(part.word);
    else if (words[at] === part.word) follow(rest, words, at + 1, next);
  } else if (ended) {
    next.slots.add(part.slot);
  } else {
    const after = consume(part, words, at, next);
    if (after !== undefined) follow(rest, words, after, next);
  }
}

/** The index behind the value; undefined where there is none, or where it is not yet whole. */
function consume(part: Part & { type: 'slot' }, words: readonly string[], start: number, next: Next) {
  for (let at = start; ; ) {
    if (at === words.length) {
      next.slots.add(part.slot);
      return undefined;
    }
    const after = consumeOne(part.slot, words, at, next);
    if (after === undefined || !part.several || words[after] !== ',') return after;
    at = after + 1;
  }
}

function consumeOne(slot: Slot, words: readonly string[], at: number, next: Next): number | undefined {
  const word = words[at] as string;
  if (slot === 'names') {
    if (!NAME.test(word)) return undefined;
    let end = at + 1;
    while (words[end] === '.' && words[end + 1] !== undefined) end += 2;
    return end;
  }
  if (slot === 'text') return word.startsWith('"') ? at + 1 : undefined;
  if (slot === 'amount') return AMOUNT.test(word) ? at + 1 : undefined;
  if (slot === 'time') return TIME.test(word) ? at + 1 : undefined;
  if (!(slot in choices)) return PERIOD.test(word) ? at + 1 : undefined;
  for (const choice of choices[slot as keyof typeof choices]) {
    const [first, second] = choice.split(' ');
    if (word !== first) continue;
    if (second && words[at + 1] === undefined) next.words.add(second);
    return second && words[at + 1] !== second ? undefined : at + (second ? 2 : 1);
  }
  return undefined;
}

const NAME = /^[\p{L}_]/u;
const AMOUNT = /^(?:[-+]?[$€£¥]?\d|TBD$)/;
const TIME = /^\d{1,2}:\d{2}$/;
const PERIOD = /^\d{4}/;

const parsed = new Map<string, Part[]>();

function partsOf(key: string, shape: string): Part[] {
  const known = parsed.get(key);
  if (known) return known;
  const parts = read(shape.split(' ').filter(Boolean))[0] as Part[];
  parsed.set(key, parts);
  return parts;
}

/** Reads up to the bracket that closes; gives the ways that "|" parts. */
function read(symbols: string[]): Part[][] {
  const ways: Part[][] = [[]];
  for (let symbol = symbols.shift(); symbol !== undefined && !/^[\])]$/.test(symbol); symbol = symbols.shift()) {
    const way = ways.at(-1) as Part[];
    const slot = /^<(\w+)(\*)?>$/.exec(symbol);
    if (symbol === '|') ways.push([]);
    else if (symbol === '[') way.push({ type: 'optional', parts: read(symbols)[0] as Part[] });
    else if (symbol === '(') way.push({ type: 'either', ways: read(symbols) });
    else if (slot) way.push({ type: 'slot', slot: slot[1] as Slot, several: slot[2] !== undefined });
    else way.push({ type: 'word', word: symbol });
  }
  return ways;
}

function each(keys: string, shape: string): Record<string, string> {
  return Object.fromEntries(keys.split(' ').map((key) => [key, shape]));
}
