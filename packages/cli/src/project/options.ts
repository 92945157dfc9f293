/** Options that several commands share, from their words to values; each throws a Problem for what it cannot read. */

import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isPeriodFault, parsePeriod } from '@mos/language';
import { nearestPath } from '../files/targets.ts';
import { Problem } from '../problem.ts';
import { type RuleChanges, readRuleChange } from './settings.ts';

/** An ISO date; the machine's own day when none is given. */
export function readToday(text: string | undefined): string {
  if (text === undefined) return machineToday();
  const period = parsePeriod(text);
  if (!isPeriodFault(period) && period.unit === 'day') return period.date;
  const fault = isPeriodFault(period) && /^\d{4}-\d+-\d+$/.test(text) ? `: ${period.fault}` : '';
  throw new Problem(`"${text}" is no date${fault}.`, `Write year, month and day, as in --today ${machineToday()}.`);
}

export function readRuleChanges(texts: readonly string[] | undefined): RuleChanges {
  return new Map((texts ?? []).map(readRuleChange));
}

/** Absolute path of an existing settings file. */
export function readSettingsPath(path: string | undefined, cwd: string): string | undefined {
  if (path === undefined) return undefined;
  const file = resolve(cwd, path);
  if (statSync(file, { throwIfNoEntry: false })?.isFile()) return file;
  const near = nearestPath(path, cwd);
  throw new Problem(
    `There is no settings file ${path}.`,
    near === undefined ? 'Name a mos.json with --config, or leave the option out.' : `Did you mean --config ${near}?`,
  );
}

/** A whole number from `least` up; undefined when the option is not given. */
export function readCount(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= least && Number.isSafeInteger(count)) return count;
  throw new Problem(
    `${option} takes a whole number from ${least}, not "${text}".`,
    `Write ${option} ${least + 3}, for example.`,
  );
}

function machineToday(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
