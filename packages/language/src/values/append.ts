/** Long lists at the end of others: a call takes about a hundred thousand arguments, and a stranger's plan may hold more. */

export function append<T>(list: T[], more: Iterable<T>): void {
  for (const each of more) list.push(each);
}
