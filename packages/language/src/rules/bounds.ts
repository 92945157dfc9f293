/** How messages say how many there should be. */

/** `2 or 3`, `3 to 5`, `4`. */
export function spokenBounds([least, most]: readonly [number, number]): string {
  if (least === most) return `${least}`;
  return `${least} ${most - least === 1 ? 'or' : 'to'} ${most}`;
}
