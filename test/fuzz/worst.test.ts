/** Protects against texts that take far longer than they are long, and against lists longer than a call takes. */

import { compile, defaultConfig, formatPlan } from '@mos/language';
import { expect, test } from 'vitest';
import { summarize } from '../../packages/language/src/syntax/reader.ts';
import { rowOf, UNITS } from './worst.ts';

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
    const [short, long] = [SHORT, 8 * SHORT].map((length) => rowOf(unit, Math.ceil(length / unit.length)));
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
    compile([{ file: 'a.mos', text: rowOf('owner a# "A" { reports to a#+ }\n', count) }], defaultConfig, '2026-02-09');
  expect(cost(judged(12_000))).toBeLessThan(27 * cost(judged(1_500)));
}, 120_000);

test('more findings, members and lines than a call takes arguments', () => {
  const many = 130_000;
  const text = `frame f "F" {\n${'dri a\n'.repeat(many)}}\n`;
  const { findings } = compile([{ file: 'a.mos', text }], defaultConfig, '2026-02-09');
  expect(findings.length).toBeGreaterThan(many / 2);
  expect(formatPlan(text)).toMatchObject({ text: expect.stringMatching(/^frame f "F" \{\n {2}dri a\n/) });
}, 120_000);
