/** The door to reading: quickly what is right; Langium's parser, which weighs more than the rest of mos, comes when it is needed. */

import type { FileSummary } from '../model/records.ts';
import type { Token } from './parser.ts';
import { readQuickly } from './quick.ts';

/** Reads one file whole. What cannot be read is in `faults`; throws nothing but `FullReaderMissing`. */
export function summarize(file: string, text: string): FileSummary {
  return readQuickly(file, text) ?? fullReader().readFully(file, text);
}

/** The tokens and comments of a text, in order; for the formatter, which moves white space and nothing else. */
export function tokenize(text: string): Token[] {
  return fullReader().tokenize(text);
}

/**
 * To be waited for once, before texts are tokenised or may be wrong. A run that only reads may wait for
 * `FullReaderMissing` instead: most runs meet no text that is wrong.
 */
export async function loadFullReader(): Promise<void> {
  if (loaded) return;
  const [{ readFully }, { tokenize }] = await Promise.all([import('./lower.ts'), import('./parser.ts')]);
  loaded = { readFully, tokenize };
}

/** Makes the parser, which the first text that is wrong would have to wait for. */
export function warmFullReader(): void {
  fullReader().readFully('', 'owner a "A" { dri ,');
}

/** Nobody has loaded the full reader; nothing has been done with the text. */
export class FullReaderMissing extends Error {}

interface FullReader {
  readFully(file: string, text: string): FileSummary;
  tokenize(text: string): Token[];
}

let loaded: FullReader | undefined;

function fullReader(): FullReader {
  if (!loaded) throw new FullReaderMissing('the full reader has to be loaded first');
  return loaded;
}
