/** The settings that hold for a file: the nearest mos.json upwards, with what the command line changes. */

import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Config, defaultConfig, nearest, type RuleSetting, readConfig, rules } from '@mos/language';
import { readOrdinary } from '@mos/server/files';
import { Problem, reasonOf, type Trouble } from '../problem.ts';

export const SETTINGS_FILE = 'mos.json';

/** As given with `--rule`: name → severity. */
export type RuleChanges = ReadonlyMap<string, NonNullable<RuleSetting['severity']>>;

export interface Settings {
  config: Config;
  /** Text of mos.json; undefined where there is none. */
  text?: string;
  trouble?: Trouble;
}

/** Finds the folder of the nearest mos.json at or above a folder; asks the disk once a folder. */
export class SettingsFinder {
  private readonly known = new Map<string, string | undefined>();

  /** Undefined when there is none up to the top of the disk. */
  folderFor(folder: string): string | undefined {
    if (this.known.has(folder)) return this.known.get(folder);
    const above = dirname(folder);
    const found = exists(join(folder, SETTINGS_FILE)) ? folder : above === folder ? undefined : this.folderFor(above);
    this.known.set(folder, found);
    return found;
  }
}

/**
 * Never throws: settings that cannot be read are the defaults, and a trouble. What a person has `named` may be a link or a pipe; what
 * lies beside a plan may not, for it came with the plan.
 */
export function readSettings(file: string | undefined, changes: RuleChanges, named = false): Settings {
  if (file === undefined) return { config: changed(defaultConfig, changes) };
  try {
    const found = named ? readFileSync(file) : readOrdinary(file);
    if (typeof found === 'string') throw new Error(found);
    const text = new TextDecoder().decode(found);
    return { config: changed(readConfig(text, file), changes), text };
  } catch (error) {
    return {
      config: changed(defaultConfig, changes),
      trouble: { file, message: `the settings could not be read, so the defaults hold: ${reasonOf(error)}` },
    };
  }
}

/** Reads `cascade/missing-why=error`; throws a Problem for an unknown rule or severity. */
export function readRuleChange(text: string): [string, NonNullable<RuleSetting['severity']>] {
  const [written = '', severity = ''] = text.split(/=(.*)/s);
  const rule = ruleCalled(written.trim());
  if (!isSeverity(severity)) {
    throw new Problem(
      severity === '' ? `--rule ${text} names no severity.` : `"${severity}" is no severity.`,
      `Write one of off, info, warning and error, as in --rule ${rule}=warning.`,
    );
  }
  return [rule, severity];
}

/** `cascade/missing-why`, `missing-why` or the address of its page to the rule's full name; throws a Problem for others. */
export function ruleCalled(text: string, others: readonly string[] = []): string {
  const wanted = text.replace(/^mos:\/\/rules\//, '').replace(/\.md$/, '');
  const names = rules.map(({ name }) => name as string);
  if (names.includes(wanted)) return wanted;
  const faults = names.filter((name) => name.split('/')[1] === wanted);
  if (faults.length === 1) return faults[0] as string;
  const shortNames = new Map(names.map((name) => [name.split('/')[1] as string, name]));
  const near = [
    ...nearest(wanted, names),
    ...nearest(wanted.split('/').at(-1) ?? '', shortNames.keys()).map((name) => shortNames.get(name) as string),
    ...nearest(wanted, others),
  ];
  const group = names.filter((name) => name.startsWith(`${wanted}/`));
  const [first] = near;
  throw new Problem(
    `There is no rule ${text || '""'}.`,
    group.length > 0
      ? `That is a group; its rules are ${group.join(', ')}.`
      : first === undefined
        ? 'Run "mos rules" to see them all.'
        : `Did you mean ${[...new Set(near)].slice(0, 3).join(' or ')}? "mos rules" lists them all.`,
  );
}

function isSeverity(text: string): text is NonNullable<RuleSetting['severity']> {
  return ['off', 'info', 'warning', 'error'].includes(text);
}

function changed(config: Config, changes: RuleChanges): Config {
  if (changes.size === 0) return config;
  const settings = new Map(config.rules);
  for (const [rule, severity] of changes) settings.set(rule, { ...settings.get(rule), severity });
  return { ...config, rules: settings };
}

function exists(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
