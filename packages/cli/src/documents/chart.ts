/** The readings of a metric as a drawing that needs no script, with the same numbers in a table beneath it. */

import type { Chart } from '@mos/language';
import { escaped } from './html.ts';

/** In units of the drawing, which scales with the page. */
const WIDTH = 640;
const HEIGHT = 220;
const EDGE = { left: 8, right: 8, top: 14, bottom: 22 };

/** `name` is the metric, as markup. */
export function chartHtml(chart: Chart, name: string): string {
  const { unit, says, series } = chart;
  const rows = series.map(({ date, text }) => `<tr><td>${escaped(date)}</td><td>${escaped(text)}</td></tr>`).join('');
  return `<figure class="chart">
<figcaption>${name}${unit === undefined ? '' : ` <small>${escaped(unit)}</small>`}</figcaption>
${drawing(chart)}
<p>${escaped(says)}</p>
<details><summary>All readings</summary><table><thead><tr><th scope="col">Day</th><th scope="col">Reading</th></tr></thead><tbody>${rows}</tbody></table></details>
</figure>`;
}

function drawing({ title, says, series, goal = {}, days, sixWeeks, today }: Chart): string {
  const dates = [...series.map(({ date }) => date), ...(days ? [days.first, days.last] : []), today].map(dayNumber);
  const values = [...series.map(({ value }) => value), ...Object.values(goal).map(({ value }) => value)];
  const x = scale(Math.min(...dates), Math.max(...dates), EDGE.left, WIDTH - EDGE.right);
  const y = scale(Math.min(...values), Math.max(...values), HEIGHT - EDGE.bottom, EDGE.top);
  const at = (date: string, value: number) => `${x(dayNumber(date))},${y(value)}`;
  const { from, to, low, high } = goal;
  const line = (value: number, label: string) =>
    `<line class="goal" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${y(value)}" y2="${y(value)}"/><text x="${WIDTH - EDGE.right}" y="${clear(y(value))}" text-anchor="end">${escaped(label)}</text>`;
  const parts = [
    days && from && to
      ? `<polyline class="goal" points="${at(days.first, from.value)} ${at(days.last, to.value)}"/><text x="${WIDTH - EDGE.right}" y="${clear(y(to.value))}" text-anchor="end">goal ${escaped(to.text)}</text>`
      : to && line(to.value, `goal ${to.text}`),
    low && line(low.value, `at least ${low.text}`),
    high && line(high.value, `at most ${high.text}`),
    sixWeeks && dayMark(x(dayNumber(sixWeeks)), 'six weeks left', 'six'),
    dayMark(x(dayNumber(today)), 'today', 'now'),
    `<polyline class="read" points="${series.map(({ date, value }) => at(date, value)).join(' ')}"/>`,
    ...series.map(({ date, value }) => `<circle cx="${x(dayNumber(date))}" cy="${y(value)}" r="3.5"/>`),
  ];
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(`${title}: ${says}`)}">${parts.filter((part) => part !== undefined && part !== '').join('')}</svg>`;
}

function dayMark(at: number, label: string, name: string): string {
  const anchor = at > WIDTH * 0.8 ? 'end' : at < WIDTH * 0.2 ? 'start' : 'middle';
  return `<line class="${name}" x1="${at}" x2="${at}" y1="${EDGE.top}" y2="${HEIGHT - EDGE.bottom}"/><text x="${at}" y="${HEIGHT - 6}" text-anchor="${anchor}">${label}</text>`;
}

/** Above its line, unless that lies at the top. */
function clear(y: number): number {
  return y < EDGE.top + 12 ? y + 14 : y - 5;
}

/** From numbers to places, with one decimal; all in the middle where there is only one number. */
function scale(from: number, to: number, first: number, last: number): (value: number) => number {
  return (value) => {
    const share = to === from ? 0.5 : (value - from) / (to - from);
    return Math.round((first + share * (last - first)) * 10) / 10;
  };
}

function dayNumber(date: string): number {
  return Date.parse(date) / 86_400_000;
}
