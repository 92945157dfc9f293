/** Protects code lenses: what they count, where they lead, that they follow other files and the setting. */

import { expect, test } from 'vitest';
import type { CodeLens, Location } from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { readCorpus } from '../harness/corpus.ts';
import { started as begun } from '../harness/session.ts';

const FILES = {
  'people.mos': 'owner ben "Ben" { role "Lead" }\nowner ana "Ana" { role "CMO" }\n',
  'plan.mos':
    'frame f "Win" { year 2026 dri ana }\nobjective q1 "Forty groups" {\n  advances f\n  quarter 2026-Q1\n  dri ben\n  milestone jan { month 2026-01 dri ben met 2026-01-30 }\n  milestone feb { month 2026-02 dri ana }\n  milestone mar { month 2026-03 dropped "x" }\n}\nobjective q2 "Later" { quarter 2026-Q2 dri ben }\n',
  'weeks.mos':
    '\nweek 2026-W03 { commitment a { dri ben advances jan, feb done 2026-01-16 } }\nweek 2026-W04 { commitment b { dri ben advances jan missed "y" } }\n',
};

/** A client that can show places; without that, a lens is only read. */
function started(files: Record<string, string>): Promise<Client> {
  return begun(files, undefined, undefined, { options: { commands: ['mos.showReferences'] } });
}

/** \`line: title → places\` of each lens, resolved. */
async function shown(client: Client, file: string): Promise<string[]> {
  const lenses = await client.request<CodeLens[]>('textDocument/codeLens', file);
  const lines: string[] = [];
  for (const lens of lenses) {
    expect(lens.command).toBeUndefined();
    const { command, range } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
    const [uri, position, places] = (command?.arguments ?? []) as [string?, unknown?, Location[]?];
    if (command?.command) {
      expect(command.command).toBe('mos.showReferences');
      expect([uri, position]).toEqual([client.uri(file), range.start]);
    }
    const leads = places?.map((place) => `${place.uri.split('/').at(-1)}:${place.range.start.line}`).join(' ');
    lines.push(`${range.start.line}: ${command?.title}${leads ? ` → ${leads}` : ''}`);
  }
  return lines;
}

test('an objective counts its months and weeks once each, and leads to them', async () => {
  const client = await started(FILES);
  expect((await shown(client, 'plan.mos')).slice(1)).toEqual([
    '1: 2 milestones → plan.mos:5 plan.mos:6',
    '1: 2 commitments → weeks.mos:1 weeks.mos:2',
    '1: 50% done, 2 open → plan.mos:6 weeks.mos:2',
    '9: no milestone yet',
  ]);
  await client.open('weeks.mos', FILES['weeks.mos'].replace('missed "y"', 'done 2026-01-16'));
  expect((await shown(client, 'plan.mos'))[3]).toBe('1: 75% done, 1 open → plan.mos:6');
});

test('an owner holds what touches the quarter of today', async () => {
  const client = await started(FILES);
  expect(await shown(client, 'people.mos')).toEqual([
    '0: 2026-Q1: 1 objective · 1 milestone · 2 commitments → plan.mos:1 plan.mos:5 weeks.mos:1 weeks.mos:2',
    '1: 2026-Q1: 1 frame · 1 milestone → plan.mos:0 plan.mos:6',
  ]);
  await client.configure({ today: '2026-05-04' });
  await client.settled();
  expect((await shown(client, 'people.mos'))[0]).toBe('0: 2026-Q2: 1 objective → plan.mos:9');
});

test('a frame sums up the execution killers of the plan, as its findings stand now', async () => {
  const client = await started(FILES);
  const [killers] = await shown(client, 'plan.mos');
  expect(killers).toMatch(/^0: \d of 5 execution killers: .*accountability without authority \(\d+\)/);
  const count = (line: string | undefined) => Number(/without authority \((\d+)\)/.exec(line ?? '')?.[1]);
  await client.open('more.mos', 'objective q3 { advances f quarter 2026-Q3 }\n');
  await client.settled();
  const [more] = await shown(client, 'plan.mos');
  expect(count(more)).toBe(count(killers) + 1);
  expect(more).toContain('more.mos:0');
});

test('a plan that has only begun is not summed up, one without faults is; a setting switches all lenses off at once', async () => {
  const young = await started({});
  await young.open('a.mos', 'frame f "F" {');
  expect(await shown(young, 'a.mos')).toEqual([]);

  const client = await started(Object.fromEntries(readCorpus('acme').files.map(({ file, text }) => [file, text])));
  expect(await shown(client, 'strategy.mos')).toContainEqual(
    expect.stringMatching(/: none of the five execution killers found$/),
  );
  await client.configure({ codeLens: { enabled: false } });
  await client.settled();
  expect(await client.request('textDocument/codeLens', 'strategy.mos')).toEqual([]);
});

test('a lens whose declaration is gone by now shows nothing', async () => {
  const client = await started(FILES);
  const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', 'people.mos');
  await client.open('people.mos', '\n');
  const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
  expect(command).toEqual({ title: '', command: '' });
});

test('a client that cannot show places gets the words alone', async () => {
  const client = await begun(FILES);
  const [lens] = await client.request<CodeLens[]>('textDocument/codeLens', 'people.mos');
  const { command } = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
  expect(command).toEqual({ title: expect.stringContaining('1 objective'), command: '' });
});
