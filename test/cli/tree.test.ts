/** Protects `mos tree` and `mos trace`: what they say of a plan, and that it can be read aloud. */

import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { folder, mos } from './mos.ts';

const plan = `owner ana "Ana Duarte" { role "Chief Marketing Officer" alias "Boss" }
owner ben "Ben Okafor" { role "Demand Generation" reports to ana }

frame fy26 "Win the mid-market" {
  year 2026
  dri ana
  why "It funds everything else."
  bet abm "Signal-led account marketing" { why "Signals beat forms." }
  run "Newsletter and website" { dri ben }
}
objective pipeline "Source $4M of pipeline" {
  advances fy26.abm
  quarter 2026-Q1
  dri ben
  why "Sales brings half."
  status 2026-02-06 at risk "two deals slipped" { option "wait" recovery "call them" }
  metric sourced "Pipeline sourced" { outcome lagging from $1M to $4M source "CRM" read monthly }
  milestone feb "40 groups are engaged" { month 2026-02 dri ben }
  milestone jan "20 groups are engaged" { month 2026-01 dri ben met 2026-01-29 }
}
week 2026-W03 {
  commitment brief "Publish the segment brief" { dri ben advances jan done 2026-01-16 }
  commitment list "Agree the list" { dri ben advances jan moved to 2026-W05 "sales is away" }
  commitment booth "Redesign the booth" { dri ana }
  commitment mail "Send the newsletter" { dri ben run dropped "nothing to say" }
}
`;
const cwd = folder({ 'mos.json': '{ "name": "Acme" }', 'plan.mos': plan });
const today = ['--today', '2026-02-09'];

async function shown(...args: string[]): Promise<string> {
  const { code, out, err } = await mos(args, { cwd, env: { COLUMNS: '120' } });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

test('the tree: what is broken first, then from the frame to the week, then what keeps the business running', async () => {
  const tree = (await shown('tree', ...today)).replace(/ · [✗!] .*$/gm, '');
  expect(tree).toBe(`Not connected  work that reaches no frame
commitment  Redesign the booth  2026-W03 · Ana Duarte · ○ open

frame  Win the mid-market  2026 · Ana Duarte
└─ bet  Signal-led account marketing  0/1 objectives achieved
   └─ objective  Source $4M of pipeline  2026-Q1 · Ben Okafor · ▲ at risk · 1/2 milestones met
      ├─ milestone  20 groups are engaged  2026-01 · Ben Okafor · ✓ met · 1/2 commitments done
      │  ├─ commitment  Publish the segment brief  2026-W03 · Ben Okafor · ✓ done
      │  └─ commitment  Agree the list  2026-W03 · Ben Okafor · → moved to 2026-W05
      └─ milestone  40 groups are engaged  2026-02 · Ben Okafor · ○ open

Run the business  work that advances no bet, and need not
run  Newsletter and website  Ben Okafor
commitment  Send the newsletter  2026-W03 · Ben Okafor · – dropped

1 frame, 1 bet, 1 objective, 2 milestones, 4 commitments${tree.slice(tree.lastIndexOf('commitments') + 'commitments'.length)}`);
});

test('problems stand where they are', async () => {
  const lines = (await shown('tree', ...today)).split('\n');
  expect(lines.find((line) => line.includes('Redesign the booth'))).toMatch(/ · ✗ 1 error$/);
  expect(lines.at(-2)).toMatch(/ · \d+ errors?( and \d+ warnings?)? \(mos check tells more\)$/);
});

test('--depth, --owner and --quarter show less', async () => {
  expect(await shown('tree', '--depth', '2', ...today)).not.toContain('Source $4M');
  const own = await shown('tree', '--owner', 'Boss', ...today);
  expect(own).toContain('Redesign the booth');
  expect(own).not.toContain('Ben Okafor');
  const later = await shown('tree', '--quarter', '2026-Q2', ...today);
  expect(later).toContain('Signal-led account marketing');
  expect(later).not.toContain('commitment  ');
  expect(await shown('tree', '--quarter', '2027-Q1', '--owner', 'ana', ...today)).toBe(
    'Nothing that ana is DRI of falls into 2027-Q1.\n',
  );
});

test('--format json holds the same', async () => {
  const { plans } = JSON.parse(await shown('tree', '--format', 'json', ...today));
  expect(plans).toMatchObject([
    {
      name: 'Acme',
      unconnected: [{ kind: 'commitment', name: 'booth', problems: { error: 1 } }],
      cascade: [
        {
          title: 'Win the mid-market',
          file: 'plan.mos',
          line: 4,
          column: 7,
          dri: ['Ana Duarte'],
          children: [
            {
              path: 'fy26.abm',
              children: [
                {
                  period: { literal: '2026-Q1', text: 'Q1 2026, 1 January – 31 March' },
                  state: { word: 'at risk', on: '2026-02-06', reason: 'two deals slipped' },
                  progress: { done: 1, total: 2, of: 'milestone' },
                },
              ],
            },
          ],
        },
      ],
      run: [{ kind: 'run' }, { name: 'mail' }],
    },
  ]);
});

test('it fits the window, however long the titles are', async () => {
  const long = folder({ 'plan.mos': plan.replaceAll('groups are engaged', `groups are ${'very '.repeat(40)}engaged`) });
  const { out } = await mos(['tree', ...today], { cwd: long, env: { COLUMNS: '60' } });
  for (const line of out.split('\n').slice(0, -2)) expect(stringWidth(line), line).toBeLessThanOrEqual(60);
});

test('an empty plan is told how to begin', async () => {
  const { code, out } = await mos(['tree'], { cwd: folder({ 'plan.mos': '' }) });
  expect({ code, out }).toEqual({
    code: 0,
    out: 'There is no cascade here yet. A plan begins with a frame: "mos init" writes one.\n',
  });
});

test('several plans stand under their names', async () => {
  const two = folder({
    'one/mos.json': '{ "name": "One" }',
    'one/p.mos': 'frame a "A" { year 2026 }',
    'two/mos.json': '{}',
    'two/p.mos': 'frame b "B" { year 2026 }',
  });
  const { out } = await mos(['tree', ...today], { cwd: two });
  expect(out).toMatch(/^One\n\nframe {2}A .*\n\n.*\n\n\ntwo\n\nframe {2}B /);
});

test('the line from a commitment up to the frame', async () => {
  expect(await shown('trace', 'brief')).toBe(`Publish the segment brief
  commitment · week 3 of 2026, 12–18 January · Ben Okafor · ✓ done

  which advances

20 groups are engaged
  milestone · January 2026 · Ben Okafor · ✓ met

  which advances

Source $4M of pipeline
  objective · Q1 2026, 1 January – 31 March · Ben Okafor · ▲ at risk
  why  Sales brings half.

  which advances

Signal-led account marketing
  bet
  why  Signals beat forms.

  which is a bet of

Win the mid-market
  frame · 2026, 1 January – 31 December · Ana Duarte
  why  It funds everything else.

The line holds: this reaches the annual frame.
`);
});

test.each([
  ['fy26.abm', 'Signal-led account marketing\n'],
  ['Publish the segment brief', 'Publish the segment brief\n'],
  ['SEGMENT', 'Publish the segment brief\n'],
  ['sourced', 'Pipeline sourced\n'],
])('%s is found', async (query, first) => {
  expect(await shown('trace', query)).toMatch(new RegExp(`^${first}`));
});

test('a broken line says where it breaks', async () => {
  expect(await shown('trace', 'booth')).toMatch(/\nThe line breaks here: this commitment advances no milestone\.\n$/);
  expect(await shown('trace', 'mail')).toMatch(
    /\nThis keeps the business running\. It advances no bet, and need not\.\n$/,
  );
  const circle = folder({ 'plan.mos': 'objective a "A" { advances b }\nobjective b "B" { advances a }\n' });
  const { out } = await mos(['trace', 'a'], { cwd: circle });
  expect(out).toMatch(/The line (runs in a circle|breaks here)/);
});

test('everything that a person holds, each with its line', async () => {
  expect(await shown('trace', 'ben')).toBe(`Ben Okafor, Demand Generation
holds 1 run, 1 objective, 2 milestones and 3 commitments.

Runs
  for Win the mid-market
    Newsletter and website

Objectives
  for Signal-led account marketing → Win the mid-market
    Source $4M of pipeline  2026-Q1 · ▲ at risk

Milestones
  for Source $4M of pipeline → Signal-led account marketing → Win the mid-market
    20 groups are engaged  2026-01 · ✓ met
    40 groups are engaged  2026-02 · ○ open

Commitments
  for 20 groups are engaged → Source $4M of pipeline → Signal-led account marketing → Win the mid-market
    Publish the segment brief  2026-W03 · ✓ done
    Agree the list  2026-W03 · → moved to 2026-W05
  for keeping the business running
    Send the newsletter  2026-W03 · – dropped
`);
});

test('a name that means several things lists them', async () => {
  const { code, err } = await mos(['trace', 'groups'], { cwd });
  expect(err).toBe(`mos: 2 declarations answer to "groups":
  pipeline.feb  40 groups are engaged  (milestone · February 2026 · Ben Okafor · ○ open, plan.mos:18:13)
  pipeline.jan  20 groups are engaged  (milestone · January 2026 · Ben Okafor · ✓ met, plan.mos:19:13)
Write the one that you mean, by its path or more of its title.
`);
  expect(code).toBe(2);
});

test('trace --format json', async () => {
  const { traces } = JSON.parse(await shown('trace', 'jan', '--format', 'json'));
  expect(traces[0].end).toBe('frame');
  expect(traces[0].line.map(({ name, line }: { name: string; line: number }) => [name, line])).toEqual([
    ['jan', 19],
    ['pipeline', 11],
    ['abm', 8],
    ['fy26', 4],
  ]);
  const { traces: held } = JSON.parse(await shown('trace', 'ana', '--format', 'json'));
  expect(held[0]).toMatchObject({
    owner: { title: 'Ana Duarte', role: 'Chief Marketing Officer' },
    holds: [{ end: 'frame' }, { end: 'nothing' }],
  });
});
