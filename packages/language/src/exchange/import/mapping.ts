/** Which column of a stranger's table is what: by its header, in the words that people use, and by what they said about it before. */

import { nearest } from '../../values/nearest.ts';
import { columnsOf, type Importable, importable } from '../table.ts';

/** For each column of a table, the key that it fills; undefined for those that are left out. */
export interface Mapping {
  keys: (string | undefined)[];
  /** For each column that says the week or month too, the key that it fills where the cell of the first one is empty. */
  instead: (string | undefined)[];
  /** Headers that mean nothing here. */
  unknown: string[];
}

/** Header → key, as a person said it; `-` leaves a column out. */
export type Said = ReadonlyMap<string, string>;

/** Of two columns that mean the same the first one counts, and what a person said before what a header says. */
export function mappingOf(table: Importable, headers: readonly string[], said: Said = new Map()): Mapping {
  const wanted = new Map([...said].map(([header, key]) => [plain(header), key]));
  const keys: (string | undefined)[] = headers.map((header) => wanted.get(plain(header)));
  const taken = new Set(keys);
  const guesses = [exactly, nearly];
  for (const guess of guesses)
    for (const [at, header] of headers.entries()) {
      if (keys[at] !== undefined || header.trim() === '') continue;
      const key = guess(table, header);
      if (key === undefined || taken.has(key)) continue;
      keys[at] = key;
      taken.add(key);
    }
  // What people call a name is a person's whole name, unless that has a column of its own.
  const at = keys.indexOf('name');
  if (
    table === 'owners' &&
    at >= 0 &&
    plain(headers[at] ?? '') === 'name' &&
    !keys.includes('title') &&
    !wanted.has('name')
  )
    keys[at] = 'title';
  const again = new Set(columnsOf[table].filter(({ derived }) => derived).map(({ header }) => plain(header)));
  const instead = headers.map((header, at) => {
    const key = keys[at] === undefined && header.trim() !== '' ? exactly(table, header) : undefined;
    return key === 'week' || key === 'month' ? key : undefined;
  });
  const unknown = headers.filter(
    (header, at) =>
      keys[at] === undefined && instead[at] === undefined && header.trim() !== '' && !again.has(plain(header)),
  );
  return { keys: keys.map((key) => (key === LEFT_OUT ? undefined : key)), instead, unknown };
}

/** What a person writes for a column that is to be left out. */
export const LEFT_OUT = '-';

/** The key that a person means by a word such as `DRI` or `owner`; undefined for none. */
export function keyCalled(table: Importable, word: string): string | undefined {
  return word.trim() === LEFT_OUT ? LEFT_OUT : (exactly(table, word) ?? undefined);
}

/** Keys that a table takes, in the order of its columns. */
export function keysOf(table: Importable): string[] {
  return columnsOf[table].filter(({ derived }) => !derived).map(({ key }) => key);
}

/**
 * The table that headers speak of: the one of whose columns they name the most, if they name what it cannot do without. `words`: what a
 * person calls some of the columns.
 */
export function tableFor(headers: readonly string[], words: Said = new Map()): Importable | undefined {
  const scores = importable.map((table) => {
    const said = new Map(
      [...words].flatMap(([header, word]) => {
        const key = keyCalled(table, word);
        return key === undefined ? [] : [[header, key] as const];
      }),
    );
    const mapping = mappingOf(table, headers, said);
    const keys = new Set(mapping.keys.filter((key) => key !== undefined));
    const others = mapping.instead.filter((key) => key !== undefined).length;
    const needed = NEEDED[table].every((choices) => choices.some((key) => keys.has(key)));
    return { table, score: needed ? keys.size + others : 0 };
  });
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.table : undefined;
}

/** Without one of each group there is nothing to import. */
export const NEEDED: Readonly<Record<Importable, readonly (readonly string[])[]>> = {
  commitments: [['title', 'name'], ['week']],
  milestones: [['title', 'name'], ['month']],
  owners: [
    ['title', 'name'],
    ['role', 'email', 'reports', 'capacity', 'alias'],
  ],
  readings: [['metric'], ['on'], ['value']],
};

/** What people call a column, besides its key and its header; each in lower case, words parted by one space. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  title: [
    'what',
    'task',
    'description',
    'subject',
    'summary',
    'promise',
    'commitment',
    'milestone',
    'deliverable',
    'full name',
    'person',
  ],
  name: ['id', 'key', 'identifier', 'short name', 'reference'],
  week: ['calendar week', 'iso week', 'kw', 'cw', 'wk', 'week of', 'due week', 'due', 'due date', 'deadline', 'sprint'],
  month: ['by', 'by end of', 'due', 'due month', 'due date', 'deadline', 'target date'],
  dri: [
    'owner',
    'who',
    'responsible',
    'directly responsible individual',
    'assignee',
    'assigned to',
    'accountable',
    'lead',
    'person',
  ],
  advances: ['milestone', 'objective', 'parent', 'serves', 'goal', 'for', 'contributes to'],
  state: ['status', 'progress'],
  on: ['date', 'day', 'done on', 'completed on', 'completed', 'finished', 'as of', 'read on', 'when'],
  moved_to: ['new week', 'new month', 'postponed to', 'deferred to'],
  blocked_by: ['blocker', 'waiting for', 'waits for'],
  reason: ['because', 'comment', 'remarks', 'why not', 'note'],
  with: ['contributors', 'helpers', 'support', 'together with'],
  needs: ['depends on', 'dependencies', 'dependency', 'requires'],
  decision: ['decision needed', 'decision'],
  run: ['run the business', 'bau', 'business as usual', 'keep the lights on'],
  priority: ['prio', 'p', 'rank'],
  team: ['department', 'group', 'function'],
  market: ['region', 'country'],
  budget: ['cost', 'money'],
  why: ['rationale', 'purpose'],
  metric: ['kpi', 'measure', 'indicator', 'metric name', 'metric id'],
  value: ['reading', 'actual', 'result', 'figure'],
  kind: ['type'],
  note: ['comment', 'remarks', 'notes'],
  role: ['job title', 'position', 'function', 'job'],
  email: ['mail', 'e mail address', 'email address'],
  reports: ['manager', 'boss', 'supervisor', 'line manager'],
  capacity: ['commitments a week', 'commitments per week', 'load'],
  until: ['leaves', 'leaves on', 'end date', 'last day', 'contract ends', 'contract until'],
  alias: ['aliases', 'nickname', 'nicknames', 'also known as', 'aka'],
  decides: ['decision rights', 'may decide', 'authority'],
  escalates: ['escalation', 'escalate to'],
  earlier: ['history'],
};

/** Words that mean one thing in general and another one here. */
const HERE: Readonly<Record<Importable, Readonly<Record<string, string>>>> = {
  commitments: { commitment: 'title', milestone: 'advances', objective: 'advances', goal: 'advances' },
  milestones: { objective: 'advances', milestone: 'title' },
  owners: {
    name: 'title',
    person: 'title',
    who: 'title',
    owner: 'title',
    id: 'name',
    title: 'title',
    'job title': 'role',
  },
  readings: { date: 'on', metric: 'metric', title: 'metric', name: 'metric' },
};

function exactly(table: Importable, header: string): string | undefined {
  const word = plain(header);
  const columns = columnsOf[table].filter(({ derived }) => !derived);
  // The headers that mos writes itself come first, so that what was exported is understood.
  const own = columns.find((column) => column.header.toLowerCase() === header.trim().toLowerCase());
  if (own) return own.key;
  const here = Object.hasOwn(HERE[table], word) ? HERE[table][word] : undefined;
  if (here !== undefined) return here;
  const byKey = columns.find(
    ({ key, header: usual }) => key === header.trim() || plain(usual) === word || plain(key) === word,
  );
  return byKey?.key ?? columns.find(({ key }) => (Object.hasOwn(WORDS, key) ? WORDS[key] : [])?.includes(word))?.key;
}

/** For slips of the finger. */
function nearly(table: Importable, header: string): string | undefined {
  const names = columnsOf[table].filter(({ derived }) => !derived).map((column) => column.header.toLowerCase());
  const [near] = header.trim().length >= SHORTEST_SLIP ? nearest(plain(header), names, 1) : [];
  return near === undefined ? undefined : columnsOf[table].find((column) => column.header.toLowerCase() === near)?.key;
}

/** Letters; in shorter words every one is near to every other. */
const SHORTEST_SLIP = 4;

/** In lower case, words parted by one space. */
function plain(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
