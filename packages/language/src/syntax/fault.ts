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

/** Of faults in the order of the text; the last one speaks for those that are left out. */
export function capped(faults: SyntaxFault[]): SyntaxFault[] {
  if (faults.length <= MAX_FAULTS) return faults;
  const last = faults[MAX_FAULTS - 1] as SyntaxFault;
  return [
    ...faults.slice(0, MAX_FAULTS - 1),
    { message: `${faults.length - MAX_FAULTS + 1} more places here cannot be read`, start: last.start, end: last.end },
  ];
}
