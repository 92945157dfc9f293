/** Protects a site in a real browser, opened from a disk: everybody can read it, nothing is refused, the search finds, a stranger's plan stays text. */

import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BROWSER_ARGUMENTS, installBrowser } from '../../.tools/editor.mjs';
import { mos } from '../cli/mos.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Where pictures are left for people to look at; git ignores it. */
const PICTURES = fileURLToPath(new URL('../../.vscode-test/pictures', import.meta.url));

/** One page of each kind. */
const KINDS = [
  'index.html',
  'cascade.html',
  'timeline.html',
  'objectives.html',
  'objectives/objective-q1_pipeline.html',
  'metrics.html',
  'metrics/metric-q1_pipeline.engaged.html',
  'owners.html',
  'owners/owner-cho.html',
  'documents.html',
  'documents/weekly-review.html',
];

let browser: Browser;
let folder: string;

beforeAll(async () => {
  // As folders are called on a disk: an address has to survive it.
  folder = join(realpathSync(mkdtempSync(join(tmpdir(), 'mos-site-'))), 'Q1 100% #1');
  mkdirSync(folder);
  mkdirSync(PICTURES, { recursive: true });
  browser = await chromium.launch({ executablePath: installBrowser(), args: BROWSER_ARGUMENTS });
  await made('examples/acme', folder);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const open: Visit[] = [];
afterEach(async () => {
  for (const visit of open.splice(0)) {
    expect(visit.complaints).toEqual([]);
    await visit.page.context().close();
  }
});

interface Visit {
  page: Page;
  /** What the policy refused, errors of scripts, and whatever was asked of another place than the site. */
  complaints: string[];
}

async function made(plan: string, out: string): Promise<void> {
  const { code, err } = await mos(['report', 'all', plan, '--out', out, '--today', '2026-02-17']);
  expect({ code, err }).toMatchObject({ code: 0 });
}

async function visit(path: string, options: BrowserContextOptions = {}, site = folder): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const own: Visit = { page, complaints: [] };
  open.push(own);
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') own.complaints.push(message.text());
  });
  page.on('pageerror', (error) => own.complaints.push(String(error)));
  page.on('dialog', (dialog) => {
    own.complaints.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(addressOf('', site))) own.complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(addressOf(path, site));
  return page;
}

function addressOf(path: string, site = folder): string {
  return `${pathToFileURL(site).href}/${path}`;
}

/** What axe finds, as `rule: element`. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }>('axe.run(document, { preload: false })');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** Those that are worth looking at. */
const PICTURED: readonly string[] = KINDS.filter((path) => !/^(documents|owners|objectives)\.html$/.test(path));

async function picture(page: Page, path: string, how: string): Promise<void> {
  if (!PICTURED.includes(path)) return;
  const name = path.replace('.html', '').replace(/.*\//, '');
  await page.screenshot({ path: join(PICTURES, `site-${name}-${how}.png`), fullPage: true });
}

describe('each kind of page is for everybody', () => {
  test.each<[string, BrowserContextOptions]>([
    ['light', { colorScheme: 'light' }],
    ['dark-narrow', { colorScheme: 'dark', viewport: { width: 400, height: 850 } }],
  ])('%s', async (how, options) => {
    const page = await visit('index.html', options);
    for (const path of KINDS) {
      await page.goto(addressOf(path));
      expect({ path, faults: await faults(page) }).toEqual({ path, faults: [] });
      expect({ path, width: await page.evaluate('document.documentElement.scrollWidth') }).toEqual({
        path,
        width: options.viewport?.width ?? 1280,
      });
      await picture(page, path, how);
    }
  });
});

describe('the cascade', () => {
  test('opens and closes as a whole', async () => {
    const page = await visit('cascade.html');
    const closed = page.locator('details:not([open])');
    expect(await closed.count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Open all' }).click();
    await expect.poll(() => closed.count()).toBe(0);
    await page.getByRole('button', { name: 'Close all' }).click();
    await expect.poll(() => page.locator('details[open]').count()).toBe(0);
  });

  test('leaves what holds the words, with the line above it, and comes back as it was', async () => {
    const page = await visit('cascade.html');
    const rows = page.locator('.tree li:visible');
    const before = await rows.count();
    await page.getByRole('searchbox', { name: 'Filter the cascade' }).fill('brightwater STORY site');
    await expect.poll(() => page.locator('.filter [role=status]').innerText()).toBe('1 found');
    expect(await page.locator('.tree .title:visible').allInnerTexts()).toEqual([
      'Win the mid-market service operators',
      'Let customers make the case for us',
      'Customers open $900k of expansion pipeline',
      'A third of the mid-market accounts knows what Acme saves them',
      'Record the Brightwater story on site',
    ]);
    await page.getByRole('searchbox', { name: 'Filter the cascade' }).fill('no such thing');
    await expect.poll(() => page.locator('.filter [role=status]').innerText()).toBe('Nothing holds these words.');
    await page.getByRole('searchbox', { name: 'Filter the cascade' }).fill('');
    await expect.poll(() => rows.count()).toBe(before);
  });

  test('leads to the place of a commitment on the page of its objective', async () => {
    const page = await visit('cascade.html');
    await page.getByRole('button', { name: 'Open all' }).click();
    await page.getByRole('link', { name: 'Record the Brightwater story on site' }).click();
    await page.waitForURL(/objectives\/objective-q1_expansion\.html#commitment-/);
    await expect.poll(() => page.locator('tr:target').innerText()).toContain('Record the Brightwater story on site');
  });
});

describe('the search', () => {
  test('finds by keys alone, from any page', async () => {
    const page = await visit('owners/owner-cho.html');
    await page.keyboard.press('/');
    await page.keyboard.type('buying groups eng');
    const results = page.locator('#results');
    await expect.poll(() => results.getByRole('status').innerText()).toMatch(/^\d+ found$/);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Buying groups engaged');
    await page.keyboard.press('Enter');
    await page.waitForURL(/metrics\/metric-q1_pipeline\.engaged\.html$/);
  });

  test('goes away by Escape, and says when there is nothing', async () => {
    const page = await visit('index.html');
    const field = page.getByRole('searchbox', { name: 'Search the plan' });
    await field.fill('quantum');
    const results = page.locator('#results');
    await expect.poll(() => results.getByRole('status').innerText()).toBe('Nothing in the plan holds these words.');
    await field.press('Escape');
    await expect.poll(() => results.isVisible()).toBe(false);
    expect(await field.inputValue()).toBe('');
  });
});

describe('without scripts', () => {
  test('everything is there, opens, and nothing stands about that does not work', async () => {
    const page = await visit('cascade.html', { javaScriptEnabled: false });
    expect(await page.getByRole('searchbox').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
    const objective = page.locator('li.objective > details').first();
    const inside = objective.locator('li').first();
    expect(await inside.isVisible()).toBe(false);
    await objective.locator('summary').first().click();
    await expect.poll(() => inside.isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Timeline' }).click();
    await expect.poll(() => page.locator('svg.timeline .lane').count()).toBe(4);
  });
});

describe('on paper', () => {
  test('the way between pages is left out, and what is closed is open', async () => {
    const page = await visit('cascade.html');
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByRole('navigation', { name: 'Pages' }).isVisible()).toBe(false);
    expect(await page.getByText('Acme Marketing 2026', { exact: true }).isVisible()).toBe(true);
    const closed = page.locator('details:not([open])');
    const before = await closed.count();
    expect(before).toBeGreaterThan(0);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await expect.poll(() => closed.count()).toBe(0);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await expect.poll(() => closed.count()).toBe(before);
  });

  test('the front page fits on sheets', async () => {
    const page = await visit('index.html');
    const pdf = await page.pdf({ preferCSSPageSize: true, path: join(PICTURES, 'site-index.pdf') });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

test('the first step of the keyboard leads to the content', async () => {
  const page = await visit('index.html');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('To the content');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('main');
});

test('a stranger’s plan runs nothing, fetches nothing and builds nothing', async () => {
  const evil = '<img src=x onerror=alert(1)><script>alert(1)</script></title></script><a href=//evil>x</a>';
  const plan = join(folder, '..', 'plan');
  const out = join(folder, '..', 'evil');
  mkdirSync(plan);
  writeFileSync(join(plan, 'mos.json'), JSON.stringify({ name: evil }));
  writeFileSync(
    join(plan, 'plan.mos'),
    `owner a "${evil}" { role "${evil}" }
frame f "${evil}" { year 2026 dri a why "${evil}"
  bet b "${evil}" { dri a why "${evil}" }
}
objective o "${evil}" { advances b quarter 2026-Q1 dri a why "${evil}"
  metric m "${evil}" { outcome leading from 1 to 9 source "${evil}" unit "${evil}" reading 2026-01-10 2 reading 2026-01-20 3 }
  status 2026-02-06 at risk "${evil}" { option "${evil}" recovery "${evil}" }
  milestone x "${evil}" { month 2026-01 dri a expect m at least 3 missed "${evil}" }
}
week 2026-W06 { commitment "${evil}" { dri a advances x missed "${evil}" } }
`,
  );
  await made(plan, out);
  const page = await visit('index.html', {}, out);
  const pages = ['index', 'cascade', 'timeline', 'objectives', 'metrics', 'owners', 'documents/weekly-review'];
  for (const name of [...pages, 'objectives/objective-o', 'metrics/metric-o.m', 'owners/owner-a']) {
    await page.goto(addressOf(`${name}.html`, out));
    expect(await page.locator('img, body script, a[href*="evil"]').count()).toBe(0);
    expect(await page.title()).toContain(evil);
  }
  await page.getByRole('searchbox', { name: 'Search the plan' }).fill('onerror');
  await expect.poll(() => page.locator('#results li').count()).toBeGreaterThan(5);
  expect(await page.locator('#results img, #results script').count()).toBe(0);
  expect(await page.locator('#results a').first().innerText()).toContain('<img src=x onerror=alert(1)>');
});
