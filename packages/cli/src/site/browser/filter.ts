/** A field above a list or a tree that leaves of it what holds the words; above a tree, also ways to open and close all of it. */

import { element, holdsAll, wordsIn } from './words.ts';

export function addFilters(): void {
  for (const list of document.querySelectorAll<HTMLElement>('[data-filter]')) addFilter(list);
}

function addFilter(list: HTMLElement): void {
  const isTree = list.dataset.filter === 'tree';
  const label = list.dataset.filterLabel ?? 'Filter';
  const field = element('input', { type: 'search', placeholder: label, 'aria-label': label, autocomplete: 'off' });
  const said = element('p', { role: 'status', class: 'said' });
  const bar = element('div', { class: 'filter' }, field);
  const narrow = isTree ? branches(list) : rows(list);
  if (isTree)
    bar.append(
      button('Open all', () => openAll(list, true)),
      button('Close all', () => openAll(list, false)),
    );
  bar.append(said);
  list.before(bar);
  field.addEventListener('input', () => {
    const words = wordsIn(field.value);
    const count = narrow(words);
    said.textContent = words.length === 0 ? '' : count === 0 ? 'Nothing holds these words.' : `${count} found`;
  });
  openLinked();
  addEventListener('hashchange', openLinked);
}

type Narrow = (words: readonly string[]) => number;

function rows(list: HTMLElement): Narrow {
  const groups = [...list.querySelectorAll<HTMLElement>('.group')].map((group) => {
    const own = [...group.querySelectorAll<HTMLElement>('tbody tr')];
    return { group, rows: own.map((row) => ({ row, text: textOf(row) })) };
  });
  return (words) => {
    let count = 0;
    for (const { group, rows: own } of groups) {
      const found = own.filter(({ row, text }) => {
        row.hidden = !holdsAll(text, words);
        return !row.hidden;
      });
      group.hidden = found.length === 0 && own.length > 0;
      count += found.length;
    }
    return count;
  };
}

interface Branch {
  item: HTMLElement;
  details: HTMLDetailsElement | null;
  text: string;
  /** Index of the branch above; −1 at the top. Those above come first. */
  above: number;
  /** How it was before anybody searched. */
  wasOpen: boolean;
}

function branches(list: HTMLElement): Narrow {
  const items = [...list.querySelectorAll<HTMLElement>('li[id]')];
  const index = new Map(items.map((item, at) => [item, at]));
  const all = items.map((item): Branch => {
    const details = item.querySelector<HTMLDetailsElement>(':scope > details');
    const above = item.parentElement?.closest<HTMLElement>('li[id]');
    const row = item.querySelector(':scope > .row');
    return {
      item,
      details,
      text: row ? textOf(row) : '',
      above: above ? (index.get(above) ?? -1) : -1,
      wasOpen: details?.open ?? false,
    };
  });
  let isNarrowed = false;
  return (words) => {
    if (words.length > 0 && !isNarrowed) for (const branch of all) branch.wasOpen = branch.details?.open ?? false;
    isNarrowed = words.length > 0;
    const found = all.map(({ text }) => holdsAll(text, words));
    const kept = found.slice();
    const leads = all.map(() => false);
    for (let at = all.length - 1; at >= 0; at--) {
      const above = all[at]?.above ?? -1;
      if (!kept[at] || above < 0) continue;
      kept[above] = true;
      leads[above] = true;
    }
    for (const [at, { item, details, wasOpen }] of all.entries()) {
      item.hidden = !kept[at];
      item.classList.toggle('found', isNarrowed && found[at] === true);
      if (details) details.open = isNarrowed ? leads[at] === true : wasOpen;
    }
    for (const section of list.querySelectorAll<HTMLElement>('.branch'))
      section.hidden = !section.querySelector('li[id]:not([hidden])');
    return found.filter(Boolean).length;
  };
}

function openAll(list: HTMLElement, open: boolean): void {
  for (const details of list.querySelectorAll('details')) details.open = open;
}

/** An address may lead to a row within what is closed. */
function openLinked(): void {
  const target = location.hash === '' ? null : document.getElementById(decoded(location.hash.slice(1)));
  if (!target) return;
  for (let at = target.parentElement; at; at = at.parentElement) if (at instanceof HTMLDetailsElement) at.open = true;
  target.scrollIntoView({ block: 'center' });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, label);
  made.addEventListener('click', act);
  return made;
}

function textOf(part: Element): string {
  return (part.textContent ?? '').toLowerCase();
}
