/** Patterns of `include` and `exclude` that are not tried: they come from settings, and settings may come from a stranger. */

/** Some patterns take longer to try than anyone waits. */
export function isReasonable(pattern: string): boolean {
  const braces = pattern.match(/[{(]/g)?.length ?? 0;
  const stars = pattern.match(/\*+/g)?.length ?? 0;
  return pattern.length <= 200 && braces <= 4 && stars <= 8 && !/\.\.\d*\}/.test(pattern);
}
