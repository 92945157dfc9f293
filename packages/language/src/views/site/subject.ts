/** A page about one declaration as data: an objective, a metric, a person. */

import type { Finding } from '../../finding.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import type { Block, Inline, Reference, Word } from '../documents/document.ts';
import { type Words, words } from '../documents/words.ts';
import type { KeptWeek } from './kept-weeks.ts';

/** What pages of a plan are made from. */
export interface SiteSource {
  /** As it was known on the day. */
  plan: Plan;
  /** ISO date. */
  today: string;
  /** Those of the day, errors first or in any order. */
  findings: readonly Finding[];
}

export interface SubjectPage {
  about: Reference;
  /** What it is, and when: `Objective · Q1 2026, 1 January – 31 March`. */
  over: string;
  /** What stands above it, the frame first. */
  line: Reference[];
  /** How it stands; absent where nobody expects a word. */
  state?: Word;
  /** Why it stands so. Clauses. */
  reasons: string[];
  /** Why it is there, in the words of the plan. */
  why?: string;
  /** What is to be known at a glance. */
  facts: Fact[];
  /** What became of promises, week by week; the oldest first. */
  weeks?: KeptWeek[];
  blocks: Block[];
}

export interface Fact {
  label: string;
  text: Inline[];
}

/** Leaves out what the plan does not say. */
export function factsSaid(pairs: readonly (readonly [label: string, text: Words])[]): Fact[] {
  return pairs.flatMap(([label, said]) => {
    const text = words(said);
    return text.length > 0 ? [{ label, text }] : [];
  });
}

/** What mos finds in the text of a declaration, and of what stands in it. */
export function findingsIn({ findings }: SiteSource, node: PlanNode): Finding[] {
  const { start, end } = node.declaration;
  return findings.filter(({ file, span }) => file === node.file && span.start >= start && span.start < end);
}
