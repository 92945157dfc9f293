/** Protects `mos report all`: what a site holds, that every link leads somewhere, that it is the same each time, and whose files it touches. */

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeSite } from '../../packages/cli/src/site/folder.ts';
import { folder, mos } from './mos.ts';

const TODAY = ['--today', '2026-02-17'];
const POLICY = `<meta http-equiv="Content-Security-Policy" content="${[
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
]
  .join('; ')
  .replaceAll("'", '&#39;')}">`;
const made: string[] = [];
let acme: string;

beforeAll(async () => {
  acme = newFolder();
  await site('examples/acme', acme);
});
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

function newFolder(files: Record<string, string> = {}): string {
  const path = folder(files);
  made.push(path);
  return path;
}

async function site(plan: string, out: string, ...more: string[]): Promise<void> {
  const { code, err } = await mos(['report', 'all', plan, '--out', out, ...TODAY, ...more]);
  expect(err).toMatch(/^A site of \d+ pages is in .*; open index\.html in a browser\.\n$/);
  expect(code).toBe(0);
}

/** Paths of files from the top of the site, in order. */
function filesOf(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(path, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

function page(path: string, file: string): string {
  return readFileSync(join(path, file), 'utf8');
}

/** What is wrong with the pages as pages: links that lead nowhere, anchors given twice, anything that a policy would refuse. */
function faultsOf(path: string): string[] {
  const files = filesOf(path);
  const pages = new Map(files.filter((file) => file.endsWith('.html')).map((file) => [file, page(path, file)]));
  const anchors = new Map(
    [...pages].map(([file, text]) => [file, [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)]),
  );
  return [...pages].flatMap(([file, text]) => {
    const own = anchors.get(file) ?? [];
    const faults = own.filter((id, index) => own.indexOf(id) !== index).map((id) => `#${id} twice`);
    for (const [, address = ''] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      const [to = '', anchor] = address.split('#');
      const target = to === '' ? file : posix.join(posix.dirname(file), to);
      if (/^[a-z]+:|^\//i.test(address) || target.startsWith('..')) faults.push(`leaves the site: ${address}`);
      else if (!files.includes(target)) faults.push(`no such file: ${address}`);
      else if (anchor !== undefined && !anchors.get(target)?.includes(anchor))
        faults.push(`no such anchor: ${address}`);
    }
    if (!text.includes(POLICY)) faults.push('no policy');
    if (/ style=| on[a-z]+="|<style|unsafe-inline/.test(text)) faults.push('something inline');
    if (/<script(?! defer src="(?:\.\.\/)*assets\/site\.js" data-top="[./]*"><\/script>)/.test(text))
      faults.push('a script');
    if (/\bundefined\b|\bNaN\b|\[object/.test(text)) faults.push('a hole');
    if ((text.match(/<h1/g) ?? []).length !== 1) faults.push('not one heading');
    return faults.map((fault) => `${file}: ${fault}`);
  });
}

describe('what a site holds', () => {
  test('the front page, the lists, a page for each objective, metric, person and document', () => {
    const files = filesOf(acme);
    const below = (name: string) => files.filter((file) => file.startsWith(`${name}/`));
    expect(files.filter((file) => !file.includes('/'))).toEqual([
      'cascade.html',
      'documents.html',
      'index.html',
      'metrics.html',
      'mos-site.json',
      'objectives.html',
      'owners.html',
      'timeline.html',
    ]);
    expect(below('objectives')).toHaveLength(8);
    expect(below('owners')).toHaveLength(29);
    expect(below('metrics')).toContain('metrics/metric-q1_pipeline.engaged.html');
    expect(below('documents')).toContain('documents/weekly-review.html');
    expect(below('timeline')).toEqual(['timeline/2026-q2.html']);
    expect(below('assets')).toEqual(['assets/icon.svg', 'assets/search.js', 'assets/site.css', 'assets/site.js']);
  });

  test('the front page says how the plan stands, and what needs a decision', () => {
    const text = page(acme, 'index.html');
    expect(text).toContain('<h1>2 of 4 objectives under way are on track, 2 at risk</h1>');
    expect(text).toContain('<strong>96.4%</strong> <span class="parts">53 of 55</span>');
    const asks = text.slice(text.indexOf('id="asks"'), text.indexOf('id="objectives"'));
    expect(asks).toContain('move budget between bets');
    expect(asks).toContain('May decide: <a href="owners/owner-ana.html">');
    expect(asks).toContain('waits for Legal review since 6 February, 11 days');
    expect(asks).toContain('Drop the written test and certify on recorded customer calls');
  });

  test('each link leads somewhere, and nothing needs what the policy refuses', () => {
    expect(faultsOf(acme)).toEqual([]);
  });

  test.each(['broken', 'gitlab-fy21-q1', 'ipfs-community-2019-q1'])('so it is for %s', async (name) => {
    const out = newFolder();
    await site(`examples/${name}`, out);
    expect(faultsOf(out)).toEqual([]);
  });

  test('what hangs on no objective has its place in the cascade', async () => {
    const out = newFolder();
    await site(
      newFolder({
        'plan.mos': `owner ana "Ana"
frame f "Win" { year 2026 dri ana bet b "Bet" { milestone m "Skips a level" { month 2026-02 dri ana } program p "Pilot" { dri ana } } }
milestone loose "Hangs on nothing" { month 2026-02 dri ana }
week 2026-W07 { commitment "Below the first" { dri ana advances m } commitment "Below the second" { dri ana advances loose } }
`,
      }),
      out,
    );
    expect(faultsOf(out)).toEqual([]);
    expect(page(out, 'assets/search.js')).toMatch(/"Below the first","cascade.html#commitment-[a-z0-9]+","Ana"/);
    expect(page(out, 'owners/owner-ana.html')).toMatch(/<a href="\.\.\/cascade\.html#commitment-[a-z0-9]+">/);
  });

  test('calm is told only where people have said how it stands', async () => {
    const out = newFolder();
    await site('examples/gitlab-fy21-q1', out, '--today', '2020-03-20');
    const text = page(out, 'index.html');
    expect(text).toContain('<h1>5 of 11 objectives under way are at risk, nothing is known of 6</h1>');
    expect(text).toContain('5 objectives are at risk, and the plan names no choice for them.');
  });

  test('a plan that has just begun says what is missing instead of showing nothing', async () => {
    const plan = newFolder({ 'plan.mos': 'owner ana "Ana"\n' });
    const out = newFolder();
    await site(plan, out);
    expect(faultsOf(out)).toEqual([]);
    expect(page(out, 'index.html')).toContain('No objective is under way today');
    expect(page(out, 'cascade.html')).toContain('a plan begins with a frame');
    expect(page(out, 'timeline.html')).toContain('No objective has a quarter yet');
  });

  test('an earlier day is told as it was known then', async () => {
    const out = newFolder();
    const { code } = await mos(['report', 'all', 'examples/acme', '--out', out, '--today', '2026-01-20']);
    expect(code).toBe(0);
    expect(page(out, 'index.html')).toContain('As known on <time datetime="2026-01-20">20 January 2026</time>');
    const readings = page(out, 'metrics/metric-q1_pipeline.engaged.html');
    expect(readings).toContain('16 January 2026');
    expect(readings).not.toContain('6 February 2026');
    expect(faultsOf(out)).toEqual([]);
  });
});

describe('the same plan gives the same bytes', () => {
  test('in another folder, and once more in the same', async () => {
    const other = newFolder();
    await site('examples/acme', other);
    const read = (path: string) => Object.fromEntries(filesOf(path).map((file) => [file, page(path, file)]));
    const first = read(acme);
    expect(read(other)).toEqual(first);
    await site('examples/acme', acme);
    expect(read(acme)).toEqual(first);
  });
});

const EVIL = `
owner ana "<script>fetch('//evil')</script>" { role "\\"><img src=x onerror=alert(1)>" }
owner ana2 "Ana \u202etxt.exe" { role "javascript:alert(1)" }
frame f "</title><script>alert(1)</script>" { year 2026 dri ana why "]]> --> <!-- \`\${x}\`" 
  bet b "&lt;b&gt; & \\"quoted\\" 'too'" { dri ana why "w" }
}
objective o "../../../etc/passwd" { advances b quarter 2026-Q1 dri ana why "</script>"
  metric m "<svg onload=alert(1)>" { outcome leading from 1 to 9 source "x" unit "</svg><script>" read weekly reading 2026-01-10 2 reading 2026-01-20 3 }
  milestone jan "</a><h1>" { month 2026-01 dri ana expect m at least 3 }
  milestone con "</li>" { month 2026-02 dri ana2 }
}
objective O "../../../etc/passwd" { advances b quarter 2026-Q1 dri ana why "u" }
week 2026-W05 { commitment "</script><script>mosFound=1</script>\u2028" { dri ana advances jan missed "</td></tr></table>" } }
`;

describe('a stranger’s plan', () => {
  let out: string;
  beforeAll(async () => {
    out = newFolder();
    await site(newFolder({ 'mos.json': JSON.stringify({ name: '</title><script>1' }), 'plan.mos': EVIL }), out);
  });

  test('stays text on every page', () => {
    expect(faultsOf(out)).toEqual([]);
    for (const file of filesOf(out).filter((each) => each.endsWith('.html'))) {
      const text = page(out, file);
      expect(text).not.toMatch(/<img|<script>|<svg onload|<\/title><script|\u202e|\u2028/);
      expect(text).toContain('&lt;/title&gt;&lt;script&gt;1');
    }
    expect(page(out, 'owners.html')).toContain('Ana &lt;U+202E&gt;txt.exe');
  });

  test('gives no name to a file but safe ones, and each its own', () => {
    const files = filesOf(out);
    expect(files.filter((file) => !/^[a-z0-9_./-]+$/.test(file) || file.includes('..'))).toEqual([]);
    expect(files.filter((file) => file.startsWith('objectives/'))).toHaveLength(2);
    expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length);
  });

  test('is data to the search, and nothing that runs', () => {
    const found: unknown[] = [];
    const script = page(out, 'assets/search.js');
    const scope = { mosFound: (lines: unknown) => found.push(lines) };
    runInNewContext(script, scope);
    expect(script).toMatch(/^mosFound\(\[[^<>\u2028]*\]\);\n$/);
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).toContain('</script><script>mosFound=1</script>');
    expect(Object.keys(scope)).toEqual(['mosFound']);
  });
});

describe('the folder', () => {
  test('of somebody else is left alone', async () => {
    const out = newFolder({ 'thesis.txt': 'years of work', 'index.html': 'mine' });
    const { code, err } = await mos(['report', 'all', 'examples/acme', '--out', out, ...TODAY]);
    expect(code).toBe(2);
    expect(err).toBe(
      `mos: ${out} holds something that is no site of mos.\nNothing in it is touched. Name a new or an empty folder with --out, or one that holds a site of mos.\n`,
    );
    expect(filesOf(out)).toEqual(['index.html', 'thesis.txt']);
    expect(page(out, 'index.html')).toBe('mine');
  });

  test('has to be one', async () => {
    const out = join(newFolder({ file: '' }), 'file');
    const { code, err } = await mos(['report', 'all', 'examples/acme', '--out', out, ...TODAY]);
    expect({ code, err }).toEqual({
      code: 2,
      err: `mos: ${out} is no folder.\nA site is a folder of pages: name one, as in --out site.\n`,
    });
  });

  test('is made when it is not there, below folders that are not there either', async () => {
    const out = join(newFolder(), 'public', 'plan');
    await site('examples/acme', out);
    expect(existsSync(join(out, 'index.html'))).toBe(true);
  });

  test('of a site loses the pages that are no more, and keeps what mos did not write', async () => {
    const plan = newFolder({ 'plan.mos': 'owner ana "Ana"\nowner ben "Ben"\n' });
    const out = newFolder();
    await site(plan, out);
    writeFileSync(join(out, 'CNAME'), 'plan.example');
    writeFileSync(join(out, 'owners', 'notes.txt'), 'mine');
    expect(filesOf(out)).toContain('owners/owner-ben.html');
    writeFileSync(join(plan, 'plan.mos'), 'owner ana "Ana"\n');
    await site(plan, out);
    expect(filesOf(out)).not.toContain('owners/owner-ben.html');
    expect(filesOf(out)).toContain('owners/owner-ana.html');
    expect(page(out, 'CNAME')).toBe('plan.example');
    expect(page(out, 'owners/notes.txt')).toBe('mine');
    expect(faultsOf(out)).toEqual([]);
  });

  test('is written again where a run of the same number was killed at its work, as happens in containers', () => {
    const out = newFolder({ [`.mos-${process.pid}.tmp`]: 'half', [`.index.html.${process.pid}.tmp`]: 'half' });
    const pages = [{ path: 'index.html', text: 'whole' }];
    writeSite(
      out,
      pages.map(({ path }) => path),
      pages,
    );
    expect(page(out, 'index.html')).toBe('whole');
  });

  test('with a mark that lies costs no file outside, and none that is reached through a link', async () => {
    const outside = newFolder({ 'precious.html': 'precious' });
    const out = newFolder();
    symlinkSync(outside, join(out, 'linked'), 'junction');
    const files = ['../precious.html', `${outside}/precious.html`, 'linked/precious.html', 'a/../../precious.html', 7];
    writeFileSync(join(dirname(out), 'precious.html'), 'precious');
    made.push(join(dirname(out), 'precious.html'));
    writeFileSync(join(out, 'mos-site.json'), JSON.stringify({ madeBy: 'mos', files }));
    await site('examples/acme', out);
    expect(page(outside, 'precious.html')).toBe('precious');
    expect(page(dirname(out), 'precious.html')).toBe('precious');
  });

  test('that is a link within a site is not followed', async () => {
    const outside = newFolder();
    const out = newFolder({ 'mos-site.json': '{"madeBy":"mos","files":[]}' });
    symlinkSync(outside, join(out, 'objectives'), 'junction');
    const { code, err } = await mos(['report', 'all', 'examples/acme', '--out', out, ...TODAY]);
    expect(code).toBe(2);
    expect(err).toContain('is no folder of its own');
    expect(readdirSync(outside)).toEqual([]);
  });
});

describe('what is asked for', () => {
  test.each([
    [[], 'A site needs a folder to be written into.'],
    [['--out', 'x', '--format', 'json'], 'A site is made of HTML pages, not of json.'],
    [['--out', 'x', '--owner', 'ben'], 'A site is about the whole plan'],
  ])('%j is answered', async (more, message) => {
    const { code, err } = await mos(['report', 'all', 'examples/acme', ...TODAY, ...more]);
    expect(code).toBe(2);
    expect(err).toContain(`mos: ${message}`);
  });

  test('one plan of several', async () => {
    const cwd = newFolder();
    for (const name of ['one', 'two']) {
      mkdirSync(join(cwd, name));
      writeFileSync(join(cwd, name, 'mos.json'), '{}');
      writeFileSync(join(cwd, name, 'plan.mos'), 'owner ana "Ana"\n');
    }
    const { code, err } = await mos(['report', 'all', '--out', 'site', ...TODAY], { cwd });
    expect(code).toBe(2);
    expect(err).toBe(
      'mos: There are 2 plans here, and a site is about one.\nName the folder of the one that you mean, as in: mos report all one --out site\n',
    );
    expect(existsSync(join(cwd, 'site'))).toBe(false);
  });

  test('a quarter: documents look at it', async () => {
    const out = realpathSync(mkdtempSync(join(tmpdir(), 'mos-cli-')));
    made.push(out);
    await site('examples/acme', out, '--week', '2026-W06');
    expect(page(out, 'documents/weekly-review.html')).toContain('week 6 of 2026');
  });
});
