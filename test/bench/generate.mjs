/**
 * Writes a believable plan of a given size into a folder, the same one for the same seed; as a plan, or as other tools read it.
 *
 *     node test/bench/generate.mjs M some/folder [--seed 1] [--faults] [--form mos]
 */

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { likec4 } from './forms/likec4.mjs';
import { lineCount, written } from './forms/mos.mjs';
import { taskjuggler } from './forms/taskjuggler.mjs';
import { typescript } from './forms/typescript.mjs';
import { yaml } from './forms/yaml.mjs';
import { withFaults } from './plan/faults.mjs';
import { planFiles, SIZES, TODAY } from './plan/model.mjs';

export { SIZES, TODAY };

const forms = { typescript, yaml, likec4, taskjuggler };

/**
 * Writes the plan and says what it holds. `size` is a key of SIZES; with `faults`, one declaration in a hundred has one.
 * Judged by TODAY, a plan without faults has no findings. Other forms than `mos` have no faults.
 */
export function generate(size, folder, { seed = 1, faults = false, form = 'mos' } = {}) {
  if (!SIZES[size]) throw new Error(`no size ${size}; there are ${Object.keys(SIZES).join(', ')}`);
  const measure = SIZES[size].fill[0] === 'lines' ? lineCount : declarationCount;
  const plan = () => planFiles(size, seed, measure);
  const totals = { files: 0, declarations: 0, lines: 0, bytes: 0 };
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    totals.files++;
    totals.lines += text.split('\n').length - 1;
    totals.bytes += Buffer.byteLength(text);
  };
  if (form !== 'mos') {
    for (const [path, text] of forms[form](plan)) write(path, text);
    return totals;
  }
  for (const { path, nodes } of plan()) {
    write(path, faults ? withFaults(nodes, path, seed, written) : written(nodes));
    totals.declarations += declarationCount(nodes);
  }
  // Settings are no plan file, and not counted as one.
  writeFileSync(join(folder, 'mos.json'), `${JSON.stringify(settings(size), undefined, 2)}\n`);
  return totals;
}

/** These rules count for the whole plan what one team may look at and one desk can approve, and these are plans of hundreds. */
function settings(size) {
  const rules = { 'metrics/too-many-metrics': 'off', 'resources/overloaded-approver': { most: 100_000 } };
  return { name: `Bench ${size}`, rules };
}

/** Blocks of the plan, weeks included. */
function declarationCount(nodes) {
  let count = 0;
  for (const { inner } of nodes) count += 1 + declarationCount(inner);
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { size, folder, fault, options } = understood(process.argv.slice(2));
  if (fault !== undefined) {
    const known = ['mos', ...Object.keys(forms)].join('|');
    const usage = `usage: node test/bench/generate.mjs S|M|L|E <folder> [--seed n] [--faults] [--form ${known}]`;
    console.error([fault, usage].filter(Boolean).join('\n'));
    process.exitCode = 2;
  } else {
    const { files, declarations, lines, bytes } = generate(size, folder, options);
    const where = relative('', folder) || '.';
    console.log(
      `${where}: ${files} files, ${declarations} declarations, ${lines} lines, ${bytes} bytes, today ${TODAY}`,
    );
  }
}

/** What is to be written and where, or why that cannot be done; the reason is empty where nothing was asked. */
function understood(args) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        seed: { type: 'string', default: '1' },
        faults: { type: 'boolean', default: false },
        form: { type: 'string', default: 'mos' },
      },
      allowPositionals: true,
    });
    const [size, folder] = positionals;
    if (!size || !folder) return { fault: '' };
    if (!SIZES[size]) return { fault: `no size ${size}` };
    if (values.form !== 'mos' && !forms[values.form]) return { fault: `no form ${values.form}` };
    if (existsSync(folder) && readdirSync(folder).length > 0)
      return { fault: `${folder} is not empty: what lies there would be read with the plan` };
    return { size, folder, options: { ...values, seed: Number(values.seed) } };
  } catch (error) {
    return { fault: error.message };
  }
}
