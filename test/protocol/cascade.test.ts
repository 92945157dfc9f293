/** Protects what the sidebar is told of a plan: everything once, then what is different; and what it can have done to the plan. */

import { describe, expect, test } from 'vitest';
import type { Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { at, changedBy, started } from '../harness/session.ts';

const FILES = {
  'people.mos':
    'team demand "Demand"\nowner ana "Ana" { role "CMO" }\nowner ben "Ben" { role "Lead" team demand alias "Benny" }\n',
  'plan.mos':
    'frame f "Win" {\n  year 2026\n  dri ana\n  bet b "Bet" { why "w" }\n}\nobjective q1 "Forty groups" {\n  advances b\n  quarter 2026-Q1\n  dri ben\n  why "w"\n  metric groups "Groups" { outcome leading from 10 to 40 read weekly reading 2026-01-30 25 }\n  milestone jan "Ten" { month 2026-01 dri ben }\n  milestone feb "Twenty" { month 2026-02 dri ben needs jan }\n}\n',
  'weeks.mos':
    'week 2026-W07 {\n  commitment a "Brief" { dri ben advances feb }\n  commitment b2 "Stray 🦊" { dri ana }\n}\n',
};

interface Row {
  id: string;
  title: string;
  parent?: string;
  [key: string]: unknown;
}

interface Part {
  plan: string;
  name: string;
  files?: string[];
  people?: { id: string; name: string; also: string[] }[];
  gone: string[];
  rows: { keys: string[]; values: unknown[][] };
}

interface Patch {
  base: number;
  revision: number;
  gone: string[];
  plans: Part[];
}

function rowsIn(part: Part | undefined): Row[] {
  const { keys = [], values = [] } = part?.rows ?? {};
  return values.map(
    (row) => Object.fromEntries(keys.flatMap((key, index) => (row[index] == null ? [] : [[key, row[index]]]))) as Row,
  );
}

/** Opens the cascade, and hears of every patch from then on. */
async function opened(client: Client) {
  const patches: Patch[] = [];
  const listeners = new Set<() => void>();
  client.connection.onNotification('mos/cascade/patch', (patch: Patch) => {
    patches.push(patch);
    for (const listener of listeners) listener();
  });
  const snapshot = await client.connection.sendRequest<{ revision: number; now: object; plans: Part[] }>(
    'mos/cascade/open',
  );
  const rows = new Map(snapshot.plans.flatMap(rowsIn).map((row) => [row.title, row]));
  const patched = (count = 1) =>
    new Promise<Patch>((resolve) => {
      const look = () => {
        if (patches.length < count) return;
        listeners.delete(look);
        resolve(patches[count - 1] as Patch);
      };
      listeners.add(look);
      look();
    });
  const id = (title: string) => rows.get(title)?.id ?? `no ${title}`;
  return { snapshot, rows, patches, patched, id };
}

const act = (client: Client, id: string, what: object) =>
  client.connection.sendRequest<{ edit: WorkspaceEdit; select?: { uri: string; range: Range } }>('mos/cascade/edit', {
    id,
    act: what,
  });

describe('the cascade', () => {
  test('is told once, as a whole', async () => {
    const client = await started(FILES);
    const { snapshot, rows, id } = await opened(client);
    const [plan] = snapshot.plans;
    expect(snapshot.now).toEqual({ day: '2026-02-09', week: '2026-W07', month: '2026-02', quarter: '2026-Q1' });
    expect(plan?.files?.toSorted()).toEqual(['plan.mos', 'weeks.mos'].map((file) => client.uri(file)));
    expect(plan?.people?.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
    expect(rows.get('Forty groups')).toMatchObject({ kind: 'objective', parent: id('Bet'), done: 0, total: 2 });
    expect(rows.get('Stray 🦊')).toMatchObject({ lacks: 'advances no milestone', worst: 'error', line: 2 });
    expect(rows.get('Ten')).toMatchObject({ state: 'overdue' });
  });

  test('is then told by what is different', async () => {
    const client = await started(FILES);
    const { snapshot, patched } = await opened(client);
    await client.open('weeks.mos', FILES['weeks.mos'].replace('advances feb', 'advances feb done 2026-02-09'));
    const patch = await patched();
    expect([patch.base, patch.revision]).toEqual([snapshot.revision, snapshot.revision + 1]);
    expect(
      patch.plans
        .flatMap(rowsIn)
        .map(({ title }) => title)
        .toSorted(),
    ).toEqual(['Brief', 'Twenty']);
  });

  test('says what is gone, and what a broken reference leaves unconnected', async () => {
    const client = await started(FILES);
    const { id, patched } = await opened(client);
    await client.open('plan.mos', FILES['plan.mos'].replace('milestone feb', 'milestone february'));
    const [part] = (await patched()).plans;
    expect(part?.gone).toEqual([id('Twenty')]);
    const brief = rowsIn(part).find(({ title }) => title === 'Brief');
    expect(brief).toMatchObject({ lacks: 'advances feb, which is nowhere in the plan' });
    expect(brief).not.toHaveProperty('parent');
  });

  test('keeps its identities when the plan is read anew', async () => {
    const client = await started({ ...FILES, 'mos.json': '{ "name": "Acme" }\n' });
    const { rows, id, patched } = await opened(client);
    expect(rows.get('Ten')?.state).toBe('overdue');
    await client.configure({ today: '2026-01-20' });
    const [part] = (await patched()).plans;
    expect(part?.name).toBe('Acme');
    expect(part?.gone).toEqual([]);
    expect(rowsIn(part).find(({ title }) => title === 'Ten')).toMatchObject({ id: id('Ten') });
  });

  test('is told to nobody while nobody looks', async () => {
    const client = await started(FILES);
    const { patches, snapshot } = await opened(client);
    await client.connection.sendNotification('mos/cascade/close');
    await client.open('weeks.mos', FILES['weeks.mos'].replace('advances feb', 'advances feb done 2026-02-09'));
    await client.settled();
    // Whoever looks again gets everything, under a number that was never used before.
    const again = await opened(client);
    expect(again.snapshot.revision).toBeGreaterThan(snapshot.revision);
    expect(again.rows.get('Brief')).toMatchObject({ state: 'done' });
    expect(patches).toEqual([]);
  });

  test('is told by what is different to whoever looks again and still knows the rest', async () => {
    const client = await started(FILES);
    const { snapshot } = await opened(client);
    await client.connection.sendNotification('mos/cascade/close');
    await client.open('weeks.mos', FILES['weeks.mos'].replace('advances feb', 'advances feb done 2026-02-09'));
    await client.settled();
    const again = (revision: number) => client.connection.sendRequest<Patch>('mos/cascade/open', { revision });
    const patch = await again(snapshot.revision);
    expect(patch.base).toBe(snapshot.revision);
    const titles = patch.plans.flatMap(rowsIn).map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['Brief', 'Twenty']);
    expect(await again(patch.revision)).toMatchObject({ base: patch.revision, revision: patch.revision, plans: [] });
    // Of another server, or too old: then everything.
    expect(await again(snapshot.revision)).not.toHaveProperty('base');
  });

  test('knows which row a place belongs to', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const ask = (file: keyof typeof FILES, part: string) =>
      client.connection.sendRequest('mos/cascade/at', { uri: client.uri(file), position: at(FILES[file], part) });
    expect(await ask('weeks.mos', 'Brief')).toEqual({ id: id('Brief') });
    expect(await ask('plan.mos', 'reading')).toEqual({ id: id('Forty groups') });
    expect(await ask('people.mos', 'ana')).toBeNull();
  });

  test('knows where a row is written, as the text is now', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const text = `// 🎯 the weeks\n${FILES['weeks.mos']}`;
    await client.open('weeks.mos', text);
    const { line, character: column } = at(text, 'a "Brief"');
    expect(await client.connection.sendRequest('mos/cascade/place', { id: id('Brief') })).toEqual({
      uri: client.uri('weeks.mos'),
      line,
      column,
    });
    expect(await client.connection.sendRequest('mos/cascade/place', { id: 'nobody' })).toBeNull();
  });
});

describe('the story of a row', () => {
  test('says what matters of it', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const story = (title: string) =>
      client.connection.sendRequest<Record<string, unknown>>('mos/cascade/story', { id: id(title) });
    expect(await story('Forty groups')).toMatchObject({
      reference: 'q1',
      why: 'w',
      child: 'milestone',
      people: [{ name: 'Ben', role: 'Lead' }],
      line: [{ title: 'Forty groups' }, { title: 'Bet', id: id('Bet') }, { title: 'Win' }],
      end: 'frame',
      metrics: [
        {
          title: 'Groups',
          now: { text: '25', date: '2026-01-30' },
          target: '40',
          goal: { from: 10, to: 40 },
          sixWeeks: '2026-02-17',
          days: { first: '2026-01-01', last: '2026-03-31' },
        },
      ],
    });
    expect(await story('Twenty')).toMatchObject({ needs: [{ id: id('Ten'), kind: 'milestone' }] });
    expect(await story('Ten')).toMatchObject({ neededBy: [{ title: 'Twenty' }] });
    const { findings } = (await story('Stray 🦊')) as { findings: { rule: string; fixes: string[] }[] };
    expect(findings.find(({ rule }) => rule === 'cascade/orphaned-commitment')?.fixes).toContain(
      'mark it as run-the-business work',
    );
  });

  test('is nothing for a row that is gone', async () => {
    const client = await started(FILES);
    await opened(client);
    expect(await client.connection.sendRequest('mos/cascade/story', { id: 'gone' })).toBeNull();
  });
});

describe('the week', () => {
  interface Week {
    week: string;
    people: { name: string; items: { id: string; title: string; section: string; asks: boolean; next?: string }[] }[];
  }
  const week = (client: Client, params: object) => client.connection.sendRequest<Week>('mos/cascade/week', params);

  test('asks of each what was promised, left open, not read, and ends', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const found = await week(client, {});
    expect(found.week).toBe('2026-W07');
    expect(
      found.people.map(({ name, items }) => [name, items.map(({ section, title }) => `${section} ${title}`)]),
    ).toEqual([
      ['Ana', ['promised Stray 🦊']],
      ['Ben', ['promised Brief', 'ends Ten', 'reading Groups']],
    ]);
    expect(found.people[1]?.items[0]).toMatchObject({ id: id('Brief'), asks: true, next: '2026-W08', below: 'Twenty' });
    // Each is kept, missed or read by its identity.
    const [, , groups] = found.people[1]?.items ?? [];
    expect(await act(client, groups?.id ?? '', { kind: 'reading', value: '31' })).toHaveProperty('edit');
  });

  test('asks of what was moved in the week that it was moved to, and offers the one after that', async () => {
    const client = await started({
      'plan.mos':
        'owner ana "Ana"\nweek 2026-W06 {\n  commitment a "Late" { dri ana moved to 2026-W07 "Legal asks" }\n}\n',
    });
    await opened(client);
    const [
      {
        items: [late],
      } = { items: [] },
    ] = (await week(client, {})).people;
    expect(late).toMatchObject({ section: 'promised', due: '2026-W07', state: 'moved', next: '2026-W08' });
  });

  test('is that of one person, by any name, and of nobody whom the plan does not know', async () => {
    const client = await started(FILES);
    await opened(client);
    for (const me of ['Ben', 'ben', 'Benny'])
      expect((await week(client, { me })).people.map(({ name }) => name)).toEqual(['Ben']);
    expect((await week(client, { me: 'Zoe' })).people).toEqual([]);
    expect(await client.connection.sendRequest('mos/cascade/people')).toMatchObject([
      { name: 'Ana', also: ['ana'], role: 'CMO' },
      { name: 'Ben', also: ['ben'] },
    ]);
  });

  test('is known also while nobody looks at the cascade; what is kept late was kept in its week', async () => {
    const client = await started(FILES, { today: '2026-02-18' });
    const { people } = await week(client, { me: 'ben' });
    const brief = people[0]?.items.find(({ title }) => title === 'Brief');
    expect(brief).toMatchObject({ section: 'before', asks: true });
    const { edit } = await act(client, brief?.id ?? '', { kind: 'kept' });
    expect(changedBy(client, edit, FILES)['weeks.mos']).toContain('advances feb done 2026-02-13');
  });
});

describe('what is done to a row', () => {
  test('is an edit for the version that it was made for', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    await client.open('weeks.mos', FILES['weeks.mos']);
    const { edit } = await act(client, id('Brief'), { kind: 'done' });
    expect(edit.documentChanges).toMatchObject([{ textDocument: { uri: client.uri('weeks.mos'), version: 1 } }]);
    expect(changedBy(client, edit, FILES)['weeks.mos']).toContain('advances feb done 2026-02-09');
  });

  test.each([
    [{ kind: 'missed', reason: 'legal' }, 'Brief', 'missed "legal"'],
    [{ kind: 'moved', reason: 'legal' }, 'Brief', 'moved to 2026-W08 "legal"'],
  ])('is what it says: %o', async (what, title, text) => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const { edit } = await act(client, id(title), what);
    expect(changedBy(client, edit, FILES)['weeks.mos']).toContain(text);
  });

  test('asks for a reason only where one is written, and refuses before anybody is asked', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    for (const kind of ['missed', 'dropped', 'moved'])
      expect(await act(client, id('Brief'), { kind })).toEqual({ asks: 'reason' });
    // Nobody counts on a week that lies ahead.
    await client.configure({ today: '2026-02-02' });
    await client.settled();
    const { edit } = await act(client, id('Brief'), { kind: 'moved' });
    expect(changedBy(client, edit, FILES)['weeks.mos']).toMatch(/week 2026-W08 \{\n {2}commitment a "Brief"/);
    await expect(act(client, id('Ten'), { kind: 'moved' })).rejects.toThrow(/week/);
  });

  test('a reading and a status are written where a careful person would', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const story = await client.connection.sendRequest<{
      metrics: { id: string }[];
      health: object;
      hasStatus: boolean;
    }>('mos/cascade/story', { id: id('Forty groups') });
    expect(story).toMatchObject({ hasStatus: true, health: { word: expect.any(String), reasons: expect.any(Array) } });
    const [{ id: metric } = { id: '' }] = story.metrics;
    const { edit } = await act(client, metric, { kind: 'reading', value: '31' });
    expect(changedBy(client, edit, FILES)['plan.mos']).toContain('reading 2026-01-30 25 reading 2026-02-09 31');
    await expect(act(client, metric, { kind: 'reading', value: 'many' })).rejects.toThrow('"many" is no number');
    await expect(act(client, id('Ten'), { kind: 'reading', value: '1' })).rejects.toThrow('only a metric has readings');
    const status = await act(client, id('Forty groups'), { kind: 'status', word: 'at risk', why: 'the list is late' });
    expect(changedBy(client, status.edit, FILES)['plan.mos']).toContain('status 2026-02-09 at risk "the list is late"');
  });

  test('a child comes with the place of its title', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const { edit, select } = await act(client, id('Twenty'), { kind: 'add' });
    expect(select?.uri).toBe(client.uri('weeks.mos'));
    const lines = changedBy(client, edit, FILES)['weeks.mos']?.split('\n') ?? [];
    const { start, end } = (select as { range: Range }).range;
    expect(lines[start.line]?.slice(start.character, end.character)).toBe('What is done by the end of week 7');
  });

  test('somebody else answers for it', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const owners = await client.connection.sendRequest<{ id: string; name: string }[]>('mos/cascade/owners', {
      id: id('Brief'),
    });
    expect(owners.map(({ name }) => name)).toEqual(['Ben', 'Ana']);
    const { edit } = await act(client, id('Brief'), { kind: 'dri', owner: owners[1]?.id });
    expect(changedBy(client, edit, FILES)['weeks.mos']).toContain('{ dri ana advances feb }');
  });

  test('an orphan is hung below a milestone, and nowhere else', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const { edit } = await act(client, id('Stray 🦊'), { kind: 'attach', to: id('Twenty') });
    expect(changedBy(client, edit, FILES)['weeks.mos']).toContain('{ dri ana advances feb }');
    await expect(act(client, id('Stray 🦊'), { kind: 'attach', to: id('Forty groups') })).rejects.toThrow(
      'a commitment advances a milestone, and "Forty groups" is an objective',
    );
    await expect(act(client, id('Brief'), { kind: 'attach', to: id('Ten') })).rejects.toThrow(
      'its week, week 7, lies outside of January 2026',
    );
  });

  test('a fix is applied as it was shown', async () => {
    const client = await started(FILES);
    const { id } = await opened(client);
    const fix = {
      kind: 'fix',
      rule: 'cascade/orphaned-commitment',
      message: '"Stray 🦊" advances no milestone',
      title: 'mark it as run-the-business work',
    };
    const { edit } = await act(client, id('Stray 🦊'), fix);
    expect(changedBy(client, edit, FILES)['weeks.mos']).toContain('{ dri ana run }');
    await expect(act(client, id('Stray 🦊'), { ...fix, title: 'paint it green' })).rejects.toThrow('mended already');
  });
});
