/** Protects which files of a folder are plan files: what git leaves out, mos leaves out, and says what it could not look into. */

import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { plansBelow } from '@mos/server/files';
import { afterAll, describe, expect, test } from 'vitest';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function folder(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'mos-files-'));
  made.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** A pattern that means the same, but is searched for instead of walked to. */
const ways = [['**/*.mos'], ['**/*.mos', '**/*.mos']];

describe.each(ways.map((patterns) => ({ patterns })))('by $patterns', ({ patterns }) => {
  async function found(root: string, options?: { ignored?: boolean }): Promise<string[]> {
    const { files, troubles } = await plansBelow(root, patterns, [], options);
    expect(troubles).toEqual([]);
    return files.map((file) => relative(root, file).replaceAll('\\', '/'));
  }

  test('every folder is looked into, but hidden ones and what is installed', async () => {
    const root = folder({
      'a.mos': '',
      'b/c/d.mos': '',
      'b/notes.md': '',
      '.hidden/e.mos': '',
      '.f.mos': '',
      'b/node_modules/g.mos': '',
    });
    expect(await found(root)).toEqual(['a.mos', 'b/c/d.mos']);
  });

  test('the nearest .gitignore has the last word, and nothing comes back from an ignored folder', async () => {
    const root = folder({
      '.gitignore': '# old plans\n*.old.mos\n/drafts/\n',
      'a.mos': '',
      'a.old.mos': '',
      'b/.gitignore': '!kept.old.mos\nlocal.mos\n',
      'b/kept.old.mos': '',
      'b/c/local.mos': '',
      'b/drafts/d.mos': '',
      'drafts/.gitignore': '!e.mos\n',
      'drafts/e.mos': '',
    });
    expect(await found(root)).toEqual(['a.mos', 'b/drafts/d.mos', 'b/kept.old.mos']);
    expect(await found(root, { ignored: true })).toHaveLength(6);
  });

  test('a .gitignore above counts up to the top of the repository, and not without one', async () => {
    const root = folder({ '.gitignore': 'drafts/\n*.tmp.mos\n', 'plans/a.tmp.mos': '', 'plans/drafts/b.mos': '' });
    expect(await found(join(root, 'plans'))).toEqual(['a.tmp.mos', 'drafts/b.mos']);
    mkdirSync(join(root, '.git'));
    expect(await found(join(root, 'plans'))).toEqual([]);
  });
});

test('links to files are followed, links to folders are not, and a folder called like a plan is said', async () => {
  const root = folder({ 'a.mos': '', 'sub/b.mos': '', 'x.mos/c.mos': '' });
  symlinkSync(join(root, 'a.mos'), join(root, 'linked.mos'));
  symlinkSync(join(root, 'sub'), join(root, 'again'));
  const { files, troubles } = await plansBelow(root, ['**/*.mos']);
  expect(files.map((file) => relative(root, file))).toEqual([
    'a.mos',
    'linked.mos',
    'sub/b.mos',
    join('x.mos', 'c.mos'),
  ]);
  expect(troubles).toEqual([
    { file: join(root, 'x.mos'), message: 'it is a folder with the name of a plan file; rename it' },
  ]);
});

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a folder that may not be opened is said',
  async () => {
    const root = folder({ 'a.mos': '', 'closed/b.mos': '' });
    chmodSync(join(root, 'closed'), 0o000);
    const { files, troubles } = await plansBelow(root, ['**/*.mos']);
    chmodSync(join(root, 'closed'), 0o755);
    expect(files).toEqual([join(root, 'a.mos')]);
    expect(troubles).toMatchObject([{ file: join(root, 'closed') }]);
  },
);
