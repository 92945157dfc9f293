/** Ways out do what they say: the finding is gone, nothing new is wrong, and every other character is as it was. */

import { applyFixes, compile, Engine, editText, type Finding, type Fix, keepsReadable, rules } from '@mos/language';
import { edited } from '../../harness/edits.ts';
import { readPage } from '../../harness/pages.ts';
import { type Example, readExample } from '../../harness/plan.ts';
import { pick, type Random } from '../../harness/sentences.ts';
import { Broken, type Property } from '../property.ts';

const faulty = new Map(
  rules.map(({ name }) => [
    name as string,
    readPage(name)
      .fences.filter(({ section }) => section === 'Faulty')
      .map(({ source }) => readExample(source)),
  ]),
);

/** One way out of each rule, in plans near those of the rule's page. */
export const fixes: Property = {
  name: 'fixes',
  promise: 'a way out takes its finding away, brings no error, and leaves all other text as it was',
  quick: 200,
  long: 5_000,
  run(random: Random) {
    for (const rule of faulty.keys()) fixesOf(rule, random);
  },
};

/** Tries one way out of a finding of this rule; false where the plan that came up has none. */
export function fixesOf(rule: string, random: Random): boolean {
  const example = pick(random, faulty.get(rule) ?? []);
  const files = altered(example, random);
  const engine = new Engine(example.config, example.today);
  engine.update([...files].map(([file, text]) => ({ file, text })));
  const before = engine.result().findings;
  const own = before.filter((finding) => finding.rule === rule && finding.fixes.length > 0);
  if (own.length === 0) return false;
  const finding = pick(random, own);
  tryFix(engine, files, before, finding, pick(random, finding.fixes));
  tryAll(example, files, before, random() < 0.5);
  return true;
}

/** The plan of the page, with up to two edits in it: what stands around a fault is seldom what the author of a rule thought of. */
function altered({ files }: Example, random: Random): Map<string, string> {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  for (let count = Math.floor(random() * 3); count > 0; count--) {
    const [file, text] = pick(random, [...texts]);
    texts.set(file, edited(text, [...texts.values()], random));
  }
  return texts;
}

/** What `--fix` and `--fix-unsafe` do. */
function tryAll(
  example: Example,
  files: ReadonlyMap<string, string>,
  before: readonly Finding[],
  unsafe: boolean,
): void {
  const engine = new Engine(example.config, example.today);
  engine.update([...files].map(([file, text]) => ({ file, text })));
  const { changed } = applyFixes(engine, { unsafe });
  const after = compile(
    [...files].map(([file, text]) => ({ file, text: changed.get(file) ?? text })),
    example.config,
    example.today,
  ).findings;
  const story = Object.fromEntries([...files, ...[...changed].map(([file, text]) => [`after ${file}`, text] as const)]);
  for (const count of [countOf('error'), unreadIn]) {
    if (count(after) > count(before))
      throw new Broken(`repairing it all leaves ${count(after)} faults, not ${count(before)}`, story);
  }
}

const countOf = (level: Finding['severity']) => (list: readonly Finding[]) =>
  list.filter(({ severity }) => severity === level).length;
const unreadIn = (list: readonly Finding[]) => list.filter(({ rule }) => rule === 'language/syntax-error').length;

function tryFix(
  engine: Engine,
  files: ReadonlyMap<string, string>,
  before: readonly Finding[],
  finding: Finding,
  fix: Fix,
): void {
  const after = new Map(files);
  for (const [file, edits] of Map.groupBy(fix.edits, (edit) => edit.file)) {
    const sorted = edits.toSorted((a, b) => a.start - b.start);
    if (sorted.some(({ start }, at) => at > 0 && start < (sorted[at - 1]?.end ?? 0))) {
      throw new Broken(`"${fix.title}" of ${finding.rule} edits one place twice`, Object.fromEntries(files));
    }
    after.set(file, editText(files.get(file) ?? '', edits));
  }
  const story = Object.fromEntries([...files, ...[...after].map(([file, text]) => [`after ${file}`, text] as const)]);
  const said = `"${fix.title}" for ${finding.rule}: ${finding.message}`;
  if (String([...after.values()]) === String([...files.values()])) throw new Broken(`${said}: nothing changes`, story);
  // Doors do not offer it then.
  if (finding.rule !== 'language/syntax-error' && !keepsReadable(engine.plan, fix.edits)) return;
  engine.update([...after].map(([file, text]) => ({ file, text })));
  const { findings } = engine.result();
  const same = ({ rule, message, file }: Finding) =>
    rule === finding.rule && message === finding.message && file === finding.file;
  // Where the language itself is broken, a word that is added may not count yet, and a name not mean what it says.
  const isClear = !before.some((each) => each.rule.startsWith('language/'));
  if (isClear && findings.filter(same).length >= before.filter(same).length)
    throw new Broken(`${said}: it is still there`, story);
  // Other ways out are for a person, whom what they begin asks to go on; and what can be read now can be judged.
  const isAlone = fix.safe && finding.rule !== 'language/syntax-error';
  if (isAlone && countOf('error')(findings) > countOf('error')(before)) {
    const known = new Set(before.map(({ rule, message }) => rule + message));
    const fresh = findings.filter(({ severity, rule, message }) => severity === 'error' && !known.has(rule + message));
    throw new Broken(`${said}: it brings ${fresh.map(({ rule, message }) => `${rule}: ${message}`).join('; ')}`, story);
  }
}
