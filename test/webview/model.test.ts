/** Protects what the window makes of what it is told: lines of parents, filters, open rows, keys, and lanes of the timeline. */

import { readFileSync } from 'node:fs';
import { describeDay } from '@mos/language';
import { matchesOf, noFilter, type OutlineRow, outlineOf, Store } from '@mos/webview/model';
import {
  hostMessage,
  kinds,
  type Patch,
  type Snapshot,
  sent,
  states,
  VERSION,
  viewMessage,
} from '@mos/webview/protocol';
import { describe, expect, test } from 'vitest';
import { usedIcons } from '../../.tools/icons.mjs';
import { CascadeCopy } from '../../packages/vscode/src/cascade-copy.ts';
import { keptFrom } from '../../packages/webview/src/kept.ts';
import { dayNumber, dayText, monthsBetween, weeksBetween } from '../../packages/webview/src/model/days.ts';
import { highlights, wordsOf } from '../../packages/webview/src/model/filter.ts';
import { fold } from '../../packages/webview/src/model/fold.ts';
import {
  initialsOf,
  kindIcon,
  periodShort,
  periodText,
  stateIcon,
  stateText,
} from '../../packages/webview/src/model/words.ts';
import { timelineOf } from '../../packages/webview/src/timeline/layout.ts';
import { Rows } from '../../packages/webview/src/timeline/rows.ts';
import { stepFor, typeAhead } from '../../packages/webview/src/view/keys.ts';
import { edited, pick, random } from '../harness/edits.ts';
import { smallPlan } from '../harness/small-plan.ts';
import { Plan } from './plan.ts';

const FILES = {
  'people.mos':
    'team demand "Demand"\nowner ana "Ana Duarte" { capacity 1 }\nowner ben "Ben Okafor" { team demand email "ben@acme.example" }\n',
  'plan.mos':
    'frame f "Win" { year 2026 dri ana\n  bet b "Bet" { why "w" }\n  run r "Website" { dri ben }\n}\nobjective q1 "Forty groups" { advances b quarter 2026-Q1 dri ben\n  milestone jan "Ten" { month 2026-01 dri ben met 2026-01-30 }\n  milestone mar "Thirty" { month 2026-03 dri ben }\n}\n',
  'weeks.mos':
    'week 2026-W07 {\n  commitment a "Brief" { dri ana advances mar }\n  commitment c "Second" { dri ana advances mar }\n  commitment s "Stray" { dri ana }\n}\n',
};

function open(files: Record<string, string> = FILES) {
  const plan = Plan.of(files);
  const store = new Store();
  store.replace(plan.snapshot());
  return { plan, store };
}

/** One line a row: its depth by indentation, its title, and a plus where it is closed. */
function shown(rows: readonly OutlineRow[]): string[] {
  return rows.map(({ depth, item, heading, hasChildren, isOpen }) => {
    const count = heading ? ` (${heading.shown}/${heading.total})` : '';
    return `${'  '.repeat(depth - 1)}${item?.title ?? heading?.title}${count}${hasChildren && !isOpen ? ' +' : ''}`;
  });
}

const none = { flipped: new Set<string>() };

describe('the tree', () => {
  test('has what is not connected first, and what runs last', () => {
    expect(shown(outlineOf(open().store, none, undefined))).toEqual([
      'Not connected (1/1)',
      '  Stray',
      'Win',
      '  Bet',
      '    Forty groups +',
      'Running the business (1/1)',
      '  Website',
    ]);
  });

  test('says of each row its level, its place and how many there are', () => {
    const { store, plan } = open();
    const rows = outlineOf(store, { flipped: new Set([plan.idOf('Forty groups')]) }, undefined);
    expect(rows.find(({ item }) => item?.title === 'Thirty')).toMatchObject({ depth: 4, position: 2, size: 2 });
    expect(rows[2]).toMatchObject({ position: 2, size: 3 });
  });

  test('opens what is filtered, and keeps counts honest', () => {
    const { store } = open();
    const matches = matchesOf(store, { ...noFilter, text: 'brief' }, '');
    expect(matches?.count).toBe(1);
    expect(shown(outlineOf(store, none, matches))).toEqual([
      'Win',
      '  Bet',
      '    Forty groups',
      '      Thirty',
      '        Brief',
    ]);
    const mine = matchesOf(
      store,
      { ...noFilter, owner: [...store.items.values()].find(({ title }) => title === 'Stray')?.people[0] ?? '' },
      '',
    );
    expect(shown(outlineOf(store, none, mine))).toContain('Not connected (1/1)');
  });

  test('heads each of several plans', () => {
    const { store, plan } = open();
    const [part] = plan.snapshot().plans;
    if (!part) throw new Error('there is no plan');
    const other = {
      ...part,
      plan: 'file:///other/',
      name: 'Other',
      rows: {
        ...part.rows,
        values: part.rows.values.map(([id, ...rest]) => [
          `${id}x`,
          ...rest.map((value) => (typeof value === 'string' && store.items.has(value) ? `${value}x` : value)),
        ]),
      },
    };
    store.replace({ ...plan.snapshot(), plans: [part, other] });
    const rows = shown(outlineOf(store, none, undefined));
    expect(rows.filter((row) => !row.startsWith(' '))).toEqual(['plan (3/3)', 'Other (3/3)']);
  });
});

describe('a filter', () => {
  const found = (filter: Partial<typeof noFilter>, me = '') => {
    const { store } = open();
    const matches = matchesOf(store, { ...noFilter, ...filter }, me);
    return [...store.items.values()].flatMap((item) => (matches?.found(item) ? item.title : [])).toSorted();
  };

  test.each<[string, Partial<typeof noFilter>, string[]]>([
    ['words of the title', { text: 'forty gr' }, ['Forty groups']],
    ['the name', { text: 'jan' }, ['Ten']],
    ['the owner', { text: 'duarte' }, ['Brief', 'Second', 'Stray', 'Win']],
    ['every word', { text: 'duarte brief' }, ['Brief']],
    ['problems', { problems: true, text: 'stray' }, ['Stray']],
    ['this week', { thisWeek: true }, ['Brief', 'Second', 'Stray']],
    ['a state', { state: 'met' }, ['Ten']],
    ['a month, with all that touches it', { period: '2026-01' }, ['Bet', 'Forty groups', 'Ten', 'Win']],
  ])('by %s', (_what, filter, titles) => {
    expect(found(filter)).toEqual(titles);
  });

  test.each(['ben', 'Ben Okafor', 'BEN@acme.example'])('"mine" knows me as %s', (me) => {
    expect(found({ mine: true }, me)).toEqual(['Forty groups', 'Ten', 'Thirty', 'Website']);
  });

  test('by team knows the team of the person', () => {
    const { store } = open();
    const [team = ''] = [...store.plans.values()].flatMap(({ teams }) => [...teams.keys()]);
    expect(found({ team })).toEqual(['Forty groups', 'Ten', 'Thirty', 'Website']);
  });

  test.each([
    ['Zürich', 'zurich', [[0, 6]]],
    ['Zürich', 'ZÜR', [[0, 3]]],
    // Written as a letter and an accent that follows it.
    ['Cafe\u0301 and co', 'cafe', [[0, 5]]],
    ['Große Straße', 'strasse', [[6, 12]]],
    ['Łódź, Ærø', 'lodz', [[0, 4]]],
    ['Łódź, Ærø', 'aero', [[6, 9]]],
    ['🦊 Fünf', 'funf', [[3, 7]]],
  ])('finds and marks in "%s" what is written without accents or case: %s', (text, wanted, spans) => {
    const words = wordsOf(wanted);
    expect(fold(text)).toContain(words[0]);
    expect(highlights(text, words)).toEqual(spans);
  });

  test('marks where the words stand, each place once', () => {
    expect(highlights('Forty groups, forty', ['forty', 'ty g'])).toEqual([
      [0, 7],
      [14, 19],
    ]);
    expect(highlights('İstanbul', ['istanbul'])).toEqual([[0, 8]]);
  });
});

describe('keys', () => {
  const { store, plan } = open();
  const rows = outlineOf(store, { flipped: new Set([plan.idOf('Forty groups')]) }, undefined);
  const index = (title: string) => rows.findIndex(({ item, heading }) => (item?.title ?? heading?.title) === title);
  const press = (key: string, title: string, more = {}) => stepFor({ key, ...more }, rows, index(title), 5, '');

  test.each<[string, string, object | undefined]>([
    ['ArrowDown', 'Win', { go: index('Bet') }],
    ['ArrowUp', 'Not connected', { go: 0 }],
    ['End', 'Win', { go: rows.length - 1 }],
    ['Home', 'Website', { go: 0 }],
    ['PageDown', 'Not connected', { go: 5 }],
    ['ArrowRight', 'Forty groups', { go: index('Ten') }],
    ['ArrowRight', 'Thirty', { flip: [plan.idOf('Thirty')] }],
    ['ArrowRight', 'Ten', undefined],
    ['ArrowLeft', 'Ten', { go: index('Forty groups') }],
    ['ArrowLeft', 'Forty groups', { flip: [plan.idOf('Forty groups')] }],
    ['*', 'Ten', { flip: [plan.idOf('Thirty')] }],
    ['Enter', 'Ten', { open: 'go' }],
    [' ', 'Ten', { open: 'keep' }],
    ['t', 'Win', { type: 't' }],
    ['F5', 'Win', undefined],
  ])('%s on %s', (key, title, step) => {
    expect(press(key, title)).toEqual(step);
  });

  test('Alt looks without going, Ctrl is the editor’s', () => {
    expect(press('Enter', 'Ten', { alt: true })).toEqual({ open: 'peek' });
    expect(press('ArrowDown', 'Ten', { ctrl: true })).toBeUndefined();
  });

  test('letters find what begins with them, from here on and round again', () => {
    expect(typeAhead(rows, 0, 't')).toBe(index('Ten'));
    expect(typeAhead(rows, index('Ten'), 't')).toBe(index('Thirty'));
    expect(typeAhead(rows, index('Ten'), 'tt')).toBe(index('Thirty'));
    expect(typeAhead(rows, index('Thirty'), 'th')).toBe(index('Thirty'));
    expect(typeAhead(rows, index('Thirty'), 'wi')).toBe(index('Win'));
    expect(typeAhead(rows, 0, 'zz')).toBeUndefined();
  });
});

describe('patches', () => {
  test('one that leads on from elsewhere is refused', () => {
    const { store } = open();
    const now = { day: '', week: '', month: '', quarter: '' };
    expect(store.apply({ base: store.revision + 1, revision: 9, now, gone: [], plans: [] })).toBe(false);
  });

  test('a row that comes before its parent hangs below it as soon as that is told', () => {
    const { store, plan } = open();
    const [part] = plan.snapshot().plans;
    const [, ...fields] = part?.rows.keys ?? [];
    const row = (id: string, values: Record<string, unknown>) => [id, ...fields.map((field) => values[field] ?? null)];
    const facts = { title: 'Late', file: 0, line: 9, column: 0, people: [] };
    const change = (revision: number, ...values: unknown[][]): Patch => ({
      base: revision - 1,
      revision,
      now: store.now,
      gone: [],
      plans: [{ plan: 'file:///plan/', name: 'plan', gone: [], rows: { keys: part?.rows.keys ?? [], values } }],
    });
    store.apply(change(store.revision + 1, row('child', { ...facts, kind: 'commitment', parent: 'late' })));
    expect(store.topsOf('file:///plan/', 'unconnected').map(({ id }) => id)).toContain('child');
    const parent = plan.idOf('Forty groups');
    store.apply(change(store.revision + 1, row('late', { ...facts, kind: 'milestone', parent })));
    expect(store.topsOf('file:///plan/', 'unconnected').map(({ id }) => id)).not.toContain('child');
    expect(store.items.get('late')?.children.map(({ id }) => id)).toEqual(['child']);
    // And it leaves from there, not from where it had been before.
    store.apply(change(store.revision + 1, row('child', { ...facts, kind: 'commitment', parent })));
    expect(store.items.get('late')?.children).toEqual([]);
  });

  test('the extension’s copy gives a page that opens later what the server would', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const next = random(seed);
      const files = Object.fromEntries(smallPlan.map(({ file, text }) => [file, text]));
      const { plan } = open(files);
      const copy = new CascadeCopy(plan.snapshot());
      for (let count = 0; count < 20; count++) {
        const file = pick(Object.keys(files), next);
        const change = plan.edit(file, (text) => edited(text, Object.values(files), next));
        if (change?.type === 'patch') expect(copy.apply(change.patch as Patch)).toBe(true);
      }
      const sorted = ({ plans, ...rest }: Snapshot) => ({
        ...rest,
        plans: plans.map((part) => ({ ...part, rows: part.rows.values.map((row) => JSON.stringify(row)).toSorted() })),
      });
      expect(sorted(copy.snapshot()), `seed ${seed}`).toEqual(sorted(plan.snapshot()));
      expect(copy.apply({ base: copy.revision + 1, revision: 99, now: copy.snapshot().now, gone: [], plans: [] })).toBe(
        false,
      );
    }
  });

  test('a row that is none is left out and counted', () => {
    const { store, plan } = open();
    const snapshot = plan.snapshot();
    snapshot.plans[0]?.rows.values.push(['x', 'castle', 'Title']);
    store.replace(snapshot);
    expect(store.faults).toBe(1);
  });

  test('whatever is edited, the store is that of a snapshot', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const next = random(seed);
      const files = Object.fromEntries(smallPlan.map(({ file, text }) => [file, text]));
      const { plan, store } = open(files);
      for (let count = 0; count < 20; count++) {
        const file = pick(Object.keys(files), next);
        const change = plan.edit(file, (text) => edited(text, Object.values(files), next));
        if (change?.type === 'patch') expect(store.apply(change.patch as Patch)).toBe(true);
      }
      const fresh = new Store();
      fresh.replace(plan.snapshot());
      const all = (of: Store) =>
        shown(
          outlineOf(
            of,
            {
              flipped: new Set(
                [...of.items.keys()].filter((id) => !['frame', 'bet'].includes(of.items.get(id)?.kind ?? '')),
              ),
            },
            undefined,
          ),
        );
      expect(all(store), `seed ${seed}`).toEqual(all(fresh));
      const sums = (of: Store) => [...of.items.values()].map((item) => [item.id, of.belowOf(item)]).toSorted();
      expect(sums(store)).toEqual(sums(fresh));
    }
  });
});

describe('the timeline', () => {
  test('shows in each lane what is planned, and the month without a milestone', () => {
    const { lanes, months } = timelineOf(open().store, undefined, 'objective');
    expect(lanes.map(({ title }) => title)).toEqual(['Not connected', 'Forty groups']);
    expect(lanes[1]?.bars.map(({ item, row }) => `${row} ${item.title}`)).toEqual([
      '0 Forty groups',
      '1 Ten',
      '1 Thirty',
      '2 Brief',
      '3 Second',
    ]);
    expect(lanes[1]?.flags).toMatchObject([
      { kind: 'gap', text: 'no milestone', from: dayNumber('2026-02-01'), to: dayNumber('2026-03-01') },
    ]);
    expect(months.map(({ label }) => label)).toEqual(['January 2026', 'February 2026', 'March 2026']);
  });

  test('shows by owner the week that holds more than fits', () => {
    const { lanes } = timelineOf(open().store, undefined, 'owner');
    expect(lanes.map(({ title }) => title)).toEqual(['Ana Duarte', 'Ben Okafor']);
    expect(lanes[0]?.flags).toMatchObject([{ kind: 'overload', text: '3 of 1' }]);
  });

  test('lanes do not overlap, nor do bars in a row', () => {
    const { lanes } = timelineOf(open().store, undefined, 'objective');
    for (const [index, lane] of lanes.entries())
      expect(lane.top).toBe(index === 0 ? 0 : (lanes[index - 1]?.top ?? 0) + (lanes[index - 1]?.height ?? 0));
    for (const { bars } of lanes)
      for (const a of bars)
        for (const b of bars) if (a !== b && a.row === b.row) expect(a.to <= b.from || b.to <= a.from).toBe(true);
  });

  test('gives each bar the uppermost row that is free, as looking through all rows would', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const next = random(seed);
      const number = (below: number) => Math.floor(next() * below);
      const spans = Array.from({ length: 60 }, () => number(40)).toSorted((a, b) => a - b);
      const rows = new Rows();
      const ends: number[] = [];
      for (const from of spans) {
        const to = from + 1 + number(12);
        const free = ends.findIndex((end) => end <= from);
        const expected = free < 0 ? ends.length : free;
        ends[expected] = to;
        expect(rows.take(from, to), `seed ${seed}`).toBe(expected);
      }
      expect(rows.count).toBe(ends.length);
    }
  });

  test('knows months and ISO weeks at the turn of the year', () => {
    expect(monthsBetween(dayNumber('2025-12-31'), dayNumber('2026-01-02')).map(({ label }) => label)).toEqual([
      'December 2025',
      'January 2026',
    ]);
    expect(weeksBetween(dayNumber('2026-12-28'), dayNumber('2027-01-05')).map(({ label }) => label)).toEqual([
      'W53',
      'W01',
    ]);
  });
});

describe('words', () => {
  test.each([
    ['Ben Okafor', 'BO'],
    ['Cho Min-ji', 'CJ'],
    ['Ana', 'AN'],
    ["Finn O'Shea", 'FO'],
    ['李 雷', '李雷'],
    ['', ''],
  ])('the initials of "%s" are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test.each([
    ['2026-W03', 'W03'],
    ['2026-01', 'Jan'],
    ['2026-Q1', 'Q1'],
    ['2026', '2026'],
    ['2025-12', 'Dec ’25'],
    ['nonsense', 'nonsense'],
  ])('%s is %s in a row', (literal, short) => {
    expect(periodShort(literal, '2026-02-09')).toBe(short);
  });

  test('say days as the documents do', () => {
    for (let day = dayNumber('2025-12-01'); day < dayNumber('2027-02-01'); day++) {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dayText(date, '2026-02-09')).toBe(describeDay(date, '2026-02-09'));
    }
    expect(dayText('2026-02-06', '')).toBe('6 February 2026');
  });

  test.each([
    ['2026-02-06', '6 February'],
    ['2025-12-31', '31 December 2025'],
    ['2026-W08', 'week 8'],
    ['2027-W01', 'week 1 of 2027'],
    ['2026-02', 'February'],
    ['2025-12', 'December 2025'],
    ['2026-Q2', 'Q2'],
    ['2027-Q2', 'Q2 2027'],
    ['FY26', 'FY26'],
  ])('say %s as %s', (literal, text) => {
    expect(periodText(literal, '2026-02-09')).toBe(text);
  });

  test.each([
    [{ word: 'done', on: '2026-02-06' }, 'done on 6 February'],
    [{ word: 'moved', on: '2026-W08' }, 'moved to week 8'],
    [{ word: 'blocked', on: '2026-01-28' }, 'blocked since 28 January'],
    [{ word: 'at risk', on: '2025-12-19' }, 'at risk, said on 19 December 2025'],
    [{ word: 'dropped' }, 'dropped'],
  ])('say of %o: %s', (state, text) => {
    expect(stateText(state, '2026-02-09')).toBe(text);
  });
});

test('every icon that is drawn is in the font that is shipped', () => {
  const dist = (name: string) =>
    readFileSync(new URL(`../../packages/vscode/dist/webview/${name}`, import.meta.url), 'utf8');
  const kept = new Set(usedIcons(dist('cascade.js'), dist('codicon.css')).map(({ name }) => name));
  const drawn = [
    ...kinds.map(kindIcon),
    ...states.map(stateIcon),
    ...[
      'chevron-right',
      'chevron-down',
      'filter',
      'filter-filled',
      'search',
      'check',
      'question',
      'error',
      'warning',
      'info',
    ],
    ...[
      'debug-disconnect',
      'sync',
      'folder',
      'zoom-in',
      'zoom-out',
      'calendar',
      'pass',
      'law',
      'person',
      'circle-small',
    ],
  ];
  expect(drawn.filter((name) => !kept.has(name))).toEqual([]);
});

describe('messages', () => {
  test('of another version, of no kind, or with something wrong in them are not taken in', () => {
    const good = sent({ type: 'reveal', id: 'x' });
    expect(hostMessage(good)).toEqual(good);
    for (const bad of [
      { ...good, version: VERSION + 1 },
      { ...good, type: 'conceal' },
      { ...good, id: 7 },
      null,
      'text',
      [],
      { type: 'reveal', id: 'x' },
    ])
      expect(hostMessage(bad)).toBeUndefined();
  });

  test('from the window are checked as well', () => {
    const open = sent({ type: 'open', uri: 'file:///a.mos', line: 1, column: 2, how: 'go' });
    expect(viewMessage(open)).toEqual(open);
    expect(viewMessage({ ...open, how: 'format' })).toBeUndefined();
    expect(viewMessage({ ...open, line: Number.NaN })).toBeUndefined();
    expect(viewMessage(sent({ type: 'act', id: 'x', act: { kind: 'attach', to: 'y' } }))).toBeDefined();
    expect(viewMessage({ ...open, type: 'act', id: 'x', act: { kind: 'attach' } })).toBeUndefined();
  });

  test('what the server sends is what the window understands', () => {
    const snapshot: Snapshot = Plan.example('acme').snapshot();
    expect(hostMessage(sent({ type: 'snapshot', snapshot }))).toBeDefined();
    const store = new Store();
    store.replace(snapshot);
    expect(store.faults).toBe(0);
    expect(store.size).toBeGreaterThan(100);
  });

  test('whatever was kept, something usable comes out', () => {
    for (const kept of [undefined, null, 7, {}, { filter: {} }, { mode: 'spiral' }])
      expect(keptFrom(kept).mode).toBe('tree');
    const kept = { ...keptFrom(undefined), flipped: ['a'], scroll: 44 };
    expect(keptFrom(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });
});
