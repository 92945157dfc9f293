/**
 * Writes a believable plan of a given size into a folder, the same one for the same seed.
 *
 *     node test/bench/generate.mjs M some/folder [--seed 1] [--faults]
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { withFaults } from './plan/faults.mjs';
import { planFiles, SIZES, TODAY } from './plan/model.mjs';
import { lineCount, written } from './plan/mos.mjs';

export { TODAY };

/**
 * Writes the plan and says what it holds. `size` is a key of SIZES; with `faults`, one declaration in a hundred has one.
 * Judged by TODAY, a plan without faults has no findings.
 */
export function generate(size, folder, { seed = 1, faults = false } = {}) {
  if (!SIZES[size]) throw new Error(`no size ${size}; there are ${Object.keys(SIZES).join(', ')}`);
  const totals = { files: 0, declarations: 0, lines: 0, bytes: 0 };
  const write = (path, text) => {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    return Buffer.byteLength(text);
  };
  const measure = SIZES[size].fill[0] === 'lines' ? lineCount : declarationCount;
  for (const { path, nodes } of planFiles(size, seed, measure)) {
    const text = faults ? withFaults(nodes, path, seed, written) : written(nodes);
    totals.files++;
    totals.declarations += declarationCount(nodes);
    totals.lines += text.split('\n').length - 1;
    totals.bytes += write(path, text);
  }
  write('mos.json', `${JSON.stringify({ name: `Bench ${size}` }, undefined, 2)}\n`);
  return totals;
}

/** Blocks of the plan, weeks included. */
function declarationCount(nodes) {
  let count = 0;
  for (const { inner } of nodes) count += 1 + declarationCount(inner);
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string', default: '1' }, faults: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [size, folder] = positionals;
  if (!size || !folder) {
    console.error('usage: node test/bench/generate.mjs S|M|L|E <folder> [--seed n] [--faults]');
    process.exitCode = 2;
  } else {
    const { files, declarations, lines, bytes } = generate(size, folder, { ...values, seed: Number(values.seed) });
    const where = relative('', folder) || '.';
    console.log(
      `${where}: ${files} files, ${declarations} declarations, ${lines} lines, ${bytes} bytes, today ${TODAY}`,
    );
  }
}
