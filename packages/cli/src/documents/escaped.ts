/** Text for HTML and SVG, in content and in attributes alike. */

import { visible } from '../output/visible.ts';

/** Text that a page shows as it is, on one line, with everything unseen spelt out. */
export function escaped(text: string): string {
  return visible(text.replace(/\s+/g, ' ')).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
