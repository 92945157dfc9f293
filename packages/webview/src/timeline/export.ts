/** The whole timeline as a file: an SVG that needs nothing of the page, or a picture of it. */

import { render, svg } from 'lit';
import { type ColourName, type DrawContext, HEADER, LABELS, type Palette, themePalette, timelineSvg } from './draw.ts';
import type { Timeline } from './layout.ts';

/** Pixels; larger pictures are more than a canvas holds. */
const LARGEST = 16_000;

export function exportedSvg(timeline: Timeline, context: DrawContext): { text: string; width: number; height: number } {
  const width = LABELS + (timeline.to - timeline.from) * context.scale;
  const height = HEADER + timeline.height;
  const holder = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const view = { left: 0, top: 0, width: width - LABELS, height: timeline.height };
  render(
    svg`${timelineSvg(timeline, view, { ...context, selected: '', icons: false, palette: resolvedPalette() })}`,
    holder,
  );
  holder.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  holder.setAttribute('viewBox', `0 0 ${width} ${height}`);
  holder.setAttribute('width', String(width));
  holder.setAttribute('height', String(height));
  holder.setAttribute('font-family', 'system-ui, sans-serif');
  return { text: withoutComments(holder), width, height };
}

/** A data URL. Resolves to undefined when the browser cannot draw a picture that large. */
export async function exportedPng(timeline: Timeline, context: DrawContext): Promise<string | undefined> {
  const { text, width, height } = exportedSvg(timeline, context);
  const sharpness = Math.min(2, LARGEST / width, LARGEST / height);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * sharpness);
  canvas.height = Math.round(height * sharpness);
  const drawing = canvas.getContext('2d');
  if (!drawing) return undefined;
  drawing.drawImage(image, 0, 0, canvas.width, canvas.height);
  const url = canvas.toDataURL('image/png');
  return url.startsWith('data:image/png') ? url : undefined;
}

/** The colours as they are now, by asking the page what each variable comes to. */
function resolvedPalette(): Palette {
  const probe = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const frame = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  frame.append(probe);
  document.body.append(frame);
  const names = Object.keys(themePalette) as ColourName[];
  const colours = names.map((name) => {
    probe.setAttribute('fill', themePalette[name]);
    return [name, getComputedStyle(probe).fill] as const;
  });
  frame.remove();
  return Object.fromEntries(colours) as Palette;
}

/** Lit leaves marks behind, which are of no use in a file. */
function withoutComments(root: Element): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const comments: Node[] = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.parentNode?.removeChild(comment);
  return new XMLSerializer().serializeToString(root);
}
