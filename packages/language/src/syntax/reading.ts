/** What the generated functions of the quick reader are made of: taking tokens, and giving up. */

import { FIRST_WORD, names } from '../generated/tokens.ts';
import { decodeText, escapeFaults } from '../values/text.ts';
import type { Tokens } from './scan.ts';

export type Node = Record<string, unknown>;

/** Thrown where the quick reader gives up: Langium's parser reads the file, and says what is the matter. */
export const REFUSED = new Error('for the full reader');

export function refuse(): never {
  throw REFUSED;
}

/** The token as it is written. */
export function image(t: Tokens): string {
  const at = t.at++;
  return t.text.slice(t.starts[at], t.ends[at]);
}

/** The token, which is a word of the grammar. */
export function word(t: Tokens): string {
  return names[t.kinds[t.at++] as number] as string;
}

/** What the token, a text in quotes, says. */
export function text(t: Tokens): string {
  const at = t.at++;
  const raw = t.text.slice(t.starts[at], t.ends[at]);
  if (!raw.includes('\\') && !raw.startsWith('"""')) return raw.slice(1, -1);
  if (escapeFaults(raw, 1).length > 0) refuse();
  return decodeText(raw);
}

/** Most lists have one item; one that is written with it has no room for more, a list that is pushed to has sixteen to spare. */
export function added(list: unknown, item: unknown): unknown[] {
  if (list === undefined) return [item];
  (list as unknown[]).push(item);
  return list as unknown[];
}

/** Nothing stands behind the keyword at this index. */
export function bare(t: Tokens, keyword: number): boolean {
  return t.at === keyword + 1;
}

/** What has just been read ends in a word that only leads on to something. */
export function dangling(t: Tokens): boolean {
  const kind = t.kinds[t.at - 1] as number;
  return kind >= FIRST_WORD && LEADS_ON.has(names[kind] as string);
}

/** A goal without its bound or its other half. */
export function unsaid({ key, bound, high }: Node): boolean {
  return (key === 'at' && bound === undefined) || (key === 'between' && high === undefined);
}

/** Words that continue a property and are no end of it: `blocked by`, `moved to`, `read weekly by`. */
export const LEADS_ON: ReadonlySet<string> = new Set(
  'to by at on off for and since because changes decision least most with'.split(' '),
);
