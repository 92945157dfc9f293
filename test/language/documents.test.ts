/** Protects the documents: each can be made of each plan on each day, says nothing twice or empty, and is the same on every machine. */

import { compile, defaultConfig, type Result, type SourceFile } from '@mos/language';
import { buildDocument, type Document, type DocumentKind, documentKinds } from '@mos/language/documents';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../harness/corpus.ts';
import { expectSound, names, OCCASIONS, read, textsOf } from '../harness/documents.ts';

const compiled = new Map<string, Result>();

function resultOf(example: string, day: string): Result {
  const key = `${example} ${day}`;
  const { files, config } = readCorpus(example);
  const result = compiled.get(key) ?? compile(files, config, day);
  compiled.set(key, result);
  return result;
}

function made(kind: DocumentKind, { plan, findings }: Result, day: string, owner?: string): Document {
  const person = owner === undefined ? undefined : [...plan.names.bearersOf(owner)][0];
  return buildDocument(kind, plan, day, { findings, ...(kind.needsOwner && person && { owner: person }) });
}

function kindOf(name: string): DocumentKind {
  const kind = documentKinds.find((each) => each.name === name);
  if (!kind) throw new Error(`no document ${name}`);
  return kind;
}

describe.each(OCCASIONS)('%s on %s', (example, day, owner) => {
  test.each(names)('%s', (name) => {
    expectSound(made(kindOf(name), resultOf(example, day), day, owner));
  });
});

describe.each([
  ['owner', 'cho'],
  ['owner', 'ana'],
  // Nothing of the plan has her name as DRI.
  ['owner', 'ruth'],
  ['team', 'demand'],
  ['team', 'brand'],
] as const)('for the %s %s alone', (key, name) => {
  test.each(names)('%s', (kind) => {
    const { plan, findings } = resultOf('acme', '2026-02-18');
    const [node] = plan.names.bearersOf(name);
    const options = {
      findings,
      ...(node && { [key]: node, ...(key === 'team' && kind === 'onboarding' && { owner: node.targets('lead')[0] }) }),
    };
    const document = buildDocument(kindOf(kind), plan, '2026-02-18', options);
    expectSound(document);
    expect(document.scope[key]?.id).toBe(`${key}-${name}`);
  });
});

test('each kind has a name, a title, a sentence of purpose and readers of its own', () => {
  expect(new Set(names).size).toBe(documentKinds.length);
  for (const { name, title, purpose, audience } of documentKinds) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(title).toMatch(/^[A-Z]\S/);
    expect(purpose).toMatch(/^[A-Z].*\.$/);
    expect(audience).toMatch(/^[a-z].*[^.]$/);
  }
});

test('an empty plan gets from each document what to write first', () => {
  const result = compile([{ file: 'plan.mos', text: 'owner ben "Ben"\n' }], defaultConfig, '2026-02-09');
  for (const kind of documentKinds) {
    const document = made(kind, result, '2026-02-09', 'ben');
    expectSound(document);
    const tones = document.blocks.map((block) => (block.type === 'callout' ? block.tone : ''));
    expect(tones, kind.name).toContain('act');
  }
});

test('no text of it is jargon of the machine room', () => {
  for (const kind of documentKinds)
    for (const text of textsOf(made(kind, resultOf('acme', '2026-02-18'), '2026-02-18', 'gia')))
      expect(text, kind.name).not.toMatch(/\b(?:invalid|please|null|boolean|string|node|orphan|parse)\b/i);
});

test('the order of files changes nothing, and neither does where they lie', () => {
  const { files, config } = readCorpus('acme');
  const moved = (list: readonly SourceFile[]) => list.map(({ file, text }) => ({ file: `/elsewhere/${file}`, text }));
  const [one, other] = [compile(files, config, '2026-02-18'), compile(moved(files.toReversed()), config, '2026-02-18')];
  for (const kind of documentKinds)
    expect(made(kind, other, '2026-02-18', 'ben'), kind.name).toEqual(made(kind, one, '2026-02-18', 'ben'));
});

test('each reference leads to one declaration', () => {
  const { plan } = resultOf('acme', '2026-02-18');
  const titles = new Map<string, string>();
  for (const kind of documentKinds)
    JSON.stringify(made(kind, resultOf('acme', '2026-02-18'), '2026-02-18', 'ben'), (_, value: unknown) => {
      if (typeof value === 'object' && value !== null && 'id' in value) {
        const { id, kind: of, text, path } = value as { id: string; kind: string; text: string; path: string };
        expect(titles.get(id) ?? `${of} ${path} ${text}`).toBe(`${of} ${path} ${text}`);
        titles.set(id, `${of} ${path} ${text}`);
      }
      return value;
    });
  expect(titles.size).toBeGreaterThan(80);
  expect(titles.size).toBeLessThanOrEqual([...plan.nodes()].length);
});

describe('the published quarter of the IPFS community', () => {
  const text = (name: string) =>
    read(made(kindOf(name), resultOf('ipfs-community-2019-q1', '2019-04-08'), '2019-04-08', 'mikeal'));

  test('is looked back at in three numbers, each named for what it means', () => {
    const retro = text('retro-pack');
    expect(retro).toContain('Attainment | of all metrics | 41.7%, 5 of 12');
    expect(retro).toContain('Attainment | of those not dropped | 55.6%, 5 of 9 | 3 dropped');
    expect(retro).toContain('Forecast error | 11 metrics | 0.173');
  });

  test('lacks owners, a rhythm and early numbers, and is told so', () => {
    expect(text('retro-pack')).toContain('ProtoSchool is a growing top-level project | nobody');
    expect(text('five-components')).toContain('Operating cadence | absent');
  });

  test('is looked at also when it is over, since the plan has nothing after it', () => {
    expect(text('kpi-framework')).toContain(
      'Nothing is planned for Q2 2019, 1 April – 30 June | This looks at Q1 2019',
    );
    expect(text('kpi-framework')).toContain('41.7%, 5 of 12');
  });
});

describe('the year of Acme, day by day', () => {
  const on = (day: string, name: string, owner?: string) => read(made(kindOf(name), resultOf('acme', day), day, owner));

  test('on its first Monday nothing is claimed that nobody can know', () => {
    const text = on('2026-01-05', 'weekly-review');
    expect(text).toContain('Buying groups engaged | no reading yet | not read yet');
    expect(text).not.toMatch(/ \| (?:done|met|missed|moved)/);
  });

  test('the review of a Monday asks about what was not done, and about what is in the way', () => {
    const text = on('2026-02-09', 'weekly-review');
    expect(text).toContain('91.7%, 11 of 12');
    expect(text).toContain(
      'Send 60 invitations to the plant visits | Gia Moretti | Legal review (Zoe Laurent) | since 6 February, 3 days',
    );
    expect(text).toContain('open, moved here from week 6');
    expect(text).toContain('move budget between bets | Partners open $1.5M of pipeline with us | Ana Duarte');
  });

  test('of one person it shows the own promises, and the numbers and milestones that these serve', () => {
    const { plan } = resultOf('acme', '2026-02-16');
    const [gia] = plan.names.bearersOf('gia');
    const text = read(buildDocument(kindOf('weekly-review'), plan, '2026-02-16', gia && { owner: gia }));
    expect(text).toContain('1 promise for last week, not done.');
    expect(text).toContain('Buying groups engaged | 34 on 6 February');
    expect(text).toContain('42 buying groups in two segments are engaged, 26 of them have met sales | Dev Raman');
    expect(text).not.toContain('Introductions made by partner sellers');
    expect(text).not.toContain('Olga Ivanova');
  });

  test('the monthly review looks back in the first days of a month, and asks DRIs in trouble for options', () => {
    const document = made(kindOf('monthly-business-review'), resultOf('acme', '2026-02-04'), '2026-02-04');
    expect(document.subtitle).toBe('January 2026');
    expect(read(document)).toContain('3 of 4 milestones came true so far.');
    expect(read(document)).toContain(
      'Win every fourth deal against Fieldly (at risk, Hana Sato): each DRI brings two options',
    );
    expect(made(kindOf('monthly-business-review'), resultOf('acme', '2026-02-18'), '2026-02-18').subtitle).toBe(
      'February 2026',
    );
  });

  test('six weeks before the end each objective gets its answer', () => {
    expect(on('2026-02-04', 'six-week-warning')).toContain('asked on 17 February 2026');
    expect(on('2026-02-18', 'six-week-warning')).toContain('Source $4M of mid-market pipeline | Ben Okafor | in doubt');
  });

  test('planning looks ahead in the last six weeks of a quarter', () => {
    expect(made(kindOf('quarterly-planning'), resultOf('acme', '2026-02-04'), '2026-02-04').scope.period?.literal).toBe(
      '2026-Q1',
    );
    expect(made(kindOf('quarterly-planning'), resultOf('acme', '2026-02-18'), '2026-02-18').scope.period?.literal).toBe(
      '2026-Q2',
    );
  });

  test('when the last fact is old, that is said first', () => {
    const [first] = made(kindOf('weekly-review'), resultOf('acme', '2026-04-08'), '2026-04-08').blocks;
    expect(first).toMatchObject({ type: 'callout', tone: 'act', title: 'The last fact is 58 days old' });
    // What was short of its number in February says nothing about the end of March.
    expect(on('2026-04-08', 'retro-pack')).toContain('3 of 12 milestones came true, 1 did not, 8 are open');
    expect(on('2026-04-08', 'retro-pack')).not.toContain('every milestone that was due came');
    expect(on('2026-04-08', 'retro-pack')).toContain('80 promises have no word at all.');
    expect(on('2026-04-08', 'retro-pack')).toContain('1 promise is still blocked.');
  });

  test('somebody who joins sees the line from a promise up to the year', () => {
    const text = on('2026-02-03', 'onboarding', 'nils');
    expect(text).toMatch(
      /Get Brightwater to speak.*\n.*A third of the mid-market accounts.* \| Customers open \$900k.* \| Let customers make the case for us.* \| Win the mid-market/,
    );
  });
});
