/** What each kind of declaration is, may hold, and may refer to: the one table behind rules, completion and the reference. */

export const kinds = {
  frame: {
    noun: 'a frame',
    level: 1,
    period: 'year',
    holds: ['bet', 'run', 'objective', 'metric', 'milestone', 'commitment', 'program'],
    properties: 'year dri with diagnosis policy why budget capacity not status target guardrail decides escalates',
  },
  bet: {
    noun: 'a bet',
    level: 1,
    holds: ['objective', 'metric', 'program', 'milestone', 'commitment'],
    properties:
      'year dri with why diagnosis policy budget capacity priority status target guardrail decides escalates advances',
  },
  run: { noun: 'a run-the-business share', holds: [], properties: 'dri with why budget capacity' },
  objective: {
    noun: 'an objective',
    level: 2,
    period: 'quarter',
    holds: ['milestone', 'metric', 'program', 'commitment', 'week'],
    properties:
      'advances quarter dri with team market decides escalates why priority budget capacity needs target guardrail expect status run',
  },
  milestone: {
    noun: 'a milestone',
    level: 3,
    period: 'month',
    holds: ['commitment', 'metric', 'week'],
    properties:
      'advances month dri with team market why priority expect target guardrail needs budget met missed dropped moved blocked decides escalates',
  },
  commitment: {
    noun: 'a commitment',
    level: 4,
    period: 'week',
    holds: [],
    properties:
      'advances week dri with team market why priority needs run done missed moved dropped blocked budget expect',
  },
  week: { noun: 'a week', holds: ['commitment'], properties: '' },
  program: {
    noun: 'a program',
    holds: ['metric'],
    properties:
      'advances dri with team market why priority approved planned shipped spec budget spent review needs core adapts overrides target expect decides escalates status dropped',
  },
  owner: {
    noun: 'an owner',
    holds: [],
    properties: 'role team market email alias reports capacity until decides escalates',
  },
  team: { noun: 'a team', holds: ['owner'], properties: 'lead why market' },
  gate: { noun: 'a gate', holds: [], properties: 'kind dri with within why decides' },
  metric: {
    noun: 'a metric',
    holds: [],
    properties:
      'activity output outcome leading lagging primary unit from to at between up down source read agreed reading forecast drives dri priority why dropped',
  },
  cadence: { noun: 'a cadence', holds: [], properties: 'every chair attend reviews decides held dri why' },
  retro: { noun: 'a retro', holds: [], properties: 'covers on dri chair attend worked failed lesson held' },
  brief: { noun: 'a brief', holds: [], properties: 'covers on text dri' },
  decision: { noun: 'a decision', holds: [], properties: 'on dri with why affects supersedes needs' },
  platform: {
    noun: 'a platform',
    holds: ['metric'],
    properties: 'dri with team used acquire selected gap training budget why needs decides',
  },
  market: { noun: 'a market', holds: [], properties: 'lead dri why team' },
} as const satisfies Record<string, KindFacts>;

export interface KindFacts {
  /** With its article, as messages need it. */
  noun: string;
  /** 1 annual frame · 2 quarterly objective · 3 monthly milestone · 4 weekly commitment. */
  level?: 1 | 2 | 3 | 4;
  /** The unit of its own period. */
  period?: 'year' | 'quarter' | 'month' | 'week';
  /** What may stand inside it. */
  holds: readonly string[];
  /** The properties that mean something in it. */
  properties: string;
}

export type Kind = keyof typeof kinds;

export function factsOf(kind: Kind): KindFacts {
  return kinds[kind];
}

const legal = new Map<string, ReadonlySet<string>>(
  Object.entries(kinds).map(([kind, facts]) => [kind, new Set(facts.properties.split(' ').filter(Boolean))]),
);

export function propertiesOf(kind: Kind): ReadonlySet<string> {
  return legal.get(kind) as ReadonlySet<string>;
}

/**
 * What a reference may mean. `fits`: the kinds that belong there, looked up first. `mistaken`: kinds that people write there
 * and that a rule of its own speaks about, so the reference still binds. A list by kind of the referring declaration wins.
 */
export interface Expectation {
  fits: readonly Kind[];
  mistaken?: readonly Kind[];
}

const person: Expectation = { fits: ['owner'] };

const expectations: Record<string, Expectation> = {
  dri: { fits: ['owner'], mistaken: ['team'] },
  with: person,
  lead: person,
  chair: person,
  escalates: person,
  reports: person,
  agreed: { fits: ['owner', 'team'] },
  attend: { fits: ['owner', 'team'] },
  selected: { fits: ['team', 'owner'] },
  used: { fits: ['team', 'owner'] },
  team: { fits: ['team'] },
  market: { fits: ['market'] },
  needs: { fits: ['gate', 'milestone', 'commitment', 'program', 'owner', 'objective', 'platform', 'decision'] },
  blocked: { fits: ['gate', 'milestone', 'commitment', 'program', 'owner', 'objective', 'platform', 'decision'] },
  adapts: { fits: ['program'] },
  supersedes: { fits: ['decision'] },
  drives: { fits: ['metric'] },
  target: { fits: ['metric'] },
  guardrail: { fits: ['metric'] },
  expect: { fits: ['metric'] },
  affects: {
    fits: [
      'frame',
      'bet',
      'run',
      'objective',
      'milestone',
      'commitment',
      'program',
      'metric',
      'platform',
      'gate',
      'market',
      'team',
    ],
  },
  changes: {
    fits: [
      'frame',
      'bet',
      'run',
      'objective',
      'milestone',
      'commitment',
      'program',
      'metric',
      'cadence',
      'gate',
      'platform',
      'market',
      'team',
    ],
  },
  covers: { fits: ['frame', 'bet', 'objective', 'milestone', 'program'] },
  'advances objective': { fits: ['bet', 'frame'] },
  'advances milestone': { fits: ['objective'], mistaken: ['bet', 'frame'] },
  'advances commitment': { fits: ['milestone'], mistaken: ['objective', 'bet', 'frame'] },
  'advances program': { fits: ['objective', 'bet', 'milestone', 'frame'] },
  'advances bet': { fits: ['frame'] },
  advances: { fits: ['frame', 'bet', 'objective', 'milestone'] },
};

/** What `key` may refer to in a declaration of `kind`; every cascade kind may be named by mistake, so that cycles are seen. */
export function expectationOf(key: string, kind: Kind): Expectation {
  const known = expected.get(key)?.get(kind);
  if (known) return known;
  const expectation = expectations[`${key} ${kind}`] ??
    expectations[key === 'lesson' ? 'changes' : key] ?? { fits: [] };
  const kindsOf = expected.get(key) ?? new Map<Kind, Expectation>();
  expected.set(key, kindsOf.set(kind, expectation));
  return expectation;
}

/** What was found, by keyword and kind: there are few of both, and very many references. */
const expected = new Map<string, Map<Kind, Expectation>>();
