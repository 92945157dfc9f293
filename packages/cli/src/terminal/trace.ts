/** A line from a piece of work up to the frame, and all that one person holds, in sentences that can be read aloud. */

import type { Holdings, Kind, Sketch, Trace, TraceStep } from '@mos/language';
import stringWidth from 'string-width';
import { count } from '../output/summary.ts';
import { driText, safeText, stateText } from './facts.ts';
import type { Screen } from './screen.ts';
import { wrap } from './wrap.ts';

export function drawTrace({ steps, end }: Trace, screen: Screen): string {
  const { colors } = screen;
  const lines: string[] = [];
  steps.forEach((step, index) => {
    if (index > 0) lines.push('', colors.dim(`  ${linkWord(steps[index - 1] as TraceStep)}`), '');
    lines.push(...drawStep(step, screen));
  });
  lines.push(
    '',
    ...wrap(endSentence(steps, end), screen.width).map((line) => (end === 'frame' ? line : colors.yellow(line))),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** Work that hangs on the same line stands together. */
export function drawHoldings({ owner, role, groups }: Holdings, screen: Screen): string {
  const { colors, width } = screen;
  const lines = [colors.bold(safeText(owner.title)) + (role === undefined ? '' : `, ${safeText(role)}`)];
  if (groups.length === 0) lines.push('holds nothing in this plan.');
  else lines.push(`holds ${listed(groups.map(({ kind, traces }) => count(traces.length, kind)))}.`);
  for (const { kind, traces } of groups) {
    lines.push('', colors.bold(heading(kind)));
    for (const [chain, same] of Map.groupBy(traces, chainOf)) {
      if (chain !== '') lines.push(...hanging('for ', chain, width, '  ').map((line) => colors.dim(line)));
      for (const trace of same) lines.push(...drawHeld(trace, chain === '' ? '  ' : '    ', screen));
    }
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** `Q1 2026 · Ben Okafor · ● on track`, after the kind. */
export function factLine(sketch: Sketch, { colors }: Pick<Screen, 'colors'>): string {
  const facts = [sketch.kind, sketch.period?.text, driText(sketch, colors), stateText(sketch, colors)];
  return facts.filter((fact) => fact !== undefined).join(colors.dim(' · '));
}

function drawStep(step: TraceStep, screen: Screen): string[] {
  const { colors, width } = screen;
  return [
    ...wrap(safeText(step.title), width).map((line) => colors.bold(line)),
    `  ${factLine(step, screen)}`,
    ...(step.why === undefined ? [] : hanging('why  ', safeText(step.why), width, '  ')),
    ...(step.also.length === 0
      ? []
      : hanging('also for  ', step.also.map((title) => safeText(title)).join('; '), width, '  ')),
  ];
}

function drawHeld({ steps: [step] }: Trace, indent: string, screen: Screen): string[] {
  if (!step) return [];
  const facts = [step.period?.literal, stateText(step, screen.colors)].filter((fact) => fact !== undefined);
  const title = safeText(step.title);
  const tail = facts.length > 0 ? `  ${facts.join(screen.colors.dim(' · '))}` : '';
  if (indent.length + stringWidth(title) + stringWidth(tail) <= screen.width) return [indent + title + tail];
  return [...wrap(title, screen.width, indent), `${indent}${tail}`.trimEnd()];
}

/** Titles from the next step up, joined by arrows; what to say where the line does not reach a frame. */
function chainOf({ steps, end }: Trace): string {
  const above = steps.slice(1).map(({ title }) => safeText(title));
  if (end === 'circle') return [...above, '(and round in a circle)'].join(' → ');
  if (end === 'run' && steps.length === 1) return 'keeping the business running';
  const [first] = steps;
  if (end === 'nothing' && LEVELED.includes(first?.kind ?? '')) return [...above, '(nothing further)'].join(' → ');
  return above.join(' → ');
}

const LEVELED: readonly string[] = ['bet', 'objective', 'milestone', 'commitment'];

/** How a declaration is tied to the one above it. */
function linkWord({ kind }: TraceStep): string {
  if (kind === 'bet') return 'which is a bet of';
  if (kind === 'metric') return 'which measures';
  if (kind === 'run') return 'which stands in';
  return LEVELED.includes(kind) || kind === 'program' ? 'which advances' : 'which serves';
}

const WANTED: Partial<Record<Kind, string>> = {
  bet: 'stands in no frame',
  objective: 'advances no bet and no frame',
  milestone: 'advances no objective',
  commitment: 'advances no milestone',
  program: 'advances no objective',
};

function endSentence(steps: readonly TraceStep[], end: Trace['end']): string {
  const top = steps.at(-1) as TraceStep;
  if (end === 'frame')
    return steps.length === 1
      ? 'This is the annual frame: everything else hangs on it.'
      : 'The line holds: this reaches the annual frame.';
  if (end === 'run') return 'This keeps the business running. It advances no bet, and need not.';
  if (end === 'circle')
    return `The line runs in a circle, through "${safeText(top.title)}" back to where it began; no frame is reached.`;
  const wanted = WANTED[top.kind];
  if (wanted === undefined) return `The line ends here: nothing says what this ${top.kind} is for.`;
  return steps.length === 1
    ? `The line breaks here: this ${top.kind} ${wanted}.`
    : `The line breaks here: "${safeText(top.title)}" ${wanted}.`;
}

function hanging(label: string, text: string, width: number, indent: string): string[] {
  const inner = indent + ' '.repeat(label.length);
  return wrap(text, width, inner).map((line, index) =>
    index === 0 ? indent + label + line.slice(inner.length) : line,
  );
}

function heading(kind: Kind): string {
  const words = kind === 'retro' ? 'retros' : `${kind}s`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `a, b and c`. */
function listed(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '');
}
