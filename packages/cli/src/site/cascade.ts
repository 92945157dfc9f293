/** The page of the cascade: the tree from the frame down, which opens and closes, and is searched. */

import type { SiteTree, SiteTreeItem } from '@mos/language/documents';
import { type Page, pageOf, type Site } from './frame.ts';
import { type Content, type Html, html } from './markup.ts';
import { Parts } from './parts.ts';

/** Rows that a page holds without making people wait; beyond, it ends with the objectives, whose pages tell the rest. */
const MOST_ROWS = 2000;
/** What is not connected is a fault: a page shows enough of it to begin with. */
const MOST_LOOSE = 200;
const UPPER: readonly string[] = ['frame', 'bet', 'run', 'objective'];

/** As much of the tree as the page shows. */
export function shownTree(tree: SiteTree): SiteTree {
  if (tree.total <= MOST_ROWS) return tree;
  const cut = (items: readonly SiteTreeItem[]): SiteTreeItem[] =>
    items.filter(({ about }) => UPPER.includes(about.kind)).map((item) => ({ ...item, children: cut(item.children) }));
  const loose = tree.unconnected.slice(0, MOST_LOOSE).map((item) => ({ ...item, children: cut(item.children) }));
  return { ...tree, cascade: cut(tree.cascade), run: cut(tree.run), unconnected: loose };
}

/** `shown` is the tree as `shownTree` cuts it. */
export function cascadePage(site: Site, tree: SiteTree, shown: SiteTree): Page {
  const path = 'cascade.html';
  const parts = new Parts(site, path);
  const isCut = tree.total > MOST_ROWS;
  const sections = [
    section('From the frame to the week', shown.cascade, parts),
    section('Not connected', shown.unconnected, parts, 'These should reach a frame, and do not.'),
    section('Running the business', shown.run, parts, 'This keeps the business going, and serves no bet.'),
  ];
  const loose = tree.unconnected.length - shown.unconnected.length;
  const main = html`<div class="wide">
<h1>Cascade</h1>
<p class="lead">How the work of each week serves the year. ${tree.total === 0 ? 'There is nothing in it yet: a plan begins with a frame.' : ''}</p>
${isCut && html`<p>It is cut at the objectives, since the plan is large: the page of each shows its months and weeks. The search finds everything.</p>`}
<div data-filter="tree" data-filter-label="Filter the cascade">
${sections}
</div>
${loose > 0 && html`<p>And ${loose} more that are not connected; “mos check” lists them all.</p>`}
</div>`;
  return pageOf(site, { path, title: 'Cascade', section: path, main });
}

function section(title: string, items: readonly SiteTreeItem[], parts: Parts, note?: string): Content {
  if (items.length === 0) return undefined;
  return html`<section class="branch"><h2>${title}</h2>${note && html`<p>${note}</p>`}
<ul class="tree">${items.map((item) => branch(item, parts))}</ul></section>`;
}

/** What opens stands beside the row and not around it: a link within what opens would be two things to press in one place. */
function branch(item: SiteTreeItem, parts: Parts): Html {
  const { about, children } = item;
  return html`<li${parts.anchor(about.id)} class="${about.kind}"><div class="row">${row(item, parts)}</div>${
    children.length > 0 &&
    html`
<details${OPEN.includes(about.kind) && html` open`}><summary><span class="sr">What stands below ${about.text}</span></summary>
<ul>${children.map((child) => branch(child, parts))}</ul></details>`
  }</li>`;
}

/** What is open to begin with: one looks for objectives first. */
const OPEN: readonly string[] = ['frame', 'bet', 'run'];

function row({ about, period, people, state, progress, problems, children, below }: SiteTreeItem, parts: Parts): Html {
  const faults = problems.error + problems.warning;
  const hidden = children.length === 0 && below > 0;
  return html`<span class="kind">${about.kind}</span> <span class="title">${parts.name(about)}</span>
<span class="facts">${parts.state(state)}${period && html`<span>${period}</span>`}${people.length > 0 && html`<span><bdi>${people.join(', ')}</bdi></span>`}${progress && html`<span>${progress.done} of ${progress.total} ${progress.of}s</span>`}${hidden && html`<span>${below} below</span>`}${faults > 0 && html`<span class="faults">${faults} ${faults === 1 ? 'finding' : 'findings'}</span>`}</span>`;
}
