/**
 * `npm run generate`: parser tables from the grammar, the rules' pages as one module, the vocabulary by its words, highlighting,
 * and the schema of mos.json.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fail, root, runAsScript } from './bootstrap.mjs';
import { runTool } from './command.mjs';
import { fences, plan } from './textmate.mjs';

const CONFIG = 'langium-config.json';
const GRAMMAR = 'packages/language/src/grammar';
const GENERATED = 'packages/language/src/generated';
const RULES = 'packages/language/src/rules';
const LANGUAGE = 'packages/language/src';
const SCHEMA = 'packages/vscode/schemas/mos.schema.json';
const HIGHLIGHTING = { 'syntaxes/mos.tmLanguage.json': plan, 'syntaxes/mos.markdown.tmLanguage.json': fences };
/** Remembers which inputs gave which outputs, so that a build without changes does not start the generator. */
const MEMORY = 'node_modules/.cache/mos/generated.txt';

runAsScript(import.meta.url, async (args) => {
  if (!args.includes('--check')) {
    await generate();
    return 0;
  }
  const stale = await findStale();
  for (const file of stale) console.error(`stale: ${file}`);
  if (stale.length > 0)
    fail('Generated files do not match their sources.', 'Run "npm run generate" and commit the result.');
  console.log('generated files match their sources');
  return 0;
});

/** Brings all generated files up to date; files that are right already keep their time stamps. */
export async function generate() {
  if (isRemembered()) {
    console.log('generated files are up to date');
    return;
  }
  const produced = await produce();
  for (const file of changedFiles(produced)) {
    fs.mkdirSync(dirname(join(root, file)), { recursive: true });
    fs.writeFileSync(join(root, file), produced.get(file));
    console.log(`wrote ${file}`);
  }
  for (const file of leftOverFiles(produced)) {
    fs.rmSync(join(root, file));
    console.log(`removed ${file}`);
  }
  fs.mkdirSync(join(root, dirname(MEMORY)), { recursive: true });
  fs.writeFileSync(join(root, MEMORY), fingerprint());
}

/** Generated files that differ from what their sources give now, that are missing, or that nothing produces any more. */
export async function findStale() {
  const produced = await produce();
  return [...changedFiles(produced), ...leftOverFiles(produced)];
}

/** Runs every generator into a temporary folder. Gives path → text, with line feeds, whatever the system. */
async function produce() {
  const folder = fs.mkdtempSync(join(tmpdir(), 'mos-generate-'));
  try {
    const config = JSON.parse(fs.readFileSync(join(root, CONFIG), 'utf8'));
    const elsewhere = {
      ...config,
      out: join(folder, GENERATED),
      languages: config.languages.map((language) => ({
        ...language,
        grammar: join(root, language.grammar),
      })),
    };
    fs.writeFileSync(join(folder, CONFIG), JSON.stringify(elsewhere));
    const { code, output } = await runTool('langium', ['generate', '-f', join(folder, CONFIG)]);
    const remarks = output.split('\n').filter((line) => /\.langium:\d+/.test(line));
    if (remarks.length > 0) console.error(remarks.join('\n'));
    if (code !== 0)
      fail(
        remarks.length > 0 ? 'The grammar has errors.' : output.trim(),
        `Mend the files in ${GRAMMAR} and run the same command again.`,
      );

    const produced = new Map();
    for (const path of filesBelow(join(folder, GENERATED))) {
      const text = fs.readFileSync(join(folder, GENERATED, path), 'utf8');
      produced.set(`${GENERATED}/${path.split(sep).join('/')}`, asLines(text));
    }
    // It needs Langium, which a fresh clone still has to fetch.
    const { readerModules } = await import('./reader.mjs');
    for (const [file, text] of Object.entries(readerModules(produced.get(`${GENERATED}/grammar.ts`)))) {
      produced.set(`${GENERATED}/${file}`, text);
    }
    produced.set(`${GENERATED}/pages.ts`, pagesModule());
    produced.set(`${GENERATED}/phrases.ts`, await phrasesModule(folder));
    for (const [file, grammar] of Object.entries(HIGHLIGHTING)) produced.set(file, asJson(grammar));
    produced.set(SCHEMA, asJson(await settingsSchema(folder)));
    return produced;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The module that carries each rule's page, so that no door has to read files to explain a rule. */
function pagesModule() {
  const pages = rulePages().map((path) => {
    const name = path.replace(/\.md$/, '');
    return `  ${JSON.stringify(name)}: ${JSON.stringify(asLines(fs.readFileSync(join(root, RULES, path), 'utf8')))},\n`;
  });
  return [
    '/** Generated from the pages beside the rules by `npm run generate`: rule name → its page, in Markdown. */\n',
    '\n',
    '// Without a prototype, so that asking for "constructor" finds nothing.\n',
    'export const pages: Readonly<Record<string, string>> = /* @__PURE__ */ Object.assign(Object.create(null), {\n',
    ...pages,
    '});\n',
  ].join('');
}

/** The module that spares every start the reading of all phrases of the vocabulary. */
async function phrasesModule(folder) {
  const { fileUnderWords } = await imported('vocabulary/phrases.ts', folder);
  const { metrics } = await imported('vocabulary/metrics.ts', folder);
  return [
    '/** Generated from the vocabulary by `npm run generate`: each word, then the numbers of the phrases that may hold it. */\n',
    '\n',
    `export const phrasesByWord = \`\n${fileUnderWords(metrics)}\`;\n`,
  ].join('');
}

/** A module of the language. Bundled first, as not every Node that gets here reads TypeScript. */
async function imported(path, folder) {
  const { build } = await import('esbuild');
  const outfile = join(folder, `${basename(path, '.ts')}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: [`${LANGUAGE}/${path}`],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return import(pathToFileURL(outfile).href);
}

/** What the language says of mos.json. */
async function settingsSchema(folder) {
  const { configSchema } = await imported('config/schema.ts', folder);
  // The editor's own reader of JSON knows draft 7 best; comments and a trailing comma are fine in mos.json.
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    allowComments: true,
    allowTrailingCommas: true,
    ...configSchema,
  };
}

/** `group/fault.md`, in the order of their names. */
function rulePages() {
  return filesBelow(join(root, RULES))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /^[^/]+\/[^/]+\.md$/.test(path));
}

function changedFiles(produced) {
  return [...produced.keys()].filter((file) => produced.get(file) !== readIfThere(file));
}

function leftOverFiles(produced) {
  return filesBelow(join(root, GENERATED))
    .map((path) => `${GENERATED}/${path.split(sep).join('/')}`)
    .filter((file) => !produced.has(file));
}

function isRemembered() {
  return readIfThere(MEMORY) === fingerprint();
}

/** One hash over everything that goes into the generators and everything that came out. */
function fingerprint() {
  const inputs = [
    CONFIG,
    'package-lock.json',
    relative(root, fileURLToPath(import.meta.url)),
    '.tools/follow.mjs',
    '.tools/reader.mjs',
    '.tools/textmate.mjs',
  ];
  const below = (folder) => filesBelow(join(root, folder)).map((path) => join(folder, path));
  const outputs = [...Object.keys(HIGHLIGHTING), SCHEMA];
  const hash = createHash('sha256');
  for (const file of [...inputs, ...below(LANGUAGE), ...outputs]) {
    hash.update(`${file}\0${readIfThere(file) || ''}\0`);
  }
  return hash.digest('hex');
}

function readIfThere(file) {
  try {
    return fs.readFileSync(join(root, file), 'utf8');
  } catch {
    return undefined;
  }
}

/** Paths of all files below `folder`, relative to it, sorted by code unit; none when there is no such folder. */
function filesBelow(folder) {
  let entries;
  try {
    entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** @param {string} text */
function asLines(text) {
  return text.replace(/\r\n?/g, '\n');
}

function asJson(value) {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
