/** Protects mos report: every document in every form, a stranger's plan inert on each page, files written whole, and words for what goes wrong. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type Result } from '@mos/language';
import { type Block, buildDocument, type Document, documentKinds } from '@mos/language/documents';
import { Ajv } from 'ajv';
import { marked, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { documentsHtml } from '../../packages/cli/src/documents/html.ts';
import { documentsJson } from '../../packages/cli/src/documents/json.ts';
import { documentMarkdown } from '../../packages/cli/src/documents/markdown.ts';
import { readCorpus } from '../harness/corpus.ts';
import { OCCASIONS } from '../harness/documents.ts';
import { folder, mos } from './mos.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../packages/cli/schemas/document.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv({ allErrors: true }).compile(schema);

function documentsOf({ plan, findings }: Result, day: string, owner: string): Document[] {
  const [person] = plan.names.bearersOf(owner);
  return documentKinds.map((kind) =>
    buildDocument(kind, plan, day, { findings, ...(kind.needsOwner && person && { owner: person }) }),
  );
}

describe.each(OCCASIONS)('%s on %s', (example, day, owner) => {
  const { files, config } = readCorpus(example);
  const documents = documentsOf(compile(files, config, day), day, owner);

  test('as JSON keeps to the published schema', () => {
    const { documents: again } = JSON.parse(documentsJson(documents)) as { documents: Document[] };
    expect(again).toEqual(documents);
    validate(JSON.parse(documentsJson(documents)));
    expect(validate.errors).toBeNull();
  });

  test('as Markdown is read as it was meant: headings, lists, tables, and no markup of the plan', () => {
    for (const document of documents) {
      const text = documentMarkdown(document);
      expect(text, document.name).not.toMatch(/undefined|NaN|\[object/);
      const kinds = kindsIn(marked.lexer(text));
      expect(forbidden(kinds), document.name).toEqual([]);
      const tables = document.blocks.filter(({ type }) => type === 'table').length;
      expect(kinds.filter((kind) => kind === 'table').length, document.name).toBe(tables);
      const headings = document.blocks.filter(({ type }) => type === 'heading').length;
      expect(kinds.filter((kind) => kind === 'heading').length, document.name).toBe(headings + 1);
    }
  });

  test('as HTML stands alone', () => {
    const page = documentsHtml(documents);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
    expectInert(page);
  });
});

/** What would harm somewhere: a tag, a link, an image, a script, a mention, a table’s bar, what steers a terminal, what nobody sees. */
const HOSTILE =
  '<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) ![y](https://evil.example/y.png) www.evil.example @octocat #1 | **b** `c` &lt; \u{202e}\u{1b}[31m';

function hostile(): Document[] {
  const { files, config } = readCorpus('acme');
  const quoted = JSON.stringify(HOSTILE).replaceAll('\\u001b', '\\u{1b}').replaceAll('\u{202e}', '\\u{202e}');
  const evil = files.map(({ file, text }) => ({
    file,
    text: text.replace(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"/g, (own) =>
      own.startsWith('"""') ? `"""\n${HOSTILE}\n\n# h\n\n- ${HOSTILE}\n"""` : quoted,
    ),
  }));
  return documentsOf(compile(evil, { ...config, name: HOSTILE }, '2026-02-18'), '2026-02-18', 'gia');
}

describe('a stranger’s plan', () => {
  const documents = hostile();

  test('is in every document', () => {
    for (const document of documents) expect(JSON.stringify(document), document.name).toContain('javascript:alert(1)');
  });

  test('stays words in HTML: no tag, no address, no handler, nothing unseen', () => {
    const page = documentsHtml(documents);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('&lt;U+202E&gt;');
    expectInert(page);
  });

  test('stays words in Markdown: no link, no image, no tag, no mention, and tables keep their columns', () => {
    for (const document of documents) {
      const tokens = marked.lexer(documentMarkdown(document));
      expect(forbidden(kindsIn(tokens)), document.name).toEqual([]);
      const html = marked.parse(documentMarkdown(document), { async: false });
      expect(html.replace(/<code>[\s\S]*?<\/code>/g, ''), document.name).not.toMatch(/@octocat|#1\b|www\.evil|https:/);
      const tables = document.blocks.flatMap((block) => (block.type === 'table' ? [block.columns.length] : []));
      const columns = tokens.flatMap((token) =>
        token.type === 'table' ? [(token as { header: unknown[] }).header.length] : [],
      );
      expect(columns, document.name).toEqual(tables);
    }
  });

  test('steers no terminal in any form', () => {
    const unseen = /(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}\u200b\u2028\ufeff]/u;
    expect(documentsHtml(documents)).not.toMatch(unseen);
    expect(documentsJson(documents)).not.toMatch(unseen);
    for (const document of documents) expect(documentMarkdown(document)).not.toMatch(unseen);
  });

  test('as JSON keeps to the schema', () => {
    validate(JSON.parse(documentsJson(documents)));
    expect(validate.errors).toBeNull();
  });
});

test('each heading of a page has an anchor of its own, whatever is in it', () => {
  const [document] = hostile();
  const blocks = ['X', 'X', 'X 2', 'X', 'X 2'].map(
    (text): Block => ({ type: 'heading', level: 2, text: [{ type: 'text', text }] }),
  );
  const page = documentsHtml([{ ...(document as Document), blocks }]);
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toEqual(['x', 'x-2', 'x-2-2', 'x-3', 'x-2-3']);
});

test('a schema that takes anything would prove nothing', () => {
  const { documents } = JSON.parse(documentsJson(hostile())) as { documents: { blocks: object[] }[] };
  const [first, ...others] = documents;
  expect(validate({ version: 1, documents: [{ ...first, extra: 1 }] })).toBe(false);
  expect(
    validate({ version: 1, documents: [{ ...first, blocks: [{ type: 'paragraph', text: [] }] }, ...others] }),
  ).toBe(false);
});

test('the README names every document', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const { name } of documentKinds) expect(readme).toContain(`\`${name}\``);
});

describe('the command', () => {
  const plan = {
    'plan.mos':
      'team demand "Demand" { lead ben }\nowner ben "Ben Okafor" { team demand }\nobjective q "Win" { quarter 2026-Q1 dri ben }\n',
  };

  test('without a name lists every document with what it is for', async () => {
    const { out, code } = await mos(['report']);
    expect(code).toBe(0);
    for (const { name, purpose } of documentKinds) {
      expect(out).toContain(`\n${name}  `.replace(/^\n/, ''));
      expect(out.replace(/\s+/g, ' ')).toContain(purpose);
    }
  });

  test('prints Markdown, and takes the form from the ending of the file', async () => {
    const cwd = folder(plan);
    const { out } = await mos(['report', 'dri-register', '--today', '2026-01-14'], { cwd });
    expect(out).toMatch(/^# Who answers for what\n/);
    for (const [file, start] of [
      ['a.html', '<!doctype html>'],
      ['a.json', '{'],
      ['a.md', '# Who'],
    ] as const) {
      const run = await mos(['report', 'dri-register', '--out', file, '--today', '2026-01-14'], { cwd });
      expect(run).toMatchObject({ code: 0, out: '', err: `Who answers for what written to ${file}\n` });
      expect(readFileSync(join(cwd, file), 'utf8').startsWith(start), file).toBe(true);
    }
    expect(readdirSync(cwd).sort()).toEqual(['a.html', 'a.json', 'a.md', 'plan.mos']);
  });

  test('looks at what it is asked for', async () => {
    const cwd = folder(plan);
    const document = async (...args: string[]) => {
      const { out } = await mos(['report', 'dri-register', '--format', 'json', '--today', '2026-05-04', ...args], {
        cwd,
      });
      return (JSON.parse(out) as { documents: Document[] }).documents[0];
    };
    // Nothing is planned for the second quarter, so the nearest one with work is looked at, unless somebody asks.
    expect((await document())?.scope.period?.literal).toBe('2026-Q1');
    expect((await document('--quarter', '2026-Q2'))?.scope.period?.literal).toBe('2026-Q2');
    expect((await document('--quarter', '2026-Q1'))?.scope.period?.literal).toBe('2026-Q1');
    expect((await document('--month', '2026-02'))?.scope.period?.literal).toBe('2026-Q1');
    expect((await document('--owner', 'Ben Okafor', '--team', 'Demand'))?.scope).toMatchObject({
      owner: { id: 'owner-ben' },
      team: { id: 'team-demand' },
    });
  });

  test.each([
    [['weekly-reviw'], 'There is no document "weekly-reviw".', 'Did you mean weekly-review?'],
    [['plan.mos'], 'plan.mos is a file, and no document.', 'mos report weekly-review plan.mos'],
    [['onboarding'], '"onboarding" is about one person.', '--owner ben'],
    [['onboarding', '--owner', 'bn'], 'Nobody in this plan is called bn.', 'Did you mean ben'],
    [['execution', '--team', 'deman'], 'No team in this plan is called deman.', 'Did you mean Demand or demand?'],
    [['execution', '--quarter', '2026-05'], '"2026-05" is no quarter.', '--quarter 2026-Q1'],
    [['execution', '--week', '2026-W7'], '"2026-W7" is no week.', 'Did you mean --week 2026-W07?'],
    [
      ['execution', '--week', '2026-W07', '--month', '2026-02'],
      '--month and --week ask for two periods.',
      'Leave one of them out.',
    ],
    [['execution', '--out', 'nowhere/a.html'], 'There is no folder nowhere.', 'Make it first'],
    [['execution', '--out', 'plan.mos'], 'plan.mos is the name of a plan.', '--out execution.html'],
    [['execution', '--out', './MOS.json'], './MOS.json is the name of the settings of a plan.', '--out execution.html'],
    [['execution', '--out', 'mos-import.json'], 'mos-import.json is the name of the settings of a plan.', '--out'],
    [['execution', '--out', 'review.pdf'], 'What is written is no .pdf file.', '--out review.html'],
    [['execution', '--out', 'review.docx'], 'What is written is no .docx file.', '--out review.html'],
    [['execution', '--out', 'a.html', '--format', 'json'], 'What is written is no .html file.', '--out a.json'],
    [['execution', '--out', '.'], '. is a folder.', '--out execution.html'],
  ])('%j is answered with a way out', async (args, message, wayOut) => {
    const cwd = folder(plan);
    const { code, out, err } = await mos(['report', ...args], { cwd });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).toContain(wayOut);
    expect(readdirSync(cwd)).toEqual(['plan.mos']);
    expect(readFileSync(join(cwd, 'plan.mos'), 'utf8')).toBe(plan['plan.mos']);
  });
});

/** Every kind of token, of blocks and of words, at any depth. */
function kindsIn(tokens: readonly Token[]): string[] {
  const kinds: string[] = [];
  marked.walkTokens([...tokens], (token) => {
    kinds.push(token.type);
  });
  return kinds;
}

function forbidden(kinds: readonly string[]): string[] {
  return kinds.filter((kind) => ['link', 'image', 'html', 'del', 'code', 'def'].includes(kind));
}

const TAGS = new Set(
  'html head meta title style body main article header h1 h2 h3 p small bdi time ol ul li div table caption thead tbody tr th td strong span dl dt dd figure figcaption svg g path line polyline circle rect text tspan details summary'.split(
    ' ',
  ),
);

const ATTRIBUTES =
  /^(?:lang|charset|http-equiv|content|name|class|id|datetime|aria-[a-z]+|role|tabindex|scope|viewbox|x|y|x1|x2|y1|y2|cx|cy|r|d|points|width|height|rx|transform|text-anchor|dominant-baseline|dx|dy|focusable|fill|open)$/;

/** Only tags and attributes of ours, no address to go to, and the policy that forbids the rest. */
function expectInert(page: string): void {
  const body = page.replace(/<style>[\s\S]*?<\/style>/, '');
  for (const [, tag = '', attributes = ''] of body.matchAll(
    /<\/?([a-z][a-z0-9]*)((?:\s+[a-z0-9:-]+(?:="[^"]*")?)*)\s*\/?>/gi,
  )) {
    expect(TAGS, tag).toContain(tag.toLowerCase());
    for (const [, name = ''] of attributes.matchAll(/([a-z0-9:-]+)(?:="[^"]*")?/gi))
      expect(name.toLowerCase()).toMatch(ATTRIBUTES);
  }
  // What begins like a tag is one of those above.
  const rest = body
    .replace(/<!doctype html>/, '')
    .replace(/<\/?[a-z][a-z0-9]*(?:\s+[a-z0-9:-]+(?:="[^"]*")?)*\s*\/?>/gi, '');
  expect(rest).not.toContain('<');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toContain("'unsafe");
}
