/** What became of promises, week by week, as stacked bars, with the same numbers as a table. */

import type { KeptWeek } from '@mos/language/documents';
import { scaleBand, scaleLinear } from 'd3-scale';
import { escaped } from '../documents/escaped.ts';

/** In units of the drawing, which scales with the page. */
const WIDTH = 720;
const HEIGHT = 200;
const EDGE = { left: 40, right: 8, top: 20, bottom: 26 };

/** From the foot of a bar up: what is good stands on the ground. */
const PARTS = [
  ['kept', 'kept'],
  ['late', 'late'],
  ['moved', 'moved'],
  ['missed', 'missed'],
  ['open', 'no word'],
  ['dropped', 'dropped'],
] as const;

export function weeksFigure(weeks: readonly KeptWeek[]): string {
  const used = PARTS.filter(([part]) => weeks.some(({ counts }) => counts[part] > 0));
  const legend = used.map(([part, label]) => `<li class="${part}">${label}</li>`).join('');
  const head = used.map(([, label]) => `<th scope="col" class="number">${label}</th>`).join('');
  const rows = weeks.map(
    ({ literal, counts, rate }) =>
      `<tr><th scope="row">${escaped(literal)}</th>${used.map(([part]) => `<td class="number">${counts[part]}</td>`).join('')}<td class="share">${rate === undefined ? '–' : percent(rate)}</td></tr>`,
  );
  return `<figure class="weeks"><ul class="legend promises" aria-label="Colours">${legend}</ul>
${drawing(weeks, used)}
<details><summary>The same as a table</summary><table><caption>Promises by the week that they were made for</caption><thead><tr><th scope="col">Week</th>${head}<th scope="col" class="share">Kept</th></tr></thead><tbody>${rows.join('')}</tbody></table></details></figure>`;
}

function drawing(weeks: readonly KeptWeek[], parts: readonly (typeof PARTS)[number][]): string {
  const total = ({ counts }: KeptWeek) => parts.reduce((sum, [part]) => sum + counts[part], 0);
  const x = scaleBand(
    weeks.map(({ literal }) => literal),
    [EDGE.left, WIDTH - EDGE.right],
  )
    .paddingInner(0.35)
    .paddingOuter(0.2);
  const y = scaleLinear([0, Math.max(...weeks.map(total), 1)], [HEIGHT - EDGE.bottom, EDGE.top]).nice(3);
  const grid = y
    .ticks(3)
    .filter(Number.isInteger)
    .map(
      (value) =>
        `<line class="grid" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${round(y(value))}" y2="${round(y(value))}"/><text x="${EDGE.left - 8}" y="${round(y(value) + 4)}" text-anchor="end">${value}</text>`,
    );
  const width = Math.min(x.bandwidth(), WIDEST);
  const bars = weeks.map((week) => {
    const middle = (x(week.literal) ?? 0) + x.bandwidth() / 2;
    let sum = 0;
    const own = parts.map(([part]) => {
      const count = week.counts[part];
      const [top, foot] = [y(sum + count), y(sum)];
      sum += count;
      if (count === 0) return '';
      return `<rect class="${part}" x="${round(middle - width / 2)}" y="${round(top)}" width="${round(width)}" height="${round(foot - top)}"/>`;
    });
    // The share of what has a word says little while most of the week has none.
    const rate =
      week.rate === undefined || week.counts.open > total(week) / 2
        ? ''
        : `<text class="last" x="${round(middle)}" y="${round(y(sum) - 6)}" text-anchor="middle">${percent(week.rate)}</text>`;
    return `${own.join('')}${rate}<text x="${round(middle)}" y="${HEIGHT - 8}" text-anchor="middle">${escaped(week.literal.slice(5))}</text>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(says(weeks))}">${grid.join('')}${bars.join('')}</svg>`;
}

/** Units; a single week is no wall. */
const WIDEST = 36;

/** In one sentence, for whoever does not see it. */
function says(weeks: readonly KeptWeek[]): string {
  const counts = weeks.map(
    ({ literal, rate }) => `${literal} ${rate === undefined ? 'no word' : `${percent(rate)} kept`}`,
  );
  return `Promises kept by week: ${counts.join(', ')}.`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
