/** Long work in short steps, for a caller who has other things to do in between. */

/** Does something for each item and yields every so often. What is done stands in a function of its own, which V8 makes fast. */
export function* inSlices<T>(items: Iterable<T>, size: number, work: (item: T) => void): Generator<void> {
  let count = 0;
  for (const item of items) {
    work(item);
    if (++count % size === 0) yield;
  }
}
