/** The numbers of a plan as lines that can be read aloud: what it is, how much, of what, and what was left out. */

import { describePace, figureText, type Numbers, type Plan, sketch, terms } from '@mos/language';
import stringWidth from 'string-width';
import { safeText, stateText } from './facts.ts';
import type { Screen } from './screen.ts';
import { shorten, wrap } from './wrap.ts';

export function drawNumbers(plan: Plan, { objectives, figures }: Numbers, screen: Screen): string {
  const { colors, width } = screen;
  const blocks: string[][] = [];
  if (objectives.length > 0) {
    blocks.push([
      heading('Health of objectives', 'objective-health'),
      ...objectives.flatMap(({ objective, health, sixWeeks }) => {
        const { title, kind } = sketch(plan, objective);
        const word =
          health.word === 'unknown'
            ? `○ not known${health.since === undefined ? '' : ` since ${health.since}`}`
            : stateText({ kind, state: { word: health.word } }, colors);
        const verdict = SAID[sixWeeks.verdict];
        const reasons = [...health.reasons, ...(verdict ? [verdict] : [])].map((reason) => safeText(reason)).join('; ');
        return [`  ${word}  ${safeText(title)}`, ...wrap(reasons, width, '      ').map((line) => colors.dim(line))];
      }),
    ]);
  }
  const paces = objectives.flatMap((each) => each.paces);
  if (paces.length > 0) {
    const lines = paces.map(({ metric, pace }) => {
      const { title } = sketch(plan, metric);
      return `  ${safeText(title)}  ${pace.reading.value.literal} on ${pace.reading.on.literal}, ${describePace(pace)}`;
    });
    blocks.push([heading('Pace', 'pace'), ...lines]);
  }
  for (const term of terms) {
    const own = figures.filter((figure) => figure.term === term.name);
    if (own.length === 0) continue;
    const labels = own.map(({ label }) => shorten(safeText(label), LABEL));
    const widest = Math.max(...labels.map((label) => stringWidth(label)));
    const lines = own.map((figure, index) => {
      const label = labels[index] ?? '';
      const note = figure.note === undefined ? '' : colors.dim(`  (${safeText(figure.note)})`);
      return `  ${label}${' '.repeat(widest - stringWidth(label))}  ${figureText(figure)}${note}`;
    });
    blocks.push([heading(term.title, term.name), ...lines]);
  }
  if (blocks.length === 0)
    return 'There are no facts to count yet. "mos done", "mos reading" and "mos status" note them.\n';
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;

  function heading(title: string, name: string): string {
    return `${colors.bold(title)}${colors.dim(`  mos explain ${name}`)}`;
  }
}

const SAID: Readonly<Record<string, string>> = {
  yes: 'six weeks before the end the answer was yes',
  no: 'six weeks before the end the answer was no',
  'in doubt': 'six weeks before the end it was in doubt',
};

/** Columns; a name is seldom longer. */
const LABEL = 48;
