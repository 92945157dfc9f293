/** The timeline as SVG, of what is seen or of all of it; colours are attributes, so that it can be taken out of the page. */

import { nothing, type SVGTemplateResult, svg } from 'lit';
import type { Span } from '../model/days.ts';
import type { Store } from '../model/store.ts';
import { factsOf, kindIcon, stateIcon, type Tone, toneOf } from '../model/words.ts';
import { type Bar, type Flag, type Lane, PADDING, ROW, type Timeline } from './layout.ts';

/** What is looked at: pixels of the whole picture, without the labels. */
export interface Viewport {
  left: number;
  top: number;
  width: number;
  height: number;
}

export type Palette = Record<ColourName, string>;
export type ColourName =
  | 'background'
  | 'text'
  | 'quiet'
  | 'line'
  | 'label'
  | 'selected'
  | 'today'
  | Tone
  | 'plain'
  | 'border';

/** The editor's own colours; in a file that leaves the page, what they are at the moment. */
export const themePalette: Palette = {
  background: 'var(--mos-background)',
  text: 'var(--vscode-foreground)',
  quiet: 'var(--vscode-descriptionForeground)',
  line: 'var(--mos-line)',
  label: 'var(--mos-background)',
  selected: 'var(--vscode-focusBorder)',
  today: 'var(--vscode-charts-blue)',
  good: 'var(--vscode-charts-green)',
  bad: 'var(--vscode-charts-red)',
  doubt: 'var(--vscode-charts-orange)',
  plain: 'var(--vscode-charts-lines)',
  border: 'var(--mos-border)',
};

export interface DrawContext {
  store: Store;
  /** Pixels for a day. */
  scale: number;
  selected: string;
  palette: Palette;
  /** Codicons are a font of the page, which a file does not have. */
  icons: boolean;
}

/** Pixels of a bar below which words would be a few letters; its hint says all of them. */
const LEGIBLE = 64;
/** Pixels. */
export const HEADER = 48;
export const LABELS = 168;

export function timelineSvg(timeline: Timeline, view: Viewport, context: DrawContext): SVGTemplateResult {
  const { palette, scale } = context;
  const [from, to] = [timeline.from + view.left / scale, timeline.from + (view.left + view.width) / scale];
  const isSeen = (span: { from: number; to: number }) => span.from < to && from < span.to;
  const lanes = timeline.lanes.filter(({ top, height }) => top < view.top + view.height && view.top < top + height);
  const x = (day: number) => LABELS + (day - timeline.from) * scale - view.left;
  const y = (pixels: number) => HEADER + pixels - view.top;
  const bottom = Math.min(HEADER + view.height, y(timeline.height));
  return svg`
    <rect x="0" y="0" width=${LABELS + view.width} height=${HEADER + view.height} fill=${palette.background}></rect>
    ${timeline.weeks.filter(isSeen).map((week) => svg`<line x1=${x(week.from)} x2=${x(week.from)} y1=${HEADER - 16} y2=${bottom} stroke=${palette.line} stroke-opacity="0.25"></line>`)}
    ${timeline.months.filter(isSeen).map((month) => svg`<line x1=${x(month.from)} x2=${x(month.from)} y1=${HEADER - 32} y2=${bottom} stroke=${palette.line} stroke-opacity="0.7"></line>`)}
    ${lanes.map((lane) => laneSvg(lane, isSeen, x, y(lane.top), view, context))}
    ${headerSvg(timeline, isSeen, x, context, view.width)}
    ${todaySvg(timeline, x, bottom, palette)}
    <g>${lanes.map((lane) => labelSvg(lane, y(lane.top), view, palette))}</g>
    <rect x="0" y="0" width=${LABELS} height=${HEADER} fill=${palette.background}></rect>
    <line x1=${LABELS} x2=${LABELS} y1="0" y2=${bottom} stroke=${palette.line}></line>
    <line x1="0" x2=${LABELS + view.width} y1=${HEADER} y2=${HEADER} stroke=${palette.line}></line>`;
}

type Place = (value: number) => number;

function headerSvg(
  { quarters, months, weeks }: Timeline,
  isSeen: (span: Span) => boolean,
  x: Place,
  context: DrawContext,
  width: number,
): SVGTemplateResult {
  const { palette, scale } = context;
  const row = (spans: readonly Span[], baseline: number, colour: string, short: (label: string) => string) =>
    spans.filter(isSeen).map((span) => {
      // A label stays in sight as long as its span is.
      const left = Math.max(x(span.from), LABELS);
      const room = Math.min(x(span.to), LABELS + width) - left;
      const text = fitting(span.label, room - 6) === span.label ? span.label : short(span.label);
      return room > 26
        ? svg`<text x=${left + 4} y=${baseline} fill=${colour}>${fitting(text, room - 4)}</text>`
        : nothing;
    });
  return svg`<g font-size="11"><rect x=${LABELS} y="0" width=${width} height=${HEADER} fill=${palette.background}></rect>
    ${row(quarters, 12, palette.text, (label) => label)}
    ${row(months, 28, palette.text, (label) => label.slice(0, 3))}
    ${7 * scale > 22 ? row(weeks, 43, palette.quiet, (label) => label) : nothing}</g>`;
}

function todaySvg(
  { today, from, to }: Timeline,
  x: Place,
  bottom: number,
  palette: Palette,
): SVGTemplateResult | typeof nothing {
  const at = x(today + 0.5);
  if (today < from || today >= to || at < LABELS) return nothing;
  return svg`<g class="today"><line x1=${at} x2=${at} y1="4" y2=${bottom} stroke=${palette.today} stroke-width="2"></line>
    <rect x=${at + 1} y="3" width="36" height="13" fill=${palette.background}></rect>
    <text x=${at + 5} y="13" font-size="11" fill=${palette.today}>today</text></g>`;
}

function labelSvg({ title, note, height }: Lane, top: number, view: Viewport, palette: Palette): SVGTemplateResult {
  // The label of a lane that is cut off above stays in sight.
  const at = Math.max(top, Math.min(HEADER, top + height - 2 * ROW));
  return svg`<rect x="0" y=${top} width=${LABELS} height=${height} fill=${palette.label}></rect>
    <line x1="0" x2=${LABELS + view.width} y1=${top + height} y2=${top + height} stroke=${palette.line} stroke-opacity="0.5"></line>
    <text x="8" y=${at + 18} font-size="12" fill=${palette.text}>${fitting(title, LABELS - 16, 6.4)}<title>${title}</title></text>
    ${height >= 2 * ROW ? svg`<text x="8" y=${at + 33} font-size="11" fill=${palette.quiet}>${fitting(note, LABELS - 16)}</text>` : nothing}`;
}

function laneSvg(
  lane: Lane,
  isSeen: (span: { from: number; to: number }) => boolean,
  x: Place,
  top: number,
  view: Viewport,
  context: DrawContext,
): SVGTemplateResult {
  // A lane may be far higher than what is looked at.
  const [first, last] = [(HEADER - top - PADDING) / ROW - 1, (HEADER + view.height - top - PADDING) / ROW];
  const isHere = (one: Bar | Flag) => first < one.row && one.row < last && isSeen(one);
  return svg`<g>${lane.flags.filter(isHere).map((flag) => flagSvg(flag, x, top, context.palette))}
    ${lane.bars.filter(isHere).map((bar) => barSvg(bar, lane, x, top, view, context))}</g>`;
}

function flagSvg({ kind, text, from, to, row }: Flag, x: Place, top: number, palette: Palette): SVGTemplateResult {
  const [left, width, y] = [x(from) + 1, x(to) - x(from) - 2, top + PADDING + row * ROW];
  const colour = palette.bad;
  return svg`<g class="flag ${kind}"><title>${kind === 'overload' ? `${text} commitments: more than fit in a week` : text}</title>
    <rect x=${left} y=${y} width=${width} height=${ROW - 4} fill=${colour} fill-opacity="0.15" stroke=${colour} stroke-dasharray=${kind === 'gap' ? '3 2' : nothing}></rect>
    <text x=${left + 4} y=${y + 12} font-size="10" font-weight=${kind === 'overload' ? 'bold' : nothing} fill=${kind === 'gap' ? palette.text : colour}>${fitting(text, width - 4)}</text></g>`;
}

function barSvg(
  { item, from, to, row }: Bar,
  lane: Lane,
  x: Place,
  top: number,
  view: Viewport,
  context: DrawContext,
): SVGTemplateResult {
  const { palette, store, selected, icons } = context;
  const [left, width, y] = [x(from) + 1, Math.max(3, x(to) - x(from) - 2), top + PADDING + row * ROW];
  const tone = item.state ? toneOf(item.state) : 'plain';
  const isSelected = item.id === selected;
  // What begins left of the picture keeps its words in sight.
  const start = Math.max(left, LABELS);
  const room = Math.min(left + width, LABELS + view.width) - start;
  const mark = icons ? (item.state ? stateIcon(item.state) : kindIcon(item.kind)) : '';
  const words = icons || !item.state ? item.title : `${item.title} · ${item.state}`;
  return svg`<g role="option" class="bar" id=${`bar-${item.id}-${lane.id}`} data-id=${item.id} aria-selected=${String(isSelected)}>
    <title>${factsOf(store, item).join('\n')}</title>
    <rect x=${left} y=${y} width=${width} height=${ROW - 3} rx="2" fill=${palette[tone]} fill-opacity=${item.kind === 'objective' ? 0.3 : 0.2} stroke=${isSelected ? palette.selected : palette[tone]} stroke-width=${isSelected ? 2 : 1} stroke-dasharray=${item.state === 'dropped' ? '2 2' : nothing}></rect>
    ${item.problems ? svg`<circle cx=${left + width - 5} cy=${y + 5} r="3.5" fill=${item.worst === 'error' ? palette.bad : palette.doubt}></circle>` : nothing}
    ${mark && room > 20 ? svg`<foreignObject aria-hidden="true" x=${start + 3} y=${y + 1} width="16" height="16"><span class="codicon codicon-${mark} ${tone}"></span></foreignObject>` : nothing}
    <text aria-hidden="true" x=${start + (mark ? 21 : 4)} y=${y + 13} font-size="11" fill=${palette.text}>${room > LEGIBLE ? fitting(words, room - (mark ? 26 : 8)) : ''}</text>
  </g>`;
}

/** As much of a text as there is room for; letters are measured by rule of thumb, as a font is the theme's business. */
function fitting(text: string, room: number, letter = 5.9): string {
  const most = Math.floor(room / letter);
  if (text.length <= most) return text;
  return most < 3 ? '' : `${text.slice(0, most - 1).trimEnd()}…`;
}
