/** The bar over the tree: words to look for, choices that narrow, and how much of the plan is shown. */

import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import './still.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { type Filter, isFiltering, narrowings } from '../model/filter.ts';
import type { Store } from '../model/store.ts';
import type { Choice, ChoiceLists } from './choices.ts';

export interface BarContext {
  store: Store;
  choices: ChoiceLists;
  filter: Filter;
  /** How many rows fulfil the filter. */
  found: number;
  /** Somebody has said who they are. */
  knowsMe: boolean;
  showsChoices: boolean;
  change(change: Partial<Filter>): void;
  clear(): void;
  toggleChoices(): void;
  /** From the text field down into the tree. */
  down(): void;
  sayWho(): void;
}

export function barTemplate(context: BarContext): TemplateResult {
  const { filter, showsChoices } = context;
  const count = narrowings(filter);
  return html`<div class="bar" role="search">
    <vscode-textfield
      id="filter"
      label="Filter by title, name or owner"
      placeholder="Filter by title, name or owner"
      .value=${live(filter.text)}
      @input=${(event: Event) => context.change({ text: (event.target as HTMLInputElement).value })}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === 'ArrowDown') context.down();
        else if (event.key === 'Escape') context.clear();
        else return;
        event.preventDefault();
      }}
    >
      <span slot="content-before" class="codicon codicon-search" aria-hidden="true"></span>
    </vscode-textfield>
    <button
      class="tool"
      id="choices"
      aria-expanded=${String(showsChoices)}
      aria-controls="narrow"
      aria-label=${count > 0 ? `Narrow down, ${count} chosen` : 'Narrow down'}
      title="Narrow down by people, time and state"
      @click=${context.toggleChoices}
    >
      <span class="codicon ${count > 0 ? 'codicon-filter-filled' : 'codicon-filter'}"></span>${count > 0 ? html`<span class="dot">${count}</span>` : nothing}
    </button>
  </div>
  <div id="narrow" class="narrow" ?hidden=${!showsChoices}>${showsChoices ? choices(context) : nothing}</div>
  ${summary(context)}`;
}

function choices(context: BarContext): TemplateResult {
  const {
    choices: { people, teams, periods },
    filter,
    change,
  } = context;
  return html`<div class="chips">
      ${chip('This week', filter.thisWeek, () => change({ thisWeek: !filter.thisWeek }))}
      ${
        context.knowsMe
          ? chip('Mine', filter.mine, () => change({ mine: !filter.mine }))
          : html`<button class="chip" title="Say how the plan calls you" @click=${context.sayWho}>
            Mine…
          </button>`
      }
      ${chip('With problems', filter.problems, () => change({ problems: !filter.problems }))}
    </div>
    <div class="selects">
      ${select('Owner', filter.owner, 'Everybody', people, (owner) => change({ owner }))}
      ${select('Team', filter.team, 'All teams', teams, (team) => change({ team }))}
      ${select('When', filter.period, 'Any time', periods, (period) => change({ period }))}
      ${select('State', filter.state, 'Any state', STATES, (state) => change({ state: state as Filter['state'] }))}
    </div>`;
}

function chip(label: string, isOn: boolean, toggle: () => void): TemplateResult {
  return html`<button class="chip" aria-pressed=${String(isOn)} @click=${toggle}>
    ${isOn ? html`<span class="codicon codicon-check" aria-hidden="true"></span>` : nothing}${label}
  </button>`;
}

function select(
  label: string,
  value: string,
  all: string,
  list: readonly Choice[],
  choose: (value: string) => void,
): TemplateResult {
  return html`<label class="choice"
    ><span>${label}</span
    ><vscode-single-select
      label=${label}
      combobox
      .value=${live(value)}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      <vscode-option value="" ?selected=${value === ''}>${all}</vscode-option>
      ${guard([list, value], () => list.map((option) => html`<vscode-option value=${option.value} ?selected=${option.value === value}>${option.label}</vscode-option>`))}
    </vscode-single-select></label
  >`;
}

const STATES: readonly Choice[] = [
  ...[
    'open',
    'overdue',
    'blocked',
    'at risk',
    'off track',
    'on track',
    'done',
    'met',
    'achieved',
    'partial',
    'missed',
    'moved',
    'dropped',
  ],
].map((state) => ({ value: state, label: state === 'open' ? 'still open' : state }));

function summary({ store, filter, found, clear }: BarContext): TemplateResult {
  const isNarrowed = isFiltering(filter);
  const text = `${found.toLocaleString('en-US')} of ${store.size.toLocaleString('en-US')}`;
  // Always in the page: what appears together with its text is not read out.
  return html`<div class="summary ${isNarrowed ? 'on' : ''}">
    <span role="status">${isNarrowed ? text : ''}</span>
    ${isNarrowed ? html`<button class="link" @click=${clear}>Clear, show all</button>` : nothing}
  </div>`;
}
