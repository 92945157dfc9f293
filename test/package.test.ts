/** Protects what is shipped to editors: what is in it, how large it is, and that its manifest tells the truth. */

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LARGEST, pack } from '../.tools/package.mjs';
import { compile, defaultConfig } from '../packages/language/src/index.ts';
import { semanticTokens } from '../packages/server/src/features/semantic-tokens.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json'));
const { contributes } = manifest;
const settings: Record<string, Record<string, unknown>> = Object.assign(
  {},
  ...contributes.configuration.map(({ properties }: { properties: object }) => properties),
);

describe('the package', () => {
  let folder: string;
  let entries: Entry[];
  let bytes: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mos-package-'));
    ({ bytes } = await pack(join(folder, 'mos.vsix')));
    entries = entriesOf(readFileSync(join(folder, 'mos.vsix')));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('holds what is needed, and nothing else', () => {
    const known = entries.map(({ name }) =>
      name.replace('extension/', '').replace(/chunks\/[A-Z0-9]+\.mjs/, 'chunks/*.mjs'),
    );
    const scripts = ['extension.cjs', 'mos.mjs', 'server.mjs', 'chunks/*.mjs'].map(
      (name) => `packages/vscode/dist/${name}`,
    );
    expect([...new Set(known)].filter((path) => !path.endsWith('.LEGAL.txt')).toSorted()).toEqual(
      [
        ...['[Content_Types].xml', 'extension.vsixmanifest'],
        ...['changelog.md', 'LICENSE.txt', 'readme.md', 'package.json'],
        'packages/vscode/dist/THIRD-PARTY-NOTICES.txt',
        'packages/vscode/language-configuration.json',
        ...['packages/vscode/bin/mos', 'packages/vscode/bin/mos.cmd'],
        ...['cascade.js', 'codicon.css', 'codicon.ttf', 'style.css'].map(
          (name) => `packages/vscode/dist/webview/${name}`,
        ),
        ...['cascade.svg', 'editor.png', 'file.svg', 'finding.png', 'icon.png'].map(
          (name) => `packages/vscode/media/${name}`,
        ),
        ...['packages/vscode/schemas/mos.schema.json', 'packages/vscode/snippets/mos.json'],
        ...['frame', 'mend', 'objective', 'owner', 'week'].map((name) => `packages/vscode/walkthrough/${name}.md`),
        ...['syntaxes/mos.markdown.tmLanguage.json', 'syntaxes/mos.tmLanguage.json'],
        ...scripts,
      ].toSorted(),
    );
  });

  test('its page has its pictures inside, as editors show no others', () => {
    const page = entries.find(({ name }) => name.endsWith('/readme.md'))?.text() ?? '';
    const pictures = [...page.matchAll(/!\[[^\]]*\]\(([^)]{0,40})/g)].map(([, address]) => address);
    expect(pictures.length).toBeGreaterThan(1);
    for (const address of pictures) expect(address).toMatch(/^data:image\/png;base64,/);
  });

  test('is the same to the last byte when it is packed again, whenever its files were written', async () => {
    const built = join(root, 'packages/vscode/dist/extension.cjs');
    const { atime, mtime } = statSync(built);
    utimesSync(built, atime, new Date(mtime.getTime() - 86_400_000));
    try {
      await pack(join(folder, 'again.vsix'));
    } finally {
      utimesSync(built, atime, mtime);
    }
    const [first, second] = ['mos.vsix', 'again.vsix'].map((name) => readFileSync(join(folder, name)));
    expect(second?.equals(first ?? Buffer.alloc(0))).toBe(true);
  }, 60_000);

  test('brings the licences of what is bundled in it', () => {
    const notices = read('packages/vscode/dist/THIRD-PARTY-NOTICES.txt');
    const depended = ['cli', 'language', 'server', 'vscode', 'webview'].flatMap((room) =>
      Object.keys(JSON.parse(read(`packages/${room}/package.json`)).dependencies ?? {}),
    );
    const foreign = [...new Set(depended)].filter((name) => !name.startsWith('@mos/'));
    expect(foreign.length).toBeGreaterThan(10);
    expect(foreign.filter((name) => !notices.includes(`\n${name} `))).toEqual([]);
    expect(notices).toContain('Permission is hereby granted');
    const page = read('SECURITY.md');
    expect(foreign.filter((name) => !page.includes(name))).toEqual([]);
  });

  test('the command line as a package of npm holds the command, its parts and their licences', async () => {
    const { stdout } = await promisify(execFile)('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: join(root, 'packages/cli'),
      shell: process.platform === 'win32',
    });
    const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
    const names = files.map(({ path }) => path.replace(/chunks\/[A-Z0-9]+\.mjs/, 'chunks/*.mjs'));
    expect([...new Set(names)].filter((path) => !path.endsWith('.LEGAL.txt')).toSorted()).toEqual(
      [
        ...['bin/mos.cjs', 'bin/start.cjs', 'dist/THIRD-PARTY-NOTICES.txt', 'dist/chunks/*.mjs', 'dist/mos.mjs'],
        ...['README.md', 'package.json'],
      ].toSorted(),
    );
  }, 60_000);

  test('the command for the terminal can be run as it is unpacked', () => {
    const { mode = 0 } = entries.find(({ name }) => name.endsWith('/bin/mos')) ?? {};
    expect(mode & 0o111).toBe(0o111);
  });

  test(`is smaller than ${LARGEST / 1024} KB`, () => {
    expect(bytes / 1024).toBeLessThan(LARGEST / 1024);
    expect(bytes / 1024).toBeGreaterThan(100);
  });
});

describe('the manifest', () => {
  test('asks for the editor whose runtime is the one that mos is built for', () => {
    expect(manifest.engines.vscode).toBe('^1.101.0');
    expect(JSON.parse(read('packages/vscode/package.json')).devDependencies['@types/vscode']).toBe('1.101.0');
    expect(read('.tools/build.mjs')).toContain("target: 'node22'");
  });

  test('names only files that are there', () => {
    const named = [...JSON.stringify(contributes).matchAll(/"(?:\.\/)?((?:packages|syntaxes)\/[^"]+?)"/g)].map(
      ([, path = '']) => path,
    );
    expect(named.length).toBeGreaterThan(10);
    expect([...named, manifest.icon].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test.each(Object.keys(settings))(
    'the setting %s says what it does, where it holds, and what it is without you',
    (name) => {
      const setting = settings[name] ?? {};
      expect(String(setting.markdownDescription)).toMatch(/\.$/);
      expect(['window', 'resource', 'application', 'machine']).toContain(setting.scope);
      expect(setting).toHaveProperty('default');
      expect(name).toMatch(/^mos\.[a-z]+/);
    },
  );

  test('the README of the extension knows every setting but that for tracing', () => {
    const page = read('packages/vscode/README.md');
    const unknown = Object.keys(settings).filter((name) => !page.includes(name.split('.').at(-1) ?? name));
    expect(unknown).toEqual(['mos.trace.server']);
  });

  test('the extension wakes up only for plans', () => {
    expect(manifest.activationEvents).toEqual([
      'onLanguage:mos',
      'workspaceContains:**/*.mos',
      'workspaceContains:**/mos.json',
    ]);
  });

  test('knows the kinds and shades of words that the server colours', () => {
    const { capabilities } = semanticTokens;
    const all = typeof capabilities === 'function' ? capabilities({} as never) : capabilities;
    const { legend } = all.semanticTokensProvider ?? { legend: { tokenTypes: [], tokenModifiers: [] } };
    const { tokenTypes, tokenModifiers } = legend;
    const declared = (list: { id: string }[]) => list.map(({ id }) => id);
    const standard =
      /^(namespace|type|class|interface|method|struct|variable|enum|decorator|property|event|label|function|typeParameter|enumMember|number)$/;
    expect(tokenTypes.filter((type) => !standard.test(type))).toEqual(declared(contributes.semanticTokenTypes));
    expect(tokenModifiers.filter((shade) => shade !== 'declaration')).toEqual(
      declared(contributes.semanticTokenModifiers),
    );
  });
});

describe('what the extension writes for a person', () => {
  const snippets: [string, string][] = Object.entries(
    JSON.parse(read('packages/vscode/snippets/mos.json')) as Record<string, { body: string[] }>,
  ).map(([name, { body }]) => [name, body.join('\n')]);

  test.each(snippets)('the snippet "%s" can be read', (_name, body) => {
    expect(syntaxFaults(filled(body))).toEqual([]);
  });

  test.each(['frame', 'objective', 'owner', 'week'])('the example of the step "%s" can be read', (name) => {
    const [, plan = ''] = /```mos\n([\s\S]*?)```/.exec(read(`packages/vscode/walkthrough/${name}.md`)) ?? [];
    expect(plan).not.toBe('');
    expect(syntaxFaults(plan)).toEqual([]);
  });
});

describe('the schema of mos.json', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  const validate = ajv.compile(JSON.parse(read('packages/vscode/schemas/mos.schema.json')));

  test.each([
    ['an empty one', {}],
    ['a usual one', { name: 'Acme', fiscalYearStart: 2, profile: 'okr', limits: { bets: [2, 3] } }],
    ['rules', { rules: { 'cascade/missing-why': 'error' } }],
  ])('accepts %s', (_name, value) => {
    expect(validate(value)).toBe(true);
  });

  test.each([
    ['a month that is none', { fiscalYearStart: 13 }],
    ['a rule that is none', { rules: { 'cascade/no-such-rule': 'off' } }],
    ['a setting that is none', { fiscalYear: 2 }],
  ])('refuses %s', (_name, value) => {
    expect(validate(value)).toBe(false);
  });
});

interface Entry {
  name: string;
  /** As `chmod` has it. */
  mode: number;
  text(): string;
}

/** The central directory of a zip file, by the fixed places of its fields. */
function entriesOf(zip: Buffer): Entry[] {
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (zip.toString('latin1', at, at + 4) === 'PK\u0001\u0002') {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const [method, size, local] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)];
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      text() {
        const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
        const bytes = zip.subarray(start, start + size);
        return (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
      },
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** A snippet as it stands when somebody presses Tab to its end. */
function filled(body: string): string {
  return body
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replaceAll('$CURRENT_YEAR', '2026')
    .replaceAll('$CURRENT_MONTH', '01')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}

function syntaxFaults(text: string): string[] {
  const { findings } = compile([{ file: 'a.mos', text }], defaultConfig, '2026-01-14');
  const unread = ['language/syntax-error', 'language/misplaced-property', 'language/misplaced-declaration'];
  return findings.filter(({ rule }) => unread.includes(rule)).map(({ message }) => message);
}
