/** Protects whoever installs mos to build it: no package runs a script of its own but those that are allowed by name, and each is what it was. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const json = (name: string) => JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8'));
const { allowScripts } = json('package.json');
const packages: [string, { link?: true; integrity?: string; hasInstallScript?: true }][] = Object.entries(
  json('package-lock.json').packages,
);
const installed = packages.filter(([path, { link }]) => path.includes('node_modules/') && !link);

test('two packages may run a script when they are installed, and of all others only a signing tool that nobody asks wants to', () => {
  expect(allowScripts).toEqual({ esbuild: true, node: true });
  const wanting = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  expect(wanting).toEqual(['node_modules/@vscode/vsce-sign', 'node_modules/esbuild', 'node_modules/node']);
});

test('each package that is installed is known by its checksum', () => {
  expect(installed.length).toBeGreaterThan(100);
  for (const [path, { integrity }] of installed) expect(integrity, path).toMatch(/^sha512-/);
});
