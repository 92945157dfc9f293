/** What a person asked to be done to a plan: edits of its texts, new files, and files that have nothing left in them. */

import type { TextEdit } from '../finding.ts';

export interface Change {
  /** What it brings about, as a person would say it: "move it to week 8". */
  title: string;
  edits: TextEdit[];
  created?: { file: string; text: string }[];
  /** Files of which nothing is left when the edits are done. */
  emptied?: string[];
}

/** `refused`: why it cannot be done here, and what would help. */
export type Outcome = Change | { refused: string };

export function refused(reason: string): { refused: string } {
  return { refused: reason };
}
