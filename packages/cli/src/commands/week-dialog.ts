/** `mos week --owner` on a terminal: one promise after the other, each answered by a letter and perhaps a reason. */

import { createInterface } from 'node:readline';
import {
  type Change,
  formatPeriod,
  isWithoutWord,
  keptOn,
  loadFullReader,
  moveToWeek,
  needsReason,
  type Outcome,
  type PlanNode,
  recordDone,
  recordMissed,
  sketch,
  type WeekView,
  weekAfter,
} from '@mos/language';
import type { Console } from '../console.ts';
import { changesOf } from '../project/fact.ts';
import type { Judged } from '../project/judged.ts';
import { type Change as FileChange, writeChanges } from '../project/repair.ts';
import { diffOf } from '../terminal/diff.ts';
import { safeText } from '../terminal/facts.ts';

/** Asks about what has no word yet, and writes all answers at the end, or at `q`. */
export async function walkThrough(
  of: Judged,
  { people }: WeekView,
  { today, out }: { today: string; out: Console },
): Promise<void> {
  // A review closes the weeks before; only where these are closed, it is about this one.
  const behind = people.length > 1 && people.some(({ open }) => open.length > 0);
  const asked = people.map(({ owner, open, promised }) => ({
    owner,
    nodes: (behind ? open : [...open, ...promised]).filter(isWithoutWord),
  }));
  if (asked.every(({ nodes }) => nodes.length === 0)) {
    out.print('Everything has had its word.\n', 0);
    return;
  }
  await loadFullReader();
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  const typed = lines[Symbol.asyncIterator]();
  const changes = new Map<string, FileChange>();
  try {
    for (const { owner, node } of asked.flatMap((each) => each.nodes.map((node) => ({ owner: each.owner, node })))) {
      const outcome = await answerFor(node, owner);
      if (outcome === 'quit') break;
      if (!outcome) continue;
      if ('refused' in outcome) process.stdout.write(`  ${outcome.refused}\n`);
      else take(outcome);
    }
  } finally {
    lines.close();
  }
  const all = [...changes.values()];
  const { troubles } = writeChanges(all);
  out.print(all.map((change) => diffOf(change, out.cwd, out.screen.colors)).join(''), troubles.length > 0 ? 2 : 0);
  out.remarkTroubles(troubles);

  async function answerFor(node: PlanNode, owner: PlanNode | undefined): Promise<Outcome | 'quit' | undefined> {
    const { plan } = of.engine;
    const next = weekAfter(plan, node, today);
    const to = next && formatPeriod(next);
    const who = people.length > 1 && owner ? `${safeText(sketch(plan, owner).title)}: ` : '';
    process.stdout.write(`\n${who}${out.screen.colors.bold(safeText(sketch(plan, node).title))}\n`);
    for (;;) {
      const letter = await ask(`  [k]ept  [m]issed${to ? `  mo[v]e to ${to}` : ''}  [s]kip  [q]uit  `);
      if (letter === undefined || letter === 'q') return 'quit';
      if (letter === 's' || letter === '') return undefined;
      if (letter === 'k') return recordDone(plan, node, keptOn(plan, node, today));
      if (letter === 'm' || (letter === 'v' && next)) {
        const why = letter === 'm' || needsReason(plan, node, today) ? await ask('  why?  ') : '';
        if (why === undefined) return 'quit';
        if (why === '' && (letter === 'm' || needsReason(plan, node, today))) continue;
        return letter === 'm' || !next ? recordMissed(plan, node, why) : moveToWeek(plan, node, next, why, today);
      }
    }
  }

  /** Undefined when there is nobody any more to answer. */
  async function ask(question: string): Promise<string | undefined> {
    process.stdout.write(question);
    const { value, done } = await typed.next();
    return done ? undefined : String(value).trim();
  }

  /** The engine has the new text at once, so that the next answer fits into it. */
  function take(change: Change): void {
    for (const { file, before, after, mark } of changesOf(of, change)) {
      changes.set(file, { file, before, after, mark });
      of.engine.update([{ file, text: after }]);
    }
  }
}
