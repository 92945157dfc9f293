/** A chart in a line of text: where a metric came from, where it is, and the way that it should take. No words: they stand beside it. */

import type { Chart } from '@mos/language/documents';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { extentOf, thinned } from './extent.ts';

/** In units of the drawing. */
const WIDTH = 160;
const HEIGHT = 44;
const EDGE = 5;

/** Hidden from screen readers: what it says is in the text beside it. */
export function sparkSvg({ series: all, goal = {}, days }: Chart): string {
  const series = thinned(all, WIDTH);
  const dates = [...series.map(({ date }) => date), ...(days ? [days.first, days.last] : [])].map(time);
  const values = [...series, ...Object.values(goal)].map(({ value }) => value);
  const x = scaleLinear(extentOf(dates), [EDGE, WIDTH - EDGE]);
  const y = scaleLinear(extentOf(values), [HEIGHT - EDGE, EDGE]);
  const way = line<{ date: string; value: number }>(
    ({ date }) => x(time(date)),
    ({ value }) => y(value),
  ).digits(1);
  const { from, to, low, high } = goal;
  const target =
    days && from && to
      ? [
          way([
            { date: days.first, value: from.value },
            { date: days.last, value: to.value },
          ]),
        ]
      : [to, low, high].flatMap((level) => (level ? [`M${EDGE},${round(y(level.value))}H${WIDTH - EDGE}`] : []));
  const last = series.at(-1);
  return `<svg class="mini" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">${target
    .map((path) => `<path class="goal" d="${path}"/>`)
    .join('')}<path class="read" d="${way(series)}"/>${
    last ? `<circle cx="${round(x(time(last.date)))}" cy="${round(y(last.value))}" r="3.5"/>` : ''
  }</svg>`;
}

function time(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
