/** The timeline, a quarter on a page: as a drawing, and as a table that says the same. */

import type { QuarterTimeline } from '@mos/language/documents';
import { timelineSvg } from '../charts/timeline.ts';
import { type Page, pageOf, type Site } from './frame.ts';
import { type Html, html, raw } from './markup.ts';
import { Parts, scrolling } from './parts.ts';

/** One of the quarters, at `path`; `all` of them with their addresses, the first one first. */
export function timelinePage(
  site: Site,
  path: string,
  timeline: QuarterTimeline,
  all: readonly { literal: string; address: string }[],
): Page {
  const parts = new Parts(site, path);
  const { text, literal, lanes } = timeline;
  const quarters = all.map(
    (each) =>
      html`<li><a href="${parts.to(each.address)}"${each.literal === literal && html` aria-current="true"`}>${each.literal}</a></li>`,
  );
  const main = html`<div class="wide">
<h1>Timeline</h1>
<p class="lead">${text}: what is to be true at the end of each month, and what became of each week’s promises.</p>
${all.length > 1 && html`<nav aria-label="Quarters"><ul class="pills">${quarters}</ul></nav>`}
${
  lanes.length === 0
    ? html`<p class="calm">No objective falls into this quarter.</p>`
    : html`${legend()}${scrolling(`Timeline of ${literal}`, raw(timelineSvg(timeline, site.today, (reference) => parts.options.linkTo?.(reference))))}
<details class="table"><summary>The same as a table</summary>${asTable(timeline, parts)}</details>`
}
</div>`;
  return pageOf(site, { path, title: `Timeline ${literal}`, section: 'timeline.html', main });
}

export function emptyTimeline(site: Site): Page {
  const path = 'timeline.html';
  const main = html`<div class="wide"><h1>Timeline</h1><p class="calm">No objective has a quarter yet. Write one, as in: quarter 2026-Q1.</p></div>`;
  return pageOf(site, { path, title: 'Timeline', section: path, main });
}

function legend(): Html {
  return html`<ul class="legend milestones" aria-label="Milestones of a month">${[
    ['good', 'came true'],
    ['warning', 'moved'],
    ['bad', 'did not come'],
    ['overdue', 'over, and no word'],
    ['open', 'open'],
  ].map(
    ([name = '', label]) => html`<li class="${name}">${label}</li>`,
  )}</ul><ul class="legend promises" aria-label="Promises of a week">${[
    ['kept', 'kept'],
    ['late', 'late'],
    ['moved', 'moved'],
    ['missed', 'missed'],
    ['open', 'no word yet'],
    ['dropped', 'dropped'],
  ].map(([name = '', label]) => html`<li class="${name}">${label}</li>`)}</ul>`;
}

function asTable({ lanes, literal }: QuarterTimeline, parts: Parts): Html {
  const caption = `Objectives of ${literal} with their milestones and promises`;
  const rows = lanes.map(({ objective, people, health, milestones, weeks }) => {
    const promises = weeks.flat();
    const kept = promises.filter(({ became }) => became === 'kept').length;
    return html`<tr><th scope="row">${parts.link(objective)}</th><td>${parts.words(people)}</td><td class="state">${parts.state(health)}</td><td>${
      milestones.length > 0
        ? html`<ul>${milestones.map(({ milestone, state }) => html`<li>${parts.link(milestone)}: ${parts.state(state)}</li>`)}</ul>`
        : 'none'
    }</td><td class="number">${promises.length === 0 ? 'none' : `${kept} of ${promises.length} kept`}</td></tr>`;
  });
  return scrolling(
    caption,
    html`<table><caption>${caption}</caption><thead><tr><th scope="col">Objective</th><th scope="col">Who</th><th scope="col">How it stands</th><th scope="col">Milestones</th><th scope="col">Promises</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}
