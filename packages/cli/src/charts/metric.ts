/** The readings of a metric on the way to its goal, as a drawing that needs no script and takes its colours from the page. */

import { amountOf, formatAmount } from '@mos/language';
import type { Chart } from '@mos/language/documents';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import { escaped } from '../documents/escaped.ts';
import { extentOf, thinned } from './extent.ts';

/** In units of the drawing, which scales with the page. */
const WIDTH = 720;
const HEIGHT = 276;
const EDGE = { left: 64, right: 18, top: 38, bottom: 30 };

/** As many as are read at a glance. */
const VALUES = 4;
const DATES = 5;
/** Points on the line: more lie upon each other. */
const MOST_POINTS = 300;

/** `<svg>` with classes that the styles of documents and of the site know. */
export function metricSvg(chart: Chart): string {
  const { title, says, goal = {}, days, sixWeeks, today } = chart;
  const series = thinned(chart.series, MOST_POINTS);
  const { from, to, low, high } = goal;
  const dates = [...series.map(({ date }) => date), ...(days ? [days.first, days.last] : [])].map(time);
  const [first, last] = extentOf(dates);
  const values = [...series, ...Object.values(goal)].map(({ value }) => value);
  const x = scaleUtc([first, last === first ? first + DAY : last], [EDGE.left, WIDTH - EDGE.right]);
  const y = scaleLinear(withRoom(...extentOf(values)), [HEIGHT - EDGE.bottom, EDGE.top]).nice(VALUES);
  const right = WIDTH - EDGE.right;
  const way = line<{ date: string; value: number }>(
    ({ date }) => x(time(date)),
    ({ value }) => y(value),
  ).digits(1);
  const like = amountOf({ literal: series[0]?.text ?? '0', start: 0, end: 0 });
  const level = (value: number, label: string) =>
    `${rule('goal', EDGE.left, right, y(value), y(value))}${word(right, y(value) - 6, 'end', label)}`;
  const parts = [
    ...y.ticks(VALUES).map((value) => {
      const label = like ? formatAmount(value, like) : String(value);
      return `${rule('grid', EDGE.left, right, y(value), y(value))}${word(EDGE.left - 8, y(value) + 4, 'end', label)}`;
    }),
    ...dayTicks(x).map(({ at, label }) => word(at, HEIGHT - 8, 'middle', label)),
    days && from && to
      ? `<path class="goal" d="${way([
          { date: days.first, value: from.value },
          { date: days.last, value: to.value },
        ])}"/>${word(right, y(to.value) - 6, 'end', `goal ${to.text}`)}`
      : to && level(to.value, `goal ${to.text}`),
    low && level(low.value, `at least ${low.text}`),
    high && level(high.value, `at most ${high.text}`),
    sixWeeks && mark('six', x(time(sixWeeks)), 'six weeks left', 0),
    isWithin(time(today), first, last) ? mark('now', x(time(today)), 'today', 1) : '',
    `<path class="read" d="${way(series)}"/>`,
    ...series.map(({ date, value }) => `<circle cx="${round(x(time(date)))}" cy="${round(y(value))}" r="3.5"/>`),
    lastWord(chart, x, y),
  ];
  const drawn = parts.filter((part) => part !== undefined && part !== '').join('');
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(`${title}: ${says}`)}">${drawn}</svg>`;
}

type Scale = (value: number) => number;

/** What was read last, beside its point and off the line. */
function lastWord({ series }: Chart, x: Scale, y: Scale): string {
  const last = series.at(-1);
  if (!last) return '';
  const before = series.at(-2)?.value ?? last.value;
  const [at, height] = [x(time(last.date)), y(last.value)];
  const below = before > last.value && height < HEIGHT - EDGE.bottom - 20;
  const side = at > WIDTH - EDGE.right - 60 ? 'end' : 'start';
  return word(side === 'end' ? at - 8 : at + 8, below ? height + 16 : height - 8, side, last.text, 'last');
}

/** Days on which a month begins, or what is round in a longer or a shorter time. */
function dayTicks(x: ReturnType<typeof scaleUtc<number>>): { at: number; label: string }[] {
  const ticks = x.ticks(DATES);
  const isMonthly = ticks.every((date) => date.getUTCDate() === 1);
  return ticks.map((date) => ({
    at: x(date),
    label: isMonthly ? monthText(date) : `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`,
  }));
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function monthText(date: Date): string {
  return date.getUTCMonth() === 0 ? `Jan ${date.getUTCFullYear()}` : (MONTHS[date.getUTCMonth()] ?? '');
}

/** `row`: two of them may be days apart, so that each has a row for its words. */
function mark(name: string, at: number, label: string, row: 0 | 1): string {
  const anchor = at > WIDTH - 90 ? 'end' : at < EDGE.left + 50 ? 'start' : 'middle';
  const top = 13 + row * 15;
  return `${rule(name, at, at, top + 4, HEIGHT - EDGE.bottom)}${word(at, top, anchor, label)}`;
}

function rule(name: string, x1: number, x2: number, y1: number, y2: number): string {
  return `<line class="${name}" x1="${round(x1)}" x2="${round(x2)}" y1="${round(y1)}" y2="${round(y2)}"/>`;
}

function word(at: number, height: number, anchor: 'start' | 'middle' | 'end', text: string, name?: string): string {
  const kind = name === undefined ? '' : ` class="${name}"`;
  return `<text${kind} x="${round(at)}" y="${round(height)}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

/** Numbers that are all the same still need a height. */
function withRoom(least: number, most: number): [number, number] {
  if (least !== most) return [least, most];
  return [least - (Math.abs(least) / 10 || 1), most + (Math.abs(most) / 10 || 1)];
}

const DAY = 86_400_000;

/** Milliseconds since 1970, at the beginning of a day in UTC: a plan’s days belong to no time zone. */
function time(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isWithin(value: number, least: number, most: number): boolean {
  return least <= value && value <= most;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
