/** Declarations that an author may have meant by a name that nothing bears: by name, by title, by an owner's alias. */

import { nearest } from '../values/nearest.ts';
import type { Kind } from './kinds.ts';
import type { PlanNode } from './node.ts';
import type { FileEntry, Plan } from './plan.ts';

/** Names to compare a word with, a good half of a millisecond: a plan can hold more, and miss as many as it holds. */
const MANY_NAMES = 2_000;

/** What people call the declarations of a plan, kind by kind; true for as long as the plan's files are the same. */
interface Directory {
  files: readonly FileEntry[];
  byKind: Map<Kind, Map<string, PlanNode>>;
}

const directories = new WeakMap<Plan, Directory>();

/** At most `max` named declarations of these kinds, nearest first. For fixes: it reads the whole plan. */
export function similarTo(plan: Plan, word: string, kinds: readonly Kind[], max: number): PlanNode[] {
  const found = new Set<PlanNode>();
  for (const kind of kinds) {
    const called = directoryOf(plan).byKind.get(kind);
    if (!called) continue;
    const matches = [word, ...nearest(word, candidates(word, called), max + 2)];
    for (const match of matches) if (called.has(match)) found.add(called.get(match) as PlanNode);
  }
  return [...found].slice(0, max);
}

/** In a large plan those with the same first letter, as slips in that one are rare, and of them a bounded number. */
function* candidates(word: string, called: ReadonlyMap<string, PlanNode>): Iterable<string> {
  const first = called.size > MANY_NAMES ? word[0]?.toLowerCase() : undefined;
  let count = 0;
  for (const name of called.keys()) {
    if (first !== undefined && name[0]?.toLowerCase() !== first) continue;
    if (++count > MANY_NAMES) return;
    yield name;
  }
}

function directoryOf(plan: Plan): Directory {
  const known = directories.get(plan);
  const files = [...plan.files.values()];
  if (known && known.files.length === files.length && known.files.every((entry, index) => entry === files[index]))
    return known;
  const byKind = new Map<Kind, Map<string, PlanNode>>();
  for (const node of plan.nodes()) {
    if (node.name === undefined) continue;
    const called = byKind.get(node.kind) ?? new Map<string, PlanNode>();
    byKind.set(node.kind, called);
    for (const name of namesOf(node)) if (!called.has(name)) called.set(name, node);
  }
  const directory = { files, byKind };
  directories.set(plan, directory);
  return directory;
}

/** The title as a name, and for a person also the parts of the name and every alias: `ben`, `okafor`, `bokafor`. */
function namesOf(node: PlanNode): string[] {
  const title = node.title?.trim() ?? '';
  const names = [node.name as string, title.replace(/[^\p{L}\p{M}\p{N}]+/gu, '_')];
  if (node.kind === 'owner') names.push(...title.split(/\s+/), ...node.texts('alias').map(({ value }) => value));
  return names.filter(Boolean);
}
