/** What the place that we write to can show: colours, links, columns. */

import type { Writable } from 'node:stream';
import picocolors from 'picocolors';

export type Colors = ReturnType<typeof picocolors.createColors>;

export interface Screen {
  color: boolean;
  /** It understands OSC 8 links. */
  hyperlinks: boolean;
  /** Columns. */
  width: number;
  colors: Colors;
}

type Stream = Writable & { isTTY?: boolean; columns?: number };

/** Columns of a page that nobody's window limits. */
const PAGE_WIDTH = 100;

/** Narrower windows scroll sideways; text that wraps at every word helps nobody. */
const NARROWEST = 40;

/** `color: false` is `--no-color`; then FORCE_COLOR and NO_COLOR count, then whether this is a terminal. */
export function screenOf(stream: Stream, { color = true, env = process.env } = {}): Screen {
  const colored = color && hasColor(stream, env);
  const columns = stream.isTTY ? stream.columns : Number(env.COLUMNS);
  return {
    color: colored,
    hyperlinks: colored && stream.isTTY === true && knowsLinks(env),
    width: Math.max(NARROWEST, columns && Number.isInteger(columns) ? columns : PAGE_WIDTH),
    colors: picocolors.createColors(colored),
  };
}

function hasColor(stream: Stream, env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_COLOR !== undefined) return !['0', 'false'].includes(env.FORCE_COLOR);
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** Terminals print what they do not know, so only those that are known to know links get them. */
function knowsLinks(env: NodeJS.ProcessEnv): boolean {
  if (env.FORCE_HYPERLINK !== undefined) return env.FORCE_HYPERLINK !== '0';
  if (env.CI || env.TERM === 'dumb') return false;
  return (
    ['vscode', 'iTerm.app', 'WezTerm', 'ghostty', 'Hyper', 'rio', 'Tabby'].includes(env.TERM_PROGRAM ?? '') ||
    env.WT_SESSION !== undefined ||
    env.KITTY_WINDOW_ID !== undefined ||
    env.KONSOLE_VERSION !== undefined ||
    Number(env.VTE_VERSION ?? 0) >= 5000
  );
}
