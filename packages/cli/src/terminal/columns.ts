/** Names and what they mean, below each other. */

/** Two columns, without a line break at the end. */
export function columns(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, what]) => (what === '' ? `  ${name}` : `  ${name.padEnd(width)}   ${what}`)).join('\n');
}
