/** `mos week --owner` on a terminal: one promise after the other, each answered by a letter and perhaps a reason. */

import { createInterface } from 'node:readline';
import {
  type Change,
  formatPeriod,
  isPeriodFault,
  isWithoutWord,
  keptOn,
  loadFullReader,
  moveToWeek,
  needsReason,
  type Outcome,
  type Period,
  type PlanNode,
  parsePeriod,
  rangeOf,
  recordDone,
  recordMissed,
  sketch,
  type WeekView,
  weekAfter,
  weekNear,
  weekOf,
} from '@mos/language';
import type { Console } from '../console.ts';
import { count } from '../output/summary.ts';
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
  let noted = 0;
  try {
    for (const { owner, node } of asked.flatMap((each) => each.nodes.map((node) => ({ owner: each.owner, node })))) {
      const outcome = await answerFor(node, owner);
      if (outcome === 'quit') break;
      if (!outcome) continue;
      if ('refused' in outcome) say(outcome.refused);
      else {
        take(outcome);
        noted += 1;
      }
    }
  } finally {
    lines.close();
  }
  const all = [...changes.values()];
  const { troubles } = writeChanges(all);
  const diffs = all.map((change) => diffOf(change, out.cwd, out.screen.colors)).join('');
  const total = asked.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const sum = troubles.length > 0 ? '' : `${noted} of ${count(total, 'promise')} noted.\n`;
  out.print(`${diffs}${sum}`, troubles.length > 0 ? 2 : 0);
  out.remarkTroubles(troubles);

  async function answerFor(node: PlanNode, owner: PlanNode | undefined): Promise<Outcome | 'quit' | undefined> {
    const { plan } = of.engine;
    const next = weekAfter(plan, node, today);
    const who = people.length > 1 && owner ? `${safeText(sketch(plan, owner).title)}: ` : '';
    process.stdout.write(`\n${who}${out.screen.colors.bold(safeText(sketch(plan, node).title))}\n`);
    for (;;) {
      const typed = await ask(`  [k]ept  [m]issed${next ? '  mo[v]e' : ''}  [s]kip  [q]uit  `);
      if (typed === undefined) return 'quit';
      const answer = meant(typed, next !== undefined);
      if (answer === 'quit') return 'quit';
      if (answer === 'skip') return undefined;
      if (answer === 'kept') return recordDone(plan, node, keptOn(plan, node, today));
      if (answer === undefined) {
        say(
          `k: it was kept. m: it was missed${next ? '. v: it moves to another week' : ''}. s: leave it as it is. q: write the answers so far.`,
        );
        continue;
      }
      const week = answer === 'move' && next ? await askWeek(next) : undefined;
      if (week === 'quit') return 'quit';
      const why = answer === 'missed' || needsReason(plan, node, today) ? await askReason() : '';
      if (why === undefined) return 'quit';
      return week ? moveToWeek(plan, node, week, why, today) : recordMissed(plan, node, why);
    }
  }

  /** Enter takes the one that is offered; a week that is over is none to move to. */
  async function askWeek(offered: Period): Promise<Period | 'quit'> {
    for (;;) {
      const typed = await ask(`  to which week? (${formatPeriod(offered)})  `);
      if (typed === undefined) return 'quit';
      if (typed === '') return offered;
      const week = weekMeant(typed, today);
      if (week && rangeOf(week).last >= today) return week;
      say(
        week
          ? `${formatPeriod(week)} is over; choose ${formatPeriod(weekOf(today))} or a later week.`
          : `"${safeText(typed)}" is no week; write it as ${formatPeriod(offered)}.`,
      );
    }
  }

  async function askReason(): Promise<string | undefined> {
    for (;;) {
      const typed = await ask('  why?  ');
      if (typed === undefined) return undefined;
      if (typed === '') say('People counted on it, so it needs a reason.');
      else if (weekMeant(typed, today)) say(`"${safeText(typed)}" is a week, and no reason.`);
      else return typed;
    }
  }

  function say(text: string): void {
    process.stdout.write(`  ${text}\n`);
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
      changes.set(file, { file, root: of.project.root, before, after, mark });
      of.engine.update([{ file, text: after }]);
    }
  }
}

type Answer = 'kept' | 'missed' | 'move' | 'skip' | 'quit';

/** A letter, or the word that it stands for; undefined for anything else. Enter leaves it as it is. */
function meant(typed: string, movable: boolean): Answer | undefined {
  const word = typed.toLowerCase();
  if (word === '') return 'skip';
  const found = ANSWERS.find(([, ...words]) => words.includes(word))?.[0];
  return found === 'move' && !movable ? undefined : found;
}

const ANSWERS: readonly (readonly [Answer, ...string[]])[] = [
  ['kept', 'k', 'kept', 'keep', 'done', 'yes', 'y'],
  ['missed', 'm', 'missed', 'miss', 'no', 'n'],
  ['move', 'v', 'move', 'moved'],
  ['skip', 's', 'skip'],
  ['quit', 'q', 'quit', 'exit'],
];

/** `2026-W08`, or a week without a year as a table may have it: the nearest one. */
function weekMeant(typed: string, today: string): Period | undefined {
  const bare = weekNear(typed, today);
  const period = parsePeriod(bare ?? typed.toUpperCase());
  return isPeriodFault(period) || period.unit !== 'week' ? undefined : period;
}
