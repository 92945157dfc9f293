/** The search of the whole site: its lines are loaded when somebody begins to search, and never before. */

import { element, holdsAll, wordsIn } from './words.ts';

/** Kind, title, address from the top of the site, and who answers for it or what it belongs to. */
type Line = [kind: string, title: string, address: string, beside: string];

/** As many as one looks through. */
const MOST = 30;

declare global {
  interface Window {
    /** Called by the script that holds the lines: a page from a disk may load scripts, and no data. */
    mosFound?: (lines: Line[]) => void;
  }
}

/** `top`: the way from this page to the top of the site. */
export function addSearch(top: string): void {
  const place = document.getElementById('search');
  if (!place) return;
  const field = element('input', {
    type: 'search',
    placeholder: 'Search',
    'aria-label': 'Search the plan',
    'aria-controls': 'results',
    autocomplete: 'off',
  });
  const said = element('p', { role: 'status' });
  const list = element('ul');
  const results = element('div', { id: 'results', hidden: '' }, said, list);
  place.setAttribute('role', 'search');
  place.append(field, results);

  let lines: { line: Line; text: string; title: string }[] | undefined;
  const show = () => {
    const words = wordsIn(field.value);
    results.hidden = words.length === 0;
    if (words.length === 0) return;
    if (!lines) {
      said.textContent = 'Looking …';
      return;
    }
    const found = lines.filter(({ text }) => holdsAll(text, words));
    const [first = ''] = words;
    const better = found.filter(({ title }) => title.startsWith(first));
    const shown = [...new Set([...better, ...found])].slice(0, MOST);
    said.textContent =
      found.length === 0
        ? 'Nothing in the plan holds these words.'
        : found.length > shown.length
          ? `${shown.length} of ${found.length} found`
          : `${found.length} found`;
    list.replaceChildren(
      ...shown.map(({ line: [kind, title, address, beside] }) =>
        element(
          'li',
          {},
          element('span', { class: 'kind' }, kind),
          ' ',
          element('a', { href: top + address }, title),
          ...(beside === '' ? [] : [' ', element('span', { class: 'beside' }, beside)]),
        ),
      ),
    );
  };
  window.mosFound = (loaded) => {
    lines = loaded.map((line) => {
      const title = line[1].toLowerCase();
      return { line, title, text: `${line[0]} ${title} ${line[3].toLowerCase()}` };
    });
    show();
  };
  let isLoading = false;
  field.addEventListener('input', () => {
    if (!isLoading) document.head.append(element('script', { src: `${top}assets/search.js` }));
    isLoading = true;
    show();
  });
  addKeys(place, field, results);
}

/** Down and up through what was found, out of it by Escape; `/` leads to the field. */
function addKeys(place: HTMLElement, field: HTMLInputElement, results: HTMLElement): void {
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      field.value = '';
      results.hidden = true;
      field.focus();
      return;
    }
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const links = [...results.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement) + by;
    if (at < 0) field.focus();
    else links[Math.min(at, links.length - 1)]?.focus();
  });
  place.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !place.contains(relatedTarget)) results.hidden = true;
  });
  field.addEventListener('focus', () => {
    results.hidden = wordsIn(field.value).length === 0;
  });
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement;
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
  });
}
