/** Another name or title for a declaration, in every file that uses it; refused unless all references keep their meaning. */

import type { Span, TextEdit } from '../finding.ts';
import { editText } from '../fixes.ts';
import { lastSegment, NameIndex } from '../model/names.ts';
import { type Link, PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import type { Declaration, FileSummary, Reference } from '../model/records.ts';
import { COMMENT, namedLine, usesOf, withInner } from '../model/segments.ts';
import { isKeyword } from '../syntax/names.ts';
import { summarize } from '../syntax/reader.ts';
import { encodeText } from '../values/text.ts';

/** `refused`: why not, as a sentence for people without a final stop. */
export type Rename = { edits: TextEdit[] } | { refused: string };

/**
 * A reference that would come to mean something else is written as a path instead. What is answered has been tried on a copy
 * of the names: each reference that meant a declaration still means it, and none has gained a meaning.
 */
export function renameOf(plan: Plan, node: PlanNode, wanted: string): Rename {
  const name = wanted.trim();
  const fault = nameFault(node, name) ?? takenBy(plan, node, name) ?? unreadableFile(plan);
  if (fault) return { refused: fault };
  if (name === node.name) return { edits: [] };
  const edits = plainEdits(plan, node, name);
  const first = tryOut(plan, node, name, edits);
  if (!first.broken) return 'refused' in first ? first : { edits };
  const qualified = withPaths(node, name, edits, first.broken);
  const second = tryOut(plan, node, name, qualified);
  return 'refused' in second ? { refused: first.refused } : { edits: qualified };
}

/** Why a text is no name for this declaration; decided by reading it, so that the grammar alone says what a name is. */
export function nameFault(node: PlanNode, name: string): string | undefined {
  if (name === '') return 'A name needs at least one letter';
  const { declarations, faults } = summarize('', `${node.kind} ${name} {}`);
  const fits = declarations.length === 1 && faults.length === 0 && declarations[0]?.name?.value === name;
  return fits
    ? undefined
    : `"${name}" is no name: a name begins with a letter or _ and goes on with letters, digits, _ and -`;
}

/** A title is a text: whatever is typed becomes its value. */
export function retitle(plan: Plan, node: PlanNode, wanted: string): Rename {
  const { title } = node.declaration;
  const fault = titleFault(plan, node);
  if (!title || fault) return { refused: fault ?? 'There is no title here' };
  if (wanted.trim() === '') return { refused: 'A title needs at least one letter' };
  if (wanted === title.value) return { edits: [] };
  return { edits: [{ file: node.file, start: title.start, end: title.end, text: encodeText(wanted) }] };
}

/** Why a title cannot be edited in one line; undefined when it can. */
export function titleFault(plan: Plan, node: PlanNode): string | undefined {
  const { title } = node.declaration;
  if (!title) return 'There is no title here';
  const raw = plan.text(node.file).slice(title.start, title.end);
  if (/[\r\n]/.test(raw)) return 'This title has several lines: edit it in the text';
  if (summarize('', `team ${raw}`).faults.length > 0) return 'This title cannot be read yet: close its quotes first';
  return undefined;
}

function takenBy(plan: Plan, node: PlanNode, name: string): string | undefined {
  const other = [...plan.names.bearersOf(name)].find(
    (bearer) => bearer !== node && bearer.kind === node.kind && bearer.scope === node.scope,
  );
  return (
    other && `"${name}" is taken: ${described(other)} has this name (${placeOf(plan, other.file, other.place.start)})`
  );
}

/** Names in a file that could not be read at all cannot follow. */
function unreadableFile(plan: Plan): string | undefined {
  for (const { file, summary } of plan.files.values())
    if (summary.unreadable) return `${baseName(file)} cannot be read, and may use this name: mend it first`;
  return undefined;
}

/** The name where it is declared, and where it is a segment of a reference. */
function plainEdits(plan: Plan, node: PlanNode, name: string): TextEdit[] {
  const declared = node.declaration.name;
  const places = [...(declared ? [{ file: node.file, ...declared }] : []), ...usesOf(plan, node)];
  return places.map(({ file, start, end }) => ({ file, start, end, text: name }));
}

type Trial = { refused: string; broken?: Broken[] } | { broken?: undefined };

/** A reference that would lose its meaning. */
interface Broken {
  file: string;
  link: Link;
}

function tryOut(plan: Plan, node: PlanNode, name: string, edits: readonly TextEdit[]): Trial {
  const byFile = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const own = byFile.get(edit.file) ?? [];
    byFile.set(edit.file, own);
    own.push(edit);
  }
  const changed = new Map<string, readonly Declaration[]>();
  const keywords = isKeyword(name) || isKeyword(node.name ?? '');
  for (const [file, own] of byFile) {
    if (!keywords && own.every((edit) => edit.text === name && standsApart(plan.text(file), edit))) continue;
    const before = plan.files.get(file)?.summary;
    const after = summarize(file, editText(plan.text(file), own));
    if (!before || shapeOf(before) !== shapeOf(after))
      return { refused: `"${name}" would be read as something else in ${baseName(file)}` };
    changed.set(file, after.declarations);
  }
  const declarationOf = (other: PlanNode) =>
    changed.get(other.file)?.[other.index] ?? renamedIn(plan, other, byFile.get(other.file) ?? []);
  const uses = usesInDoubt(plan, node, name);
  const lasts = uses.map(({ link }) => lastSegment(link.reference.path));
  const copy = new Copy(plan, declarationOf, new Set([name, node.name ?? name, ...lasts]));
  const broken: Broken[] = [];
  let refused: string | undefined;
  for (const { user, link, position } of uses) {
    const reason = conflict(link, copy.linksOf(user)[position] as Link, node);
    if (!reason) continue;
    const { path, start } = link.reference;
    refused ??= `"${name}" cannot be told apart: ${path} (${placeOf(plan, user.file, start)}) ${reason}`;
    broken.push({ file: user.file, link });
  }
  return refused === undefined ? {} : { refused, broken };
}

/** Nothing beside it that could melt into another name: a word of its own is read as such, as long as it is no keyword. */
function standsApart(text: string, { start, end }: TextEdit): boolean {
  return /^[\s.,{}"/]?$/.test(text.slice(start - 1, start)) && /^[\s.,{}"/]?$/.test(text.slice(end, end + 1));
}

/** What reading the edited text would give where the edits change words to words. */
function renamedIn(plan: Plan, { file, declaration }: PlanNode, edits: readonly TextEdit[]): Declaration {
  const near = edits.filter((edit) => declaration.start <= edit.start && edit.end <= declaration.end);
  if (near.length === 0) return declaration;
  const within = ({ start, end }: Span) => near.filter((edit) => start <= edit.start && edit.end <= end);
  const path = (reference: Reference): Reference => {
    const own = within(reference);
    if (own.length === 0) return reference;
    const written = plan.text(file).slice(reference.start, reference.end);
    const moved = own.map((edit) => ({
      ...edit,
      start: edit.start - reference.start,
      end: edit.end - reference.start,
    }));
    return { ...reference, path: editText(written, moved).replace(COMMENT, '').replace(/\s+/g, '') };
  };
  const { name } = declaration;
  const [named] = name ? within(name) : [];
  return {
    ...declaration,
    ...(name && named && { name: { ...name, value: named.text } }),
    properties: declaration.properties.map((property) => {
      if ('targets' in property) return { ...property, targets: property.targets.map(path) };
      if (property.type === 'StateProperty') return { ...property, by: property.by.map(path) };
      if (property.type === 'AimProperty' && property.metric) return { ...property, metric: path(property.metric) };
      return property;
    }),
  };
}

interface Use {
  user: PlanNode;
  link: Link;
  /** Among the links of the user. */
  position: number;
}

/** A reference may change its meaning only if the old or the new name is one of its segments. */
function usesInDoubt(plan: Plan, node: PlanNode, name: string): Use[] {
  const names = new Set([node.name, name]);
  const users = new Set<PlanNode>();
  for (const last of new Set([...withInner(node).map((inner) => inner.name), name]))
    if (last !== undefined) for (const user of plan.names.usersOf(last)) users.add(user);
  return [...users].flatMap((user) =>
    user.links.flatMap((link, position) =>
      link.reference.path.split('.').some((segment) => names.has(segment)) ? [{ user, link, position }] : [],
    ),
  );
}

/** The plan as it would be, as far as the meaning of some names goes; places and order are those of the plan. */
class Copy {
  private readonly names = new NameIndex();
  private readonly nodes = new Map<PlanNode, PlanNode>();
  private readonly links = new Map<PlanNode, Link[]>();
  private readonly declarationOf: (node: PlanNode) => Declaration;

  /** `names`: all that may stand at the end of a reference that will be asked for. */
  constructor(plan: Plan, declarationOf: (node: PlanNode) => Declaration, names: ReadonlySet<string>) {
    this.declarationOf = declarationOf;
    const declared = new Set<PlanNode>();
    // A path is followed from its outermost name inwards.
    for (const name of names)
      for (const bearer of plan.names.bearersOf(name)) for (const node of namedLine(bearer)) declared.add(node);
    for (const node of declared) this.names.declare(this.copyOf(node));
  }

  linksOf(user: PlanNode): Link[] {
    const links = this.links.get(user) ?? this.names.linksOf(this.copyOf(user));
    this.links.set(user, links);
    return links;
  }

  private copyOf(node: PlanNode): PlanNode {
    const known = this.nodes.get(node);
    if (known) return known;
    const outer = node.outer && this.copyOf(node.outer);
    const copy = new PlanNode(node.file, node.ordinal, this.declarationOf(node), node.index, outer);
    this.nodes.set(node, copy);
    return copy;
  }
}

/** Why a reference does not mean afterwards what it means now. */
function conflict(before: Link, after: Link, renamed: PlanNode): string | undefined {
  if (before.target) {
    if (same(before.target, after.target)) return undefined;
    const [other] = after.target
      ? [after.target]
      : after.candidates.filter((node) => !same(before.target as PlanNode, node));
    return other ? `would come to mean ${described(other)}` : 'would lose its meaning';
  }
  const possible = [...before.candidates];
  const now = after.target ? [after.target] : after.candidates;
  // Where two bear one name, the new name of one settles what the references mean.
  if (possible.includes(renamed) && possible.length > 1 && now.every((node) => possible.some((old) => same(old, node))))
    return undefined;
  if (now.length === possible.length && possible.every((old) => now.some((node) => same(old, node)))) return undefined;
  const [gained] = now;
  return gained
    ? `would come to mean ${described(same(renamed, gained) ? renamed : gained)}`
    : 'would lose its meaning';
}

/** The same place in the order of a file's declarations, which a new name does not change. */
function same(a: PlanNode, b: PlanNode | undefined): boolean {
  return b !== undefined && a.file === b.file && a.index === b.index;
}

/** The whole path in place of each reference that would lose its meaning. */
function withPaths(node: PlanNode, name: string, edits: readonly TextEdit[], broken: readonly Broken[]): TextEdit[] {
  const kept = edits.filter(
    (edit) =>
      !broken.some(
        ({ file, link: { reference } }) =>
          file === edit.file && reference.start <= edit.start && edit.end <= reference.end,
      ),
  );
  const paths = broken.flatMap(({ file, link: { reference, target } }) => {
    if (!target) return [];
    const path = namedLine(target)
      .map((step) => (step === node ? name : step.name))
      .reverse()
      .join('.');
    return [{ file, start: reference.start, end: reference.end, text: path }];
  });
  return [...kept, ...paths];
}

/** Everything that a file says besides names and places. */
function shapeOf({ declarations, suppressions, faults }: FileSummary): string {
  return JSON.stringify([declarations, suppressions, faults.length], (key, value) =>
    NAMES_AND_PLACES.has(key) ? undefined : value,
  );
}

const NAMES_AND_PLACES = new Set(['start', 'end', 'body', 'removal', 'name', 'path']);

function described(node: PlanNode): string {
  return `the ${node.kind} ${node.title ? node.label : (node.name ?? '')}`.trim();
}

function placeOf(plan: Plan, file: string, offset: number): string {
  return `${baseName(file)}, line ${
    plan
      .text(file)
      .slice(0, offset)
      .split(/\r\n|\r|\n/).length
  }`;
}

function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
