/** The licences of what is bundled: whoever passes our files on has to pass these on, too. */
import fs from 'node:fs';
import { join } from 'node:path';
import { fail, root } from './bootstrap.mjs';

/** Licences under which code may be bundled with ours; another one is a decision for people. */
const FINE = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
]);

/** A bundle holds them where its code was folded in; some packages of one author share the licence of their repository. */
const LICENCE_FILE = /^(licen[sc]e|copying)([.-].*)?$/i;

/**
 * One text for all packages whose code is in the bundles.
 * @param {Iterable<string>} inputs paths of source files, as esbuild names them
 * @returns {string}
 */
export function notices(inputs) {
  const folders = new Set();
  for (const input of inputs) {
    const found = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input);
    if (found) folders.add(found[0]);
  }
  // Two copies of one version are one package.
  const byName = new Map([...folders].map(noticeOf).map((part) => [part.name, part]));
  const unique = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const intro = 'mos contains code of the packages below. Each stands under its own licence.\n';
  // Packages of one author mostly share theirs to the letter.
  const byText = new Map();
  for (const part of unique)
    byText.set(part.text, (byText.get(part.text) || []).concat(`${part.name} (${part.licence})`));
  const parts = [...byText].map(([text, names]) => `${'='.repeat(80)}\n${names.join('\n')}\n\n${text}\n`);
  return [intro, ...parts].join('\n');
}

/** @param {string} folder of an installed package @returns {{ name: string, licence: string, text: string }} */
function noticeOf(folder) {
  const path = join(root, folder);
  const { name, version, license, author, repository } = JSON.parse(
    fs.readFileSync(join(path, 'package.json'), 'utf8'),
  );
  const file = fs
    .readdirSync(path)
    .sort()
    .find((entry) => LICENCE_FILE.test(entry));
  // "(MIT OR X)" gives the choice.
  const licence = String(license)
    .replace(/[()]/g, '')
    .split(' OR ')
    .find((one) => FINE.has(one));
  if (!licence) {
    fail(
      `${name} ${version} stands under "${license}", which nobody has agreed to bundle.`,
      'Take another package, or add the licence to .tools/notices.mjs with a reason.',
    );
  }
  const address = (repository && (repository.url || repository)) || '';
  const credit = `Copyright (c) ${(author && (author.name || author)) || `the authors of ${name}`} ${address}`.trim();
  const text = file ? fs.readFileSync(join(path, file), 'utf8').replace(/\r\n/g, '\n').trim() : credit;
  return { name: `${name} ${version}`, licence, text };
}
