/** Formatting: the same code as `mos fmt`; what cannot be formatted is left as it is. */

import { formatPlan } from '@mos/language';
import type { TextEdit } from 'vscode-languageserver';
import type { Feature, Subject } from '../feature.ts';

export const formatting: Feature = {
  capabilities: { documentFormattingProvider: true },
  register({ connection, subject }) {
    connection.onDocumentFormatting(async ({ textDocument }) => {
      const found = await subject(textDocument.uri);
      return found ? formatDocument(found) : null;
    });
  },
};

/** One edit from the first to the last character that differ, so that the cursor and folded blocks stay where they are. */
export function formatDocument({ lines }: Subject): TextEdit[] {
  const { text } = lines;
  const formatted = formatPlan(text);
  if ('refused' in formatted || formatted.text === text) return [];
  const next = formatted.text;
  let start = 0;
  while (start < text.length && text[start] === next[start]) start++;
  let tail = 0;
  while (tail < Math.min(text.length, next.length) - start && text.at(-1 - tail) === next.at(-1 - tail)) tail++;
  return [{ range: lines.range({ start, end: text.length - tail }), newText: next.slice(start, next.length - tail) }];
}
