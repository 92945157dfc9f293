/** Faults as people make them, in one declaration of a hundred. */

import { randomFrom } from './model.mjs';

/** Each changes one node and says whether it could. */
const FAULTS = [
  (node) => drop(node, 'dri'),
  (node) => drop(node, 'why'),
  (node) => drop(node, 'source'),
  (node) => drop(node, 'quarter') || drop(node, 'month'),
  (node) => misspell(node, 'advances'),
  (node) => misspell(node, 'needs'),
  (node) => drop(node, 'advances'),
  (node) => change(node, 'read', () => undefined),
  (node) => change(node, 'month', (month) => month.replace(/\d\d$/, '13')),
  (node) => change(node, 'dri', (dri) => `${dri}, finn`),
];
const RATE = 0.01;

/** The text of the file, with the faults in it; a seed and a path always give the same ones. */
export function withFaults(nodes, path, seed, written) {
  let hash = seed;
  for (const letter of path) hash = Math.imul(hash, 31) + letter.charCodeAt(0);
  const random = randomFrom(hash);
  const visit = (list) => list.map((node) => spoilt({ ...node, inner: visit(node.inner) }, random));
  const text = written(visit(nodes));
  // Now and then somebody forgets a quote.
  return random() < RATE * 10 ? text.replace(/" \{ dri/, ' { dri') : text;
}

function spoilt(node, random) {
  if (random() >= RATE) return node;
  const first = Math.floor(random() * FAULTS.length);
  for (let turn = 0; turn < FAULTS.length; turn++) {
    const copy = { ...node, facts: [...node.facts] };
    if (FAULTS[(first + turn) % FAULTS.length](copy)) return copy;
  }
  return node;
}

function change(node, key, to) {
  const at = node.facts.findIndex(([name]) => name === key);
  if (at < 0) return false;
  const value = to(node.facts[at][1]);
  if (value === undefined) node.facts.splice(at, 1);
  else node.facts[at] = [key, value];
  return true;
}

function drop(node, key) {
  return change(node, key, () => undefined);
}

function misspell(node, key) {
  return change(node, key, ([name]) => [`${name}x`]);
}
