/** What could not be read, in the words of the language. */

import type { Span } from '../finding.ts';

/** Offsets are UTF-16 units in the file's text. */
export interface SyntaxFault extends Span {
  message: string;
  /** The cause of what else seems wrong on its line: shown instead of it. */
  cause?: true;
  /** The obvious repair, if there is one; applied as it stands. */
  fix?: { title: string; safe: boolean; edits: (Span & { text: string })[] };
}

/** More than this many faults in a file help nobody. */
export const MAX_FAULTS = 50;
