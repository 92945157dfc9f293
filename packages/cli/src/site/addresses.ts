/** Where everything stands on the site: relative addresses made of identities, which are fit for file names and anchors. */

import { identityOf, type Plan, type PlanNode } from '@mos/language';
import type { Reference, SiteTree, SiteTreeItem } from '@mos/language/documents';

/** Kinds that have a page each, and the folder that it is in. */
const FOLDERS = { objective: 'objectives', metric: 'metrics', owner: 'owners' } as const;

export class Addresses {
  private readonly byId = new Map<string, string>();

  /** `shown`: what stands on the page of the cascade. */
  constructor(plan: Plan, shown: SiteTree) {
    for (const node of plan.nodes()) {
      const address = ownAddress(plan, node);
      if (address !== undefined) this.byId.set(identityOf(plan, node), address);
    }
    const open: SiteTreeItem[] = [...shown.cascade, ...shown.unconnected, ...shown.run];
    for (let item = open.pop(); item; item = open.pop()) {
      const { id } = item.about;
      if (!this.byId.has(id)) this.byId.set(id, `cascade.html#${id}`);
      for (const child of item.children) open.push(child);
    }
  }

  /** From the top of the site: `objectives/objective-q1.html#milestone-jan`; undefined for what no page tells of. */
  of({ id }: Pick<Reference, 'id'>): string | undefined {
    return this.byId.get(id);
  }
}

/** As seen from a page of the site: `../metrics/metric-a.html`. */
export function relative(address: string, from: string): string {
  const [page, anchor] = address.split('#');
  if (page === from && anchor !== undefined) return `#${anchor}`;
  return `${'../'.repeat(from.split('/').length - 1)}${address}`;
}

function ownAddress(plan: Plan, node: PlanNode): string | undefined {
  const id = identityOf(plan, node);
  switch (node.kind) {
    case 'objective':
    case 'metric':
    case 'owner':
      return `${FOLDERS[node.kind]}/${id}.html`;
    case 'team':
      return `owners.html#${id}`;
    case 'milestone':
    case 'commitment':
    case 'program': {
      const objective = objectiveOf(node);
      return objective && `${FOLDERS.objective}/${identityOf(plan, objective)}.html#${id}`;
    }
    default:
      return undefined;
  }
}

/** The objective on whose page it has a row: the page shows what hangs on it directly, and the commitments of its milestones. */
function objectiveOf(node: PlanNode): PlanNode | undefined {
  const { parent } = node;
  if (parent?.kind === 'objective') return parent;
  return node.kind === 'commitment' && parent?.kind === 'milestone' && parent.parent?.kind === 'objective'
    ? parent.parent
    : undefined;
}
