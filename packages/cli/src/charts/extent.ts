/** What a drawing has to hold: the span of its values, and no more points than it has room for. */

/** The least and the greatest, of any number of values; of none, nothing to draw between. */
export function extentOf(values: readonly number[]): [least: number, greatest: number] {
  const [first = 0] = values;
  let [least, greatest] = [first, first];
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}

/** Evenly thinned to at most `most` (2 or more), the first and the last always among them. */
export function thinned<T>(points: readonly T[], most: number): readonly T[] {
  if (points.length <= most) return points;
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)] as T);
}
