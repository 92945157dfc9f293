/** The chart of a metric in a document: the drawing, what it says in one sentence, and the same numbers in a table beneath it. */

import type { Chart } from '@mos/language/documents';
import { metricSvg } from '../charts/metric.ts';
import { escaped } from './escaped.ts';

/** `name` is the metric, as markup. */
export function chartHtml(chart: Chart, name: string): string {
  const { unit, says, series } = chart;
  const rows = series.map(({ date, text }) => `<tr><td>${escaped(date)}</td><td>${escaped(text)}</td></tr>`).join('');
  return `<figure class="chart">
<figcaption>${name}${unit === undefined ? '' : ` <small>${escaped(unit)}</small>`}</figcaption>
${metricSvg(chart)}
<p>${escaped(says)}</p>
<details><summary>All readings</summary><table><thead><tr><th scope="col">Day</th><th scope="col">Reading</th></tr></thead><tbody>${rows}</tbody></table></details>
</figure>`;
}
