/** Finds declarations by a few letters of their name, title or owner, best first; what is asked for letter by letter. */

import { compareNodes, type PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { titleOf } from './sketch.ts';

export interface Hit {
  node: PlanNode;
  /** What the letters were found in. */
  by: 'title' | 'name' | 'owner';
  /** Higher is better; comparable within one search. */
  score: number;
}

/** At most `limit` hits. An empty query gives what comes first in the plan. `plans` may be several: an editor opens many folders. */
export function search(plans: Iterable<Plan>, query: string, limit: number): Hit[] {
  const wanted = query.replace(/\s+/g, '').toLowerCase();
  const hits: Hit[] = [];
  for (const plan of plans) {
    for (const node of plan.nodes()) {
      if (node.kind === 'week') continue;
      if (wanted === '' && hits.length === limit) return hits;
      const hit = hitOf(node, wanted);
      if (hit) hits.push(hit);
    }
  }
  return hits.sort((a, b) => b.score - a.score || compareNodes(a.node, b.node)).slice(0, limit);
}

function hitOf(node: PlanNode, wanted: string): Hit | undefined {
  if (wanted === '') return { node, by: 'title', score: 0 };
  const owners = node.targets('dri').map(titleOf);
  const fields: [Hit['by'], string][] = [
    ['title', titleOf(node)],
    ['name', node.path],
    ...owners.map((owner): [Hit['by'], string] => ['owner', owner]),
  ];
  let best: Hit | undefined;
  for (const [by, text] of fields) {
    const score = fuzzyScore(text, wanted);
    // What bears the letters itself comes before what somebody of that name holds.
    if (score !== undefined && score - (by === 'owner' ? OWNER_COSTS : 0) > (best?.score ?? Number.NEGATIVE_INFINITY))
      best = { node, by, score: score - (by === 'owner' ? OWNER_COSTS : 0) };
  }
  return best;
}

const OWNER_COSTS = 5;

/**
 * The letters in their order, with anything in between; undefined where one is missing. Letters that follow each other, or
 * that begin a word, count more; long texts count a little less. `wanted` in small letters, without white space.
 */
export function fuzzyScore(text: string, wanted: string): number | undefined {
  const lower = text.toLowerCase();
  const whole = lower.indexOf(wanted);
  if (whole >= 0) return WHOLE * wanted.length + (beginsWord(text, whole) ? WORD : 0) - text.length / LONG;
  let score = 0;
  let last = -2;
  for (const letter of wanted) {
    let at = lower.indexOf(letter, last + 1);
    if (at < 0) return undefined;
    if (at !== last + 1) at = wordBeginning(lower, text, letter, at) ?? at;
    score += at === last + 1 ? NEXT : beginsWord(text, at) ? WORD : 0;
    last = at;
  }
  // Letters scattered within words are found by chance in every long title.
  return score >= wanted.length ? score - text.length / LONG : undefined;
}

const WHOLE = 6;
const NEXT = 4;
const WORD = 3;
/** Characters that cost as much as one point. */
const LONG = 50;

function wordBeginning(lower: string, text: string, letter: string, from: number): number | undefined {
  for (let at = from; at >= 0; at = lower.indexOf(letter, at + 1)) if (beginsWord(text, at)) return at;
  return undefined;
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1] as string);
}
