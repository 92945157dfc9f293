/** Protects rename: every use in every file follows, what would change the meaning of the plan is refused with the reason. */

import { describe, expect, test } from 'vitest';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { at, changedBy, started } from '../harness/session.ts';

const FILES = {
  'people.mos': 'owner ben "Ben 🚀 Okafor" { reports to ana }\r\nowner ana "Ana Silva"\r\n',
  'plan.mos':
    'objective q1 "Forty \\"buying\\" groups" {\n  quarter 2026-Q1\n  dri ben\n  milestone jan "Ten groups" { month 2026-01 dri ben }\n  milestone feb { month 2026-02 }\n}\nobjective q2 { milestone jan { month 2026-04 } }\n',
  'weeks.mos':
    '/* 🚀 */ week 2026-W03 {\n  commitment brief { dri ben advances q1.jan }\n  commitment more { dri ben, ana advances q1 /* the first */ . jan, feb needs legal }\n}\n',
};

async function plan(): Promise<Client> {
  const client = await started(FILES);
  await client.open('weeks.mos', FILES['weeks.mos']);
  return client;
}

type File = keyof typeof FILES;

async function renamed(client: Client, file: File, part: string, newName: string, nth = 1, within = 0) {
  const position = at(FILES[file], part, nth, within);
  const edit = await client.request<WorkspaceEdit>('textDocument/rename', file, { position, newName });
  return { edit, texts: changedBy(client, edit, FILES) };
}

describe('a name', () => {
  test('changes in every file, open ones by version, whatever stands before it on the line', async () => {
    const client = await plan();
    const { edit, texts } = await renamed(client, 'weeks.mos', 'ben', 'élodie-2');
    expect(texts).toEqual(
      Object.fromEntries(Object.entries(FILES).map(([file, text]) => [file, text.replaceAll(/\bben\b/g, 'élodie-2')])),
    );
    const versions = edit.documentChanges?.map((change) => 'textDocument' in change && change.textDocument.version);
    expect(versions?.sort()).toEqual([1, null, null]);
  });

  test('is renamed in its own segment of a path, with white space and comments in it left alone', async () => {
    const client = await plan();
    const outer = await renamed(client, 'weeks.mos', 'q1.jan', 'first');
    expect(outer.texts['weeks.mos']).toBe(FILES['weeks.mos'].replaceAll('q1', 'first'));
    expect(outer.texts['plan.mos']).toBe(FILES['plan.mos'].replace('objective q1', 'objective first'));
    const inner = await renamed(client, 'weeks.mos', '. jan', 'january', 1, 3);
    expect(inner.texts['weeks.mos']).toBe(FILES['weeks.mos'].replaceAll('jan', 'january'));
    expect(inner.texts['plan.mos']).toBe(FILES['plan.mos'].replace('milestone jan "', 'milestone january "'));
  });

  test('may be a keyword where the plan is still read the same', async () => {
    const client = await plan();
    const { texts } = await renamed(client, 'people.mos', 'ben', 'week');
    expect(texts['plan.mos']).toContain('dri week\n');
    const errors: string[] = [];
    for (const [file, text] of Object.entries(texts)) {
      await client.open(file === 'weeks.mos' ? 'other.mos' : file, text);
      await client.settled();
      errors.push(...(client.published.get(client.uri(file))?.diagnostics ?? []).map(({ code }) => String(code)));
    }
    expect(errors).not.toContain('language/syntax-error');
  });

  test('that others bear in another scope makes references say which one they mean', async () => {
    const files = {
      'plan.mos': 'objective a { milestone x { month 2026-01 } }\nobjective b { milestone y { month 2026-01 } }\n',
      'weeks.mos': 'commitment one { advances x }\ncommitment two { advances y }\n',
    };
    const client = await started(files);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', 'plan.mos', {
      position: at(files['plan.mos'], 'y {'),
      newName: 'x',
    });
    expect(changedBy(client, edit, files)).toEqual({
      'plan.mos': files['plan.mos'].replace('y {', 'x {'),
      'weeks.mos': 'commitment one { advances a.x }\ncommitment two { advances b.x }\n',
    });
  });

  test('that two bear by mistake can be given up by one of them', async () => {
    const text = 'milestone jan "A"\nmilestone jan "B"\ncommitment c { advances jan }\n';
    const client = await started({ 'a.mos': text });
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', 'a.mos', {
      position: at(text, 'jan', 2),
      newName: 'feb',
    });
    expect(changedBy(client, edit, { 'a.mos': text })).toEqual({ 'a.mos': text.replace('jan "B"', 'feb "B"') });
  });

  test.each([
    [
      'plan.mos',
      'q1',
      '2nd',
      '"2nd" is no name: a name begins with a letter or _ and goes on with letters, digits, _ and -',
    ],
    ['plan.mos', 'q1', ' ', 'A name needs at least one letter'],
    ['plan.mos', 'q1', 'a.b', /is no name/],
    ['plan.mos', 'q1', 'a "b"', /is no name/],
    ['plan.mos', 'q1', 'a {} owner b', /is no name/],
    ['plan.mos', 'q1', 'q2', '"q2" is taken: the objective q2 has this name (plan.mos, line 7)'],
    ['plan.mos', 'feb', 'jan', '"jan" is taken: the milestone "Ten groups" has this name (plan.mos, line 4)'],
    ['people.mos', 'ben', 'ana', '"ana" is taken: the owner "Ana Silva" has this name (people.mos, line 2)'],
    [
      'plan.mos',
      'feb',
      'legal',
      '"legal" cannot be told apart: legal (weeks.mos, line 3) would come to mean the milestone feb',
    ],
  ] satisfies [File, string, string, string | RegExp][])(
    '%s: %s to %j is refused',
    async (file, part, name, reason) => {
      const client = await plan();
      const message = await renamed(client, file, part, name).then(
        () => 'nothing was refused',
        (error: Error) => error.message,
      );
      if (typeof reason === 'string') expect(message).toBe(reason);
      else expect(message).toMatch(reason);
    },
  );
});

describe('a title', () => {
  test('is edited as text, with quotes written as the language wants them', async () => {
    const client = await plan();
    const position = at(FILES['plan.mos'], 'buying');
    const prepared = await client.request<{ range: Range; placeholder: string }>(
      'textDocument/prepareRename',
      'plan.mos',
      {
        position,
      },
    );
    expect(prepared).toEqual({
      range: { start: { line: 0, character: 14 }, end: { line: 0, character: 37 } },
      placeholder: 'Forty "buying" groups',
    });
    const { texts } = await renamed(client, 'plan.mos', 'buying', '60 "buying" groups \\ accounts 🎯');
    expect(texts).toEqual({
      'plan.mos': FILES['plan.mos'].replace('"Forty \\"buying\\" groups"', '"60 \\"buying\\" groups \\\\ accounts 🎯"'),
    });
  });

  test('stays one: an empty text, and a block of lines, are refused', async () => {
    const client = await plan();
    await expect(renamed(client, 'plan.mos', 'buying', ' ')).rejects.toThrow('A title needs at least one letter');
    await client.open('block.mos', 'frame f """\n  Win\n  """ { year 2026 }\n');
    const asked = client.request('textDocument/prepareRename', 'block.mos', { position: { line: 1, character: 3 } });
    await expect(asked).rejects.toThrow('This title has several lines: edit it in the text');
  });
});

test('prepare gives the segment under the cursor, and says why elsewhere', async () => {
  const client = await plan();
  const prepare = (file: File, part: string, within = 0) =>
    client.request<{ placeholder: string }>('textDocument/prepareRename', file, {
      position: at(FILES[file], part, 1, within),
    });
  expect((await prepare('weeks.mos', 'q1.jan')).placeholder).toBe('q1');
  expect((await prepare('weeks.mos', 'q1.jan', 4)).placeholder).toBe('jan');
  await expect(prepare('weeks.mos', 'legal')).rejects.toThrow('Nothing in the plan is called "legal"');
  await expect(prepare('plan.mos', '2026-Q1')).rejects.toThrow('Only names and titles can be renamed');
  await expect(prepare('plan.mos', 'milestone jan')).rejects.toThrow('Put the cursor on the name to change it');
});
