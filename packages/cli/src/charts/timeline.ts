/** A quarter as a drawing: a lane for each objective, its milestones on their months, its promises as squares on their weeks. */

import type { Lane, QuarterTimeline, Reference } from '@mos/language/documents';
import { scaleLinear } from 'd3-scale';
import { escaped } from '../documents/escaped.ts';

/** In units of the drawing, which are pixels where there is room for all of it. */
const WIDTH = 1160;
const HEADER = 58;
/** Above the months, so that it covers none of them. */
const TODAY = 14;
/** Of the word “today”, and a little air. */
const TODAY_WIDTH = 44;
const TITLE = 30;
/** Two lines of words. */
const BAR = 40;
const SQUARE = 11;
const GAP = 3;
/** Of a week that has only begun at the edge, the name has no room. */
const LABEL = 40;
/** Squares side by side; more of a week stand in a second row. */
const ABREAST = 5;
const PADDING = 12;

/** Of a letter, by rule of thumb, as a font is the business of whoever looks. */
const LETTER = 7;

export function timelineSvg(
  { days, months, weeks, lanes, text }: QuarterTimeline,
  today: string,
  linkTo: (reference: Reference) => string | undefined,
): string {
  const x = scaleLinear([time(days.first), time(days.last) + DAY], [0, WIDTH]).clamp(true);
  const rows = laidOut(lanes);
  const height = HEADER + rows.reduce((sum, { height: own }) => sum + own, 0);
  const monthLines = months.map(({ first, text: name }) => {
    const at = round(x(time(first)));
    return `<line class="month" x1="${at}" x2="${at}" y1="${TODAY}" y2="${height}"/><text class="month" x="${at + 8}" y="${TODAY + 17}">${escaped(name)}</text>`;
  });
  const weekLines = weeks.map(({ first, literal }) => {
    const at = x(time(first));
    const label =
      WIDTH - at < LABEL ? '' : `<text x="${round(at + 8)}" y="${TODAY + 36}">${escaped(literal.slice(5))}</text>`;
    return `<line class="week" x1="${round(at)}" x2="${round(at)}" y1="${TODAY + 24}" y2="${height}"/>${label}`;
  });
  let top = HEADER;
  const drawn = rows.map(({ lane, height: own, bars }) => {
    const svg = laneSvg(lane, bars, top, own, weeks, x, linkTo);
    top += own;
    return svg;
  });
  const now = today >= days.first && today <= days.last ? todayLine(x(time(today) + DAY / 2), height) : '';
  return `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label="${escaped(`Timeline of ${text}. The table below says the same.`)}">${weekLines.join('')}${monthLines.join('')}${now}${drawn.join('')}</svg>`;
}

interface Row {
  lane: Lane;
  height: number;
  /** Milestones, each with the row that it is drawn in. */
  bars: { milestone: Lane['milestones'][number]; row: number }[];
}

function laidOut(lanes: readonly Lane[]): Row[] {
  return lanes.map((lane) => {
    const ends: string[] = [];
    const bars = lane.milestones
      .toSorted((a, b) => (a.days.first < b.days.first ? -1 : 1))
      .map((milestone) => {
        const free = ends.findIndex((end) => end < milestone.days.first);
        const row = free < 0 ? ends.length : free;
        ends[row] = milestone.days.last;
        return { milestone, row };
      });
    const squares = Math.ceil(Math.max(0, ...lane.weeks.map((week) => week.length)) / ABREAST);
    return {
      lane,
      bars,
      height: TITLE + ends.length * (BAR + 4) + squares * (SQUARE + GAP) + PADDING + (squares > 0 ? 4 : 0),
    };
  });
}

function laneSvg(
  lane: Lane,
  bars: Row['bars'],
  top: number,
  height: number,
  weeks: QuarterTimeline['weeks'],
  x: (value: number) => number,
  linkTo: (reference: Reference) => string | undefined,
): string {
  const { objective, people, health } = lane;
  const names = people.map(({ text }) => text).join('');
  const tail = ` · ${names} · `;
  const title = fitting(objective.text, WIDTH - 40 - (tail.length + health.text.length) * LETTER, LETTER * 1.28);
  const barRows = bars.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const below = top + TITLE + barRows * (BAR + 4) + 2;
  return `<g class="lane"><rect class="ground" x="0" y="${top}" width="${WIDTH}" height="${height}"/>
${linked(linkTo(objective), `<text class="title" x="8" y="${top + 19}">${escaped(title)}</text>`)}<text class="tail" x="${WIDTH - 8}" y="${top + 19}" text-anchor="end"><tspan>${escaped(fitting(names, 300, LETTER))} · </tspan><tspan class="${health.tone}">${escaped(health.text)}</tspan></text>
${bars.map(({ milestone, row }) => barSvg(milestone, top + TITLE + row * (BAR + 4), x, linkTo)).join('')}
${weeks.map(({ first }, index) => squaresSvg(lane.weeks[index] ?? [], x(time(first)) + 8, below)).join('')}</g>`;
}

function barSvg(
  { milestone, days, state, isOverdue }: Lane['milestones'][number],
  top: number,
  x: (value: number) => number,
  linkTo: (reference: Reference) => string | undefined,
): string {
  const [from, to] = [x(time(days.first)) + 2, x(time(days.last) + DAY) - 2];
  const width = Math.max(6, to - from);
  const words = lines(milestone.text, width - 16)
    .map(
      (line, index, all) =>
        `<text class="words" x="${round(from + 8)}" y="${top + (all.length === 1 ? 24 : 17) + index * 15}">${escaped(line)}</text>`,
    )
    .join('');
  return linked(
    linkTo(milestone),
    `<title>${escaped(`${milestone.text}: ${state.text}`)}</title><rect class="bar ${isOverdue ? 'overdue' : state.tone}" x="${round(from)}" y="${top}" width="${round(width)}" height="${BAR}" rx="4"/>${words}`,
  );
}

function squaresSvg(promises: Lane['weeks'][number], left: number, top: number): string {
  return promises
    .map(({ commitment, became, state }, index) => {
      const [across, down] = [index % ABREAST, Math.floor(index / ABREAST)];
      return `<rect class="${became}" x="${round(left + across * (SQUARE + GAP))}" y="${top + down * (SQUARE + GAP)}" width="${SQUARE}" height="${SQUARE}" rx="2"><title>${escaped(`${commitment.text}: ${state.text}`)}</title></rect>`;
    })
    .join('');
}

function todayLine(at: number, height: number): string {
  const label =
    at + TODAY_WIDTH > WIDTH
      ? `<text x="${round(at - 5)}" y="11" text-anchor="end">`
      : `<text x="${round(at + 5)}" y="11">`;
  return `<g class="today"><line x1="${round(at)}" x2="${round(at)}" y1="2" y2="${height}"/>${label}today</text></g>`;
}

function linked(address: string | undefined, content: string): string {
  return address === undefined ? `<g>${content}</g>` : `<a href="${escaped(address)}">${content}</a>`;
}

/** On one line or two, parted between words. */
function lines(text: string, room: number): string[] {
  const most = Math.floor(room / LETTER);
  if (text.length <= most) return [text];
  const cut = text.lastIndexOf(' ', most);
  return cut <= 0 ? [fitting(text, room, LETTER)] : [text.slice(0, cut), fitting(text.slice(cut + 1), room, LETTER)];
}

/** As much of a text as there is room for. */
function fitting(text: string, room: number, letter: number): string {
  const most = Math.floor(room / letter);
  if (text.length <= most) return text;
  return most < 3
    ? ''
    : `${text
        .slice(0, most - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`;
}

const DAY = 86_400_000;

function time(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
