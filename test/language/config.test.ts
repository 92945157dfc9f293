/** Protects mos.json: every fault is found at its place in words that help, and something usable always comes out. */

import { configSchema, readConfig } from '@mos/language';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';

function faults(text: string): string[] {
  return readConfig(text, 'mos.json').faults.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

test('comments, trailing commas and every setting are understood', () => {
  const config = readConfig(
    `{
      "$schema": "./mos.schema.json",
      "name": "Acme", // ours
      "fiscalYearStart": 2, "fiscalYearNamedBy": "start",
      "profile": "okr",
      "rules": { "cascade/orphaned-commitment": "warning", "language/unknown-name": { "severity": "info" }, },
      "limits": { "objectives": [2, 4], "strategyShare": 0.6 },
      "vocabulary": { "community sign-ups": "output", "deals won": { "kind": "outcome", "unit": "USD", "also": ["wins"] } },
      "include": ["plans/**/*.mos"], "exclude": ["drafts/**"],
    }`,
    'mos.json',
  );
  expect(config.faults).toEqual([]);
  expect(config).toMatchObject({
    name: 'Acme',
    calendar: { fiscalYearStart: 2, fiscalYearNamedBy: 'start' },
    profile: 'okr',
    limits: { bets: [1, 5], objectives: [2, 4], metrics: [3, 5], objectivesPerDri: 3, strategyShare: 0.6 },
    vocabulary: [
      { phrase: 'community sign-ups', kind: 'output' },
      { phrase: 'deals won', kind: 'outcome', unit: 'USD', also: ['wins'] },
    ],
    include: ['plans/**/*.mos'],
    exclude: ['drafts/**'],
  });
  expect(config.rules.get('cascade/orphaned-commitment')?.severity).toBe('warning');
  expect(config.rules.get('language/unknown-name')?.severity).toBe('info');
});

describe('faults', () => {
  test.each([
    ['{ "nme": "Acme" }', ['"nme": there is no setting "nme"; did you mean "name"']],
    ['{ "fiscalYearStart": 13 }', ['13: "fiscalYearStart" takes a month from 1 to 12']],
    ['{ "profile": "scrum" }', ['"scrum": "profile" takes one of miller, start, okr, eos']],
    [
      '{ "rules": { "cascade/orphaned-comitment": "off" } }',
      [
        '"cascade/orphaned-comitment": there is no rule "cascade/orphaned-comitment"; did you mean "cascade/orphaned-commitment"',
      ],
    ],
    [
      '{ "rules": { "cascade/orphaned-commitment": "of" } }',
      [
        '"of": "cascade/orphaned-commitment" takes off, info, warning or error, or an object with "severity" and options',
      ],
    ],
    ['{ "rules": { "cascade/orphaned-commitment": { "max": 3 } } }', ['"max": there is no setting "max"']],
    ['{ "limits": { "bets": [1] } }', ['[1]: "bets" takes two whole numbers, the least and the most, such as [3, 5]']],
    ['{ "vocabulary": { "sign-ups": "outcom" } }', ['"outcom": "sign-ups" takes activity, output or outcome']],
    ['{ "include": "plans" }', ['"plans": "include" takes a list of patterns, such as ["**/*.mos"]']],
    ['{ "limits": { "objectives": [5, 3] } }', ['[5, 3]: "objectives" takes the least first: [3, 5]']],
    ['[1]', ['[1]: settings stand in braces: { … }']],
    ['{ "name" "Acme" }', ['"Acme": a ":" is missing here']],
    ['{ "name": "Acme ', ['"Acme : this text is never closed with "']],
    ['{ "__proto__": { "polluted": 1 } }', ['"__proto__": there is no setting "__proto__"']],
  ])('%s', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  test('a wrong value is left out, and what stands beside it still counts', () => {
    const config = readConfig(
      '{ "fiscalYearStart": "April", "limits": { "bets": [1], "objectives": [2, 4] }, "vocabulary": { "x": "y", "z": "output" } }',
      'mos.json',
    );
    expect(config.calendar.fiscalYearStart).toBe(1);
    expect(config.limits).toMatchObject({ bets: [2, 3], objectives: [2, 4] });
    expect(config.vocabulary).toEqual([{ phrase: 'z', kind: 'output' }]);
    expect(config.faults).toHaveLength(3);
  });

  test('hostile files: no prototype is touched, nothing overflows, nothing is endless', () => {
    readConfig(
      '{ "limits": { "__proto__": { "polluted": true } }, "constructor": { "prototype": { "polluted": true } } }',
      'mos.json',
    );
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(faults('['.repeat(100_000))).toHaveLength(1);
    expect(faults(`{ "name": "${'x'.repeat(10_000_000)}" }`)).toEqual(['{: these settings are too long to be read']);
  });
});

test('the schema is a valid JSON Schema and agrees with the reader', () => {
  const ajv = new Ajv({ strict: false });
  const validate = ajv.compile(JSON.parse(JSON.stringify(configSchema)));
  for (const good of [
    {},
    { name: 'x', rules: { 'cascade/orphaned-commitment': 'off' } },
    { limits: { bets: [1, 2] } },
  ]) {
    expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
    expect(faults(JSON.stringify(good))).toEqual([]);
  }
  for (const bad of [{ nme: 1 }, { fiscalYearStart: 0 }, { rules: { nothing: 'off' } }, { limits: { bets: [1] } }]) {
    expect(validate(bad)).toBe(false);
    expect(faults(JSON.stringify(bad))).not.toEqual([]);
  }
});
