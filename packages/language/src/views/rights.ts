/** What whoever answers for a declaration may decide, and who decides what is beyond them. */

import type { PlanNode } from '../model/node.ts';

export interface Rights {
  decides: string[];
  /** People. */
  escalatesTo: readonly PlanNode[];
}

/** As it is said by the declaration itself, else by what it serves and the same person answers for, else by the person. */
export function rightsOf(node: PlanNode): Rights {
  const { dri } = node;
  const sources = [node, ...node.parents.filter((parent) => dri && parent.dri === dri), ...(dri ? [dri] : [])];
  const decides = sources.map((source) => source.texts('decides')).find((texts) => texts.length > 0);
  const escalation = sources.map((source) => source.targets('escalates')).find((targets) => targets.length > 0);
  return {
    decides: (decides ?? []).map(({ value }) => value),
    escalatesTo: escalation ?? [],
  };
}
