/** The week as a list by people: what was promised is kept, missed or moved right here, what is to be read gets its number. */

import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { dayText } from '../model/days.ts';
import { kindIcon, periodText, stateIcon, toneOf } from '../model/words.ts';
import { type Act, type Kind, kinds, type StateWord, type Week, type WeekItem } from '../protocol.ts';

export interface WeekContext {
  /** An ISO date. */
  today: string;
  /** Undefined while nobody has answered. */
  week: Week | null | undefined;
  selected: string;
  /** Somebody has said who they are. */
  knowsMe: boolean;
  everybody: boolean;
  choose(everybody: boolean): void;
  sayWho(): void;
  act(id: string, act: Act): void;
  go(item: WeekItem): void;
  /** One after the other, by the editor's own lists. */
  walkThrough(): void;
}

export class WeekView {
  private readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
  }

  show(context: WeekContext): void {
    const at = this.focused();
    render(weekTemplate(context), this.element);
    // The buttons of what has had its word are gone: the next thing is at hand.
    if (at >= 0 && !this.element.contains(document.activeElement)) {
      const items = this.element.querySelectorAll<HTMLElement>('.item');
      const next = [...items].slice(at).find((item) => item.querySelector('.tool'));
      (next?.querySelector<HTMLElement>('.tool') ?? this.element).focus();
    }
  }

  /** Which item has the focus; −1 for none. */
  private focused(): number {
    const item = document.activeElement?.closest('#week .item');
    return item ? [...this.element.querySelectorAll('.item')].indexOf(item) : -1;
  }
}

function weekTemplate(context: WeekContext): TemplateResult {
  const { week, knowsMe, everybody } = context;
  if (week === undefined) return html`<p class="quiet pad" role="status">Looking up what the week asks for.</p>`;
  if (week === null)
    return html`<p class="quiet pad" role="status">What the week asks for cannot be told at the moment. Once the plan is read, it is here.</p>`;
  const all = week.people.flatMap(({ items }) => items);
  const open = all.filter(({ asks }) => asks).length;
  return html`<h2>${week.text.charAt(0).toUpperCase()}${week.text.slice(1)}</h2>
    <p class="quiet" role="status">${progressText(all.length, open)}</p>
    <div class="tools">
      ${
        knowsMe
          ? html`<button class="chip" aria-pressed=${String(!everybody)} @click=${() => context.choose(!everybody)}>
              ${everybody ? nothing : html`<span class="codicon codicon-check" aria-hidden="true"></span>`}Mine
            </button>`
          : html`<button class="chip" title="Say how the plan calls you" @click=${() => context.sayWho()}>Mine…</button>`
      }
      ${open > 0 ? html`<button class="chip" title="Each in turn, from the keyboard" @click=${() => context.walkThrough()}>One after the Other…</button>` : nothing}
    </div>
    ${week.people.map(
      ({ name, items }) => html`<section>
        <h3>${name || 'Nobody in particular'}</h3>
        ${SECTIONS.map(([section, title]) =>
          sectionTemplate(
            items.filter((item) => item.section === section),
            title,
            context,
          ),
        )}
      </section>`,
    )}
    ${week.more > 0 ? html`<p class="quiet">And ${week.more} more. Say who you are to see only what is yours.</p>` : nothing}`;
}

function progressText(all: number, open: number): string {
  if (all === 0) return 'Nothing is asked of anybody.';
  return open === 0
    ? 'Everything has had its word.'
    : `${open} of ${all} ${open === 1 ? 'waits' : 'wait'} for a word or a number.`;
}

const SECTIONS = [
  ['before', 'Without a word, from the weeks before'],
  ['promised', 'Promised'],
  ['ends', 'Ends by now'],
  ['reading', 'To read'],
] as const;

function sectionTemplate(
  items: readonly WeekItem[],
  title: string,
  context: WeekContext,
): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<h4>${title}</h4>
    <ul>
      ${repeat(
        items,
        ({ id }) => id,
        (item) => itemTemplate(item, context),
      )}
    </ul>`;
}

function itemTemplate(item: WeekItem, { today, selected, act, go }: WeekContext): TemplateResult {
  const { id, kind, title, state, below, due, next, last, section, asks } = item;
  const icon = (kinds as readonly string[]).includes(kind) ? kindIcon(kind as Kind) : 'graph-line';
  const tool = (codicon: string, label: string, run: () => void) =>
    html`<button class="tool" aria-label=${`${label}: ${title}`} title=${label} @click=${run}>
      <span class="codicon codicon-${codicon}"></span>
    </button>`;
  const reading = last ? `${last.text} on ${dayText(last.date, today)}` : 'no reading yet';
  // Beside the arrow that moves it on, the one of what has moved would be taken for a button.
  const said = asks ? (state ?? '') : '';
  const about = [
    said,
    section === 'promised' || !due ? '' : periodText(due, today),
    section === 'reading' ? reading : '',
    below,
  ].filter(Boolean);
  return html`<li class="item ${selected === id ? 'selected' : ''}">
    <span class="codicon codicon-${icon}" aria-hidden="true"></span>
    <span class="what"
      ><button class="link plain" @click=${() => go(item)}>${title}</button>
      <span class="quiet">${about.join(' · ')}</span></span
    >
    ${
      state && !asks
        ? html`<span class="state ${toneOf(state as StateWord) ?? 'quiet'}"
            ><span class="codicon codicon-${stateIcon(state as StateWord)}" aria-hidden="true"></span
            ><span class="word">${state}</span></span
          >`
        : nothing
    }
    ${
      !asks
        ? nothing
        : section === 'reading'
          ? html`<span class="acts">${tool('edit', 'Record Reading…', () => act(id, { kind: 'reading' }))}</span>`
          : html`<span class="acts"
              >${tool('check', kind === 'milestone' ? 'Met' : 'Kept', () => act(id, { kind: 'kept' }))}${tool('close', 'Missed…', () => act(id, { kind: 'missed' }))}${
                next
                  ? tool('arrow-right', `Move to ${periodText(next, today)}`, () => act(id, { kind: 'moved' }))
                  : nothing
              }</span
            >`
    }
  </li>`;
}
