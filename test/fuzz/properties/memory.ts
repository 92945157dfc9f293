/** A long session in the real server: what it holds at the end is what it held near the beginning. */

import { mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '../../harness/client.ts';
import { edited } from '../../harness/edits.ts';
import { pick, type Random } from '../../harness/sentences.ts';
import { smallPlan } from '../../harness/small-plan.ts';
import { Broken, type Property } from '../property.ts';

const SERVER = fileURLToPath(new URL('../../../packages/server/dist/server.mjs', import.meta.url));
const HEAP = new URL('../../harness/heap.mjs', import.meta.url).href;
/** Bytes. */
const MOST_GROWTH = 50 * 1024 * 1024;
/** Edits between two looks; the first looks are left out, for caches fill up then. */
const ROUND = 250;

export const memory: Property = {
  name: 'memory',
  promise: 'over 50,000 edits with requests, the memory in use grows by less than 50 MB',
  quick: 0,
  long: 1,
  run: (random) => session(random, 50_000, MOST_GROWTH),
};

/** Throws `Broken` when the median of the last looks lies more than `most` bytes above that of the first. */
export async function session(random: Random, edits: number, most: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'mos-memory-'));
  const heapFile = join(folder, 'heap.txt');
  for (const { file, text } of smallPlan) writeFileSync(join(folder, file), text);
  writeFileSync(heapFile, '');
  process.env.MOS_HEAP_FILE = heapFile;
  const server = ['--expose-gc', '--import', HEAP, SERVER, '--stdio'];
  const client = await Client.start(folder, undefined, undefined, { server });
  try {
    for (const { file, text } of smallPlan) await client.open(file, text);
    const sizes: number[] = [];
    for (let done = 0; done < edits; done += ROUND) {
      await round(client, random);
      sizes.push(await heapOf(client, heapFile, sizes.length + 1));
    }
    const third = Math.max(1, Math.floor(sizes.length / 3));
    const [first, last] = [sizes.slice(1, 1 + third), sizes.slice(-third)].map(median) as [number, number];
    const story = { 'sizes.txt': sizes.join('\n') };
    if (last - first > most) throw new Broken(`${Math.round((last - first) / 1024)} KB more in use than before`, story);
  } finally {
    if (client.isRunning) await client.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Edits of every file and what an editor asks behind them, and in the end the plan as it was. */
async function round(client: Client, random: Random): Promise<void> {
  const texts = new Map(smallPlan.map(({ file, text }) => [file, text]));
  for (let count = 0; count < ROUND; count++) {
    const [file, text] = pick(random, [...texts]);
    texts.set(file, edited(text, [...texts.values()], random));
    await client.change(file, texts.get(file) as string);
    if (count % 5 > 0) continue;
    const position = { line: Math.floor(random() * 5), character: 5 };
    await client.request('textDocument/completion', file, { position });
    await client.request('textDocument/semanticTokens/full', file);
    await client.request('textDocument/codeAction', file, {
      range: { start: position, end: position },
      context: { diagnostics: [] },
    });
  }
  for (const { file, text } of smallPlan) await client.change(file, text);
  await client.settled();
}

function heapOf(client: Client, file: string, line: number): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const lines = readFileSync(file, 'utf8').split('\n');
      if (lines.length <= line) return;
      watcher.close();
      resolve(Number(lines[line - 1]));
    };
    const watcher = watch(file, look);
    client.signal('SIGUSR2');
    look();
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
