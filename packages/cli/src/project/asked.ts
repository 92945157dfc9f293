/** The period that `--quarter`, `--month` or `--week` ask for. */

import { isPeriodFault, type Period, type PeriodUnit, parsePeriod } from '@mos/language';
import { Problem } from '../problem.ts';
import { safeText } from '../terminal/facts.ts';

export interface AskedPeriod {
  quarter?: string;
  month?: string;
  week?: string;
}

const PERIODS: readonly (readonly [key: keyof AskedPeriod, unit: PeriodUnit, example: string])[] = [
  ['quarter', 'quarter', '2026-Q1'],
  ['month', 'month', '2026-01'],
  ['week', 'week', '2026-W03'],
];

/** One of them at most; throws a Problem for two, and for what is no such period. */
export function readAsked(options: AskedPeriod): Period | undefined {
  const given = PERIODS.filter(([key]) => options[key] !== undefined);
  const [first, second] = given;
  if (!first) return undefined;
  if (second) throw new Problem(`--${first[0]} and --${second[0]} ask for two periods.`, 'Leave one of them out.');
  const [key, unit, example] = first;
  const text = options[key] ?? '';
  const period = parsePeriod(text);
  if (!isPeriodFault(period) && period.unit === unit) return period;
  const near = isPeriodFault(period) ? period.nearest : undefined;
  throw new Problem(
    `"${safeText(text)}" is no ${key}.`,
    near === undefined ? `Write it as in --${key} ${example}.` : `Did you mean --${key} ${near}?`,
  );
}
