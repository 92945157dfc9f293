/** The one description of mos.json: it checks the file, completes it in editors, and is shipped as its JSON Schema. */

import Type from 'typebox';
import { rules } from '../rules/registry.ts';
import { isGroupRule, isNodeRule, type Rule } from '../rules/rule.ts';
import { profiles } from './profiles.ts';

const severity = Type.Enum(['off', 'info', 'warning', 'error'], { errorMessage: 'takes off, info, warning or error' });
const kind = Type.Enum(['activity', 'output', 'outcome'], { errorMessage: 'takes activity, output or outcome' });

const bounds = (description: string) =>
  Type.Optional(
    Type.Array(Type.Integer({ minimum: 0, maximum: 1000 }), {
      minItems: 2,
      maxItems: 2,
      description,
      errorMessage: 'takes two whole numbers, the least and the most, such as [3, 5]',
    }),
  );

const strings = (description: string, errorMessage: string) =>
  Type.Optional(Type.Array(Type.String(), { description, errorMessage }));

/** Properties carry `description` for editors and `errorMessage` (known to VS Code) for the finding when they do not fit. */
export const configSchema = Type.Object(
  {
    $schema: Type.Optional(Type.String({ description: 'Where this schema is; editors read it.' })),
    name: Type.Optional(
      Type.String({ description: 'The name of the plan, as reports show it.', errorMessage: 'takes a text in quotes' }),
    ),
    fiscalYearStart: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 12,
        default: 1,
        description: 'The month in which the fiscal year begins. Years and quarters in the plan are fiscal ones.',
        errorMessage: 'takes a month from 1 to 12',
      }),
    ),
    fiscalYearNamedBy: Type.Optional(
      Type.Enum(['end', 'start'], {
        default: 'end',
        description: 'Whether fiscal year 2026 is the one that ends or the one that starts in 2026.',
        errorMessage: 'takes "end" or "start"',
      }),
    ),
    profile: Type.Optional(
      Type.Enum(Object.keys(profiles), {
        default: 'miller',
        description: 'Counts and severities of a way to run a plan.',
        errorMessage: `takes one of ${Object.keys(profiles).join(', ')}`,
      }),
    ),
    rules: Type.Optional(
      Type.Object(Object.fromEntries(rules.map((rule) => [rule.name, Type.Optional(ruleSetting(rule))])), {
        additionalProperties: false,
        description: 'Severities and options, rule by rule.',
        errorMessage: 'takes rules and their severities, such as { "cascade/missing-why": "error" }',
      }),
    ),
    limits: Type.Optional(
      Type.Object(
        {
          bets: bounds('Bets a frame.'),
          objectives: bounds('Objectives a quarter and team.'),
          metrics: bounds('Metrics an objective.'),
          objectivesPerDri: Type.Optional(
            Type.Integer({
              minimum: 1,
              maximum: 1000,
              description: 'Objectives one person may be DRI of in a quarter.',
              errorMessage: 'takes a whole number from 1',
            }),
          ),
          strategyShare: Type.Optional(
            Type.Number({
              minimum: 0,
              maximum: 1,
              description: 'Share of budget and of capacity that bets hold at least.',
              errorMessage: 'takes a share from 0 to 1',
            }),
          ),
        },
        {
          additionalProperties: false,
          description: 'Counts that the rules hold the plan to.',
          errorMessage: 'takes limits, such as { "bets": [2, 3] }',
        },
      ),
    ),
    vocabulary: Type.Optional(
      Type.Record(
        Type.String(),
        Type.Union(
          [
            kind,
            Type.Object(
              {
                kind,
                also: strings('Other words for it.', 'takes a list of texts'),
                unit: Type.Optional(Type.String()),
                timing: Type.Optional(Type.Enum(['leading', 'lagging'])),
                better: Type.Optional(Type.Enum(['up', 'down'])),
              },
              { additionalProperties: false },
            ),
          ],
          { errorMessage: 'takes activity, output or outcome' },
        ),
        {
          description: 'Metric names of your own and what they are: activity, output or outcome.',
          errorMessage: 'takes names and their kind, such as { "community sign-ups": "output" }',
        },
      ),
    ),
    include: strings(
      'Files of the plan, as patterns relative to this file.',
      'takes a list of patterns, such as ["**/*.mos"]',
    ),
    exclude: strings(
      'Files to leave out, as patterns relative to this file.',
      'takes a list of patterns, such as ["drafts/**"]',
    ),
  },
  { additionalProperties: false, title: 'mos.json', description: 'Settings of a plan.' },
);

/** A severity, or an object with one and the rule's own options. */
function ruleSetting(rule: Rule) {
  const options = isNodeRule(rule) || isGroupRule(rule) ? Object.entries(rule.options ?? {}) : [];
  return Type.Union(
    [
      severity,
      Type.Object(
        {
          severity: Type.Optional(severity),
          ...Object.fromEntries(options.map(([name, value]) => [name, Type.Optional(like(value))])),
        },
        { additionalProperties: false },
      ),
    ],
    {
      description: rule.why,
      errorMessage: 'takes off, info, warning or error, or an object with "severity" and options',
    },
  );
}

function like(value: unknown) {
  if (typeof value === 'number') return Type.Number({ default: value, errorMessage: 'takes a number' });
  if (typeof value === 'boolean') return Type.Boolean({ default: value, errorMessage: 'takes true or false' });
  if (Array.isArray(value)) return Type.Array(Type.String(), { errorMessage: 'takes a list of texts' });
  return Type.String({ default: String(value), errorMessage: 'takes a text' });
}
