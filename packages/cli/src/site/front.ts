/** The front page: how the plan stands today, for people who have five minutes. */

import type { Ask, Front, Standing } from '@mos/language/documents';
import { sparkSvg } from '../charts/spark.ts';
import { weeksFigure } from '../charts/weeks.ts';
import { type Page, pageOf, type Site } from './frame.ts';
import { type Content, type Html, html, raw } from './markup.ts';
import { figureCard, Parts, scrolling } from './parts.ts';

/** More than these are a list, and a list has its own page. */
const MOST_OBJECTIVES = 12;
const MOST_ASKS = 8;

export function frontPage(site: Site, front: Front): Page {
  const parts = new Parts(site, 'index.html');
  const { week, warnings, headline, frames, figures, objectives, asks, calm, weeks } = front;
  const [frame] = frames;
  const main = html`<section class="hero"><div class="wide">
<p class="over">${sentence(week)}</p>
<h1>${headline}</h1>
${frames.length === 1 && frame && html`<p class="lead">${parts.link(frame.frame)}${frame.why && html`<br><span class="why">${frame.why}</span>`}</p>`}
${healthBar(front)}
</div></section>
<div class="wide">
${warnings.length > 0 && html`<div class="warnings">${parts.blocks(warnings)}</div>`}
${figures.length > 0 && html`<section aria-labelledby="numbers"><h2 id="numbers">In numbers</h2><dl class="cards">${figures.map(figureCard)}</dl></section>`}
<section aria-labelledby="asks"><h2 id="asks">What needs a decision</h2>
${asks.length > 0 ? asksList(asks, parts) : html`<p class="calm${!calm.isGood && ' doubtful'}">${calm.text}</p>`}</section>
<section aria-labelledby="objectives"><h2 id="objectives">Objectives under way</h2>
${objectives.length > 0 ? objectivesList(objectives, parts) : html`<p class="calm">No objective has its days around this one. <a href="${parts.to('objectives.html')}">All objectives</a></p>`}</section>
${weeks.length > 0 && html`<section aria-labelledby="promises"><h2 id="promises">Promises, week by week</h2>${raw(weeksFigure(weeks))}</section>`}
${bets(front, parts)}
${planItself(front)}
</div>`;
  return pageOf(site, { path: 'index.html', title: site.name, section: 'index.html', main });
}

/** One strip for all objectives under way, with its legend in words. */
function healthBar({ health, objectives }: Front): Html | undefined {
  if (objectives.length === 0) return undefined;
  const legend = health.map(({ word, count }) => html`<li class="${word.tone}"><b>${count}</b> ${word.text}</li>`);
  let at = 0;
  const bars = health.map(({ word, count }) => {
    const [from, width] = [(at / objectives.length) * 100, (count / objectives.length) * 100];
    at += count;
    return html`<rect class="${word.tone}" x="${round(from)}" y="0" width="${round(width)}" height="4"/>`;
  });
  return html`<svg class="strip" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>
<ul class="legend" aria-label="Objectives under way">${legend}</ul>`;
}

function asksList(asks: readonly Ask[], parts: Parts): Html {
  const shown = asks.slice(0, MOST_ASKS).map(
    ({ word, about, says, options, recovery, role, people }) => html`<li class="ask ${word.tone}">
<p class="what">${parts.state(word)} ${parts.link(about)}</p>
${says.length > 0 && html`<p>${says.map((say, index) => html`${index > 0 && '; '}${say}`)}</p>`}
${options.length > 0 && html`<p class="options">Could be done:</p><ul>${options.map((option) => html`<li>${option}</li>`)}</ul>`}
${recovery.length > 0 && html`<p>On the way back: ${recovery.map((each, index) => html`${index > 0 && '; '}${each}`)}</p>`}
<p class="who">${role}: ${parts.words(people)}</p></li>`,
  );
  const left = asks.length - shown.length;
  return html`<ul class="asks">${shown}</ul>${left > 0 && html`<p>And ${left} more: <a href="${parts.to('objectives.html')}">all objectives</a>, the gravest first.</p>`}`;
}

function objectivesList(objectives: readonly Standing[], parts: Parts): Html {
  const shown = objectives.slice(0, MOST_OBJECTIVES).map(
    ({ objective, people, health, reasons, met, milestones, chart }) => html`<li class="objective ${health.tone}">
<p class="what">${parts.state(health)}</p>
<h3>${parts.link(objective)}</h3>
<p class="who">${parts.words(people)} · ${milestones === 0 ? 'no milestones' : `${met} of ${milestones} milestones met`}</p>
<ul class="reasons">${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
${chart && html`<div class="spark">${raw(sparkSvg(chart))}<p><span class="metric">${parts.link(chart.metric)}</span><br>${chart.says}</p></div>`}</li>`,
  );
  const left = objectives.length - shown.length;
  return html`<ul class="objectives">${shown}</ul>${left > 0 && html`<p>And ${left} more: <a href="${parts.to('objectives.html')}">all objectives</a></p>`}`;
}

function bets({ frames }: Front, parts: Parts): Content {
  const rows = frames.flatMap(({ frame, bets: own }) =>
    own.map(
      ({ bet, people, budget, health }) => html`<tr><th scope="row">${parts.link(bet)}</th>
${frames.length > 1 && html`<td>${parts.link(frame)}</td>`}<td>${parts.words(people)}</td><td class="share">${budget ?? '–'}</td>
<td>${health.length > 0 ? html`<ul class="states">${health.map(({ word, count }) => html`<li class="state ${word.tone}">${count} ${word.text}</li>`)}</ul>` : 'none under way'}</td></tr>`,
    ),
  );
  if (rows.length === 0) return undefined;
  const caption = 'Bets, the share of the budget that each holds, and its objectives under way';
  return html`<section aria-labelledby="bets"><h2 id="bets">The bets of the year</h2>
${scrolling(
  caption,
  html`<table><caption>${caption}</caption><thead><tr><th scope="col">Bet</th>${frames.length > 1 && html`<th scope="col">Frame</th>`}<th scope="col">Who</th><th scope="col" class="share">Budget</th><th scope="col">Objectives</th></tr></thead><tbody>${rows}</tbody></table>`,
)}</section>`;
}

function planItself({ findings: { error, warning, info }, killers, others }: Front): Html {
  const counts = [
    error > 0 && count(error, 'error'),
    warning > 0 && count(warning, 'warning'),
    info > 0 && count(info, 'remark'),
  ].filter((each) => each !== false);
  const dying = killers.reduce((sum, { count: found }) => sum + found, 0);
  return html`<section aria-labelledby="plan"><h2 id="plan">The plan itself</h2>
<p>${counts.length === 0 ? 'mos finds nothing wrong with the plan.' : `mos finds ${counts.join(', ')} in it; “mos check” lists each with its place and a way out.`}</p>
${killers.length > 0 && html`<p>${dying} of these ${dying === 1 ? 'shows' : 'show'} a way in which execution dies:</p><ul>${killers.map(({ name, count: found }) => html`<li>${name}: ${count(found, 'finding')}</li>`)}</ul>`}${others.length > 0 && html`<p>${killers.length > 0 ? 'The others are about' : 'They are about'} ${others.map(({ name, count: found }) => `${name} (${found})`).join(', ')}.</p>`}</section>`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
