/** Small plans of several files for the fuzzers that need names which meet across files, and what people do to such a folder. */

import type { SourceFile } from '@mos/language';
import { edited } from '../../harness/edits.ts';
import { pick, type Random } from '../../harness/sentences.ts';
import { smallPlan } from '../../harness/small-plan.ts';
import { broken, evil, fuzzed } from '../texts.ts';

/** File → text. */
export type Folder = Map<string, string>;

/** The small plan after some edits; now and then with a file of a stranger beside it. */
export function someFolder(random: Random): Folder {
  const folder: Folder = new Map(smallPlan.map(({ file, text }) => [file, text]));
  for (let count = Math.floor(random() * 6); count > 0; count--) {
    const [file, text] = pick(random, [...folder]);
    folder.set(file, edited(text, texts(folder), random));
  }
  if (random() < 0.2) folder.set('stranger.mos', random() < 0.5 ? pick(random, [...broken, ...evil]) : fuzzed(random));
  return folder;
}

export function sources(folder: Folder): SourceFile[] {
  return [...folder].map(([file, text]) => ({ file, text }));
}

export function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}

/** What somebody does next to the folder: types, pastes, undoes, deletes, renames, copies a file, or changes the branch. */
export class Hands {
  readonly folder: Folder;
  private readonly random: Random;
  private readonly history: Folder[] = [];
  private readonly branch: Folder;

  constructor(random: Random) {
    this.random = random;
    this.folder = someFolder(random);
    this.branch = someFolder(random);
  }

  /** Does it, and gives its name. */
  act(): string {
    const { folder, random } = this;
    const before: Folder = new Map(folder);
    const way = random();
    const file = folder.size > 0 ? pick(random, [...folder.keys()]) : undefined;
    const text = file === undefined ? '' : (folder.get(file) as string);
    if (way < 0.1) return this.undo();
    this.history.push(before);
    if (file === undefined || way < 0.16) return this.become(this.branch, 'change the branch');
    if (way < 0.22) folder.delete(file);
    else if (way < 0.28) {
      folder.delete(file);
      folder.set(`moved/${file}`, text);
    } else if (way < 0.32) folder.set(`copy of ${file}`, text);
    else if (way < 0.36) folder.set(file, fuzzed(random));
    else if (way < 0.4) folder.set('pasted.mos', pick(random, smallPlan).text);
    else folder.set(file, edited(text, texts(folder), random));
    return 'edit';
  }

  private undo(): string {
    const before = this.history.pop();
    return before ? this.become(before, 'undo') : 'nothing';
  }

  private become(other: Folder, name: string): string {
    this.folder.clear();
    for (const [file, text] of other) this.folder.set(file, text);
    return name;
  }
}

function texts(folder: Folder): string[] {
  return [...folder.values(), ...smallPlan.map(({ text }) => text)];
}
