/** Protects hover: everything about a declaration at a glance, with every text of the plan inert. */

import { expect, test } from 'vitest';
import type { Hover } from 'vscode-languageserver-protocol';
import type { Client } from '../harness/client.ts';
import { at, started } from '../harness/session.ts';

const FILES = {
  'people.mos':
    'owner ben "Ben 🚀 Okafor" { role "Director" reports to ana capacity 5 }\nowner ana "Ana Silva" { role "CMO" decides "budget shifts" }\n',
  'strategy.mos': 'frame fy26 "Win" {\n  year 2026\n  dri ana\n  bet abm "ABM" { dri ben why "x" }\n}\n',
  'plan.mos': `/** The quarter that *counts*. */
objective q1 "Source $4M" {
  advances fy26.abm
  quarter 2026-Q1
  dri ben
  decides "campaign mix", "spend up to $50k"
  escalates to ana
  status 2026-02-06 at risk "slow start"
  metric engaged "Groups engaged" { output leading from 12 to 60 reading 2026-02-06 22 }
  metric sourced "Pipeline" { outcome from $1M to $4M }
  milestone jan "Ten groups" { month 2026-01 dri ben met 2026-01-30 }
  milestone feb "Twenty groups" { month 2026-02 dri ana expect engaged at least 20 }
}
`,
  'weeks.mos':
    'week 2026-W03 {\n  commitment brief "Publish" { dri ben advances q1.jan done 2026-01-16 }\n  commitment stray "Booth" { dri ben }\n}\n// mos-allow cascade/orphaned-commitment: agreed\ncommitment other "Other" { week 2026-W04 }\n',
};
type File = keyof typeof FILES;

async function plan(): Promise<Client> {
  return started(FILES);
}

async function hovered(client: Client, file: File, part: string, within = 0): Promise<string> {
  const position = at(FILES[file], part, 1, within);
  const hover = await client.request<Hover | null>('textDocument/hover', file, { position });
  expect(hover === null || (hover.contents as { kind: string }).kind === 'markdown').toBe(true);
  const value = hover ? (hover.contents as { value: string }).value : '';
  // Without the backslashes that keep the texts of the plan inert, and that nobody sees.
  return value.replace(/\\(?=[^\w\s])/g, '');
}

test('an objective: what, when, how it stands, who decides, why, for what, its numbers, what is beneath', async () => {
  const client = await plan();
  const [story = ''] = (await hovered(client, 'plan.mos', 'q1')).split('\n\n**Why mos says so**');
  expect(story).toBe(`**Source $4M** · objective · q1

Q1 2026, 1 January – 31 March · at risk 2026-02-06, “slow start”

DRI Ben 🚀 Okafor, Director  
Decides campaign mix; spend up to $50k  
Escalates to Ana Silva

The quarter that *counts*.

Source $4M → ABM → Win

- Groups engaged: 22 now (6 February 2026) · target 60 · 10 behind pace (32 by then)
- Pipeline: no reading yet · from $1M to $4M

2 milestones beneath it, 1 done

- Ten groups: met 2026-01-30
- Twenty groups: open`);
});

test('from a reference, for each segment of a path', async () => {
  const client = await plan();
  expect(await hovered(client, 'weeks.mos', 'q1.jan')).toContain('**Source $4M** · objective');
  const jan = await hovered(client, 'weeks.mos', 'q1.jan', 4);
  expect(jan).toContain('**Ten groups** · milestone · jan\n\nJanuary 2026 · met 2026-01-30');
  expect(jan).toContain('Ten groups → Source $4M → ABM → Win');
  expect(jan).toContain('1 commitment beneath it, 1 done\n\n- Publish: done 2026-01-16');
});

test('a person: role, rights, and what is held this quarter', async () => {
  const client = await plan();
  const ben = await hovered(client, 'plan.mos', 'ben');
  expect(ben).toContain('**Ben 🚀 Okafor** · owner · ben\n\nDirector · reports to ana · capacity 5  \n');
  expect(ben).toContain('2026-Q1: 1 bet · 1 objective · 1 milestone · 2 commitments');
  expect(await hovered(client, 'people.mos', 'ana "')).toContain('Decides budget shifts');
});

test('a metric: now against each target that is set for it', async () => {
  const client = await plan();
  const engaged = await hovered(client, 'plan.mos', 'engaged at');
  expect(engaged).toContain('- 22 now (6 February 2026) · target 60 · 10 behind pace (32 by then)');
  expect(engaged).toContain('- Twenty groups: 22 now (6 February 2026) · target 20 · reached');
});

test('the reason of a rule on its finding, and on the comment that allows it', async () => {
  const client = await plan();
  const why = /work that advances nothing .* \(`cascade\/orphaned-commitment`\)/;
  expect(await hovered(client, 'weeks.mos', 'stray')).toMatch(why);
  expect(await hovered(client, 'weeks.mos', 'cascade/orphaned')).toMatch(why);
});

test('several findings at one place are told apart', async () => {
  const client = await plan();
  const reasons = (await hovered(client, 'plan.mos', 'q1')).split('**Why mos says so**\n\n')[1]?.split('\n') ?? [];
  expect(reasons.length).toBeGreaterThan(2);
  for (const line of reasons) expect(line).toMatch(/^- .+ \(`[a-z]+\/[a-z-]+`\)$/);
});

test('a period in words, and what a keyword says', async () => {
  const client = await plan();
  expect(await hovered(client, 'plan.mos', '2026-Q1')).toBe('Q1 2026, 1 January – 31 March');
  expect(await hovered(client, 'plan.mos', 'quarter 2026')).toContain('quarter');
  expect(await hovered(client, 'plan.mos', 'objective')).toContain('What a quarter has to change');
  expect(await hovered(client, 'strategy.mos', '\n')).toBe('');
});

test('texts from a stranger stay texts', async () => {
  const hostile =
    '/** [x](command:y) <img src=z>\n * # heading\n * Other heading\n * ===\n */\nobjective o "![p](https://e.example/p) <script> `code` @user\\u{202e}" { dri a why "**bold** https://e.example\n' +
    '" }\nowner a "[a](javascript:b)" { role "| t |" }\n';
  const client = await started({});
  await client.open('a.mos', hostile);
  const hover = await client.request<Hover>('textDocument/hover', 'a.mos', { position: at(hostile, 'o "!') });
  const { value } = hover.contents as { value: string };
  expect(value).toContain('\\[x\\]\\(command\\:y\\) \\<img src\\=z\\>');
  expect(value).toContain('\\!\\[p\\]\\(https\\://');
  expect(value).toContain('\\<U\\+202E\\>');
  expect(value.replace(/\\./g, '')).not.toMatch(/[<[\]@|!#=]|https?:|\*\*bold|`code/);
});

test('half-typed text is explained as far as it goes', async () => {
  const client = await started({});
  const text = 'owner ben "Ben"\r\nobjective o "🎯 Half" {\r\n  dri ben\r\n  quarter ';
  await client.open('a.mos', text);
  const ask = (part: string) =>
    client.request<Hover | null>('textDocument/hover', 'a.mos', {
      position: at(text, part, text.split(part).length - 1),
    });
  expect(JSON.stringify(await ask('ben'))).toContain('**Ben** · owner');
  expect(JSON.stringify(await ask('o "🎯'))).toContain('objective');
});
