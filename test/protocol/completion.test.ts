/** Protects completion: at every place of a half-typed plan what fits there, best first, and nothing where nothing helps. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kinds, tokenize } from '@mos/language';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClientCapabilities, CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver-protocol';
import { Client } from '../harness/client.ts';
import { examplesFolder } from '../harness/corpus.ts';
import { at as placeIn, started } from '../harness/session.ts';

const PEOPLE = `team demand "Demand Generation" { lead ben }
team brand "Brand" { lead rosa }
owner ana "Ana Silva" { role "CMO" }
owner rosa "Rosa Diaz" { role "Brand Lead" team brand reports to ana }
owner cho "Cho Tanaka" { role "ABM Manager" team demand reports to ben alias "Sunny" }
owner ben "Ben 🚀 Okafor" { role "Director" team demand reports to ana }
owner gone "Gil Gone" { role "Was here" team demand until 2025-12-31 }
gate legal "Legal review" { kind legal dri ana }
`;
const STRATEGY = `frame fy26 "Win the mid-market" {
  year 2026
  dri ana
  bet abm "Signal-led ABM" { why "It works." }
  bet partners "Co-sell with partners" { why "They know them." }
}
objective q1_pipeline "Source $4M of pipeline" {
  advances abm
  quarter 2026-Q1
  dri ben
  team demand
  decides "campaign mix"
  metric sourced "Pipeline sourced" { outcome lagging from $1M to $4M source "CRM report 7" }
  metric engaged "Buying groups engaged" { output leading from 12 to 60 source "CRM report 7" drives sourced }
  milestone jan_groups "Forty groups engaged" { month 2026-01 dri cho }
  milestone feb_groups "Sixty groups engaged" { month 2026-02 dri cho }
}
objective q2_events "Meet 120 partners" {
  advances partners
  quarter 2026-Q2
  dri rosa
  metric engaged "Partners met" { outcome lagging from 0 to 120 source "Badge scans" }
  milestone may_event "The summit is sold out" { month 2026-05 dri rosa }
}
metric win_rate "Win rate" { outcome lagging unit "%" from 18% to 24% source "CRM report 12" }
`;

const EVERYTHING: ClientCapabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        insertTextModeSupport: { valueSet: [1, 2] },
      },
      completionList: { itemDefaults: ['editRange'] },
    },
  },
  experimental: { commands: { commands: ['editor.action.triggerSuggest'] } },
};

const folder = mkdtempSync(join(tmpdir(), 'mos-'));
let plain: Client;
let able: Client;

beforeAll(async () => {
  writeFileSync(join(folder, 'people.mos'), PEOPLE);
  writeFileSync(join(folder, 'strategy.mos'), STRATEGY);
  plain = await Client.start(folder);
  able = await Client.start(folder, undefined, EVERYTHING);
  await plain.open('plan.mos', '');
  await able.open('plan.mos', '');
});

afterAll(async () => {
  await plain.stop();
  await able.stop();
  rmSync(folder, { recursive: true });
});

/** The list at the bar. `typed`: the character that was just typed and calls for a list by itself. */
async function at(marked: string, { client = plain, typed = '' } = {}): Promise<CompletionList> {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  await client.change('plan.mos', text);
  const before = text.slice(0, offset).split('\n');
  const list = await client.request<CompletionList | null>('textDocument/completion', 'plan.mos', {
    position: { line: before.length - 1, character: (before.at(-1) as string).length },
    context: typed ? { triggerKind: 2, triggerCharacter: typed } : { triggerKind: 1 },
  });
  return list ?? { isIncomplete: false, items: [] };
}

async function labels(marked: string, options: Parameters<typeof at>[1] = {}): Promise<string[]> {
  return (await at(marked, options)).items.map(({ label }) => label);
}

async function item(marked: string, label: string, options: Parameters<typeof at>[1] = {}): Promise<CompletionItem> {
  const found = (await at(marked, options)).items.find((candidate) => candidate.label === label);
  if (!found) throw new Error(`no ${label}`);
  return found;
}

/** The text after an item was taken, as an editor without snippets would leave it. */
async function taken(marked: string, label: string): Promise<string> {
  const { textEdit } = await item(marked, label);
  if (!textEdit || !('range' in textEdit)) throw new Error('no edit');
  const lines = marked.replace('|', '').split('\n');
  const { start, end } = textEdit.range;
  const line = lines[start.line] as string;
  lines[start.line] = line.slice(0, start.character) + textEdit.newText + line.slice(end.character);
  return lines.join('\n');
}

describe('what may begin', () => {
  test('below a frame comes an objective, also once its first letter stands there', async () => {
    const [first] = await labels('frame f "F" {\n  year 2026\n}\n\no|\n');
    expect(first).toBe('objective');
  });

  test('at the top: declarations, another one of what stands above first', async () => {
    expect((await labels('|')).slice(0, 4)).toEqual(['owner', 'team', 'frame', 'objective']);
    expect((await labels('gate a "A" { kind legal }\n|'))[0]).toBe('gate');
    expect(await labels('mile|')).toEqual(['milestone']);
  });

  test('in a block: what is not said yet, the most useful first, then what it may hold', async () => {
    const found = await labels('objective o "O" {\n  quarter 2026-Q1\n  |\n}\n');
    expect(found.slice(0, 5)).toEqual(['advances', 'dri', 'why', 'decides', 'escalates']);
    expect(found).toContain('milestone');
    expect(found).not.toContain('quarter');
    expect(found).not.toContain('diagnosis');
    expect(found).not.toContain('owner');
  });

  test('what may be said again stays, what contradicts goes', async () => {
    const found = await labels('metric m "M" {\n  outcome\n  leading\n  reading 2026-01-31 4\n  |\n}\n');
    expect(found).toContain('reading');
    for (const said of ['outcome', 'output', 'activity', 'leading', 'lagging']) expect(found).not.toContain(said);
  });

  test('what nesting says is not offered: no advances in a milestone of an objective, no week in a week', async () => {
    expect(await labels('objective o "O" { milestone m "M" { | } }')).not.toContain('advances');
    const found = await labels('week 2026-W07 { commitment c "C" { | } }');
    expect(found).toContain('advances');
    expect(found).not.toContain('week');
  });

  test('once its week has come, how it went', async () => {
    const found = await labels('week 2026-W06 {\n  commitment c "C" { dri ben advances feb_groups | }\n}\n');
    expect(found.slice(0, 3)).toEqual(['done', 'missed', 'moved']);
    expect((await item('week 2026-W06 { commitment c "C" { dri ben d| } }', 'done')).textEdit?.newText).toBe(
      'done 2026-02-09',
    );
  });

  test('between the braces of a status', async () => {
    expect(await labels('objective o "O" { status at risk "why" { | } }')).toEqual([
      'option',
      'recovery',
      'confidence',
    ]);
  });
});

describe('half-typed text', () => {
  test.each([
    ['a brace that is not closed yet, nothing behind', 'objective o "O" {\n  quarter 2026-Q1\n  |', 'advances'],
    [
      'a brace that is not closed yet, more behind',
      'objective o "O" {\n  quarter 2026-Q1\n  |\nweek 2026-W03 {\n}\n',
      'advances',
    ],
    ['without indentation, at the end', 'objective o "O" {\n|', 'advances'],
    ['within nested blocks', 'objective o "O" {\n  milestone m "M" {\n    |\n}\n', 'month'],
    [
      'a commitment that is just begun, others behind',
      'week 2026-W07 {\n  commitment a "A" { |\n  commitment b "B" { dri ben }\n}\n',
      'dri',
    ],
    ['a word that means nothing stands above', 'objective o "O" {\n  foo bar\n  |\n}\n', 'advances'],
    ['a property without its value stands above', 'objective o "O" {\n  why\n  |\n}\n', 'advances'],
    ['half a word', 'objective o "O" {\n  adv|\n}\n', 'advances'],
  ])('%s', async (_, marked, expected) => {
    expect(await labels(marked)).toContain(expected);
  });

  test('the keyword of the next line is not taken for the missing name', async () => {
    expect((await labels('week 2026-W07 {\n  commitment a "A" {\n    dri |\n    run\n  }\n}\n')).includes('ben')).toBe(
      true,
    );
    expect(await labels('objective o "O" {\n  dri ben, |\n  team demand\n}\n')).not.toContain('ben');
  });

  test('behind a closed block begins something new', async () => {
    expect(await labels('owner a "A" { role "R" }\nobj|')).toEqual(['objective']);
    expect(await labels('objective o "O" {\n  milestone m "M" { month 2026-01 }\n  mil|\n}\n')).toEqual(['milestone']);
    expect(await labels('objective o "O" { quarter 2026-Q1 }\n|\nweek 2026-W03 { }\n')).toContain('objective');
  });
});

describe('people', () => {
  test('dri: the team first, with role and load; no teams, and who has left last', async () => {
    const list = await at('objective o "O" {\n  team demand\n  quarter 2026-Q1\n  dri |\n}\n');
    expect(list.items.map(({ label }) => label)).toEqual(['ben', 'cho', 'ana', 'rosa', 'gone']);
    expect(list.items[0]?.detail).toBe('Ben 🚀 Okafor · Director · 1 objective in Q1');
    expect(list.items[1]?.detail).toBe('Cho Tanaka · ABM Manager · 2 milestones in Q1');
    expect(list.items[3]?.detail).toBe('Rosa Diaz · Brand Lead · free in Q1');
  });

  test('letters of the title and of an alias find the name', async () => {
    expect(await labels('objective o "O" { dri tana| }')).toEqual(['cho']);
    expect((await item('objective o "O" { dri oka| }', 'ben')).filterText).toContain('Okafor');
    expect(await labels('objective o "O" { dri Sun| }')).toEqual(['cho']);
  });

  test('with, escalates to, attend', async () => {
    expect(await labels('objective o "O" { dri ben with cho, | }')).not.toContain('cho');
    expect(await taken('objective o "O" { dri ben escalates | }', 'ana')).toBe(
      'objective o "O" { dri ben escalates to ana }',
    );
    expect((await labels('objective o "O" { dri cho escalates to | }'))[0]).toBe('ben');
    expect(await labels('cadence c "C" { attend | }')).toEqual(expect.arrayContaining(['demand', 'ana']));
  });

  test('whom nobody declared can be declared by a fix', async () => {
    const text = 'objective o "O" {\n  dri nora\n}\n';
    await plain.change('plan.mos', text);
    await plain.settled();
    const actions = await plain.request<{ title: string }[]>('textDocument/codeAction', 'plan.mos', {
      range: { start: { line: 1, character: 7 }, end: { line: 1, character: 7 } },
      context: { diagnostics: [] },
    });
    expect(actions.map(({ title }) => title)).toContain('Declare the owner nora');
  });
});

describe('the cascade', () => {
  test('a commitment advances milestones only, the one of its month first, with period and path', async () => {
    const { items } = await at('week 2026-W07 {\n  commitment c "C" { dri cho advances |\n}\n');
    expect(items.map(({ label }) => label)).toEqual(['feb_groups', 'jan_groups', 'may_event']);
    expect(items[0]?.detail).toBe(
      'Sixty groups engaged · 2026-02 · Win the mid-market › Signal-led ABM › Source $4M of pipeline',
    );
  });

  test('an objective advances bets, and the frame last', async () => {
    expect(await labels('objective o "O" { quarter 2026-Q1 advances | }')).toEqual(['abm', 'partners', 'fy26']);
  });

  test('a name that two declarations bear is qualified, any other is not', async () => {
    const found = await labels('objective o "O" { target | }');
    expect(found).toContain('q1_pipeline.engaged');
    expect(found).toContain('q2_events.engaged');
    expect(found).toContain('win_rate');
    expect(found).not.toContain('engaged');
  });

  test('a path goes on behind its dot and is replaced as a whole', async () => {
    expect(await labels('objective o "O" { advances fy26.| }', { typed: '.' })).toEqual(['fy26.abm', 'fy26.partners']);
    expect(await taken('objective o "O" { advances fy26.par| }', 'fy26.partners')).toBe(
      'objective o "O" { advances fy26.partners }',
    );
  });

  test('needs: gates first, or a decision that others may make', async () => {
    const found = await labels('week 2026-W07 { commitment c "C" { needs | } }');
    expect(found[0]).toBe('legal');
    expect(found).toContain('decision');
    expect(await labels('week 2026-W07 { commitment c "C" { needs decision | } }')).toContain('"campaign mix"');
    expect(await labels('objective o "O" { decides | }')).toContain('"campaign mix"');
  });
});

describe('periods', () => {
  test('this one and the next, with their dates', async () => {
    const { items } = await at('week |', { typed: ' ' });
    expect(items.slice(0, 2).map(({ label, detail }) => [label, detail])).toEqual([
      ['2026-W07', 'week 7 of 2026, 9–15 February · this week'],
      ['2026-W08', 'week 8 of 2026, 16–22 February · next week'],
    ]);
  });

  test('a milestone: months of its quarter that no other one has', async () => {
    const found = await labels(
      'objective o "O" {\n  quarter 2026-Q2\n  milestone a "A" { month 2026-04 }\n  milestone b "B" { month |\n}\n',
    );
    expect(found.slice(0, 3)).toEqual(['2026-05', '2026-06', '2026-04']);
  });

  test('a year that is typed brings its quarters', async () => {
    expect(await labels('objective o "O" { quarter 2027-| }', { typed: '-' })).toEqual([
      '2027-Q1',
      '2027-Q2',
      '2027-Q3',
      '2027-Q4',
    ]);
  });

  test('days: today for facts, six weeks before the end for a first reading', async () => {
    expect((await at('week 2026-W07 { commitment c "C" { done |')).items[0]).toMatchObject({
      label: '2026-02-09',
      detail: 'Monday, 9 February 2026 · today',
    });
    expect((await labels('objective o "O" { quarter 2026-Q1 metric m "M" { read weekly by | } }'))[0]).toBe(
      '2026-02-17',
    );
  });

  test('what is moved goes to the next week', async () => {
    expect((await labels('week 2026-W07 { commitment c "C" { moved to | } }'))[0]).toBe('2026-W08');
  });
});

describe('metrics', () => {
  test('names of the field bring their kind and unit', async () => {
    const { textEditText, insertTextFormat } = await item('objective o "O" {\n  metric win|\n}\n', 'win_rate', {
      client: able,
    });
    expect(insertTextFormat).toBe(2);
    expect(textEditText).toBe(
      `win_rate "Win rate" {\n  outcome\n  lagging\n  unit "%"\n  from $1 to $2\n  source "$3"\n  read \${4|weekly,monthly,quarterly,daily|}\n}`,
    );
  });

  test('a whole metric, where one may stand and its name is what was typed', async () => {
    expect(await taken('objective o "O" {\n  win_r|\n}\n', 'win_rate')).toContain('metric win_rate "Win rate"');
  });

  test('with a title behind it, a name is left to its author', async () => {
    expect(await labels('metric win| "How often we win" { outcome }')).toEqual([]);
  });

  test('target, guardrail and expect take metrics, those of the same objective first', async () => {
    const { items } = await at(
      STRATEGY.replaceAll(/q1_|q2_/g, 'x_').replace('month 2026-02', 'expect | month 2026-02'),
    );
    expect(items.slice(0, 2).map(({ label }) => label)).toEqual(
      ['sourced', 'engaged'].map((name) => expect.stringContaining(name)),
    );
    expect(await labels('objective o "O" { guardrail | }')).toContain('win_rate');
    expect((await item('objective o "O" { target | }', 'win_rate')).detail).toBe('Win rate · outcome lagging · %');
  });

  test('a goal, word by word', async () => {
    expect(await labels('objective o "O" { target win_rate | }')).toEqual(
      expect.arrayContaining(['from', 'at', 'up', 'down', 'between']),
    );
    expect(await labels('objective o "O" { target win_rate at | }')).toEqual(['least', 'most']);
  });

  test('sources that the plan reads already', async () => {
    expect((await labels('metric m "M" { source | }')).slice(0, 2)).toEqual(['"…"', '"CRM report 7"']);
  });
});

describe('words', () => {
  test.each([
    ['gate g "G" { kind |', 'legal', 'creative'],
    ['metric m "M" { read |', 'weekly', 'monthly'],
    ['cadence c "C" { reviews |', 'commitments', 'milestones'],
    ['cadence c "C" { reviews commitments, |', 'milestones', 'objectives'],
    ['cadence c "C" { every |', 'week', 'month'],
    ['cadence c "C" { every week on |', 'Monday', 'first'],
    ['cadence c "C" { every week on Monday |', 'at', 'for'],
    ['cadence c "C" { every week on Monday at 09:30 for 45 |', 'minutes', 'hours'],
    ['objective o "O" { status 2026-02-09 |', 'on track', 'at risk'],
    ['objective o "O" { status 2026-02-09 at |', 'risk', 'risk'],
    ['platform p "P" { gap |', 'skills', 'process'],
    ['program p "P" { spec |', 'met', 'missed'],
  ])('%s', async (marked, first, other) => {
    expect(await labels(marked)).toEqual(expect.arrayContaining([first, other]));
  });
});

describe('comments and texts', () => {
  const plan = (comment: string) =>
    `${comment}\nobjective o "Send ten emails" {\n  quarter 2026-Q1\n  dri ben, ana\n}\n`;

  test('in a text and in other comments nothing', async () => {
    for (const marked of [
      'objective o "Win |',
      'objective o "Win |"',
      'frame f "F" { why """\n  dri |\n  """ }',
      '// dri |',
      '/* dri | */',
      '/** dri |',
      '// a |',
    ])
      expect(await labels(marked), marked).toEqual([]);
  });

  test('rules that found something here first, with room for the reason', async () => {
    await at(plan('// mos-allow |'));
    await plain.settled();
    const { items } = await at(plan('// mos-allow |'), { typed: ' ' });
    expect(items[0]?.detail).toBe('found here');
    const rules = await labels(plan('// mos-allow metrics/|'), { typed: '/' });
    expect(rules.every((rule) => rule.startsWith('metrics/'))).toBe(true);
    const { textEditText } = await item(plan('// mos-allow multi|'), 'accountability/multiple-dris', { client: able });
    expect(textEditText).toBe(`accountability/multiple-dris: \${1:why it is fine here}`);
  });

  test('until a day', async () => {
    expect(await labels(plan('// mos-allow cascade/missing-why |'))).toEqual(['until']);
    expect(await labels(plan('// mos-allow cascade/missing-why until |'))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-12-31',
    ]);
  });
});

describe('in nobody’s way', () => {
  test('a space opens no list where the author goes on writing', async () => {
    for (const marked of [
      'objective |',
      'objective o |',
      'objective o "O" { dri ben |',
      'objective o "O" {\n  |',
      'objective o "O" { why |',
      'metric |',
      'objective o "O" { budget |',
    ])
      expect(await labels(marked, { typed: ' ' }), marked).toEqual([]);
  });

  test('a space leads on where something has to follow', async () => {
    for (const marked of [
      'objective o "O" { dri |',
      'objective o "O" { quarter |',
      'objective o "O" { |',
      'gate g "G" { kind |',
      'week |',
    ])
      expect((await labels(marked, { typed: ' ' })).length, marked).toBeGreaterThan(0);
  });

  test('the author’s own names are left alone', async () => {
    expect(await labels('objective met|')).toEqual([]);
  });

  test('a space that stands there already is not doubled', async () => {
    expect(await taken('objective o "O" { dr| ben }', 'dri')).toBe('objective o "O" { dri ben }');
  });
});

describe('the examples, as if they were typed', () => {
  const acme = join(examplesFolder, 'acme');
  const texts = ['q1/demand.mos', 'rhythm.mos', 'platforms.mos', 'people.mos'].map(
    (file) => [file, readFileSync(join(acme, file), 'utf8')] as const,
  );
  let client: Client;
  const ask = async (file: string, text: string, offset: number): Promise<CompletionList | null> => {
    const before = text.slice(0, offset).split('\n');
    const position = { line: before.length - 1, character: (before.at(-1) as string).length };
    return client.request('textDocument/completion', file, { position, context: { triggerKind: 1 } });
  };
  beforeAll(async () => {
    client = await Client.start(acme);
  });
  afterAll(() => client.stop());

  test.each(texts)('%s: every keyword and name is found by its first letter', async (file, text) => {
    await client.open(file, text);
    const tokens = tokenize(text).filter(({ comment }) => !comment);
    const missing: string[] = [];
    for (const [index, { image, start }] of tokens.entries()) {
      const previous = tokens[index - 1]?.image ?? '';
      const isNamed = previous in kinds && previous !== 'run' && previous !== 'week';
      if (!/^[\p{L}_]/u.test(image) || isNamed || previous === '.' || tokens[index + 1]?.image === '.') continue;
      const list = await ask(file, text, start + 1);
      // Paths and states of two words are offered as a whole.
      const isOffered = list?.items.some(({ label }) => label.split(/[. ]/).includes(image));
      if (!isOffered) missing.push(`${previous} ${image}`);
    }
    expect(missing).toEqual([]);
  });

  test.each(texts.slice(0, 2))(
    '%s: Enter at the end of a line takes nothing that was not meant',
    async (file, text) => {
      for (const { index } of text.matchAll(/[\p{L}\p{N}_](?=\r?\n)/gu)) {
        const prefix = text.slice(0, index + 1);
        await client.change(file, prefix);
        const [first] = (await ask(file, prefix, index + 1))?.items ?? [];
        // An item that changes nothing lets Enter through.
        if (first) expect(prefix.endsWith(first.textEdit?.newText ?? ''), prefix.slice(-60)).toBe(true);
      }
    },
  );
});

describe('what clients understand', () => {
  test('without snippets: plain words', async () => {
    const { textEdit, insertTextFormat } = await item('|', 'objective');
    expect(textEdit?.newText).toBe('objective ');
    expect(insertTextFormat).toBeUndefined();
  });

  test('with snippets: the declaration, its choices filled from the plan', async () => {
    const { textEditText, insertTextFormat, insertTextMode } = await item('|', 'objective', { client: able });
    expect(insertTextFormat).toBe(2);
    expect(insertTextMode).toBe(2);
    expect(textEditText).toContain(`objective \${1:name} "\${2:`);
    expect(textEditText).toContain(`advances \${3|abm,partners|}`);
    expect(textEditText).toContain(`quarter \${4|2026-Q1,2026-Q2|}`);
    expect(textEditText).toContain(`dri \${5|`);
  });

  test('every declaration has a snippet whose plan mos can read', async () => {
    const { items } = await at('|', { client: able });
    for (const { label, textEditText = '' } of items) {
      const text = textEditText
        .replaceAll(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
        .replaceAll(/\$\{\d+:([^}]*)\}/g, '$1')
        .replaceAll(/ {2}\$0\n/g, '')
        .replaceAll(/affects \$\d|covers \$\d/g, '')
        .replaceAll(/\$\d/g, '1');
      await plain.change('plan.mos', text);
      await plain.settled();
      const faults = plain.published
        .get(plain.uri('plan.mos'))
        ?.diagnostics.filter(({ code }) => code === 'language/syntax-error');
      expect(faults, `${label}\n${text}`).toEqual([]);
    }
  });

  test('insert and replace, and the word in which the cursor is', async () => {
    const { itemDefaults } = await at('objective o "O" { dri be|x }', { client: able });
    expect(itemDefaults?.editRange).toEqual({
      insert: { start: { line: 0, character: 22 }, end: { line: 0, character: 24 } },
      replace: { start: { line: 0, character: 22 }, end: { line: 0, character: 25 } },
    });
  });

  test('a keyword that asks for a name opens the next list, where the client can', async () => {
    expect((await item('objective o "O" { d| }', 'dri', { client: able })).command?.command).toBe(
      'editor.action.triggerSuggest',
    );
    expect((await item('objective o "O" { d| }', 'dri')).command).toBeUndefined();
  });

  test('positions count emoji and CRLF as editors do', async () => {
    const { textEdit } = await item('owner x "🚀🚀" { reports to an| }\r\n', 'ana');
    expect(textEdit).toMatchObject({ range: { start: { line: 0, character: 28 }, end: { line: 0, character: 30 } } });
    expect(await labels('objective o "O" {\r\n  quarter 2026-Q1\r\n  |\r\n}\r\n')).toContain('advances');
  });
});

describe('documentation comes when it is looked at', () => {
  async function documented(marked: string, label: string): Promise<string> {
    const found = await item(marked, label);
    expect(found.documentation).toBeUndefined();
    const { documentation } = await plain.connection.sendRequest<CompletionItem>('completionItem/resolve', found);
    return (documentation as MarkupContent).value;
  }

  test('of keywords, people, parents, rules and metrics', async () => {
    expect(await documented('objective o "O" { d| }', 'dri')).toContain('The one person who answers for it.');
    expect(await documented('objective o "O" { dri | }', 'ben')).toContain('1 objective in Q1');
    expect(await documented('week 2026-W07 { commitment c "C" { advances | } }', 'feb_groups')).toContain(
      'February 2026',
    );
    expect(await documented('// mos-allow orph|', 'cascade/orphaned-commitment')).toContain('**Why it matters**');
    expect(await documented('metric win|', 'win_rate')).toContain('An outcome');
  });

  test('texts of the plan are inert', async () => {
    const text = await documented('owner evil "<b>[x](http://x)</b>" { role "r" }\nobjective o "O" { dri | }', 'evil');
    expect(text).toContain('\\<b\\>\\[x\\]');
  });
});

test('a large plan gives a short list that says it is not all', async () => {
  const owners = Array.from(
    { length: 400 },
    (_, at) => `owner o${at} "Person number ${at} of a very large organisation" { role "Works on many things" }`,
  );
  const text = `${owners.join('\n')}\nobjective o "O" { dri | }\n`;
  const list = await at(text);
  expect(list.isIncomplete).toBe(true);
  expect(list.items.length).toBeLessThanOrEqual(100);
  expect(JSON.stringify(list).length).toBeLessThan(50_000);
  expect((await labels(text.replace('dri |', 'dri o399|')))[0]).toBe('o399');
});

test('a plan that is still being read: what is known of names is offered, before all findings are there', async () => {
  const week = (index: number) => `week 2026-W07 { commitment c${index} "Send the brief ${index}" { dri cho } }\n`;
  const files = Array.from({ length: 120 }, (_, index) => [
    `weeks-${index}.mos`,
    Array.from({ length: 40 }, (_each, inner) => week(index * 40 + inner)).join(''),
  ]);
  const client = await started(Object.fromEntries(files));
  const text = `${PEOPLE}objective o "O" { dri }\n`;
  await client.open('plan.mos', text);
  const order: string[] = [];
  const settled = client.settled().then(() => order.push('findings'));
  const list: CompletionList = await client.request('textDocument/completion', 'plan.mos', {
    position: placeIn(text, 'dri }', 1, 'dri '.length),
  });
  order.push('completion');
  await settled;
  expect(order).toEqual(['completion', 'findings']);
  expect(list.items.map(({ label }) => label)).toContain('ben');
});
