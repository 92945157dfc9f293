/**
 * What a JSON Schema cannot say of a plan in YAML: each name is declared once and everything that is referred to is there, of
 * the right kind. With `--positions`, findings have lines and columns; without, only files.
 *
 *     node references.mjs <folder of the packages> <folder of the plan> [--positions]
 */

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const EXPECTED = {
  about: ['frame'],
  ...{
    dri: ['owner'],
    with: ['owner'],
    agreedWith: ['owner'],
    escalatesTo: ['owner'],
    reportsTo: ['owner'],
    lead: ['owner'],
  },
  ...{ chair: ['owner'], team: ['team'], attend: ['team'], selectedBy: ['team'], usedBy: ['team'], drives: ['metric'] },
  ...{ advances: ['bet', 'frame', 'objective', 'milestone'], needs: ['gate', 'commitment'], affects: ['frame', 'bet'] },
};
const [packages, folder] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const read = process.argv.includes('--positions') ? placed(require('yaml')) : plain(require('js-yaml'));

const declared = new Map();
const used = [];
const faults = [];
for (const path of readdirSync(folder, { recursive: true })) {
  if (!path.endsWith('.yaml')) continue;
  const { document, where } = read(path, readFileSync(join(folder, path), 'utf8'));
  visit(document, [], where);
}
for (const { name, kinds, place } of used) {
  const kind = declared.get(name);
  if (!kind) faults.push(`${place()}: nothing is called ${name}`);
  else if (!kinds.includes(kind)) faults.push(`${place()}: ${name} is a ${kind}`);
}
for (const fault of faults) console.log(fault);
console.log(`${declared.size} names, ${used.length} references, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;

function visit(parent, way, where) {
  for (const [plural, list] of Object.entries(parent)) {
    if (!Array.isArray(list) || typeof list[0] !== 'object' || Array.isArray(list[0])) continue;
    for (const [index, node] of list.entries()) {
      const own = [...way, plural, index];
      if (node.name && declared.has(node.name)) faults.push(`${where([...own, 'name'])}: ${node.name} is there twice`);
      if (node.name) declared.set(node.name, plural.slice(0, -1));
      for (const [key, kinds] of Object.entries(EXPECTED)) {
        for (const [at, name] of [node[key] ?? []].flat().entries()) {
          const place = () => where([...own, key, ...(Array.isArray(node[key]) ? [at] : [])]);
          used.push({ name, kinds, place });
        }
      }
      for (const [metric] of [...(node.expect ?? []), ...(node.guardrail ? [node.guardrail] : [])])
        used.push({ name: metric, kinds: ['metric'], place: () => where(own) });
      visit(node, own, where);
    }
  }
}

function plain({ load }) {
  return (path, text) => ({ document: load(text), where: () => path });
}

function placed({ parseDocument, LineCounter }) {
  return (path, text) => {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines });
    const where = (way) => {
      const { line, col } = lines.linePos(document.getIn(way, true).range[0]);
      return `${path}:${line}:${col}`;
    };
    return { document: document.toJS(), where };
  };
}
