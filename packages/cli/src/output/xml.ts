/** Text for XML 1.0 documents. */

import { visible } from './visible.ts';

export const xmlHeader = '<?xml version="1.0" encoding="UTF-8"?>';

/** For attributes and content alike. What XML 1.0 cannot hold is spelt out by `visible`, which also leaves one line. */
export function escapeXml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Name and value pairs, each with a blank before it. */
export function attributes(pairs: Record<string, string | number>): string {
  return Object.entries(pairs)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
