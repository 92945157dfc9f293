/** The cascade as a Mermaid flowchart, which GitHub, GitLab, Notion and others draw from text. */

import type { Tree, TreeItem } from '@mos/language';
import { visible } from '../output/visible.ts';

/** From the top down; titles are text and nothing else, whatever is in them. */
export function mermaid({ cascade, unconnected, run }: Tree): string {
  const lines: string[] = ['flowchart TD'];
  const classes = new Map<string, string[]>();
  let count = 0;
  const draw = (items: readonly TreeItem[], indent: string) => {
    // Without recursion: a line of parents may be long.
    const open = items.map((item) => ({ item, above: undefined as string | undefined })).reverse();
    for (let next = open.pop(); next; next = open.pop()) {
      const { item, above } = next;
      const id = `n${++count}`;
      lines.push(`${indent}${id}["${label(item)}"]`);
      if (above !== undefined) lines.push(`${indent}${above} --> ${id}`);
      const style = styleOf(item);
      if (style) classes.set(style, [...(classes.get(style) ?? []), id]);
      for (const child of item.children.toReversed()) open.push({ item: child, above: id });
    }
  };
  draw(cascade, '  ');
  for (const [id, title, items] of [
    ['unconnected', 'Reaches no frame', unconnected],
    ['running', 'Keeps the business running', run],
  ] as const) {
    if (items.length === 0) continue;
    lines.push(`  subgraph ${id}["${title}"]`);
    draw(items, '    ');
    lines.push('  end');
  }
  if (count === 0) lines.push('  n1["There is nothing here yet"]');
  for (const [style, definition] of Object.entries(STYLES)) {
    const ids = classes.get(style);
    if (ids) lines.push(`  classDef ${style} ${definition}`, `  class ${ids.join(',')} ${style}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Borders alone, so that light and dark pages both show the words. */
const STYLES = {
  reached: 'stroke:#1a7f37,stroke-width:2px',
  risk: 'stroke:#9a6700,stroke-width:2px',
  lost: 'stroke:#cf222e,stroke-width:2px',
} as const;

function styleOf({ state }: TreeItem): keyof typeof STYLES | undefined {
  switch (state?.word) {
    case 'done':
    case 'met':
    case 'achieved':
      return 'reached';
    case 'at risk':
    case 'moved':
    case 'blocked':
    case 'partial':
      return 'risk';
    case 'off track':
    case 'missed':
      return 'lost';
    default:
      return undefined;
  }
}

/** Kind and title, then who and when. */
function label({ kind, title, dri, period, state, hidden }: TreeItem): string {
  const facts = [...dri, ...(period ? [period.literal] : []), ...(state ? [state.word] : [])].join(', ');
  const more = hidden > 0 ? [`and ${hidden} more below`] : [];
  return [`${kind}: ${title}`, facts, ...more].filter(Boolean).map(inert).join('<br/>');
}

/** All but letters, digits and harmless signs as numbers, which Mermaid turns back into characters that are only shown. */
function inert(text: string): string {
  const short = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
  return visible(short).replace(/[^\p{L}\p{M}\p{N} .,:!?'’…–—()/$€£-]/gu, (sign) => `#${sign.codePointAt(0)};`);
}

/** Characters of a title in a box. */
const LONGEST = 120;
