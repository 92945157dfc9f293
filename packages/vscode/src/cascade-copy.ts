/** What the server has told of the cascade, kept true by patches, so that each page that opens gets all of it without the server being asked again. */

import type { Now, Patch, PlanPart, Snapshot } from '@mos/webview/protocol';

interface PlanCopy {
  tables: Omit<PlanPart, 'gone' | 'rows'>;
  keys: string[];
  /** Packed, by their identity. */
  rows: Map<unknown, unknown[]>;
}

export class CascadeCopy {
  revision: number;
  private now: Now;
  private readonly plans = new Map<string, PlanCopy>();

  constructor({ revision, now, plans }: Snapshot) {
    this.revision = revision;
    this.now = now;
    for (const part of plans) this.take(part);
  }

  /** False when the patch leads on from another revision: everything has to be asked for anew. */
  apply({ base, revision, now, gone, plans }: Patch): boolean {
    if (base !== this.revision) return false;
    this.revision = revision;
    this.now = now;
    for (const plan of gone) this.plans.delete(plan);
    return plans.every((part) => this.take(part));
  }

  /** An ISO date. */
  get today(): string {
    return this.now.day;
  }

  snapshot(): Snapshot {
    const plans = [...this.plans.values()].map(({ tables, keys, rows }) => ({
      ...tables,
      gone: [],
      rows: { keys, values: [...rows.values()] },
    }));
    return { revision: this.revision, now: this.now, plans };
  }

  /** False when the rows have other fields than those that are known. */
  private take({ gone, rows: { keys, values }, ...tables }: PlanPart): boolean {
    const before = this.plans.get(tables.plan);
    if (before && before.keys.join() !== keys.join()) return false;
    const rows = before?.rows ?? new Map<unknown, unknown[]>();
    this.plans.set(tables.plan, { tables: { ...before?.tables, ...tables }, keys, rows });
    const id = keys.indexOf('id');
    for (const lost of gone) rows.delete(lost);
    for (const row of values) rows.set(row[id], row);
    return true;
  }
}
