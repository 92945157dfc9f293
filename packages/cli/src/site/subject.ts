/** A page about one declaration: an objective, a metric, a person. */

import type { SubjectPage } from '@mos/language/documents';
import { weeksFigure } from '../charts/weeks.ts';
import { type Page, pageOf, type Site } from './frame.ts';
import { type Content, html, raw } from './markup.ts';
import { Parts } from './parts.ts';

/** `more`: what stands below the facts besides the blocks, as markup. */
export function subjectPage(site: Site, section: string, path: string, page: SubjectPage, more?: Content): Page {
  const parts = new Parts(site, path);
  const { about, over, line, state, reasons, why, facts, weeks = [], blocks } = page;
  const main = html`<article class="wide subject">
${line.length > 0 && html`<nav aria-label="Where it stands"><ol class="line">${line.map((each) => html`<li>${parts.link(each)}</li>`)}</ol></nav>`}
<header><p class="over"><bdi>${over}</bdi></p>
<h1><bdi>${about.text}</bdi></h1>
${state && html`<p class="standing">${parts.state(state)}${reasons.length > 0 && html`<span class="because">${reasons.join('; ')}</span>`}</p>`}
${why && html`<p class="lead">${why}</p>`}</header>
${facts.length > 0 && html`<dl class="facts">${facts.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${parts.words(text)}</dd></div>`)}</dl>`}
${more}
${parts.blocks(blocks)}
${weeks.length > 0 && html`<h2 id="weeks">Promises, week by week</h2>${raw(weeksFigure(weeks))}`}
</article>`;
  return pageOf(site, { path, title: about.text, section, main });
}
