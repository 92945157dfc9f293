/** Documents in the three forms that mos writes them in. */

import type { Document } from '@mos/language/documents';
import type { documentFormats } from '../formats.ts';
import { documentsHtml } from './html.ts';
import { documentsJson } from './json.ts';
import { documentMarkdown } from './markdown.ts';

export type DocumentFormat = (typeof documentFormats)[number];

/** Several documents, one for each plan, in one text. */
export function written(documents: readonly Document[], format: DocumentFormat): string {
  if (format === 'html') return documentsHtml(documents);
  return format === 'json' ? documentsJson(documents) : documents.map(documentMarkdown).join('\n---\n\n');
}
