/** Keeps what a check said of a project until something changes that it depends on: a file, the settings, the day, or mos itself. */

import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { readOrdinary } from '@mos/server/files';
import { writeWhole } from '../files/write.ts';
import { reasonOf, type Trouble } from '../problem.ts';
import type { Outcome } from './judged.ts';
import type { RuleChanges } from './settings.ts';
import type { Project } from './workspace.ts';

/** Beside mos.json. It begins with a dot, so no plan is looked for in it. */
export const KEPT_FOLDER = '.mos-cache';

/** What counts beside the files and settings of a project. */
export interface Circumstances {
  /** Of this build of mos, and of no other. */
  build: string;
  today: string;
  rules: RuleChanges;
}

/** What a file of the folder holds. */
interface Entry {
  /** Of all that the outcome depends on. */
  key: string;
  /** Of the outcome as it stands here, for a file may be cut off or mended by hand. */
  sum: string;
  outcome: string;
}

/**
 * The outcome kept for exactly these texts, settings and circumstances, whatever the folder is called and wherever it lies now; else the
 * one that `judge` gives, which is then kept in place of the last one. What cannot be read or fits no more is as if it were not there.
 */
export async function keptOutcome(
  project: Project,
  circumstances: Circumstances,
  judge: () => Promise<Outcome>,
): Promise<{ outcome: Outcome; trouble?: Trouble }> {
  const { root } = project;
  const asked = questionOf(project, circumstances);
  const key = hashOf([asked, project.settingsText ?? '', ...textsOf(project)]);
  const file = join(root, KEPT_FOLDER, `${hashOf([asked]).slice(0, 16)}.json`);
  const known = read(file, key);
  if (known !== undefined) return { outcome: withPaths(known, root) };
  const outcome = await judge();
  const text = withoutPaths(outcome, root);
  try {
    prepareFolder(root);
    writeWhole(file, JSON.stringify({ key, sum: hashOf([text]), outcome: text } satisfies Entry));
    return { outcome };
  } catch (error) {
    return {
      outcome,
      trouble: { file, message: `what was found could not be kept for the next time: ${reasonOf(error)}` },
    };
  }
}

/** What is asked, apart from what the files say: one outcome is kept for each question. */
function questionOf(
  { root, targets, reportsSettings, config }: Project,
  { build, today, rules }: Circumstances,
): string {
  const paths = [...targets].map((file) => pathBelow(root, file)).sort();
  const settings = config.file === undefined ? '' : pathBelow(root, config.file);
  return JSON.stringify([build, process.version, today, [...rules].sort(), settings, reportsSettings, paths]);
}

function* textsOf({ root, files, unread }: Project): Generator<string> {
  for (const { file, text } of files.values()) {
    yield pathBelow(root, file);
    yield text;
  }
  yield '';
  for (const file of unread) yield pathBelow(root, file);
}

/** Each part with its length, so that two lists never run together to the same characters. */
function hashOf(parts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}

function read(file: string, key: string): string | undefined {
  try {
    const found = isLinked(dirname(file)) ? '' : readOrdinary(file);
    if (typeof found === 'string') return undefined;
    const entry = JSON.parse(new TextDecoder().decode(found)) as Partial<Entry> | null;
    if (entry?.key !== key || typeof entry.outcome !== 'string' || entry.sum !== hashOf([entry.outcome]))
      return undefined;
    return entry.outcome;
  } catch {
    return undefined;
  }
}

function withoutPaths(outcome: Outcome, root: string): string {
  return JSON.stringify(outcome, (name, value: unknown) => (name === 'file' ? pathBelow(root, String(value)) : value));
}

function withPaths(text: string, root: string): Outcome {
  return JSON.parse(text, (name, value: unknown) =>
    name === 'file' ? resolve(root, String(value)) : value,
  ) as Outcome;
}

function pathBelow(root: string, file: string): string {
  return relative(root, file).replaceAll(sep, '/');
}

/** The folder says itself that it is no part of a repository. */
function prepareFolder(root: string): void {
  const folder = join(root, KEPT_FOLDER);
  if (isLinked(folder)) throw new Error('the folder is a link, and mos writes only within the plan');
  mkdirSync(folder, { recursive: true });
  const ignore = join(folder, '.gitignore');
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
}

/** Whoever sent the plan may have made it one. */
function isLinked(folder: string): boolean {
  return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}
