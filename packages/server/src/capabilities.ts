/** The capabilities of all features as one: what two of them add to the same place stands side by side. */

import type { ServerCapabilities } from 'vscode-languageserver';

export function merged(parts: readonly ServerCapabilities[]): ServerCapabilities {
  return parts.reduce<Plain>((all, part) => merge(all, part as Plain), {}) as ServerCapabilities;
}

type Plain = Record<string, unknown>;

function merge(a: Plain, b: Plain): Plain {
  const result: Plain = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const before = result[key];
    if (Array.isArray(before) && Array.isArray(value)) result[key] = [...before, ...value];
    else if (isPlain(before) && isPlain(value)) result[key] = merge(before, value);
    else result[key] = value;
  }
  return result;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
