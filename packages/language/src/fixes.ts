/** Applies fixes, round by round, until none is left that helps: values in, new texts out, and never a worse plan. */

import type { Finding, Fix, TextEdit } from './finding.ts';
import type { Engine } from './model/engine.ts';
import { compareFindings } from './model/findings.ts';
import type { Plan } from './model/plan.ts';

export interface FixOptions {
  /** Also applies fixes that change what the plan says; safe ones only by default. */
  unsafe?: boolean;
  /** Whose findings are repaired; all by default. */
  reported?: (file: string) => boolean;
  /** Files that may be written; a fix that needs another one is left alone. All by default. */
  editable?: (file: string) => boolean;
  /** Rounds after which it stops, come what may. */
  rounds?: number;
}

export interface FixOutcome {
  /** New texts of the files that changed. */
  changed: Map<string, string>;
  /** Fixes that were applied. */
  repaired: number;
  /** Fixes that would have left more errors than they found, with the findings that proposed them. */
  refused: { finding: Finding; fix: Fix }[];
}

/** Repairing one fault may bring up the next; no sensible plan needs as many rounds as this. */
const MOST_ROUNDS = 100;

/**
 * Of each finding the first fix counts. Fixes that touch the same text wait for the next round; a round that would raise
 * the number of errors or of unreadable places is taken back and tried again in halves until the culprit is alone.
 * `engine` holds the plan and has taken in the new texts when this returns.
 */
export function applyFixes(engine: Engine, options: FixOptions = {}): FixOutcome {
  const { plan } = engine;
  const originals = new Map<string, string>();
  const refused = new Map<string, { finding: Finding; fix: Fix }>();
  const seen = new Set<string>();
  let repaired = 0;
  let most = Number.POSITIVE_INFINITY;
  let state = weigh(engine, options);

  for (let round = options.rounds ?? MOST_ROUNDS; round > 0; ) {
    const candidates = candidatesOf(state.findings, plan, options).filter(
      (candidate) => !refused.has(keyOf(candidate)),
    );
    const chosen = apart(candidates).slice(0, most);
    if (chosen.length === 0) break;
    const before = new Map(chosen.flatMap(({ fix }) => fix.edits.map(({ file }) => [file, plan.text(file)] as const)));
    const after = edited(before, chosen);
    engine.update(sources(after));
    const next = weigh(engine, options);
    if (next.errors > state.errors || next.unread > state.unread || sameTexts(before, after)) {
      engine.update(sources(before));
      for (const candidate of chosen.length === 1 ? chosen : []) refused.set(keyOf(candidate), candidate);
      most = chosen.length === 1 ? Number.POSITIVE_INFINITY : Math.ceil(chosen.length / 2);
      continue;
    }
    for (const [file, text] of before) if (!originals.has(file)) originals.set(file, text);
    repaired += chosen.length;
    most = Number.POSITIVE_INFINITY;
    state = next;
    round -= 1;
    // Two fixes that undo each other would go on for ever.
    const now = JSON.stringify([...originals.keys()].sort().map((file) => plan.text(file)));
    if (seen.has(now)) break;
    seen.add(now);
  }

  const changed = new Map<string, string>();
  for (const [file, text] of originals) if (plan.text(file) !== text) changed.set(file, plan.text(file));
  return { changed, repaired, refused: [...refused.values()] };
}

/** The text with the edits done; they are of this file and lie apart. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, text: replacement } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, start) + replacement;
    at = end;
  }
  return result + text.slice(at);
}

interface Candidate {
  finding: Finding;
  fix: Fix;
}

interface State {
  findings: Finding[];
  errors: number;
  /** Places that could not be read. */
  unread: number;
}

/** Ways out are worked out only where they may be taken. */
function weigh(engine: Engine, { reported }: FixOptions): State {
  const { findings } = engine.result(reported);
  let unread = 0;
  for (const { summary } of engine.plan.files.values()) unread += summary.faults.length;
  return { findings, errors: findings.filter(({ severity }) => severity === 'error').length, unread };
}

function candidatesOf(findings: readonly Finding[], plan: Plan, options: FixOptions): Candidate[] {
  return findings
    .filter(({ file }) => options.reported?.(file) ?? true)
    .toSorted(compareFindings)
    .flatMap((finding) => {
      const [fix] = finding.fixes;
      const wanted = fix && !fix.manual && (fix.safe || options.unsafe) && fix.edits.length > 0;
      return wanted && fix.edits.every((edit) => isPossible(edit, plan, options)) ? [{ finding, fix }] : [];
    });
}

function isPossible({ file, start, end }: TextEdit, plan: Plan, { editable }: FixOptions): boolean {
  return (
    plan.files.has(file) && (editable?.(file) ?? true) && 0 <= start && start <= end && end <= plan.text(file).length
  );
}

/** What a refused fix is remembered by; offsets move from round to round. */
function keyOf({ finding: { rule, file, message }, fix }: Candidate): string {
  return [rule, file, message, fix.title].join('\n');
}

/** In order, without those that touch the text of an earlier one. */
function apart(candidates: readonly Candidate[]): Candidate[] {
  const taken = new Map<string, TextEdit[]>();
  return candidates.filter(({ fix }) => {
    const own = fix.edits.toSorted((a, b) => a.start - b.start);
    const clashes = own.some(
      (edit, index) =>
        own.some((other, at) => at < index && overlap(edit, other)) || isTaken(taken.get(edit.file), edit),
    );
    if (clashes) return false;
    for (const edit of own) {
      const edits = taken.get(edit.file) ?? [];
      edits.splice(placeFor(edits, edit.start), 0, edit);
      taken.set(edit.file, edits);
    }
    return true;
  });
}

/** Within one fix an insertion may follow right behind what is replaced. */
function overlap(a: TextEdit, b: TextEdit): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}

/** Neighbours count as touching, so that no two insertions at one place have to be put in an order. */
function touch(a: TextEdit, b: TextEdit): boolean {
  return a.file === b.file && a.start <= b.end && b.start <= a.end;
}

/** `edits` are sorted and lie apart, so only the two around the place can touch. */
function isTaken(edits: readonly TextEdit[] | undefined, edit: TextEdit): boolean {
  if (!edits) return false;
  const at = placeFor(edits, edit.start);
  return [edits[at - 1], edits[at]].some((other) => other !== undefined && touch(other, edit));
}

function placeFor(edits: readonly TextEdit[], start: number): number {
  let [low, high] = [0, edits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edits[middle] as TextEdit).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function edited(before: ReadonlyMap<string, string>, chosen: readonly Candidate[]): Map<string, string> {
  const edits = Map.groupBy(
    chosen.flatMap(({ fix }) => fix.edits),
    ({ file }) => file,
  );
  return new Map([...before].map(([file, text]) => [file, editText(text, edits.get(file) ?? [])]));
}

function sources(texts: ReadonlyMap<string, string>): { file: string; text: string }[] {
  return [...texts].map(([file, text]) => ({ file, text }));
}

function sameTexts(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): boolean {
  return [...before].every(([file, text]) => after.get(file) === text);
}
