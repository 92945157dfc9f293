/** Where a command writes: results to one stream, what people should know besides to the other. */

import { LARGEST_FILE } from '@mos/server/files';
import { shownPath } from './output/paths.ts';
import { visible, visibleShort } from './output/visible.ts';
import { Problem, type Trouble } from './problem.ts';
import type { Progress } from './terminal/progress.ts';
import { openProgress } from './terminal/progress.ts';
import { type Screen, screenOf } from './terminal/screen.ts';

export interface Console {
  cwd: string;
  /** The terminal, file or pipe behind standard output. */
  screen: Screen;
  progress: Progress;
  /** The result of the command, as it stands, and the exit code that goes with it: a reader that leaves early still gets it. */
  print(content: string | Uint8Array, code: number): void;
  /** A line beside the result, on standard error. */
  remark(line: string): void;
  /** One line for each thing that could not be read or done. */
  remarkTroubles(troubles: readonly Trouble[]): void;
}

export function openConsole({ color }: { color?: boolean } = {}): Console {
  const cwd = process.cwd();
  const progress = openProgress(process.stderr);
  const beside = screenOf(process.stderr, { color: color ?? true }).colors;
  function remark(line: string): void {
    progress.clear();
    process.stderr.write(`${line}\n`);
  }
  return {
    cwd,
    screen: screenOf(process.stdout, { color: color ?? true }),
    progress,
    print(content, code) {
      progress.clear();
      process.exitCode = code;
      process.stdout.write(content);
    },
    remark,
    remarkTroubles(troubles) {
      for (const { file, message } of troubles) {
        remark(`${beside.red('✗')} ${visible(shownPath(file, cwd))}: ${visibleShort(message)}`);
      }
    },
  };
}

/** All of standard input; throws a Problem for more than any plan is. */
export async function readInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Uint8Array);
    size += (chunk as Uint8Array).length;
    if (size > LARGEST_FILE)
      throw new Problem('Standard input is larger than 32 MB, which no plan is.', 'Send it the text of one plan file.');
  }
  return Buffer.concat(chunks);
}
