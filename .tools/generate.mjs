/** `npm run generate`: parser tables and highlighting from the grammar, and the rules' pages as one module. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, root, runAsScript } from './bootstrap.mjs';
import { runTool } from './command.mjs';

const CONFIG = 'langium-config.json';
const GRAMMAR = 'packages/language/src/grammar';
const GENERATED = 'packages/language/src/generated';
const RULES = 'packages/language/src/rules';
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
    const highlighting = config.languages.map((language) => language.textMate.out);
    const elsewhere = {
      ...config,
      out: join(folder, GENERATED),
      languages: config.languages.map((language) => ({
        ...language,
        grammar: join(root, language.grammar),
        textMate: { out: join(folder, language.textMate.out) },
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
    for (const file of [...filesBelow(join(folder, GENERATED)).map((path) => join(GENERATED, path)), ...highlighting]) {
      produced.set(file.split(sep).join('/'), asLines(fs.readFileSync(join(folder, file), 'utf8')));
    }
    produced.set(`${GENERATED}/pages.ts`, pagesModule());
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
  const inputs = [CONFIG, 'package-lock.json', relative(root, fileURLToPath(import.meta.url))];
  const below = (folder) => filesBelow(join(root, folder)).map((path) => join(folder, path));
  const config = JSON.parse(fs.readFileSync(join(root, CONFIG), 'utf8'));
  const outputs = [...below(GENERATED), ...config.languages.map((language) => language.textMate.out)];
  const pages = rulePages().map((path) => join(RULES, path));
  const hash = createHash('sha256');
  for (const file of [...inputs, ...below(GRAMMAR), ...pages, ...outputs]) {
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
