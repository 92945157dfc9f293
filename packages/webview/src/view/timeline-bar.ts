/** What can be chosen over the timeline: its lanes, how close it is, and a file of it. */

import { html, type TemplateResult } from 'lit';
import type { LaneKind } from '../timeline/layout.ts';

export interface TimelineBarContext {
  lanes: LaneKind;
  choose(lanes: LaneKind): void;
  zoom(by: number): void;
  today(): void;
  export(format: 'svg' | 'png'): void;
}

export function timelineBar({ lanes, choose, zoom, today, export: exportAs }: TimelineBarContext): TemplateResult {
  const chip = (by: LaneKind, label: string) =>
    html`<button class="chip" aria-pressed=${String(lanes === by)} @click=${() => choose(by)}>${label}</button>`;
  const tool = (icon: string, label: string, act: () => void) =>
    html`<button class="tool" aria-label=${label} title=${label} @click=${act}>
      <span class="codicon codicon-${icon}"></span>
    </button>`;
  return html`<div class="tools" role="toolbar" aria-label="Timeline">
    ${chip('objective', 'By objective')} ${chip('owner', 'By owner')}
    <span class="gap"></span>
    ${tool('zoom-out', 'Further away', () => zoom(-1))} ${tool('zoom-in', 'Closer', () => zoom(1))}
    ${tool('calendar', 'Go to today', today)}
    <button class="chip" title="Save the timeline as a drawing" @click=${() => exportAs('svg')}>SVG</button>
    <button class="chip" title="Save the timeline as a picture" @click=${() => exportAs('png')}>PNG</button>
  </div>`;
}
