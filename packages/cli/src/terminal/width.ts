/** How many columns a terminal gives to a text. */

let exactly: ((text: string) => number) | undefined;

/** To be waited for before findings are drawn: what is known of all the world's scripts takes longer to load than a small plan to check. */
export async function loadWidths(): Promise<void> {
  exactly ??= (await import('string-width')).default;
}

export function widthOf(text: string): number {
  return exactly && !/^[ -~]*$/.test(text) ? exactly(text) : text.length;
}
