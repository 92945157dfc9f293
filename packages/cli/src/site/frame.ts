/** What all pages of a site have in common: the way from one to another, the policy, and where they were made from. */

import type { Reference } from '@mos/language/documents';
import { version } from '../../package.json';
import { relative } from './addresses.ts';
import { type Content, html } from './markup.ts';

/** One page, as it is written. */
export interface Page {
  /** From the top of the site. */
  path: string;
  text: string;
}

/** What a page has to know of the site that it belongs to. */
export interface Site {
  /** The plan's own name, or that of its folder. */
  name: string;
  /** ISO date. */
  today: string;
  /** `17 February 2026`. */
  day: string;
  /** From the top of the site; undefined for what no page tells of. */
  addressOf: (reference: Pick<Reference, 'id'>) => string | undefined;
}

export interface PageContent {
  path: string;
  title: string;
  main: Content;
  /** The page of the navigation that this one belongs to. */
  section: string;
}

/** Nothing from outside, nothing written into the page: one style sheet, one script, one picture, all of the site. */
export const SITE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

const SECTIONS = [
  ['index.html', 'Today'],
  ['cascade.html', 'Cascade'],
  ['timeline.html', 'Timeline'],
  ['objectives.html', 'Objectives'],
  ['metrics.html', 'Metrics'],
  ['owners.html', 'People'],
  ['documents.html', 'Documents'],
] as const;

export function pageOf({ name, today, day }: Site, { path, title, main, section }: PageContent): Page {
  const to = (address: string) => relative(address, path);
  const links = SECTIONS.map(([address, label]) => {
    const here = address === path ? 'page' : address === section ? 'true' : undefined;
    return html`<li><a href="${to(address)}"${here && html` aria-current="${here}"`}>${label}</a></li>`;
  });
  const { text } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${SITE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title === name ? name : `${title} · ${name}`}</title>
<link rel="icon" href="${to('assets/icon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${to('assets/site.css')}">
<script defer src="${to('assets/site.js')}" data-top="${to('')}"></script>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header class="top"><div class="wide">
<a class="plan" href="${to('index.html')}"><bdi>${name}</bdi></a>
<nav aria-label="Pages"><ul>${links}</ul></nav>
<div id="search"></div>
</div></header>
<main id="main" tabindex="-1">
${main}
</main>
<footer class="wide"><p>As known on <time datetime="${today}">${day}</time>. Made from the plan’s files by mos ${version}; change the plan, and make the site again.</p></footer>
</body>
</html>
`;
  return { path, text };
}
