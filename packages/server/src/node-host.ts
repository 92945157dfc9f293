/** Files and the clock under Node. */

import { existsSync, statSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { plansBelow, readPlanFile } from './files/index.ts';
import type { Host } from './host.ts';
import { memoryIn } from './memory.ts';

export const nodeHost: Host = {
  async listFiles(folder, { include, exclude, ignored = false }) {
    const { fsPath, scheme } = URI.parse(folder);
    if (scheme !== 'file' || !isFolder(fsPath)) return { files: [], troubles: [] };
    const { files, troubles } = await plansBelow(fsPath, include, exclude, { ignored, within: fsPath });
    await nodeHost.yield();
    return {
      files: files.map((file) => URI.file(file).toString()),
      troubles: troubles.map(({ file, message }) => ({ uri: URI.file(file).toString(), message })),
    };
  },
  // Reading at once is several times cheaper than by promises; whoever reads many files lets others have their turn.
  async readFile(uri) {
    const { fsPath, scheme } = URI.parse(uri);
    if (scheme !== 'file' || !existsSync(fsPath)) return undefined;
    const { read, trouble } = readPlanFile(fsPath);
    return {
      ...(read && { text: read.text, faithful: read.faithful }),
      ...(trouble && { trouble: trouble.message }),
    };
  },
  memory: memoryIn,
  worked() {
    const now = performance.now();
    if (now - asked.at > SOON) {
      const { user, system } = process.cpuUsage();
      asked = { at: now, worked: (user + system) / 1000 };
    }
    return asked.worked;
  },
  // Whoever types waits for one of these at most, so that findings follow a keystroke within 10 ms also while others are judged.
  slice: 5,
  async yield() {
    for (let round = 0; round < ROUNDS; round++) await new Promise((resolve) => setImmediate(resolve));
  },
  today() {
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
};

/** Of the event loop: on its way from the pipe to its answer, a message goes through some, and would wait a turn in each. */
const ROUNDS = 4;
/** Milliseconds. To ask the system costs more than most of the pieces of work that are measured by it. */
const SOON = 5;
let asked = { at: Number.NEGATIVE_INFINITY, worked: 0 };

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
