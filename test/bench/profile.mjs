/**
 * Where a check of the plan M spends its time: a flame picture, and the shares by what is done.
 *
 *     node test/bench/profile.mjs [--size M]
 *
 * Writes `profile.svg` beside this file. Several runs are laid over each other; a function that calls itself stands once.
 */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runAsScript } from '../../.tools/bootstrap.mjs';
import { buildLegibly } from '../../.tools/build.mjs';
import { runNode } from '../../.tools/command.mjs';
import { generate } from './generate.mjs';

const RUNS = 5;
/** Microseconds between two samples. */
const EVERY = 200;
/** Functions below this share are left out of the picture. */
const LEAST = 0.004;

runAsScript(import.meta.url, async (args) => {
  const { values } = parseArgs({ args, options: { size: { type: 'string', default: 'M' } } });
  const folder = mkdtempSync(join(tmpdir(), 'mos-profile-'));
  try {
    const mos = await buildLegibly(join(folder, 'mos'));
    generate(values.size, join(folder, 'plan'));
    for (let run = 0; run < RUNS; run++) {
      const options = ['--cpu-prof', '--cpu-prof-interval', String(EVERY), '--cpu-prof-dir', join(folder, 'profiles')];
      await runNode([...options, mos, 'check', join(folder, 'plan')]);
    }
    const names = new Map();
    const all = { name: `mos check ${values.size}`, room: '', time: 0, below: new Map() };
    for (const file of readdirSync(join(folder, 'profiles')))
      add(JSON.parse(readFileSync(join(folder, 'profiles', file), 'utf8')), all, names);
    writeFileSync(join(import.meta.dirname, 'profile.svg'), flame(all));
    console.log(shares(all));
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Lays one profile of V8 over what is there: times in microseconds, by the way that led to a function. */
function add({ nodes, samples, timeDeltas }, all, sources) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const own = new Map();
  for (const [index, id] of samples.entries()) own.set(id, (own.get(id) ?? 0) + timeDeltas[index]);
  const [top] = nodes;
  const open = [[top, all]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, place] = next;
    const time = own.get(node.id) ?? 0;
    for (let at = place; at; at = at.above) at.time += time;
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child.callFrame.functionName === '(idle)') continue;
      open.push([child, placeFor(child.callFrame, place, sources)]);
    }
  }
}

function placeFor(frame, above, sources) {
  const { name, room } = called(frame, sources);
  for (let at = above; at; at = at.above) if (at.name === name && at.room === room) return at;
  const known = above.below.get(name);
  if (known) return known;
  const place = { name, room, time: 0, below: new Map(), above };
  above.below.set(name, place);
  return place;
}

/** A function's name, and the folder of its source; esbuild says before each module which one it is. */
function called({ functionName, url, lineNumber }, sources) {
  if (functionName === '(garbage collector)') return { name: 'tidying up (V8)', room: 'gc' };
  if (functionName.startsWith('(')) return { name: functionName, room: 'node' };
  if (!url.startsWith('file:')) return { name: functionName || 'anonymous', room: 'node' };
  let modules = sources.get(url);
  if (!modules) {
    modules = readFileSync(fileURLToPath(url), 'utf8')
      .split('\n')
      .flatMap((line, index) => (/^\/\/ (packages|node_modules)\//.test(line) ? [[index, line.slice(3)]] : []));
    sources.set(url, modules);
  }
  const source = modules.findLast(([line]) => line <= lineNumber)?.[1] ?? '';
  const rule = /rules\/(\w+\/[\w-]+)\.ts$/.exec(source)?.[1];
  const name = functionName || 'anonymous';
  return { name: rule ? `${name} · ${rule}` : name, room: roomOf(source) };
}

function roomOf(source) {
  return /^packages\/(\w+\/src\/\w+)/.exec(source)?.[1] ?? 'node';
}

/** Colours by room, from light to dark as the work goes on; dark text is legible on each. */
const COLOURS = {
  'language/src/rules': '#f5b36b',
  'language/src/model': '#f6d26b',
  'language/src/syntax': '#9fd08b',
  'language/src/values': '#b9dca0',
  'language/src/config': '#c9c4e8',
  'language/src/vocabulary': '#c9c4e8',
  gc: '#e89a9a',
  node: '#cfd6dd',
};
const [WIDTH, HEIGHT, LETTER] = [1200, 17, 6.2];

/** A picture of the tree: below each function those that it called, as wide as the time that they took. */
function flame(all) {
  const boxes = [];
  let deepest = 0;
  const open = [[all, 0, 0]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [place, left, depth] = next;
    const share = place.time / all.time;
    if (share < LEAST) continue;
    deepest = Math.max(deepest, depth);
    boxes.push(box(place, share, left, depth));
    let at = left;
    for (const below of [...place.below.values()].toSorted((a, b) => b.time - a.time)) {
      open.push([below, at, depth + 1]);
      at += below.time / all.time;
    }
  }
  const height = (deepest + 1) * HEIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="11">
<title>Where mos check spends its time</title>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${boxes.join('\n')}
</svg>
`;
}

function box({ name, room, time }, share, left, depth) {
  const [x, y, width] = [left * WIDTH, depth * HEIGHT, share * WIDTH].map((number) => Number(number.toFixed(1)));
  const letters = Math.floor((width - 6) / LETTER);
  const label = name.length <= letters ? name : letters > 3 ? `${name.slice(0, letters - 1)}…` : '';
  const title = `${escaped(name)}${room ? ` (${room})` : ''}: ${(time / 1000 / RUNS).toFixed(0)} ms, ${percent(share)}`;
  const text = label ? `<text x="${x + 3}" y="${y + 12}">${escaped(label)}</text>` : '';
  const fill = COLOURS[room] ?? '#dfe7ef';
  return `<g><title>${title}</title><rect x="${x}" y="${y}" width="${width}" height="${HEIGHT - 1}" fill="${fill}"/>${text}</g>`;
}

/** What takes most, by room and by function, as lists to read. */
function shares(all) {
  const [rooms, alone, whole] = [new Map(), new Map(), new Map()];
  const count = (map, key, time) => map.set(key, (map.get(key) ?? 0) + time);
  const walk = (place, above) => {
    const key = `${place.name} (${place.room})`;
    if (!above.has(key)) count(whole, key, place.time);
    let own = place.time;
    for (const below of place.below.values()) {
      own -= below.time;
      walk(below, new Set([...above, key]));
    }
    count(rooms, place.room, own);
    count(alone, key, own);
  };
  walk(all, new Set());
  const list = (title, map, most) =>
    [...map]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, most)
      .reduce((text, [name, time]) => `${text}\n${percent(time / all.time).padStart(6)}  ${name}`, title);
  return [
    `${(all.time / 1000 / RUNS).toFixed(0)} ms a run, ${RUNS} runs`,
    list('by room', rooms, 12),
    list('by function, alone', alone, 15),
    list('by function, with what it calls', whole, 40),
  ].join('\n\n');
}

function percent(share) {
  return `${(share * 100).toFixed(1)}%`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
