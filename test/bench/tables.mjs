/** What was measured, as tables that people read: on the terminal and in README.md. */

import { AGAIN, ratiosOf, rounded } from './budgets.mjs';
import { median } from './measure.mjs';

const BEGIN = (part) => `<!-- ${part}, written by npm run bench -- --write -->`;
const END = '<!-- end -->';

const SHOWN = {
  node: 'an empty `node`',
  reading: 'reading the same bytes, one by one',
  mos: '**`mos check`**',
  'mos again': '`mos check --cache`, nothing changed',
  tsc: '`tsc --noEmit`, the plan as TypeScript',
  'ajv-cli': '`ajv-cli`, the plan as YAML',
  'ajv-cli + script': '`ajv-cli` and a script for references',
  'ajv-cli + script with places': '… with lines and columns',
  likec4: '`likec4 validate`',
  tj3: '`tj3`',
};

/** A row a tool: seconds, times what mos takes, peak memory; for each size. */
export function speedTable({ sizes, ...run }) {
  const names = Object.keys(SHOWN).filter((name) => Object.values(sizes).some((results) => results[name]));
  if (names.length === 0) return 'The command line was not measured.';
  const ratios = ratiosOf({ sizes, ...run });
  const columns = Object.keys(sizes);
  return table(
    ['', ...columns.flatMap((size) => [`${size}, s`, 'mos takes', 'MiB'])],
    names.map((name) => [
      SHOWN[name],
      ...columns.flatMap((size) => {
        const result = sizes[size][name];
        if (!result?.seconds) return [result?.absent ?? '–', '', ''];
        const ratio = ratios[name === AGAIN ? `${size} ${AGAIN} ÷ mos` : `${size} mos ÷ ${name}`];
        return [
          rounded(median(result.seconds)),
          ratio ? (name === AGAIN ? `(${rounded(median(ratio))} × of that)` : `${rounded(median(ratio))} ×`) : '',
          result.peak ? Math.round(result.peak) : '–',
        ];
      }),
    ]),
  );
}

/** A row a thing that an editor asks, for each size: p50, p95, p99 in milliseconds; then what was measured once. */
export function editorTable({ editor }) {
  const sizes = Object.keys(editor);
  if (sizes.length === 0) return 'The editor was not measured.';
  const names = [...new Set(sizes.flatMap((size) => Object.keys(editor[size].requests)))];
  const facts = [...new Set(sizes.flatMap((size) => Object.keys(editor[size].facts)))];
  const requests = table(
    ['milliseconds: p50 / p95 / p99', ...sizes],
    names.map((name) => [
      name,
      ...sizes.map((size) => {
        const found = editor[size].requests[name];
        if (!found) return '–';
        const reply = found.bytes ? `, ${rounded(found.bytes / 1024)} KB` : '';
        return `${[found.p50, found.p95, found.p99].map(rounded).join(' / ')}${reply}`;
      }),
    ]),
  );
  const once = table(
    ['measured once', ...sizes],
    facts.map((name) => [name, ...sizes.map((size) => editor[size].facts[name] ?? '–')]),
  );
  return `${requests}\n\n${once}`;
}

/** The README with this run between its markers; a table that the run did not measure whole stays as it was. L, which takes long, has its own. */
export function written(readme, run) {
  const measured = `Measured on ${run.day} with ${run.machine}.`;
  const { L, ...sizes } = run.sizes;
  const bundles = Object.entries(run.bundles).map(([name, bytes]) => `${name} ${Math.ceil(bytes / 1024)} KiB`);
  const parts = {
    // A table with half of its columns or rows would take the place of a whole one.
    'the command line': sizes.S?.tsc && sizes.M?.tsc && [measured, speedTable({ ...run, sizes })],
    'the plan L': L?.tsc && [measured, speedTable({ ...run, sizes: { L } })],
    'the editor': run.editor.S && run.editor.M && run.editor.E && [measured, editorTable(run)],
    'the bundles': [`Bundles: ${bundles.join(', ')}.`],
  };
  return Object.entries(parts).reduce((text, [part, lines]) => (lines ? replaced(text, part, lines) : text), readme);
}

function replaced(readme, part, lines) {
  const [before, rest] = readme.split(BEGIN(part));
  const end = rest?.indexOf(END) ?? -1;
  if (end < 0) throw new Error(`README.md has no ${BEGIN(part)} … ${END}`);
  return [before, BEGIN(part), '\n\n', lines.join('\n\n'), '\n\n', rest.slice(end)].join('');
}

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
