/** Which execution killers a plan shows. */

import type { Finding, Killer } from '../finding.ts';

/** The five execution killers of E. R. Miller, "The Marketing Execution Gap". */
export const FIVE_KILLERS = ['K1', 'K2', 'K3', 'K4', 'K5'] as const satisfies readonly Killer[];

/** As they are called in a line of text. */
export const killerNames: Readonly<Record<Killer, string>> = {
  K1: 'resources that miss the strategy',
  K2: 'no rhythm',
  K3: 'accountability without authority',
  K4: 'activity taken for outcome',
  K5: 'strategy that never reaches the week',
  B: 'bottlenecks',
};

/** Errors and warnings; what is merely worth a look kills nothing. */
export function killersIn<F extends Pick<Finding, 'killer' | 'severity'>>(findings: Iterable<F>): Map<Killer, F[]> {
  const found = new Map<Killer, F[]>();
  for (const finding of findings) {
    if (!finding.killer || finding.severity === 'info') continue;
    const list = found.get(finding.killer) ?? [];
    found.set(finding.killer, list);
    list.push(finding);
  }
  return found;
}
