/** What a property leaves open: a word that leads on to nothing, a comma too many, an amount without its date. */

import { type AstNode, CstUtils, type LeafCstNode } from 'langium';
import type { Property } from '../model/records.ts';
import { keywordOf } from '../model/records.ts';
import { missingAfter } from './expected.ts';
import type { SyntaxFault } from './fault.ts';
import { LEADS_ON, unsaid } from './reading.ts';

/** Undefined where nothing is missing. The quick reader refuses the same properties, a property test says. */
export function halfSaid(node: AstNode, property: Property, text: string): SyntaxFault | undefined {
  const { key, type, start, end } = property;
  const keyword = keywordOf(property);
  const wanted = unsaid({ ...property });
  if (type === 'Goal' && wanted) return { message: `expected ${wanted}`, start, end };
  const leaves = node.$cstNode ? CstUtils.flattenCst(node.$cstNode).toArray() : [];
  const fault = missingAfter(key, text, keyword, property) ?? dangling(leaves) ?? commaTooMany(leaves);
  if (fault || !wanted)
    return fault && type === 'Goal' ? { message: 'expected an amount after "to"', start, end } : fault;
  return { message: `expected ${wanted}`, ...keyword };
}

function dangling(leaves: readonly LeafCstNode[]): SyntaxFault | undefined {
  const index = leaves.findIndex(leadsNowhere);
  const leaf = leaves[index];
  return leaf && { message: `something is missing after "${leaf.text}"`, start: leaf.offset, end: leaf.end };
}

/** `blocked by`, `moved to "why"`, `every week on at 9:30`. */
function leadsNowhere(leaf: LeafCstNode, index: number, leaves: readonly LeafCstNode[]): boolean {
  const word = leaf.tokenType.name;
  if (!LEADS_ON.has(word) && !(word === 'day' && leaves[index - 1]?.tokenType.name === 'on')) return false;
  const next = leaves[index + 1]?.tokenType.name;
  if (next === undefined || next === '{') return true;
  if (/STRING|TEXT/.test(next)) return !TEXTS_FOLLOW.has(word);
  // Names of tokens: values in capitals, words of the language as they are.
  return /^[a-z]|day$/.test(next) && !WORDS_FOLLOW.test(`${word} ${next}`);
}

const TEXTS_FOLLOW: ReadonlySet<string> = new Set(['because', 'decision']);
const WORDS_FOLLOW = /^(on track|at risk|off track|at least|at most|on (first|second|third|fourth|last|day|\w+day))$/;

function commaTooMany(leaves: readonly LeafCstNode[]): SyntaxFault | undefined {
  const leaf = leaves.find(({ text }, index) => text === ',' && leaves[index - 1]?.text === ',');
  if (!leaf) return undefined;
  const { offset: start, end } = leaf;
  const fix = { title: 'remove it', safe: true, edits: [{ start, end, text: '' }] };
  return { message: 'one comma is enough between two parts of a list', start, end, fix };
}
