/** Protects what the light bulb offers: every fix, a way to allow or weigh a finding, and refactorings that keep the plan whole. */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  Position,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { examplesFolder } from '../harness/corpus.ts';
import { at, changedBy, edited, started } from '../harness/session.ts';

const PEOPLE = 'owner ben "Ben 🚀 Okafor" { role "Director" reports to ana }\nowner ana "Ana Silva" { role "CMO" }\n';
const PLAN = `objective q1 "Forty groups engaged" {
  quarter 2026-Q1
  dri ben
  milestone jan "Ten groups engaged" {
    month 2026-01
    dri ben
  }
}
`;
const WEEKS = `week 2026-W08 {
  commitment brief "🎯 Publish" { dri ben advances jan }
  commitment stray "Redesign the booth" { dri ben }
}
`;
const FILES = { 'people.mos': PEOPLE, 'plan.mos': PLAN, 'weeks.mos': WEEKS };

/** As VS Code introduces itself. */
const ABLE: ClientCapabilities = {
  textDocument: {
    codeAction: {
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] } },
};

async function actions(client: Client, file: string, position: Position, only?: string[]): Promise<CodeAction[]> {
  await client.settled();
  return client.request<CodeAction[]>('textDocument/codeAction', file, {
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }) },
  });
}

function titled(found: readonly CodeAction[], title: string): CodeAction {
  const action = found.find((candidate) => candidate.title === title);
  if (!action) throw new Error(`no "${title}" among ${found.map((one) => one.title).join(' | ')}`);
  return action;
}

const editOf = (action: CodeAction): WorkspaceEdit => {
  if (!action.edit) throw new Error(`"${action.title}" edits nothing`);
  return action.edit;
};

describe('fixes', () => {
  test('carry their finding, the best safe one is preferred, and they may edit another file', async () => {
    const weeks = WEEKS.replace('dri ben adv', 'dri cho adv');
    const client = await started({ ...FILES, 'weeks.mos': weeks });
    await client.open('weeks.mos', weeks);
    const found = await actions(client, 'weeks.mos', at(weeks, 'cho'), ['quickfix']);
    const declare = titled(found, 'Declare the owner cho');
    expect(declare.diagnostics?.[0]).toMatchObject({ code: 'language/unknown-name', source: 'mos' });
    expect(editOf(declare).documentChanges).toMatchObject([
      { textDocument: { uri: client.uri('people.mos'), version: null } },
    ]);
    expect(changedBy(client, editOf(declare), FILES)['people.mos']).toBe(`${PEOPLE.trimEnd()}\nowner cho "Cho"\n`);
  });

  test('only the kinds that are asked for come', async () => {
    const client = await started(FILES, undefined, ABLE);
    await client.open('weeks.mos', WEEKS);
    const stray = at(WEEKS, 'stray');
    const kinds = async (only?: string[]) =>
      new Set((await actions(client, 'weeks.mos', stray, only)).map(({ kind }) => kind?.split('.')[0]));
    expect(await kinds(['quickfix'])).toEqual(new Set(['quickfix']));
    expect(await kinds(['refactor'])).toEqual(new Set(['refactor']));
    expect(await kinds(['source.organizeImports'])).toEqual(new Set());
    expect(await kinds()).toEqual(new Set(['quickfix', 'refactor']));
  });

  test('all safe ones of a file at once are those of mos check --fix', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mos-'));
    try {
      cpSync(join(examplesFolder, 'broken'), folder, { recursive: true });
      const before = readFileSync(join(folder, 'plan.mos'), 'utf8');
      const text = `${before}\nobjective late_bloomer "Late" {\n  month 2026-01\n  quarter 2026-Q1\n  quarter 2026-Q1\n}\n`;
      const client = await started(
        { 'plan.mos': text, 'mos.json': readFileSync(join(folder, 'mos.json'), 'utf8') },
        undefined,
        ABLE,
      );
      await client.open('plan.mos', text);
      const [offered] = await actions(client, 'plan.mos', { line: 0, character: 0 }, ['source.fixAll']);
      expect(offered).toMatchObject({ kind: 'source.fixAll.mos' });
      expect(offered?.edit).toBeUndefined();
      const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', offered);
      const fixed = changedBy(client, editOf(resolved), { 'plan.mos': text })['plan.mos'];

      const cli = fileURLToPath(new URL('../../packages/cli/dist/mos.mjs', import.meta.url));
      const file = join(client.folder, 'plan.mos');
      spawnSync(process.execPath, [cli, 'check', file, '--fix', '--today', '2026-02-09'], { cwd: client.folder });
      expect(fixed).toBe(readFileSync(file, 'utf8'));
      expect(fixed).not.toBe(text);
      // Trying the fixes out left no trace.
      const again = await client.connection.sendRequest<CodeAction>('codeAction/resolve', offered);
      expect(again.edit).toEqual(resolved.edit);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('what was offered for an older text is refused', async () => {
    const text = 'objective o "O" {\n  month 2026-01\n}\n';
    const client = await started({}, undefined, ABLE);
    await client.open('a.mos', text);
    const [offered] = await actions(client, 'a.mos', { line: 0, character: 0 }, ['source.fixAll.mos']);
    await client.change('a.mos', `// new\n${text}`);
    await expect(client.connection.sendRequest('codeAction/resolve', offered)).rejects.toMatchObject({ code: -32801 });
  });
});

describe('answers to a finding', () => {
  test('a plain client gets the suppression with a reason to write over, and the finding goes', async () => {
    const client = await started(FILES);
    await client.open('weeks.mos', WEEKS);
    const found = await actions(client, 'weeks.mos', at(WEEKS, 'stray'), ['quickfix']);
    const allow = titled(found, 'Allow cascade/orphaned-commitment here, with a reason');
    const after = changedBy(client, editOf(allow), FILES)['weeks.mos'] ?? '';
    expect(after.split('\n')[2]).toBe('  // mos-allow cascade/orphaned-commitment: say why');
    await client.change('weeks.mos', after);
    await client.settled();
    const codes = client.published.get(client.uri('weeks.mos'))?.diagnostics.map(({ code }) => code);
    expect(codes).not.toContain('cascade/orphaned-commitment');
    expect(codes).not.toContain('language/unused-suppression');
  });

  test('a client that asks for reasons gets its command, with rule, file and line', async () => {
    const client = await started(FILES, undefined, ABLE, {
      options: { commands: ['mos.suppress', 'mos.explainRule'] },
    });
    await client.open('weeks.mos', WEEKS);
    const found = await actions(client, 'weeks.mos', at(WEEKS, 'stray'), ['quickfix']);
    expect(titled(found, 'Allow cascade/orphaned-commitment here, with a reason').command).toMatchObject({
      command: 'mos.suppress',
      arguments: ['cascade/orphaned-commitment', client.uri('weeks.mos'), 2, 1],
    });
    expect(titled(found, 'Explain cascade/orphaned-commitment').command).toMatchObject({
      command: 'mos.explainRule',
      arguments: ['cascade/orphaned-commitment'],
    });
  });

  test('a client that lets people choose gets one line for many findings, the worst ones mended first', async () => {
    const client = await started(FILES, undefined, ABLE, { options: { commands: ['mos.choose', 'mos.suppress'] } });
    const found = await actions(client, 'plan.mos', at(PLAN, 'q1'), ['quickfix']);
    const [list, ...others] = found.filter(({ command }) => command?.command === 'mos.choose');
    expect([list?.title, others]).toEqual(['Allow, weigh or explain what is found here …', []]);
    const choices = list?.command?.arguments?.[0] as { group: string; title: string; edit?: WorkspaceEdit }[];
    expect(new Set(choices.map(({ group }) => group)).size).toBeGreaterThan(2);
    const off = choices.find(({ title }) => title.startsWith('Switch ') && title.endsWith(' off in mos.json'));
    expect(off?.edit?.documentChanges?.[0]).toMatchObject({ kind: 'create', uri: client.uri('mos.json') });
    const weights = found.flatMap(({ diagnostics = [] }) => diagnostics.map(({ severity = 4 }) => severity));
    expect(weights).toEqual(weights.toSorted());

    const single = await actions(client, 'weeks.mos', at(WEEKS, 'stray'), ['quickfix']);
    expect(titled(single, 'Change how much cascade/orphaned-commitment weighs …').command?.command).toBe('mos.choose');
  });

  test('what makes a plan unreadable can be explained, and not be silenced', async () => {
    const text = 'commitment c { dri nobody_here }\n';
    const client = await started({ 'a.mos': text });
    const titles = (await actions(client, 'a.mos', at(text, 'nobody'), ['quickfix'])).map(({ title }) => title);
    expect(titles).toContain('Explain language/unknown-name');
    expect(titles.filter((title) => /(Allow|Switch|Make) language\/unknown-name/.test(title))).toEqual([]);
  });

  test('a reason that comes when the lines have moved is not written at the wrong place', async () => {
    const client = await started(FILES, undefined, ABLE, { options: { commands: ['mos.suppress', 'mos.record'] } });
    await client.open('weeks.mos', WEEKS);
    const [rule, uri, line, version] =
      titled(
        await actions(client, 'weeks.mos', at(WEEKS, 'stray')),
        'Allow cascade/orphaned-commitment here, with a reason',
      ).command?.arguments ?? [];
    const [about] =
      titled(await actions(client, 'weeks.mos', at(WEEKS, 'brief')), 'Mark it missed').command?.arguments ?? [];
    await client.change('weeks.mos', WEEKS.replace(/.*brief.*\n/, ''));
    const changed = { code: -32801 };
    await expect(
      client.connection.sendRequest('mos/allow', { rule, uri, line, version, reason: 'so', until: '' }),
    ).rejects.toMatchObject(changed);
    await expect(
      client.connection.sendRequest('mos/record', { ...(about as object), reason: 'so' }),
    ).rejects.toMatchObject(changed);
  });

  test('a plain client is told why in a message', async () => {
    const client = await started(FILES);
    const shown = new Promise<{ message: string }>((resolve) => {
      client.connection.onNotification('window/showMessage', resolve);
    });
    const found = await actions(client, 'weeks.mos', at(WEEKS, 'stray'), ['quickfix']);
    const { command, arguments: values } = titled(found, 'Explain cascade/orphaned-commitment').command ?? {};
    await client.connection.sendRequest('workspace/executeCommand', { command, arguments: values });
    expect((await shown).message).toMatch(/^cascade\/orphaned-commitment: \w.+/);
  });

  test('a severity goes into mos.json: begun where there is none, comments kept where there is one', async () => {
    const fresh = await started(FILES, undefined, ABLE);
    const title = 'Make cascade/orphaned-commitment a warning in mos.json';
    const [create, fill] =
      editOf(titled(await actions(fresh, 'weeks.mos', at(WEEKS, 'stray')), title)).documentChanges ?? [];
    expect(create).toMatchObject({ kind: 'create', uri: fresh.uri('mos.json') });
    expect(edited('', (fill as TextDocumentEdit).edits as never)).toBe(
      '{\n  "rules": {\n    "cascade/orphaned-commitment": "warning"\n  }\n}\n',
    );

    const settings = '{\n  "name": "Acme" // ours\n}\n';
    const client = await started({ ...FILES, 'mos.json': settings }, undefined, ABLE);
    const edit = editOf(titled(await actions(client, 'weeks.mos', at(WEEKS, 'stray')), title));
    expect(changedBy(client, edit, { 'mos.json': settings })['mos.json']).toBe(
      '{\n  "name": "Acme", // ours\n  "rules": {\n    "cascade/orphaned-commitment": "warning"\n  }\n}\n',
    );
  });
});

describe('refactorings', () => {
  const rewrites = async (client: Client, file: string, position: Position) =>
    actions(client, file, position, ['refactor']);

  test('done today, missed and dropped with a reason, moved to the next week', async () => {
    const client = await started(FILES);
    await client.open('weeks.mos', WEEKS);
    const found = await rewrites(client, 'weeks.mos', at(WEEKS, 'brief'));
    const lineAfter = (title: string) =>
      changedBy(client, editOf(titled(found, title)), FILES)['weeks.mos']?.split('\n')[1];
    expect(lineAfter('Mark it done on 2026-02-09')).toContain('advances jan done 2026-02-09 }');
    expect(lineAfter('Mark it missed')).toContain('advances jan missed "say why" }');
    expect(lineAfter('Drop it')).toContain('advances jan dropped "say why" }');
    expect(changedBy(client, editOf(titled(found, 'Move it to week 9')), FILES)['weeks.mos']).toBe(
      'week 2026-W08 {\n  commitment stray "Redesign the booth" { dri ben }\n}\n\nweek 2026-W09 {\n  commitment brief "🎯 Publish" { dri ben advances jan }\n}\n',
    );
  });

  test('a client that asks for reasons gets the edit with them', async () => {
    const client = await started(FILES, undefined, ABLE, { options: { commands: ['mos.record'] } });
    await client.open('weeks.mos', WEEKS);
    const found = await rewrites(client, 'weeks.mos', at(WEEKS, 'brief'));
    const { command, arguments: values = [] } = titled(found, 'Mark it missed').command ?? {};
    expect(command).toBe('mos.record');
    const edit = await client.connection.sendRequest<WorkspaceEdit>('mos/record', {
      ...(values[0] as object),
      reason: 'Legal said no',
    });
    expect(changedBy(client, edit, FILES)['weeks.mos']).toContain('missed "Legal said no" }');
  });

  test('the next milestone of an objective', async () => {
    const client = await started(FILES);
    const found = await rewrites(client, 'plan.mos', at(PLAN, 'q1'));
    const after = changedBy(client, editOf(titled(found, 'Add a milestone for February 2026')), FILES)['plan.mos'];
    expect(after).toContain(
      '  milestone feb_q1 "What is true by the end of February 2026" {\n    month 2026-02\n    dri ben\n  }\n}',
    );
  });

  test('a milestone gets a file of its own, and goes back into its objective, which takes the file away', async () => {
    const client = await started(FILES, undefined, ABLE);
    await client.open('plan.mos', PLAN);
    const found = await rewrites(client, 'plan.mos', at(PLAN, 'jan'));
    const [create, fill, cut] = editOf(titled(found, 'Move it to a file of its own')).documentChanges ?? [];
    expect(create).toMatchObject({ kind: 'create', uri: client.uri('jan.mos') });
    const jan = edited('', (fill as TextDocumentEdit).edits as never);
    expect(jan).toBe('milestone jan "Ten groups engaged" {\n  advances q1\n  month 2026-01\n  dri ben\n}\n');
    expect(cut).toMatchObject({ textDocument: { uri: client.uri('plan.mos'), version: 1 } });
    const rest = edited(PLAN, (cut as TextDocumentEdit).edits as never);
    expect(rest).toBe('objective q1 "Forty groups engaged" {\n  quarter 2026-Q1\n  dri ben\n}\n');

    await client.change('plan.mos', rest);
    await client.open('jan.mos', jan);
    const back = await rewrites(client, 'jan.mos', at(jan, 'jan'));
    const edit = editOf(titled(back, 'Move it into "Forty groups engaged"'));
    expect(edit.documentChanges?.at(-1)).toMatchObject({ kind: 'delete', uri: client.uri('jan.mos') });
    const texts = changedBy(
      client,
      { documentChanges: (edit.documentChanges ?? []).slice(0, -1) },
      {
        'plan.mos': rest,
        'jan.mos': jan,
      },
    );
    expect(texts).toEqual({ 'plan.mos': PLAN, 'jan.mos': '' });
  });

  test('a plan that was never saved gets no other files, and a file that cannot be written back no edits', async () => {
    const client = await started({}, undefined, ABLE);
    const uri = 'untitled:Untitled-1';
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'mos', version: 1, text: PLAN },
    });
    await client.settled();
    const position = at(PLAN, 'jan');
    const found = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ['refactor', 'quickfix'] },
    });
    const created = found.filter(({ edit }) => edit?.documentChanges?.some((change) => 'kind' in change));
    expect(created).toEqual([]);
    expect(titled(found, 'Move it to a file of its own').disabled?.reason).toContain('save it first');

    const people = Buffer.from('owner ana "Ana Gar\xe7on" { role "CMO" }\n', 'latin1');
    const latin = await started({ 'plan.mos': PLAN, 'people.mos': people });
    const fixes = await actions(latin, 'plan.mos', at(PLAN, 'ben'), ['quickfix']);
    expect(fixes.length).toBeGreaterThan(0);
    for (const { edit } of fixes)
      for (const change of edit?.documentChanges ?? [])
        expect('textDocument' in change && change.textDocument.uri).not.toBe(latin.uri('people.mos'));
  });

  test('what cannot be done is told to whoever looks for it, and needs a client that creates files', async () => {
    const client = await started(FILES, undefined, ABLE);
    const found = await rewrites(client, 'weeks.mos', at(WEEKS, 'stray'));
    expect(titled(found, 'Move it into what it advances').disabled).toEqual({
      reason: 'only what advances exactly one declaration can move into it',
    });
    const plain = await started(FILES);
    const titles = (await rewrites(plain, 'plan.mos', at(PLAN, 'jan'))).map(({ title }) => title);
    expect(titles).not.toContain('Move it to a file of its own');
  });
});

test('siblings are sorted by period when somebody asks', async () => {
  const text = 'week 2026-W09 {\n  commitment b "B"\n}\nweek 2026-W08 {\n  commitment a "A"\n}\n';
  const client = await started({});
  await client.open('a.mos', text);
  const [sort] = await actions(client, 'a.mos', { line: 0, character: 0 }, ['source.sortByPeriod.mos']);
  if (!sort) throw new Error('nothing offered');
  const after = changedBy(client, editOf(sort), { 'a.mos': text })['a.mos'] ?? '';
  expect(after).toBe('week 2026-W08 {\n  commitment a "A"\n}\nweek 2026-W09 {\n  commitment b "B"\n}\n');
  await client.change('a.mos', after);
  expect(await actions(client, 'a.mos', { line: 0, character: 0 }, ['source.sortByPeriod.mos'])).toEqual([]);
  expect(existsSync(join(client.folder, 'a.mos'))).toBe(false);
});
