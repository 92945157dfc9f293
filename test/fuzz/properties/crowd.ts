/** A folder with 100,000 plan files and as many others: all are read, memory stays within bounds, and nobody waits for the last one. */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '../../harness/client.ts';
import { Broken, type Property } from '../property.ts';

const FILES = 100_000;
/** Megabytes of heap that Node gives the command: it ends where it would need more. */
const HEAP = 700;
/** Megabytes that the server may hold at most. */
const SERVER_MEMORY = 1000;
const MOS = fileURLToPath(new URL('../../../packages/cli/dist/mos.mjs', import.meta.url));

export const crowd: Property = {
  name: 'crowd',
  promise: `${FILES.toLocaleString('en-US')} plan files and as many others in one folder: all are read, within ${HEAP} MB of heap`,
  quick: 0,
  long: 1,
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'mos-crowd-'));
    try {
      mkdirSync(join(folder, 'others'));
      for (let count = 0; count < FILES; count++) {
        writeFileSync(join(folder, `p${count}.mos`), `owner o${count} "O${count}" { role "R" }\n`);
        writeFileSync(join(folder, 'others', `f${count}.txt`), 'x\n');
      }
      checked(folder, [], 0, 'no findings in 100,000 files');
      checked(folder, ['others'], 2, 'There are no plan files in others');
      writeFileSync(join(folder, 'p7.mos'), 'owner o7 "O7" { role }\n');
      checked(folder, [], 1, '1 error');
      await served(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function checked(folder: string, args: readonly string[], code: number, said: string): void {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, MOS, 'check', ...args, '--today', '2026-02-09'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 },
  );
  const output = stdout + stderr;
  console.log(`  mos check ${args.join(' ')}: ${status} in ${Math.round(performance.now() - began)} ms`);
  if (status !== code || !output.includes(said)) throw new Broken(`${status}: ${output.slice(-500)}`, {});
}

async function served(folder: string): Promise<void> {
  const client = await Client.start(folder);
  try {
    await client.open('p5.mos', 'owner o5 "O5" { role }\n');
    let isRead = false;
    const began = performance.now();
    const read = client.settled().then(() => {
      isRead = true;
    });
    const hover = await client.request('textDocument/hover', 'p5.mos', { position: { line: 0, character: 7 } });
    if (isRead || !JSON.stringify(hover).includes('O5')) throw new Broken('the first answer waits for all files', {});
    console.log(`  the server's first answer: ${Math.round(performance.now() - began)} ms`);
    await read;
    const memory = client.memory();
    console.log(`  all read: ${Math.round(performance.now() - began)} ms, ${Math.round(memory)} MB`);
    if (memory > SERVER_MEMORY) throw new Broken(`${memory} MB`, {});
    const codes = ['p5.mos', 'p7.mos'].map((file) => client.published.get(client.uri(file))?.diagnostics.length);
    if (String(codes) !== '1,1') throw new Broken(`findings: ${codes}`, {});
    if ((await client.stop()) !== 0) throw new Broken('it does not end as it should', {});
  } finally {
    if (client.isRunning) await client.kill();
  }
}
