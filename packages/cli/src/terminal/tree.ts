/** The cascade drawn with lines: what hangs under what, who answers for it, how far it is, and where it is broken. */

import type { Kind, Tree, TreeItem } from '@mos/language';
import stringWidth from 'string-width';
import { count, thousands } from '../output/summary.ts';
import { driText, safeText, stateText } from './facts.ts';
import type { Screen } from './screen.ts';
import { shorten, wrap } from './wrap.ts';

/** Ends its last line; empty for a tree without anything in it. */
export function drawTree(tree: Tree, screen: Screen): string {
  const { colors } = screen;
  const sections: string[][] = [];
  if (tree.unconnected.length > 0) {
    sections.push([
      colors.bold(colors.yellow('Not connected')) + colors.dim('  work that reaches no frame'),
      ...drawAll(tree.unconnected, screen),
    ]);
  }
  for (const frame of tree.cascade) sections.push(drawAll([frame], screen));
  if (tree.run.length > 0) {
    sections.push([
      colors.bold('Run the business') + colors.dim('  work that advances no bet, and need not'),
      ...drawAll(tree.run, screen),
    ]);
  }
  if (sections.length === 0) return '';
  sections.push([colors.dim(totals(tree))]);
  return sections.map((lines) => lines.map((line) => `${line}\n`).join('')).join('\n');
}

interface Row {
  item: TreeItem;
  /** Lines drawn to the left of the item, and of what follows beneath it. */
  first: string;
  rest: string;
}

/** Without recursion: a broken plan can hang very deep. */
function drawAll(tops: readonly TreeItem[], screen: Screen): string[] {
  const lines: string[] = [];
  const open: Row[] = tops.map((item) => ({ item, first: '', rest: '' })).reverse();
  for (let row = open.pop(); row; row = open.pop()) {
    const { item, rest } = row;
    lines.push(...drawItem(row, screen));
    const below = item.children.map((child, index): Row => {
      const last = index === item.children.length - 1;
      return { item: child, first: `${rest}${last ? '└─ ' : '├─ '}`, rest: `${rest}${last ? '   ' : '│  '}` };
    });
    open.push(...below.reverse());
  }
  return lines;
}

/** Title and facts on one line, or the facts beneath where both do not fit. */
function drawItem({ item, first, rest }: Row, { colors, width }: Screen): string[] {
  const kind = `${item.kind}  `;
  const title = safeText(item.title);
  const paint = item.kind === 'commitment' || item.kind === 'run' ? (text: string) => text : colors.bold;
  const parts = factsOf(item, colors);
  const facts = parts.join(colors.dim(DOT));
  const left = stringWidth(first) + kind.length;
  const room = Math.max(20, width - left);
  if (stringWidth(title) + 2 + stringWidth(facts) <= room) {
    return [`${colors.dim(first)}${colors.dim(kind)}${paint(title)}  ${facts}`.trimEnd()];
  }
  const under = colors.dim(rest + (item.children.length > 0 ? '│' : ' ').padEnd(kind.length));
  const titles = wrap(title, room).map((line) => paint(shorten(line, room)));
  return [
    `${colors.dim(first)}${colors.dim(kind)}${titles[0]}`,
    ...titles.slice(1).map((line) => under + line),
    ...joined(parts, room, colors).map((line) => under + line),
  ];
}

/** As many facts on a line as fit. */
function joined(parts: readonly string[], room: number, colors: Screen['colors']): string[] {
  const lines: string[][] = [];
  let used = 0;
  for (const part of parts) {
    const width = stringWidth(part);
    if (lines.length === 0 || used + DOT.length + width > room) {
      lines.push([part]);
      used = width;
    } else {
      lines.at(-1)?.push(part);
      used += DOT.length + width;
    }
  }
  return lines.map((line) => line.join(colors.dim(DOT)));
}

/** Between facts. */
const DOT = ' · ';

function factsOf(item: TreeItem, colors: Screen['colors']): string[] {
  const { progress, problems } = item;
  return [
    item.period?.literal,
    driText(item, colors),
    stateText(item, colors),
    progress && `${progress.done}/${progress.total} ${plural(progress.of)} ${REACHED[progress.of] ?? 'done'}`,
    !progress && item.hidden > 0 ? `${thousands(item.hidden)} more below` : undefined,
    problems.error > 0 ? colors.red(`✗ ${count(problems.error, 'error')}`) : undefined,
    problems.warning > 0 ? colors.yellow(`! ${count(problems.warning, 'warning')}`) : undefined,
  ].filter((fact) => fact !== undefined && fact !== '') as string[];
}

const REACHED: Partial<Record<Kind, string>> = { objective: 'achieved', milestone: 'met', commitment: 'done' };

function plural(kind: Kind): string {
  return `${kind}s`;
}

/** `1 frame, 3 bets, 12 objectives · 2 errors`. */
function totals(tree: Tree): string {
  const counts = new Map<Kind, number>();
  let errors = 0;
  let warnings = 0;
  const open = [...tree.unconnected, ...tree.cascade, ...tree.run];
  for (let item = open.pop(); item; item = open.pop()) {
    counts.set(item.kind, (counts.get(item.kind) ?? 0) + 1);
    errors += item.problems.error;
    warnings += item.problems.warning;
    open.push(...item.children);
  }
  const order: readonly Kind[] = ['frame', 'bet', 'objective', 'milestone', 'commitment'];
  const shown = order.flatMap((kind) => (counts.has(kind) ? [count(counts.get(kind) ?? 0, kind)] : []));
  const found = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : ''].filter(
    Boolean,
  );
  return [shown.join(', '), found.length > 0 ? `${found.join(' and ')} (mos check tells more)` : '']
    .filter(Boolean)
    .join(' · ');
}
