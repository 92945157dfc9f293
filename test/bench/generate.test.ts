/** Protects what the bench measures: made-up plans are clean or faulty as asked, as large as said, and the same for the same seed. */

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, defaultConfig, loadFullReader, type SourceFile } from '@mos/language';
import { afterAll, expect, test } from 'vitest';
import { generate, TODAY } from './generate.mjs';

const folder = mkdtempSync(join(tmpdir(), 'mos-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a clean plan has no finding, whatever the seed', async () => {
  for (const seed of [1, 2, 3]) {
    const { declarations, files } = written(`clean-${seed}`, { seed });
    expect(declarations).toBe(250);
    expect(await findingsOf(files)).toEqual([]);
  }
});

test('a plan with faults has several, by several rules', async () => {
  const findings = await findingsOf(written('faulty', { faults: true }).files);
  expect(new Set(findings.map((finding) => finding.replace(/.* /, ''))).size).toBeGreaterThan(1);
});

test('the same seed gives the same plan, another seed another one', () => {
  const [one, again, other] = [
    written('one', { seed: 1 }),
    written('again', { seed: 1 }),
    written('other', { seed: 2 }),
  ];
  expect(again.files).toEqual(one.files);
  expect(other.files).not.toEqual(one.files);
});

test.each(['typescript', 'yaml', 'likec4', 'taskjuggler'])('as %s, every promise of the plan is there', (form) => {
  const titles = written('titles').files.flatMap(({ text }) => [...text.matchAll(/commitment [\w ]*"(.*?)"/g)]);
  generate('S', join(folder, form), { form });
  const text = texts(form, '').join('\n');
  expect(titles.length).toBeGreaterThan(100);
  for (const [, title = ''] of titles) expect(text).toContain(title);
});

function written(name: string, options: { seed?: number; faults?: boolean } = {}) {
  const { declarations } = generate('S', join(folder, name), options);
  const files: SourceFile[] = paths(name, '.mos').map((file) => ({ file, text: read(name, file) }));
  return { declarations, files };
}

async function findingsOf(files: SourceFile[]): Promise<string[]> {
  await loadFullReader();
  const { findings } = compile(files, defaultConfig, TODAY);
  return findings.map(({ file, rule }) => `${file}: ${rule}`);
}

function texts(name: string, ending: string): string[] {
  return paths(name, ending).map((file) => read(name, file));
}

function paths(name: string, ending: string): string[] {
  const entries = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' });
  return entries.filter((path) => path.endsWith(ending) && /\.\w+$/.test(path)).toSorted();
}

function read(name: string, file: string): string {
  return readFileSync(join(folder, name, file), 'utf8');
}
