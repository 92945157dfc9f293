/** Reads the cells of one row, and collects what in it is not understood. */

import type { Kind } from '../../model/kinds.ts';
import type { PlanNode } from '../../model/node.ts';
import type { Plan } from '../../model/plan.ts';
import type { Calendar } from '../../values/calendar.ts';
import type { SheetColumn } from '../table.ts';
import type { Read } from './cells.ts';
import type { Lookup } from './lookup.ts';

export class Reader {
  readonly faults: string[] = [];
  readonly plan: Plan;
  readonly lookup: Lookup;
  private readonly columns: readonly SheetColumn[];

  constructor(plan: Plan, lookup: Lookup, columns: readonly SheetColumn[]) {
    this.plan = plan;
    this.lookup = lookup;
    this.columns = columns;
  }

  get calendar(): Calendar {
    return this.plan.config.calendar;
  }

  /** `key`: the column whose cell it is. */
  fault(key: string, message: string): void {
    const header = this.columns.find((column) => column.key === key)?.header ?? key;
    this.faults.push(`${header}: ${message}`);
  }

  /** The literal, or undefined and a fault. */
  read(key: string, cell: Read): string | undefined {
    if ('literal' in cell) return cell.literal;
    this.fault(key, cell.fault);
    return undefined;
  }

  /** Each of the declarations that the words mean, or undefined and a fault. */
  found(
    key: string,
    words: readonly string[],
    kinds: readonly Kind[],
    noun: string,
  ): { node: PlanNode; path: string }[] | undefined {
    const all: { node: PlanNode; path: string }[] = [];
    for (const word of words) {
      const found = this.lookup.find(word, kinds, noun);
      if ('fault' in found) {
        this.fault(key, found.fault);
        return undefined;
      }
      all.push(found);
    }
    return all;
  }
}
