/** Lists in a cell: several names or texts, one after the other, so that they can be taken apart again. */

const SEPARATOR = ', ';

/** `ben, cho`; texts that hold a comma, a quote or space at their ends stand in quotes, doubled inside. */
export function joined(items: readonly string[]): string {
  return items
    .map((item) => (/^$|[",\r\n]|^\s|\s$/.test(item) ? `"${item.replaceAll('"', '""')}"` : item))
    .join(SEPARATOR);
}

/** The reverse; what people type is taken as generously as it can be: commas or semicolons, space around them, empty items left out. */
export function parted(cell: string): string[] {
  const items: string[] = [];
  for (const [, quoted, plain = ''] of cell.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=[,;]|$)|([^,;]*))(?:[,;]|$)/g)) {
    const item = quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"');
    if (item !== '' || quoted !== undefined) items.push(item);
  }
  return items;
}
