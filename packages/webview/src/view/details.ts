/** The story of the selected row: why it is there, where it leads, who answers, how it is measured, what is wrong with it. */

import '@vscode-elements/elements/dist/vscode-button/index.js';
import { html, nothing, type TemplateResult } from 'lit';
import { dayText } from '../model/days.ts';
import { kindIcon, stateIcon, stateText, toneOf } from '../model/words.ts';
import {
  type Act,
  type Kind,
  kinds,
  type Mention,
  type Metric,
  type StateWord,
  type Story,
  type StoryFinding,
} from '../protocol.ts';
import { sparkline } from './spark.ts';

export interface DetailsContext {
  today: string;
  go(id: string): void;
  /** On the declaration that is told of, or on another one. */
  act(act: Act, id?: string): void;
  explain(rule: string): void;
}

export function unknownTemplate(): TemplateResult {
  return html`<p class="quiet" role="status">Nothing can be told of this at the moment.</p>`;
}

export function detailsTemplate(story: Story | undefined, context: DetailsContext): TemplateResult {
  // It is on its way.
  if (!story) return html``;
  const { state } = story;
  return html`<h2><span class="codicon codicon-${iconOf(story.kind)}" aria-hidden="true"></span> ${story.title}</h2>
    <p>${story.kind}${story.period ? ` · ${story.period}` : ''}</p>
    ${story.findings.length > 0 ? part('Findings', html`<ul class="findings">${story.findings.map((finding) => findingTemplate(finding, context))}</ul>`) : nothing}
    ${
      state
        ? html`<p class="state ${toneFor(state.word)}">
            <span class="codicon codicon-${stateIcon(state.word as StateWord)}" aria-hidden="true"></span>
            ${stateText(state, context.today)}
          </p>`
        : nothing
    }
    ${state?.reason ? html`<blockquote>${state.reason}</blockquote>` : nothing}
    ${story.health ? healthTemplate(story.health, context.today) : nothing}
    ${
      story.hasStatus
        ? html`<p class="acts"><button class="link" @click=${() => context.act({ kind: 'status' })}>Set Status…</button></p>`
        : nothing
    }
    ${story.why ? part('Why', html`<p class="text">${story.why}</p>`) : nothing}
    ${story.documentation ? html`<p class="text quiet">${story.documentation}</p>` : nothing}
    ${part('Path', pathTemplate(story, context))}
    ${authority(story)}
    ${story.metrics.length > 0 ? part('Metrics', html`${story.metrics.map((metric) => metricTemplate(metric, context))}`) : nothing}
    ${story.needs.length > 0 ? part('Needs', mentions(story.needs, context)) : nothing}
    ${story.neededBy.length > 0 ? part('Needed by', mentions(story.neededBy, context)) : nothing}`;
}

function part(title: string, content: TemplateResult): TemplateResult {
  return html`<section>
    <h3>${title}</h3>
    ${content}
  </section>`;
}

/** How it stands by what can be checked, whatever was said of it. */
function healthTemplate({ word, reasons, since }: NonNullable<Story['health']>, today: string): TemplateResult {
  const isKnown = word !== 'unknown';
  return part(
    'Health',
    html`<p class="state ${isKnown ? toneFor(word) : 'quiet'}">
        ${isKnown ? html`<span class="codicon codicon-${stateIcon(word as StateWord)}" aria-hidden="true"></span>` : nothing}
        ${isKnown ? word : since === undefined ? 'not known' : `not known since ${dayText(since, today)}`}
      </p>
      <ul class="reasons">
        ${reasons.map((reason) => html`<li>${reason}</li>`)}
      </ul>`,
  );
}

function findingTemplate(finding: StoryFinding, context: DetailsContext): TemplateResult {
  const { rule, severity, message, why, fixes } = finding;
  return html`<li>
    <p>
      <span class="codicon codicon-${severity} ${severity}" aria-hidden="true"></span>
      <span class="sr">${severity}: </span>${message}
      <button class="link" title="Read why, and what to do" @click=${() => context.explain(rule)}>${rule}</button>
    </p>
    <p class="quiet">${why}</p>
    ${
      fixes.length > 0
        ? html`<p class="fixes">
            ${fixes.map(
              (title, index) =>
                html`<vscode-button ?secondary=${index > 0} @click=${() => context.act({ kind: 'fix', rule, message, title })}
                  >${title.charAt(0).toUpperCase()}${title.slice(1)}</vscode-button
                >`,
            )}
          </p>`
        : nothing
    }
  </li>`;
}

function pathTemplate({ line, end }: Story, context: DetailsContext): TemplateResult {
  const closing = {
    frame: '',
    run: 'keeps the business running',
    circle: 'and round again',
    nothing: 'and no further: this reaches no frame',
  }[end];
  return html`<ol class="path">
      ${line.toReversed().map((step) => html`<li>${mentionTemplate(step, context)}</li>`)}
    </ol>
    ${closing ? html`<p class=${end === 'run' ? 'quiet' : 'broken'}>${closing}</p>` : nothing}`;
}

function authority({ people, decides, escalatesTo }: Story): TemplateResult | typeof nothing {
  if (people.length + decides.length + escalatesTo.length === 0) return nothing;
  return part(
    'Authority',
    html`<dl>
      ${people.length > 0 ? html`<dt>${people.length > 1 ? 'DRIs' : 'DRI'}</dt><dd>${people.map(({ name, role }) => html`<div>${name}${role ? html`<span class="quiet">, ${role}</span>` : nothing}</div>`)}</dd>` : nothing}
      ${decides.length > 0 ? html`<dt>Decides</dt><dd>${decides.map((text) => html`<div>${text}</div>`)}</dd>` : nothing}
      ${escalatesTo.length > 0 ? html`<dt>Escalates to</dt><dd>${escalatesTo.join(', ')}</dd>` : nothing}
    </dl>`,
  );
}

function metricTemplate(metric: Metric, { today, act }: DetailsContext): TemplateResult {
  const { id, title, marks, now, target, pace, sixWeeks } = metric;
  return html`<div class="metric">
    <p><strong>${title}</strong> ${marks.map((mark) => html`<span class="mark">${mark}</span> `)}</p>
    <p>
      ${now ? html`${now.text} <span class="quiet">on ${dayText(now.date, today)}</span>` : html`<span class="quiet">no reading yet</span>`}${
        target ? html` · target ${target}` : nothing
      }${
        pace
          ? html` · <span class="pace ${pace.isGood ? 'good' : 'bad'}"
                ><span class="codicon codicon-${pace.isGood ? 'pass' : 'warning'}" aria-hidden="true"></span> ${pace.text}</span
              >`
          : nothing
      }
    </p>
    ${sparkline(metric, today)}
    ${sixWeeks ? html`<p class="quiet">has to speak by ${dayText(sixWeeks, today)}, six weeks before the end</p>` : nothing}
    ${
      id === undefined
        ? nothing
        : html`<p class="acts">
            <button class="link" aria-label=${`Record a reading of ${title}`} @click=${() => act({ kind: 'reading' }, id)}>
              Record Reading…
            </button>
          </p>`
    }
  </div>`;
}

function mentions(list: readonly Mention[], context: DetailsContext): TemplateResult {
  return html`<ul class="mentions">
    ${list.map((mention) => html`<li>${mentionTemplate(mention, context)}</li>`)}
  </ul>`;
}

function mentionTemplate({ id, kind, title, state }: Mention, { go }: DetailsContext): TemplateResult {
  const name = id === undefined ? title : html`<button class="link" @click=${() => go(id)}>${title}</button>`;
  return html`<span class="mention"
    ><span class="codicon codicon-${iconOf(kind)}" aria-hidden="true"></span
    ><span>${name} <span class="quiet">${kind}${state ? ` · ${state}` : ''}</span></span></span
  >`;
}

function iconOf(kind: string): string {
  if ((kinds as readonly string[]).includes(kind)) return kindIcon(kind as Kind);
  return (
    { gate: 'law', owner: 'person', program: 'megaphone', platform: 'server', 'decision needed': 'question' }[kind] ??
    'circle-small'
  );
}

function toneFor(word: string): string {
  return toneOf(word as StateWord) ?? 'quiet';
}
