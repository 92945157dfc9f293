/** Changes of files as a unified diff, in colours where the terminal has some. */

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { shownPath } from '../output/paths.ts';
import { visible } from '../output/visible.ts';
import type { Colors } from './screen.ts';

/** Made for `patch` and `git apply` when it is not coloured: bytes stay as they are but for those that would steer a terminal. */
export function diffOf(
  { file, before, after }: { file: string; before: string; after: string },
  cwd: string,
  colors: Colors,
): string {
  const path = shownPath(file, cwd);
  const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
  return patch
    .split('\n')
    .map((line) => painted(safe(line), colors))
    .join('\n');
}

function painted(line: string, colors: Colors): string {
  if (line.startsWith('+++') || line.startsWith('---')) return colors.bold(line);
  if (line.startsWith('@@')) return colors.cyan(line);
  if (line.startsWith('+')) return colors.green(line);
  if (line.startsWith('-')) return colors.red(line);
  return line;
}

/** A tab and the CR of a line ending are no danger, and belong to the text. */
function safe(line: string): string {
  const ending = line.endsWith('\r') ? '\r' : '';
  return (
    line
      .slice(0, line.length - ending.length)
      .split('\t')
      .map(visible)
      .join('\t') + ending
  );
}
