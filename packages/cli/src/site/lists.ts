/** The lists of a site: all objectives, all metrics, all people, all documents, each as a table that can be filtered. */

import type { DocumentKind, MetricLine, ObjectiveGroup, TeamOfPeople } from '@mos/language/documents';
import { sparkSvg } from '../charts/spark.ts';
import { type Page, pageOf, type Site } from './frame.ts';
import { type Content, type Html, html, raw } from './markup.ts';
import { Parts, scrolling } from './parts.ts';

export function objectivesPage(site: Site, groups: readonly ObjectiveGroup[]): Page {
  return listPage(site, 'objectives.html', 'Objectives', 'What each quarter changes, and how it stands.', (parts) =>
    groups.map(({ title, standings }) =>
      table(
        title,
        ['Objective', 'Who', 'How it stands', 'Why', 'Milestones'],
        standings.map(
          ({ objective, people, health, reasons, met, milestones }) =>
            html`<tr><th scope="row">${parts.link(objective)}</th><td>${parts.words(people)}</td><td class="state">${parts.state(health)}</td><td>${reasons.join('; ')}</td><td class="number">${milestones === 0 ? 'none' : `${met} of ${milestones} met`}</td></tr>`,
        ),
      ),
    ),
  );
}

export function metricsPage(site: Site, metrics: readonly MetricLine[]): Page {
  return listPage(site, 'metrics.html', 'Metrics', 'Every number that the plan is judged by.', (parts) =>
    table(
      'All metrics, as the plan lists them',
      ['Metric', 'Way so far', 'How it stands', 'Goal', 'Measures'],
      metrics.map(
        ({ metric, of, goal, state, chart }) =>
          html`<tr><th scope="row">${parts.link(metric)}</th><td class="way">${chart ? raw(sparkSvg(chart)) : '–'}</td><td>${parts.state(state) ?? '–'}</td><td>${goal}</td><td>${of ? parts.link(of) : '–'}</td></tr>`,
      ),
    ),
  );
}

export function ownersPage(site: Site, teams: readonly TeamOfPeople[]): Page {
  return listPage(site, 'owners.html', 'People', 'Who answers for what, team by team.', (parts) =>
    teams.map(({ team, people }) =>
      table(
        team?.text ?? 'Without a team',
        ['Name', 'Role', 'Objectives', 'Promised this week', 'Without a word', 'Kept so far'],
        people.map(
          ({ owner, role, kept, objectives, promised, open }) =>
            html`<tr><th scope="row">${parts.link(owner)}</th><td>${role ?? '–'}</td><td class="number">${objectives}</td><td class="number">${promised}</td><td class="number">${open}</td><td>${kept ?? '–'}</td></tr>`,
        ),
        team && parts.anchor(team.id),
      ),
    ),
  );
}

/** `kinds` with the address of each from the top of the site; undefined for what is made for one person. */
export function documentsPage(site: Site, kinds: readonly { kind: DocumentKind; address?: string }[]): Page {
  const path = 'documents.html';
  const parts = new Parts(site, path);
  const items = kinds.map(
    ({ kind: { title, purpose, audience }, address }) =>
      html`<li><h2>${address === undefined ? title : html`<a href="${parts.to(address)}">${title}</a>`}</h2><p>${purpose}</p><p class="who">For ${audience}.${address === undefined && html` <a href="${parts.to('owners.html')}">On the page of each person</a>`}</p></li>`,
  );
  const main = html`<div class="wide"><h1>Documents</h1><p class="lead">What meetings need, made from the plan and its facts.</p><ul class="shelf">${items}</ul></div>`;
  return pageOf(site, { path, title: 'Documents', section: path, main });
}

function listPage(site: Site, path: string, title: string, lead: string, content: (parts: Parts) => Content): Page {
  const parts = new Parts(site, path);
  const main = html`<div class="wide"><h1>${title}</h1><p class="lead">${lead}</p>
<div class="${`${title.toLowerCase()}-list`}" data-filter="rows" data-filter-label="${`Filter ${title.toLowerCase()}`}">${content(parts)}</div></div>`;
  return pageOf(site, { path, title, section: path, main });
}

function table(title: string, columns: readonly string[], rows: readonly Html[], anchor?: Content): Html {
  return html`<section class="group"><h2${anchor}><bdi>${title}</bdi></h2>${scrolling(
    title,
    html`<table><caption class="sr">${title}</caption><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`,
  )}</section>`;
}
