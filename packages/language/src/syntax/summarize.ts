/** Text to file summary, whatever the text: quickly where it is right, by Langium's parser where something is to be said of it. */

import type { FileSummary } from '../model/records.ts';
import * as full from './lower.ts';
import { readQuickly } from './quick.ts';

/** Reads one file whole. Never throws; what cannot be read is in `faults`. */
export function summarize(file: string, text: string): FileSummary {
  return readQuickly(file, text) ?? full.summarize(file, text);
}
