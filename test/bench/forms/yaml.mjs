/** A plan as YAML, a document a file with its declarations by kind, and the JSON Schema that it follows. */

import { camel, grouped, resolved } from './resolved.mjs';

const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const text = { type: 'string', minLength: 1 };
const name = { type: 'string', pattern: '^[\\p{L}_][\\p{L}\\d_-]*$' };
const names = { type: 'array', items: name, minItems: 1 };
const amount = { type: 'string', pattern: '^\\$?\\d[\\d.,]*[kMB%]?$' };
const goal = {
  type: 'object',
  properties: { from: amount, to: amount },
  required: ['from', 'to'],
  additionalProperties: false,
};
const pair = (...items) => ({ type: 'array', items, minItems: items.length, additionalItems: false });
const ways = {
  type: 'object',
  properties: { options: { type: 'array', items: text, minItems: 2 }, recovery: text },
  additionalProperties: false,
};
const status = { anyOf: [pair(day, text, text), pair(day, text, text, ways)] };
const lesson = { type: 'object', properties: { text, changes: name }, required: ['text'], additionalProperties: false };
const FACTS = {
  ...{
    title: text,
    name,
    about: name,
    text,
    why: text,
    role: text,
    email: text,
    diagnosis: text,
    policy: text,
    source: text,
    unit: text,
  },
  ...{ training: text, review: text, worked: text, lesson, missed: text, read: text, every: text, planned: text },
  ...{
    dri: name,
    team: name,
    lead: name,
    escalatesTo: name,
    reportsTo: name,
    chair: name,
    with: names,
    advances: names,
  },
  ...{
    needs: names,
    agreedWith: names,
    attend: names,
    affects: names,
    drives: names,
    selectedBy: names,
    usedBy: names,
  },
  ...{ on: day, done: day, met: day, approved: day, shipped: day, held: { type: 'array', items: day } },
  ...{ year: { type: 'string', pattern: '^\\d{4}$' }, quarter: { type: 'string', pattern: '^\\d{4}-Q[1-4]$' } },
  ...{
    month: { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' },
    period: { type: 'string', pattern: '^\\d{4}-W[0-5]\\d$' },
  },
  ...{ covers: text, budget: amount, capacity: { anyOf: [amount, { type: 'integer' }] }, spent: amount, used: amount },
  ...{ activity: { const: true }, output: { const: true }, outcome: { const: true } },
  ...{ leading: { const: true }, lagging: { const: true }, primary: { const: true }, goal },
  ...{ reading: { type: 'array', items: pair(day, amount) }, expect: { type: 'array', items: pair(name, text) } },
  ...{
    guardrail: pair(name, text),
    status,
    spec: { enum: ['met'] },
    kind: { enum: ['legal', 'technical'] },
  },
  ...{ within: text, priority: { type: 'integer', minimum: 0 }, decides: { type: 'array', items: text } },
  reviews: { type: 'array', items: { enum: ['commitments', 'milestones', 'objectives', 'metrics', 'bets', 'frames'] } },
};
const REQUIRED = {
  ...{ team: ['name', 'lead'], owner: ['name', 'role'], frame: ['name', 'year', 'dri', 'diagnosis', 'policy', 'why'] },
  ...{
    bet: ['name', 'why'],
    objective: ['name', 'quarter', 'dri', 'why', 'advances'],
    metric: ['name', 'source', 'read'],
  },
  ...{ milestone: ['name', 'month', 'dri'], week: ['period'], commitment: ['title', 'dri', 'advances'] },
  ...{
    program: ['dri', 'advances'],
    gate: ['dri', 'kind'],
    decision: ['dri', 'on', 'why'],
    cadence: ['every', 'chair'],
  },
};
/** What each kind may say, beside its name and title. */
const KEYS = {
  ...{ team: 'lead why', owner: 'role team email reportsTo capacity', run: 'budget capacity' },
  frame: 'year dri escalatesTo decides diagnosis policy why budget',
  bet: 'dri why budget capacity escalatesTo',
  objective: 'advances quarter dri team priority decides escalatesTo why guardrail status',
  metric: 'activity output outcome leading lagging primary unit goal source read agreedWith drives reading',
  ...{ milestone: 'month dri expect met missed', week: 'period', commitment: 'dri with advances needs done missed' },
  program: 'advances dri with team approved planned shipped spec budget spent review',
  ...{ gate: 'kind dri within why', decision: 'on dri with why affects', retro: 'covers dri worked lesson' },
  brief: 'about on dri text',
  ...{ platform: 'dri team used selectedBy usedBy training', cadence: 'every chair attend reviews decides held' },
};
const INNER = { frame: ['bet', 'run'], objective: ['metric', 'milestone'], week: ['commitment'] };

const KINDS = Object.keys(KEYS);
const factsOf = (keys) => Object.fromEntries(keys.split(' ').map((key) => [key, FACTS[key]]));
const many = (kinds) =>
  Object.fromEntries(kinds.map((kind) => [`${kind}s`, { type: 'array', items: { $ref: `#/definitions/${kind}` } }]));
const schema = {
  type: 'object',
  properties: many(KINDS),
  additionalProperties: false,
  definitions: Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      {
        type: 'object',
        properties: { ...factsOf(`name title ${KEYS[kind]}`), ...many(INNER[kind] ?? []) },
        required: REQUIRED[kind] ?? [],
        additionalProperties: false,
      },
    ]),
  ),
};

/** Yields paths with their texts. */
export function* yaml(plan) {
  yield ['schema.json', JSON.stringify(schema, undefined, 2)];
  for (const file of plan()) yield [file.path.replace(/mos$/, 'yaml'), documentOf(resolved(file))];
}

function documentOf(nodes) {
  const inner = Map.groupBy(nodes, ({ parent }) => parent);
  const written = (list, indent) =>
    [...Map.groupBy(list, ({ kind }) => kind)].flatMap(([kind, same]) => [
      `${indent}${kind}s:`,
      ...same.flatMap((node) => {
        const lines = [...propertiesOf(node), ...written(inner.get(node) ?? [], '')];
        return lines.map((line, index) => `${indent}  ${index === 0 ? '-' : ' '} ${line}`);
      }),
    ]);
  return `${written(inner.get(undefined) ?? [], '').join('\n')}\n`;
}

function propertiesOf({ id, kind, title, facts }) {
  const lines = kind === 'week' ? [] : [`name: ${id}`];
  if (title) lines.push(`title: ${JSON.stringify(title)}`);
  for (const [key, value] of grouped(facts)) lines.push(`${camel(key)}: ${JSON.stringify(value)}`);
  return lines;
}
