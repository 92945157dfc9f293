/** Protects against texts that take far longer than they are long, and against lists longer than a call takes. */

import { compile, defaultConfig, formatPlan } from '@mos/language';
import { expect, test } from 'vitest';
import { summarize } from '../../packages/language/src/syntax/reader.ts';

/** Each hurts in its own place when there is much of it; a number is counted up. */
const UNITS: Record<string, string> = {
  'open braces': '{',
  'closing braces': '}\n',
  'escapes in a text that never closes': 'owner a "x\\',
  'bad escapes': '\\q',
  quotes: '" ',
  'quotes of a word processor': '“',
  'apostrophes of a word processor': "a' ",
  rubbish: '§ ) ] owner { } "\n',
  comments: '/* a */ // b\n',
  'comments on one line': '/* mos-allow x */ ',
  permissions: '// mos-allow x\n',
  'permissions that are used':
    '// mos-allow cascade/orphaned-commitment: yes\ncommitment c# "C" { week 2026-W07 dri a }\n',
  descriptions: '/** d */\n',
  'one name twice': 'owner a "A" { role "R" }\n',
  'a chain of managers': 'owner a# "A" { reports to a#+ }\n',
  'a chain of objectives': 'objective o# "O" { quarter 2026-Q1 dri a advances o#+ }\n',
  'unfinished declarations': 'objective o# "O" { quarter soon dri , }\n',
  names: 'dri a, ',
  'blocks in blocks': `${'frame f { bet b { '.repeat(20)}${'} }'.repeat(20)}\n`,
  'lone carriage returns': 'owner a\r',
  digits: '9',
  'readings of one metric': 'reading 2026-01-31 2 ',
};

function of(unit: string, count: number): string {
  return Array.from({ length: count }, (_, at) => unit.replaceAll('#+', `${at + 1}`).replaceAll('#', `${at}`)).join('');
}

/** Milliseconds that this process works on it; the better of two, for the machine has other things to do. */
function cost(work: () => void): number {
  const once = () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return Math.min(once(), once());
}

/** Anything shorter is noise. */
const NOISE = 4;
/** UTF-16 units of the shorter text. */
const SHORT = 4_000;

test.each(Object.entries(UNITS))(
  '%s: eight times the text takes less than 27 times as long',
  (_name, unit) => {
    const [short, long] = [SHORT, 8 * SHORT].map((length) => of(unit, Math.ceil(length / unit.length)));
    const read = (text = '') => {
      summarize('a.mos', text);
      compile([{ file: 'a.mos', text }], defaultConfig, '2026-02-09');
      formatPlan(text);
    };
    // Doubled three times, less than tripled each time.
    expect(cost(() => read(long))).toBeLessThan(
      27 *
        Math.max(
          NOISE,
          cost(() => read(short)),
        ),
    );
  },
  120_000,
);

test('eight times the people, the last one missing: less than 27 times as long', () => {
  const judged = (count: number) => () =>
    compile([{ file: 'a.mos', text: of('owner a# "A" { reports to a#+ }\n', count) }], defaultConfig, '2026-02-09');
  expect(cost(judged(12_000))).toBeLessThan(27 * cost(judged(1_500)));
}, 120_000);

test('more findings, members and lines than a call takes arguments', () => {
  const many = 130_000;
  const text = `frame f "F" {\n${'dri a\n'.repeat(many)}}\n`;
  const { findings } = compile([{ file: 'a.mos', text }], defaultConfig, '2026-02-09');
  expect(findings.length).toBeGreaterThan(many / 2);
  const some = 45_000;
  const broken = summarize('a.mos', `frame f "F" {\n${'dri a\n'.repeat(some)}}}\n`);
  expect(broken.faults).toHaveLength(1);
  expect(broken.declarations[0]?.properties).toHaveLength(some);
  expect(formatPlan(text)).toMatchObject({ text: expect.stringMatching(/^frame f "F" \{\n {2}dri a\n/) });
}, 120_000);
