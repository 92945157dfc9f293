/** Rows for spans that must not overlap: each gets the uppermost one that is free, in the order of their beginnings. */

/** Time and room go with the number of spans, however many of them lie above each other. */
export class Rows {
  count = 0;
  /** Rows that are taken until a day, by that day; days in order. */
  private readonly taken = new Map<number, number[]>();
  private readonly days: Heap = new Heap();
  private readonly free: Heap = new Heap();

  /** `from` never goes back. `to` is the first day that is free again. */
  take(from: number, to: number): number {
    for (let day = this.days.least; day !== undefined && day <= from; day = this.days.least) {
      this.days.pop();
      for (const row of this.taken.get(day) ?? []) this.free.push(row);
      this.taken.delete(day);
    }
    const row = this.free.pop() ?? this.count++;
    const others = this.taken.get(to);
    if (others) others.push(row);
    else {
      this.taken.set(to, [row]);
      this.days.push(to);
    }
    return row;
  }
}

/** Numbers, of which the least one is at hand. */
class Heap {
  private readonly values: number[] = [];

  get least(): number | undefined {
    return this.values[0];
  }

  push(value: number): void {
    const { values } = this;
    let index = values.push(value) - 1;
    for (let above = (index - 1) >> 1; index > 0 && (values[above] as number) > value; above = (index - 1) >> 1) {
      values[index] = values[above] as number;
      index = above;
    }
    values[index] = value;
  }

  pop(): number | undefined {
    const { values } = this;
    const [least] = values;
    const last = values.pop();
    if (last === undefined || values.length === 0) return least;
    let index = 0;
    for (let below = 1; below < values.length; below = 2 * index + 1) {
      if (below + 1 < values.length && (values[below + 1] as number) < (values[below] as number)) below++;
      if ((values[below] as number) >= last) break;
      values[index] = values[below] as number;
      index = below;
    }
    values[index] = last;
    return least;
  }
}
