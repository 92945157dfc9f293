/** Documents as JSON, for programs: packages/cli/schemas/document.schema.json says what stands where. */

import type { Document } from '@mos/language/documents';
import { visibleJson } from '../output/visible.ts';

/** Counts up when something that was there is gone or means something else. */
const DOCUMENT_VERSION = 1;

export function documentsJson(documents: readonly Document[]): string {
  return `${visibleJson({ version: DOCUMENT_VERSION, documents }, 2)}\n`;
}
