/** A sentence that a declaration owes its readers, and has not said. */

import type { PlanNode } from '../model/node.ts';
import type { Plan } from '../model/plan.ts';
import { insertProperty } from './edits.ts';
import type { Report } from './rule.ts';

/** `missing` and `open` follow the label: where nothing stands, and where the property does but says nothing. */
export interface Owed {
  key: 'diagnosis' | 'policy' | 'why';
  /** With its article, for the title of the fix. */
  noun: string;
  missing: string;
  open: string;
}

/** Undefined where it is said. The way out leaves the words to a person: a filler would only look like an answer. */
export function unsaid(plan: Plan, node: PlanNode, { key, noun, missing, open }: Owed): Report | undefined {
  if (node.text(key)) return undefined;
  const blank = node.property(key);
  if (blank) return { node, at: blank, message: `${node.label} ${open}` };
  return {
    node,
    message: `${node.label} ${missing}`,
    fixes: () => [
      {
        title: `add ${noun} to fill in`,
        safe: false,
        manual: true,
        edits: [insertProperty(plan, node, `${key} ""`, before[key])],
      },
    ],
  };
}

/** In the order in which people write a frame. */
const head = ['year', 'quarter', 'advances', 'dri', 'with', 'team', 'decides', 'escalates'];
const before: Readonly<Record<Owed['key'], readonly string[]>> = {
  diagnosis: head,
  policy: [...head, 'diagnosis'],
  why: [...head, 'diagnosis', 'policy'],
};
