/** A plan as a site: every page of it, made one after the other, so that a large plan needs no more memory than its largest page. */

import { describeRange, formatPeriod, identityOf, quarterOf, weekOf, weekView } from '@mos/language';
import {
  buildDocument,
  type DocumentOptions,
  documentKinds,
  frontOf,
  metricLines,
  metricPage,
  objectiveGroups,
  objectivePage,
  ownerPage,
  peopleByTeam,
  quartersOf,
  type SiteSource,
  siteTreeOf,
  timelineOf,
} from '@mos/language/documents';
import { articleHtml } from '../documents/html.ts';
import { Addresses } from './addresses.ts';
import { siteAssets } from './assets.ts';
import { cascadePage, shownTree } from './cascade.ts';
import { type Page, pageOf, type Site } from './frame.ts';
import { frontPage } from './front.ts';
import { documentsPage, metricsPage, objectivesPage, ownersPage } from './lists.ts';
import { html, raw } from './markup.ts';
import { Parts } from './parts.ts';
import { searchScript } from './search.ts';
import { subjectPage } from './subject.ts';
import { emptyTimeline, timelinePage } from './timeline.ts';

/** A page that is made when it is asked for. */
export interface PlannedPage {
  path: string;
  make: () => Page;
}

/** `name`: what the plan is called; `asked`: the period that documents look at, if somebody said one. */
export function sitePages(name: string, source: SiteSource, asked: DocumentOptions = {}): PlannedPage[] {
  const { plan, today, findings } = source;
  const tree = siteTreeOf(source);
  const shown = shownTree(tree);
  const addresses = new Addresses(plan, shown);
  const day = describeRange({ first: today, last: today });
  const site: Site = { name, today, day, addressOf: (reference) => addresses.of(reference) };
  return [
    ...siteAssets().map((asset) => planned(asset.path, () => asset)),
    planned('assets/search.js', (path) => ({ path, text: searchScript(site, plan) })),
    planned('index.html', () => frontPage(site, frontOf(source))),
    planned('cascade.html', () => cascadePage(site, tree, shown)),
    ...timelines(site, source),
    planned('objectives.html', () => objectivesPage(site, objectiveGroups(source))),
    planned('metrics.html', () => metricsPage(site, metricLines(source))),
    planned('owners.html', () => ownersPage(site, peopleByTeam(source))),
    ...subjects(site, source),
    ...documents(site, source, { ...asked, findings }),
  ];
}

function planned(path: string, make: (path: string) => Page): PlannedPage {
  return { path, make: () => make(path) };
}

/** A page for each quarter; the one of the day is where the navigation leads. */
function timelines(site: Site, source: SiteSource): PlannedPage[] {
  const { plan, today } = source;
  const quarters = quartersOf(source);
  const now = formatPeriod(quarterOf(today, plan.config.calendar));
  const main = quarters.find((quarter) => formatPeriod(quarter) >= now) ?? quarters.at(-1);
  if (!main) return [planned('timeline.html', () => emptyTimeline(site))];
  const all = quarters.map((quarter) => {
    const literal = formatPeriod(quarter);
    return { quarter, literal, address: quarter === main ? 'timeline.html' : `timeline/${literal.toLowerCase()}.html` };
  });
  return all.map(({ quarter, address }) =>
    planned(address, (path) => timelinePage(site, path, timelineOf(source, quarter), all)),
  );
}

function subjects(site: Site, source: SiteSource): PlannedPage[] {
  const { plan, today } = source;
  const path = (id: string) => site.addressOf({ id }) ?? '';
  const weeks = new Map(weekView(plan, weekOf(today)).people.map((each) => [each.owner, each]));
  return [
    ...plan
      .nodesOf('objective')
      .map((node) =>
        planned(path(identityOf(plan, node)), (own) =>
          subjectPage(site, 'objectives.html', own, objectivePage(source, node)),
        ),
      ),
    ...plan
      .nodesOf('metric')
      .map((node) =>
        planned(path(identityOf(plan, node)), (own) =>
          subjectPage(site, 'metrics.html', own, metricPage(source, node)),
        ),
      ),
    ...plan.nodesOf('owner').map((node) =>
      planned(path(identityOf(plan, node)), (own) => {
        const links = personal.map(
          ({ name, title }) =>
            html`<li><a href="${new Parts(site, own).to(personalPath(name, identityOf(plan, node)))}">${title}</a></li>`,
        );
        const more = links.length > 0 && html`<ul class="pills">${links}</ul>`;
        return subjectPage(site, 'owners.html', own, ownerPage(source, node, weeks.get(node)), more);
      }),
    ),
  ];
}

/** Documents about one person, of which there is one for each. */
const personal = documentKinds.filter(({ needsOwner }) => needsOwner);

function personalPath(name: string, id: string): string {
  return `documents/${name}-${id}.html`;
}

function documents(site: Site, { plan, today }: SiteSource, options: DocumentOptions): PlannedPage[] {
  const shared = documentKinds.filter(({ needsOwner }) => !needsOwner);
  const address = (name: string) => `documents/${name}.html`;
  return [
    planned('documents.html', () =>
      documentsPage(
        site,
        documentKinds.map((kind) => ({ kind, ...(!kind.needsOwner && { address: address(kind.name) }) })),
      ),
    ),
    ...shared.map((kind) =>
      planned(address(kind.name), (path) => documentPage(site, path, buildDocument(kind, plan, today, options))),
    ),
    ...personal.flatMap((kind) =>
      plan
        .nodesOf('owner')
        .map((owner) =>
          planned(personalPath(kind.name, identityOf(plan, owner)), (path) =>
            documentPage(site, path, buildDocument(kind, plan, today, { ...options, owner })),
          ),
        ),
    ),
  ];
}

function documentPage(site: Site, path: string, document: ReturnType<typeof buildDocument>): Page {
  const parts = new Parts(site, path);
  const main = html`<div class="wide document">${raw(articleHtml(document, parts.options))}</div>`;
  return pageOf(site, { path, title: document.title, section: 'documents.html', main });
}
