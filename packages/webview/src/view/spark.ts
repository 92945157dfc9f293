/** The readings of a metric as a small line, against the way to its target and the day by which it has to have spoken. */

import { nothing, svg, type TemplateResult } from 'lit';
import { dayNumber, dayText } from '../model/days.ts';
import type { Metric } from '../protocol.ts';

const [WIDTH, HEIGHT, EDGE] = [220, 48, 4];

/** Nothing where there is neither a reading nor a goal to draw. */
export function sparkline(metric: Metric, today: string): TemplateResult | typeof nothing {
  const { readings, goal = {}, days } = metric;
  const values = [...readings.map(({ value }) => value), goal.from, goal.to].filter((value) => value !== undefined);
  if (readings.length === 0 || values.length < 2) return nothing;
  const dates = [...readings.map(({ date }) => date), ...(days ? [days.first, days.last] : [])].sort();
  const x = scale(dayNumber(dates[0] as string), dayNumber(dates.at(-1) as string), EDGE, WIDTH - EDGE);
  const y = scale(
    values.reduce((a, b) => Math.min(a, b)),
    values.reduce((a, b) => Math.max(a, b)),
    HEIGHT - EDGE,
    EDGE,
  );
  const at = (date: string) => x(dayNumber(date));
  const points = readings.map(({ date, value }) => `${at(date)},${y(value)}`).join(' ');
  const last = readings.at(-1) as Metric['readings'][number];
  return svg`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label=${inWords(metric, today)}>
    ${goal.to === undefined ? nothing : svg`<line class="target" x1=${EDGE} x2=${WIDTH - EDGE} y1=${y(goal.to)} y2=${y(goal.to)}></line>`}
    ${
      goal.from === undefined || goal.to === undefined || !days
        ? nothing
        : svg`<line class="way" x1=${at(days.first)} y1=${y(goal.from)} x2=${at(days.last)} y2=${y(goal.to)}></line>`
    }
    ${metric.sixWeeks && days ? svg`<line class="six" x1=${at(metric.sixWeeks)} x2=${at(metric.sixWeeks)} y1="0" y2=${HEIGHT}></line>` : nothing}
    ${days && days.first <= today && today <= days.last ? svg`<line class="today" x1=${at(today)} x2=${at(today)} y1="0" y2=${HEIGHT}></line>` : nothing}
    <polyline class="readings" points=${points}></polyline>
    <circle class="last" cx=${at(last.date)} cy=${y(last.value)} r="3"></circle>
  </svg>`;
}

function inWords({ title, readings, target, sixWeeks }: Metric, today: string): string {
  const list = readings.map(({ date, text }) => `${text} on ${dayText(date, today)}`).join(', ');
  const check = sixWeeks ? `; six weeks before the end of the quarter: ${dayText(sixWeeks, today)}` : '';
  return `${title}: ${list}${target ? `; target ${target}` : ''}${check}`;
}

/** What lies on one point is drawn in the middle. */
function scale(low: number, high: number, from: number, to: number): (value: number) => number {
  if (low === high) return () => (from + to) / 2;
  return (value) => Math.round((from + ((value - low) / (high - low)) * (to - from)) * 10) / 10;
}
