/** Protects the window in a real browser: what is seen and heard, by mouse, by keys, by screen readers, and under the policy of the editor. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { VERSION } from '@mos/webview/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { installBrowser } from '../../.tools/editor.mjs';
import { Plan } from './plan.ts';
import { Stage, type StageOptions } from './stage.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

beforeAll(() => void installBrowser(), 300_000);
afterAll(() => Stage.close());

const stages: Stage[] = [];
afterEach(async () => {
  for (const stage of stages.splice(0)) {
    expect(stage.complaints).toEqual([]);
    await stage.strike();
  }
});

async function staged(plan?: Plan, options?: StageOptions): Promise<Stage> {
  const stage = await Stage.set(options);
  stages.push(stage);
  if (plan) await stage.open(plan);
  return stage;
}

const acme = Plan.example('acme');
const BRIEF = 'Publish the segment brief for equipment service';
const OBJECTIVE = 'Source $4M of mid-market pipeline';

/** A plan of one objective with many commitments in one month. */
function long(count: number): Plan {
  const week = Array.from(
    { length: count },
    (_, index) => `  commitment c${index} "Commitment ${index}" { dri ana advances m }`,
  );
  return Plan.of({
    'plan.mos': `owner ana "Ana"\nframe f "Win" { year 2026 dri ana\n  bet b "Bet" { why "w" }\n}\nobjective o "Objective" { advances b quarter 2026-Q1 dri ana\n  milestone m "Milestone" { month 2026-02 dri ana }\n}\nweek 2026-W07 {\n${week.join('\n')}\n}\n`,
  });
}

/** What axe finds, as `rule: element`. */
async function faults(stage: Stage): Promise<string[]> {
  await stage.page.evaluate(`window.axe || (${JSON.stringify(AXE)}, 0)`);
  await stage.page.evaluate(AXE);
  const { violations } = await stage.page.evaluate<{
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }>(`axe.run(document, { rules: { 'page-has-heading-one': { enabled: false } } })`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

describe('accessibility: axe finds nothing', () => {
  describe.each(['Dark 2026', 'Light 2026', 'Default High Contrast', 'Default High Contrast Light'])(
    'in %s',
    (theme) => {
      test('in the tree with its filter and the details', async () => {
        const stage = await staged(acme, { theme, height: 900 });
        await stage.page.locator('#choices').click();
        await stage.row(OBJECTIVE).click();
        await stage.tell(acme.story(OBJECTIVE));
        await stage.page.getByRole('heading', { name: OBJECTIVE }).waitFor();
        expect(await faults(stage)).toEqual([]);
      });

      test('in the timeline', async () => {
        const stage = await staged(acme, { theme, width: 1100, surface: 'panel' });
        await stage.tell({ type: 'mode', mode: 'timeline' });
        await stage.page.locator('#timeline .bar').first().waitFor();
        expect(await faults(stage)).toEqual([]);
      });
    },
  );

  test.each(['Dark 2026', 'Default High Contrast Light'])('in the week, in %s', async (theme) => {
    const stage = await staged(acme, { theme, height: 900 });
    await stage.tell({ type: 'mode', mode: 'week' }, acme.week());
    await stage.page.locator('#week .item').first().waitFor();
    expect(await faults(stage)).toEqual([]);
  });

  test('with a refusal, a row that is cut, a finding to mend and nothing found', async () => {
    const plan = Plan.example('acme');
    plan.edit('q1/demand.mos', (text) => text.replace(/advances jan_groups /, ''));
    const stage = await staged(plan, { height: 1000 });
    const orphan = stage.row('advances no milestone');
    await orphan.click();
    await stage.page.keyboard.press('Control+x');
    await stage.tell({ type: 'say', text: 'Its week lies outside of January 2026.' });
    const title = (await orphan.locator('.title').innerText()).trim();
    await stage.tell(plan.story(title));
    await stage.page.locator('#details .fixes').waitFor();
    expect(await faults(stage)).toEqual([]);
    await stage.page.locator('#filter').click();
    await stage.page.keyboard.type('zzzz');
    await stage.page.getByText('Nothing in the plan fits the filter').waitFor();
    expect(await faults(stage)).toEqual([]);
  });

  test('on the pages that stand in for a plan', async () => {
    const stage = await staged();
    await stage.tell({ type: 'status', status: { kind: 'loading', done: 3, total: 9 } });
    await stage.page.getByText('3 of 9 files').waitFor();
    expect(await faults(stage)).toEqual([]);
    await stage.tell({ type: 'status', status: { kind: 'failed', reason: 'it fell over' } });
    await stage.page.getByText('it fell over').waitFor();
    expect(await faults(stage)).toEqual([]);
    await stage.tell({ type: 'status', status: { kind: 'ready' } }, { type: 'unread', reason: 'out of breath' });
    await stage.page.getByText('out of breath').waitFor();
    expect(await faults(stage)).toEqual([]);
  });
});

describe('the tree', () => {
  test('keeps only what is seen in the page, however long it is', async () => {
    const plan = long(5_000);
    const stage = await staged(plan);
    await stage.tell({ type: 'reveal', id: plan.idOf('Commitment 4000') });
    await stage.row('Commitment 4000').waitFor();
    await expect.poll(() => stage.row('Commitment 4000').getAttribute('aria-posinset')).toBe('4001');
    await expect.poll(() => stage.row('Commitment 4000').getAttribute('aria-setsize')).toBe('5000');
    await expect.poll(() => stage.row().count()).toBeLessThan(80);
  });

  test('has one tab stop, and goes by arrows, letters and the star', async () => {
    const stage = await staged(acme, { height: 900 });
    const { page } = stage;
    const selected = () => page.locator('.row.selected .title').innerText();
    await page.locator('#filter').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('tree');
    await expect.poll(() => page.locator('#tree [tabindex]').count()).toBe(0);
    await expect.poll(selected).toContain('Win the mid-market');
    await page.keyboard.press('ArrowDown');
    await expect.poll(selected).toContain('Signal-led');
    await page.keyboard.press('*');
    // At once: letters that come apart, as on a busy machine, would each begin a word of their own.
    await page.evaluate(
      `for (const key of 'sou') document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))`,
    );
    await expect.poll(selected).toBe(OBJECTIVE);
    await expect
      .poll(async () =>
        page.locator(`#${await page.locator('#tree').getAttribute('aria-activedescendant')}`).innerText(),
      )
      .toContain(OBJECTIVE);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.row.selected').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('.row.selected').getAttribute('aria-level')).toBe('4');
    await page.keyboard.press('End');
    await expect.poll(() => page.locator('.row.selected').getAttribute('aria-level')).toBe('2');
  });

  test('leads to the declaration, and looks at it without going', async () => {
    const stage = await staged(acme);
    await stage.row('Signal-led').locator('.title').click();
    await stage.page.keyboard.press('Enter');
    await stage.page.keyboard.press('Alt+Enter');
    const opened = async () => (await stage.heard()).filter((message) => message.type === 'open');
    await expect.poll(async () => (await opened()).map(({ how }) => how)).toEqual(['keep', 'go', 'peek']);
    expect((await opened())[0]).toMatchObject({ uri: 'file:///plan/strategy.mos' });
  });

  test('says everything of a row in words', async () => {
    const stage = await staged(acme);
    const row = stage.page.getByRole('treeitem', { name: OBJECTIVE });
    await expect
      .poll(async () => (await row.ariaSnapshot()).replaceAll(' ,', ','))
      .toContain(
        `${OBJECTIVE}, objective, Q1 2026, 1 January – 31 March, on track, DRI Ben Okafor, 1 of 3 milestones done`,
      );
  });

  test('shows the row under the cursor of the editor, and does not answer by going there', async () => {
    const stage = await staged(acme);
    await stage.tell({ type: 'reveal', id: acme.idOf(BRIEF) });
    await stage.row(BRIEF).waitFor();
    await expect.poll(() => stage.row(BRIEF).getAttribute('aria-selected')).toBe('true');
    // What is asked for last has gone out: what should not be said would have been said by now.
    await expect.poll(async () => (await stage.last('story'))?.id).toBe(acme.idOf(BRIEF));
    expect((await stage.heard()).some(({ type }) => type === 'open')).toBe(false);
  });

  test('follows the plan, and asks anew when it has missed something', async () => {
    const plan = Plan.example('acme');
    const stage = await staged(plan);
    const change = plan.edit('strategy.mos', (text) =>
      text.replace('"Signal-led account marketing', '"Signal-driven marketing'),
    );
    if (change) await stage.tell(change);
    await stage.row('Signal-driven').waitFor();
    const broken = plan.edit('q1/demand.mos', (text) => text.replace('advances jan_groups', 'advances jan_group'));
    if (broken) await stage.tell(broken);
    await stage.row('which is nowhere in the plan').waitFor();
    if (change) await stage.tell(change);
    await expect.poll(() => stage.last('resync')).toBeDefined();
  });
});

describe('the filter', () => {
  test('narrows to what fits, marks it, and counts honestly', async () => {
    const stage = await staged(acme);
    await stage.page.locator('#filter').click();
    await stage.page.keyboard.type('okafor source');
    await stage.page.locator('mark').first().waitFor();
    const summary = stage.page.locator('.summary [role=status]');
    const total = acme.snapshot().plans[0]?.rows.values.length;
    await expect.poll(() => summary.innerText()).toMatch(new RegExp(`^\\d of ${total}$`));
    await expect
      .poll(async () => [
        Number((await summary.innerText()).split(' ')[0]),
        await stage.page.locator('.row:not(.aside):not(.heading)').count(),
      ])
      .toSatisfy(([said = 0, seen = -1]: number[]) => said > 0 && said === seen);
    await stage.page.getByRole('button', { name: 'Clear, show all' }).click();
    await expect.poll(() => stage.page.locator('mark').count()).toBe(0);
  });

  test('narrows by owner, week and state, each further than before', async () => {
    const stage = await staged(acme);
    await stage.tell({ type: 'settings', settings: { me: 'Cho Min-ji', follow: true } });
    const found = () => stage.page.locator('.row:not(.aside):not(.heading) > .title').allInnerTexts();
    const promise = 'Agree with sales what counts as an engaged group in facilities management';
    await stage.page.locator('#choices').click();
    await stage.page.getByRole('button', { name: 'Mine', exact: true }).click();
    await stage.page.locator('.summary', { hasText: '14 of' }).waitFor();
    await expect
      .poll(async () => (await found()).filter((title) => title.startsWith('Launch the ads')))
      .toHaveLength(1);
    await stage.page.getByRole('button', { name: 'This week' }).click();
    await expect.poll(found).toEqual([promise]);
    const choose = async (list: string, choice: string) => {
      const select = stage.page.locator(`vscode-single-select[label="${list}"]`);
      await select.click();
      await select.locator('.option', { hasText: choice }).first().click();
    };
    await choose('State', 'still open');
    await expect.poll(found).toEqual([promise]);
    await choose('State', 'done');
    await stage.page.getByText('Nothing in the plan fits the filter').waitFor();
  });

  test('that fits nothing says so, and leads back', async () => {
    const stage = await staged(acme);
    await stage.page.locator('#filter').click();
    await stage.page.keyboard.type('zzzz');
    await stage.page.getByText('Nothing in the plan fits the filter').waitFor();
    await stage.page.locator('vscode-button', { hasText: 'Clear, Show All' }).click();
    await stage.row('Win the mid-market').waitFor();
  });
});

describe('"Mine"', () => {
  test('is not switched on by itself later when somebody thought better of saying who they are', async () => {
    const stage = await staged(acme);
    await stage.page.locator('#choices').click();
    await stage.page.getByRole('button', { name: 'Mine…' }).click();
    await expect.poll(() => stage.last('run')).toMatchObject({ command: 'sayWho' });
    // How the extension answers that nobody was chosen; later, they are known after all.
    await stage.tell({ type: 'settings', settings: { me: '', follow: true } });
    await stage.tell({ type: 'settings', settings: { me: 'Cho Min-ji', follow: true } });
    await stage.page.getByRole('button', { name: 'Mine', exact: true, pressed: false }).waitFor();
  });

  test('asks who I am, and then shows what is mine', async () => {
    const stage = await staged(acme);
    await stage.page.locator('#choices').click();
    await stage.page.getByRole('button', { name: 'Mine…' }).click();
    await expect.poll(() => stage.last('run')).toMatchObject({ command: 'sayWho' });
    await stage.tell({ type: 'settings', settings: { me: 'Cho Min-ji', follow: true } });
    await stage.page.getByRole('button', { name: 'Mine', exact: true, pressed: true }).waitFor();
    await expect
      .poll(() => stage.page.locator('.row:not(.aside):not(.heading) .dri').allInnerTexts())
      .toSatisfy((all: string[]) => all.length > 0 && all.every((text) => text === 'CJ'));
  });
});

test('choices stand still while somebody chooses', async () => {
  const plan = Plan.example('acme');
  const stage = await staged(plan);
  await stage.page.locator('#choices').click();
  const select = stage.page.locator('vscode-single-select[label="Owner"]');
  const names = () => select.locator('vscode-option').allInnerTexts();
  await select.click();
  await expect.poll(() => stage.page.evaluate('Boolean(document.activeElement.closest("#narrow"))')).toBe(true);
  const before = await names();
  const change = plan.edit('people.mos', (text) => `owner aaron "Aaron Aaronson"\n${text}`);
  const broken = plan.edit('strategy.mos', (text) => text.replace('"Signal-led', '"Signal-driven'));
  for (const each of [change, broken]) if (each) await stage.tell(each);
  // The rest of the window has followed.
  await stage.row('Signal-driven').waitFor();
  expect(await names()).toEqual(before);
  await stage.page.keyboard.press('Escape');
  await stage.page.locator('#filter').click();
  await expect.poll(async () => (await names())[1]).toBe('Aaron Aaronson');
});

describe('the week', () => {
  test('is asked for when it is shown and when the plan changes, and lists each person’s promises', async () => {
    const plan = Plan.example('acme');
    const stage = await staged(plan, { height: 900 });
    await stage.tell({ type: 'mode', mode: 'week' });
    await expect.poll(() => stage.last('week')).toMatchObject({ everybody: true });
    await stage.tell(plan.week());
    await stage.page.getByRole('heading', { name: 'Week 7' }).waitFor();
    expect(await stage.page.locator('#week').innerHTML()).not.toMatch(/\d{4}-(\d\d|W\d\d|Q\d)/);
    await stage.page.getByRole('button', { name: 'Move to week 8: Agree with sales' }).waitFor();
    const item = stage.page.locator('#week .item', { hasText: 'Agree with sales what counts' });
    await item.getByRole('button', { name: 'Kept' }).click();
    await expect.poll(() => stage.last('act')).toMatchObject({ act: { kind: 'kept' } });
    expect((await stage.last('act'))?.id).toBe(
      plan.idOf('Agree with sales what counts as an engaged group in facilities management'),
    );
    const asked = async () => (await stage.heard()).filter(({ type }) => type === 'week').length;
    const before = await asked();
    const change = plan.edit('q1/demand.mos', (text) =>
      text.replace(
        'management" { dri cho advances feb_groups }',
        'management" { dri cho advances feb_groups done 2026-02-09 }',
      ),
    );
    if (change) await stage.tell(change);
    await expect.poll(asked).toBe(before + 1);
    await stage.tell(plan.week());
    await item.locator('.state', { hasText: 'done' }).waitFor();
    // The next thing to say something about has the focus: nobody has to look for it.
    await expect
      .poll(() => stage.page.evaluate('document.activeElement.closest("#week .item button.tool") !== null'))
      .toBe(true);
  });

  test('leaves each title its width in a narrow sidebar, and shows what was moved as a word, beside which only buttons have arrows', async () => {
    const stage = await staged(acme, { width: 200, height: 900 });
    await stage.tell({ type: 'mode', mode: 'week' }, acme.week('Dev Raman'));
    const item = stage.page.locator('#week .item', { hasText: 'Launch the facilities' });
    await stage.page.getByText('1 of 1 waits for a word').waitFor();
    await expect.poll(async () => (await item.locator('.what').boundingBox())?.width).toBeGreaterThan(130);
    await expect.poll(() => item.locator('.what > .quiet').innerText()).toMatch(/^moved · /);
    expect(await item.locator('.codicon-arrow-right').count()).toBe(1);
  });

  test('is mine once it is known who I am, and everybody’s on demand', async () => {
    const stage = await staged(acme);
    await stage.tell(
      { type: 'settings', settings: { me: 'Cho Min-ji', follow: true } },
      { type: 'mode', mode: 'week' },
    );
    await expect.poll(() => stage.last('week')).toMatchObject({ everybody: false });
    await stage.tell(acme.week('Cho Min-ji'));
    await expect.poll(() => stage.page.locator('#week h3').allInnerTexts()).toEqual(['Cho Min-ji']);
    await stage.page.getByRole('button', { name: 'Mine', exact: true, pressed: true }).click();
    await expect.poll(() => stage.last('week')).toMatchObject({ everybody: true });
  });
});

describe('what is done to a row', () => {
  test('a row is dragged onto another one', async () => {
    const stage = await staged(acme, { height: 900 });
    await stage.tell({ type: 'reveal', id: acme.idOf(BRIEF) });
    await stage.row(BRIEF).dragTo(stage.row('42 buying groups'));
    await expect.poll(() => stage.last('act')).toMatchObject({ id: acme.idOf(BRIEF), act: { kind: 'attach' } });
  });

  test('a row that was hung elsewhere is selected where it hangs now', async () => {
    const plan = Plan.example('acme');
    const stage = await staged(plan, { height: 900 });
    await stage.tell({ type: 'reveal', id: plan.idOf(BRIEF) });
    await stage.row(BRIEF).dragTo(stage.row('42 buying groups'));
    await expect.poll(() => stage.last('act')).toBeDefined();
    await expect.poll(() => stage.row('42 buying groups').getAttribute('aria-expanded')).toBe('false');
    const change = plan.edit('q1/demand.mos', (text) =>
      text.replace(/("Publish the segment brief[^}]*advances )jan_groups/, '$1feb_groups'),
    );
    if (change) await stage.tell(change);
    await expect.poll(() => stage.row('42 buying groups').getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => stage.page.locator('.row.selected .title').innerText()).toBe(BRIEF);
  });

  test('one that hangs there already under the same title is not taken for it', async () => {
    const frame =
      'owner ana "Ana"\nframe f "Win" { year 2026 dri ana }\nobjective o "Grow" { advances f quarter 2026-Q1 dri ana';
    const months = 'milestone a "First" { month 2026-02 dri ana }\n milestone b "Second" { month 2026-02 dri ana } }';
    const twins = ['a', 'b'].map((to) => `commitment "Call them" { dri ana advances ${to} }`).join('\n');
    const plan = Plan.of({ 'p.mos': `${frame}\n${months}\nweek 2026-W07 {\n${twins}\n}\n` });
    const stage = await staged(plan, { height: 900 });
    await stage.row('Grow').locator('.twistie').click();
    await stage.row('First').locator('.twistie').click();
    await stage.row('Call them').dragTo(stage.row('Second'));
    await expect.poll(() => stage.last('act')).toBeDefined();
    // Something else changes before the plan says that it hangs there.
    const other = plan.edit('p.mos', (text) => text.replace('"Grow"', '"Grow fast"'));
    if (other) await stage.tell(other);
    await stage.row('Grow fast').waitFor();
    await expect.poll(() => stage.row('Second').getAttribute('aria-expanded')).toBe('false');
    const change = plan.edit('p.mos', (text) => text.replace('advances a }', 'advances b }'));
    if (change) await stage.tell(change);
    await expect.poll(() => stage.row('Second').getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => stage.page.locator('.row.selected .title').innerText()).toBe('Call them');
  });

  test('what is selected stays selected when it comes to stand in another file, as when that is undone', async () => {
    const plan = Plan.of({
      'p.mos':
        'owner ana "Ana"\nframe f "Win" { year 2026 dri ana }\nobjective o "Grow" { advances f quarter 2026-Q1 dri ana\n  milestone m "Engaged" { month 2026-03 dri ana }\n}\n',
      'q.mos': 'objective q "Keep" { advances f quarter 2026-Q1 dri ana\n}\n',
    });
    const stage = await staged(plan, { height: 900 });
    await stage.row('Grow').locator('.twistie').click();
    await stage.row('Engaged').locator('.title').click();
    await expect.poll(() => stage.row('Engaged').getAttribute('aria-selected')).toBe('true');
    const milestone = '  milestone m "Engaged" { month 2026-03 dri ana }\n';
    const change = plan.editAll({
      'p.mos': (text) => text.replace(milestone, ''),
      'q.mos': (text) => text.replace('\n}', `\n${milestone}}`),
    });
    if (change) await stage.tell(change);
    await expect.poll(() => stage.row('Keep').getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => stage.page.locator('.row.selected .title').innerText()).toBe('Engaged');
  });

  test('stays in sight and in words while the cursor goes to where it was written', async () => {
    const plan = Plan.example('acme');
    const stage = await staged(plan, { height: 900 });
    await stage.tell({ type: 'reveal', id: plan.idOf(BRIEF) });
    await stage.row(BRIEF).dragTo(stage.row('42 buying groups'));
    await expect.poll(() => stage.last('act')).toBeDefined();
    // The cursor is followed before the plan is told of as it is now.
    await stage.tell({ type: 'reveal', id: plan.idOf(OBJECTIVE) });
    const change = plan.edit('q1/demand.mos', (text) =>
      text.replace(/("Publish the segment brief[^}]*advances )jan_groups/, '$1feb_groups'),
    );
    if (change) await stage.tell(change);
    await expect.poll(() => stage.page.locator('.row.selected .title').innerText()).toBe(BRIEF);
    await stage.tell({ type: 'say', text: 'The last edit of demand.mos is undone.' });
    await stage.tell({ type: 'reveal', id: plan.idOf(OBJECTIVE) });
    await expect.poll(() => stage.page.locator('.row.selected .title').innerText()).toBe(OBJECTIVE);
    expect(await stage.page.locator('#say').innerText()).toBe('The last edit of demand.mos is undone.');
  });

  test('what was just written is shown under a filter that fits it', async () => {
    const plan = Plan.example('acme');
    const stage = await staged(plan, { height: 900 });
    await stage.page.locator('#filter').click();
    await stage.page.keyboard.type('segment brief');
    await stage.row(BRIEF).waitFor();
    const change = plan.edit('q1/demand.mos', (text) => `\n${text}`);
    if (!change) throw new Error('a row further down is another row');
    await stage.together(change, { type: 'reveal', id: plan.idOf(BRIEF) });
    await expect.poll(() => stage.page.locator('.row.selected .title').innerText()).toContain(BRIEF);
  });

  test('what is dragged from elsewhere is no row', async () => {
    const stage = await staged(acme, { height: 900 });
    await stage.tell({ type: 'reveal', id: acme.idOf(BRIEF) });
    const drop = (start: boolean) =>
      stage.page.evaluate(`(() => {
        const row = (text) => [...document.querySelectorAll('.row')].find((each) => each.textContent.includes(text));
        const fire = (at, type, data) => at.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: data }));
        const own = new DataTransfer();
        fire(row(${JSON.stringify(BRIEF)}), 'dragstart', own);
        const data = ${start} ? own : new DataTransfer();
        data.setData('text/plain', 'a text');
        fire(row('42 buying groups'), 'dragover', data);
        fire(row('42 buying groups'), 'drop', data);
      })()`);
    // The row was dragged, and its drag ended without a word.
    await drop(false);
    await drop(true);
    await expect.poll(() => stage.last('act')).toMatchObject({ act: { kind: 'attach' } });
    expect((await stage.heard()).filter(({ type }) => type === 'act')).toHaveLength(1);
  });

  test('the same goes by cutting and pasting, and a refusal is read out', async () => {
    const stage = await staged(acme, { height: 900 });
    await stage.row(OBJECTIVE).locator('.title').click();
    await stage.page.keyboard.press('Control+x');
    await stage.page.getByText('Paste it onto what it shall advance').waitFor();
    await stage.page.keyboard.press('ArrowDown');
    await stage.page.keyboard.press('Control+v');
    await expect.poll(() => stage.last('act')).toMatchObject({ id: acme.idOf(OBJECTIVE), act: { kind: 'attach' } });
    await stage.tell({ type: 'say', text: 'An objective advances a bet.' });
    await expect.poll(() => stage.page.getByRole('status').filter({ hasText: 'An objective' }).count()).toBe(1);
  });

  test('on a row, the keys that undo are about the plan; in the filter, about the filter', async () => {
    const stage = await staged(acme);
    // What the editor hears of, it takes for the page as a whole.
    await stage.page.evaluate('window.addEventListener("keydown", ({ key }) => (window.lastKey = key))');
    await stage.page.locator('#filter').click();
    await stage.page.keyboard.type('source');
    await stage.page.keyboard.press('Control+z');
    await expect.poll(() => stage.page.evaluate('window.lastKey')).toBe('z');
    await stage.page.keyboard.press('ArrowDown');
    for (const [keys, command] of [
      ['Control+z', 'undo'],
      ['Control+Shift+z', 'redo'],
      ['Control+y', 'redo'],
    ] as const) {
      await stage.page.keyboard.press('ArrowDown');
      await stage.page.keyboard.press(keys);
      await expect.poll(() => stage.last('run')).toMatchObject({ command });
      expect(await stage.page.evaluate('window.lastKey')).not.toMatch(/z|y/i);
    }
    expect((await stage.heard()).filter(({ type }) => type === 'run')).toHaveLength(3);
  });

  test('the focus comes back to the row from menus and questions', async () => {
    const stage = await staged(acme);
    await stage.page.locator('#filter').click();
    await stage.tell({ type: 'focus' });
    await expect.poll(() => stage.page.evaluate('document.activeElement.id')).toBe('tree');
  });

  test('its menu is chosen by what it is', async () => {
    const stage = await staged(acme);
    await expect
      .poll(async () => JSON.parse((await stage.row(OBJECTIVE).getAttribute('data-vscode-context')) ?? '{}'))
      .toMatchObject({
        webviewSection: 'row',
        mosKind: 'objective',
        mosRow: acme.idOf(OBJECTIVE),
        mosProblems: false,
      });
  });
});

describe('the details', () => {
  test('tell the story, and lead along the path', async () => {
    const stage = await staged(acme, { height: 1400 });
    await stage.row(OBJECTIVE).locator('.title').click();
    await expect.poll(async () => (await stage.last('story'))?.id).toBe(acme.idOf(OBJECTIVE));
    await stage.tell(acme.story(OBJECTIVE));
    const details = stage.page.locator('#details');
    await details.getByText('Vice President').waitFor();
    for (const text of ['Why', 'Path', 'Authority', 'Metrics', 'Decides'])
      await details.getByText(text, { exact: true }).first().waitFor();
    await details.locator('.spark .six').first().waitFor({ state: 'attached' });
    await details.getByRole('button', { name: 'Signal-led' }).click();
    await expect.poll(() => stage.page.locator('.row.selected .title').innerText()).toContain('Signal-led');
  });

  test('show that what they tell is of the row before, while the new one is slow to come', async () => {
    const stage = await staged(acme, { height: 900 });
    const details = stage.page.locator('#details');
    const busy = () => details.getAttribute('aria-busy');
    await stage.row(OBJECTIVE).locator('.title').click();
    await expect.poll(busy).toBe('true');
    await stage.tell(acme.story(OBJECTIVE));
    await expect.poll(busy).toBe('false');
    await stage.row('Signal-led').locator('.title').click();
    await expect.poll(busy).toBe('true');
    await expect
      .poll(() => details.locator('h2').evaluate((h2) => h2.ownerDocument.defaultView?.getComputedStyle(h2).opacity))
      .toBe('0.5');
    await stage.tell({ type: 'story', id: acme.idOf('Signal-led account marketing in three segments'), story: null });
    await details.getByText('Nothing can be told of this').waitFor();
    expect(await busy()).toBe('false');
  });

  test('say how an objective stands and why, and take a reading and a status', async () => {
    const stage = await staged(acme, { height: 1600 });
    await stage.row(OBJECTIVE).locator('.title').click();
    await stage.tell(acme.story(OBJECTIVE));
    const details = stage.page.locator('#details');
    await details.getByText('Health', { exact: true }).waitFor();
    await details.locator('.reasons li', { hasText: 'its DRI said on track on 6 February' }).waitFor();
    // Days and weeks as people say them, wherever they stand.
    const written = /\d{4}-(\d\d|W\d\d|Q\d)/;
    expect(await details.innerText()).not.toMatch(written);
    expect(await details.locator('.spark').first().getAttribute('aria-label')).not.toMatch(written);
    await details.getByText('on track, said on 6 February').waitFor();
    await details.getByRole('button', { name: 'Set Status…' }).click();
    await expect.poll(() => stage.last('act')).toMatchObject({ id: acme.idOf(OBJECTIVE), act: { kind: 'status' } });
    await details.getByRole('button', { name: 'Record a reading of Buying groups engaged' }).click();
    await expect.poll(() => stage.last('act')).toMatchObject({ act: { kind: 'reading' } });
    expect((await stage.last('act'))?.id).not.toBe(acme.idOf(OBJECTIVE));
  });

  test('are gone with the server, and say so when nothing can be told', async () => {
    const stage = await staged(acme, { height: 900 });
    await stage.row(OBJECTIVE).locator('.title').click();
    await stage.tell(acme.story(OBJECTIVE));
    await stage.page.getByRole('heading', { name: OBJECTIVE }).waitFor();
    await stage.tell({ type: 'status', status: { kind: 'failed', reason: 'it ended 4 times' } });
    await stage.page.locator('#details').waitFor({ state: 'hidden' });
    await stage.tell({ type: 'status', status: { kind: 'ready' } });
    await stage.page.locator('#details').waitFor();
    await stage.tell({ type: 'story', id: acme.idOf(OBJECTIVE), story: null });
    await stage.page.getByText('Nothing can be told of this at the moment').waitFor();
  });

  test('offer the ways out of a finding', async () => {
    const plan = Plan.example('acme');
    plan.edit('q1/demand.mos', (text) => text.replace(/advances jan_groups /, ''));
    const stage = await staged(plan, { width: 240, height: 1000 });
    const orphan = stage.row('advances no milestone');
    await orphan.click();
    const title = (await orphan.locator('.title').innerText()).replace(/ advances no milestone$/, '').trim();
    await stage.tell(plan.story(title));
    // The whole of what a button does can be read, however long it is.
    const cut =
      '[...document.querySelectorAll("#details vscode-button")].filter((each) => each.getBoundingClientRect().right > innerWidth || each.shadowRoot.querySelector("[part=base]").scrollWidth > each.clientWidth + 1).length';
    await expect.poll(() => stage.page.locator('#details vscode-button').count()).toBeGreaterThan(1);
    await expect.poll(() => stage.page.evaluate(cut)).toBe(0);
    // First what is wrong with it: the rest may be out of sight.
    await expect.poll(() => stage.page.locator('#details h3').first().innerText()).toMatch(/findings/i);
    await stage.page.getByText('Mark it as run-the-business work').click();
    await expect
      .poll(() => stage.last('act'))
      .toMatchObject({
        act: { kind: 'fix', rule: 'cascade/orphaned-commitment', title: 'mark it as run-the-business work' },
      });
  });
});

describe('nothing moves by itself', () => {
  /** Elements, also inside of controls, of which something would move, as `element: what`. */
  const moving = (stage: Stage) =>
    stage.page.evaluate<string[]>(`(() => {
      const all = (root) => [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
      const lasts = (times) => times.split(',').some((time) => parseFloat(time) > 0);
      return all(document).flatMap((element) => [undefined, '::before', '::after'].flatMap((part) => {
        const style = getComputedStyle(element, part);
        const what = [
          style.animationName !== 'none' && 'animation',
          (lasts(style.transitionDuration) || lasts(style.transitionDelay)) && 'transition',
          style.scrollBehavior === 'smooth' && 'scrolling',
        ];
        return what.filter(Boolean).map((one) => element.localName + (element.id && '#' + element.id) + (part ?? '') + ': ' + one);
      }));
    })()`);

  /** The pages on which something would: while the plan is read, and while the details are slow to come, with the filter open. */
  async function restless(options: StageOptions): Promise<string[]> {
    const stage = await staged(undefined, { height: 900, ...options });
    await stage.tell({ type: 'status', status: { kind: 'starting' } });
    await stage.page.locator('vscode-progress-bar').waitFor();
    const found = await moving(stage);
    await stage.tell({ type: 'status', status: { kind: 'loading', done: 3, total: 9 } });
    await stage.page.getByText('3 of 9 files').waitFor();
    found.push(...(await moving(stage)));
    await stage.open(acme);
    await stage.page.locator('#choices').click();
    await stage.row(OBJECTIVE).locator('.title').click();
    await stage.tell(acme.story(OBJECTIVE));
    await stage.page.getByRole('heading', { name: OBJECTIVE }).waitFor();
    await stage.row('Signal-led').locator('.title').click();
    await stage.page.locator('#details[aria-busy=true]').waitFor();
    found.push(...(await moving(stage)));
    await stage.tell({ type: 'mode', mode: 'timeline' });
    await stage.page.locator('#timeline .bar').first().waitFor();
    return [...found, ...(await moving(stage))];
  }

  test('where a person has asked for less motion', async () => {
    expect(await restless({ reducedMotion: true })).toEqual([]);
  });

  test('and otherwise what is slow to come fades', async () => {
    expect(await restless({})).toContain('h2: transition');
  });
});

describe('the timeline', () => {
  test('draws what is seen, with today, and goes by keys', async () => {
    const stage = await staged(acme, { width: 1100, surface: 'panel' });
    await stage.tell({ type: 'mode', mode: 'timeline' });
    const { page } = stage;
    await page.locator('#timeline .today').waitFor();
    expect(await page.locator('#timeline .bar').count()).toBeLessThan(300);
    await page.locator('#timeline').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator('#timeline .bar[aria-selected=true]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await stage.last('open'))?.how).toBe('go');
    await page.getByRole('button', { name: 'By owner' }).click();
    await page.getByRole('button', { name: 'By owner', pressed: true }).waitFor();
    // The head of a lane; by objective, he stands in smaller letters below.
    await page.locator('#timeline text[font-size="12"]', { hasText: 'Ben Okafor' }).waitFor();
  });

  test('leaves the page as a drawing without anything of the page, and as a picture', async () => {
    const stage = await staged(acme, { width: 1100, surface: 'panel' });
    await stage.tell({ type: 'mode', mode: 'timeline' });
    await stage.page.locator('#timeline .bar').first().waitFor();
    await stage.tell({ type: 'do', what: 'svg' }, { type: 'do', what: 'png' });
    const exported = async (format: string) =>
      (await stage.heard()).flatMap((message) =>
        message.type === 'export' && message.format === format ? message.data : [],
      )[0];
    await expect.poll(() => exported('svg')).toBeDefined();
    const svg = (await exported('svg')) ?? '';
    expect(svg).toContain('Publish the segment brief');
    expect(svg).not.toMatch(/var\(|<!--|class="codicon/);
    await expect.poll(() => exported('png')).toMatch(/^data:image\/png;base64,/);
  });
});

describe('how it is set up', () => {
  test('survives being hidden', async () => {
    const stage = await staged(acme, { height: 300 });
    await stage.row(OBJECTIVE).locator('.twistie').click();
    await stage.page.locator('#tree').hover();
    await stage.page.mouse.wheel(0, 66);
    await expect
      .poll(async () => ((await stage.kept()) as { scroll: number } | undefined)?.scroll ?? 0)
      .toBeGreaterThan(0);
    const kept = await stage.kept();
    const again = await staged(acme, { height: 300, kept });
    await expect.poll(() => again.titles()).toEqual(await stage.titles());
    await expect
      .poll(() => again.page.evaluate('document.getElementById("tree").scrollTop'))
      .toBe((kept as { scroll: number }).scroll);
    await expect.poll(() => again.row(OBJECTIVE).getAttribute('aria-selected')).toBe('true');
  });

  test('is kept at once, and the place that was scrolled to before the page is gone', async () => {
    const stage = await staged(acme, { height: 300 });
    const kept = await stage.page.evaluate<{ selected: string }>(
      `(document.querySelector('#tree .row[aria-level="2"] .title').click(), window.kept)`,
    );
    expect(kept.selected).toBe(acme.idOf('Signal-led account marketing in three segments'));
    const scrolled = await stage.page.evaluate<{ scroll: number }>(`new Promise((done) => {
      const tree = document.getElementById('tree');
      tree.addEventListener('scroll', () => (dispatchEvent(new Event('pagehide')), done(window.kept)), { once: true });
      tree.scrollTop = 44;
    })`);
    expect(scrolled.scroll).toBe(44);
  });

  test('at the width of a sidebar leaves most of a row to its title, the whole of which is in the hint', async () => {
    const stage = await staged(acme, { width: 300, height: 900 });
    await stage.tell({ type: 'reveal', id: acme.idOf(BRIEF) });
    const row = stage.row(BRIEF);
    await expect
      .poll(async () => {
        const [title, all] = [await row.locator('.title').boundingBox(), await row.boundingBox()];
        return (title?.width ?? 0) / (all?.width ?? 1);
      })
      .toBeGreaterThan(0.5);
    await expect.poll(async () => (await row.getAttribute('title'))?.split('\n')[0]).toBe(BRIEF);
    // What it does not show in words, it shows by its shape and says to a screen reader.
    await expect.poll(() => row.locator('.state .codicon-pass-filled').count()).toBe(1);
    await expect.poll(() => row.locator('.sr').innerText()).toContain('done');
  });

  test('however narrow it is, what belongs to what can be seen', async () => {
    const stage = await staged(acme, { width: 200, height: 900 });
    const left = async (title: string) => (await stage.row(title).first().locator('.kind').boundingBox())?.x ?? 0;
    await expect.poll(() => left('Signal-led')).toBeGreaterThan(await left('Win the mid-market'));
    expect(await left(OBJECTIVE)).toBeGreaterThan(await left('Signal-led'));
  });

  test('gives room to what is not connected, and to what it lacks', async () => {
    const plan = Plan.example('acme');
    plan.edit('q1/demand.mos', (text) => text.replace('advances fy26.abm', 'advances fy26.abmx'));
    const stage = await staged(plan, { width: 400, height: 900 });
    const row = stage.row(OBJECTIVE);
    const width = async (part: string) => (await row.locator(part).boundingBox())?.width ?? 0;
    await expect.poll(() => width('.title')).toBeGreaterThan(110);
    expect(await width('.lacks')).toBeGreaterThan(90);
  });

  test('fits into half the width, as at twice the size', async () => {
    const stage = await staged(acme, { width: 160, height: 400 });
    await stage.row('Win the mid-market').locator('.title').click();
    await stage.tell(acme.story('Win the mid-market service operators'));
    await stage.page.locator('#choices').click();
    await stage.page.locator('#narrow .chip').first().waitFor();
    // With the filter open and the details below, there are still rows to be seen.
    await expect
      .poll(() => stage.page.evaluate('document.getElementById("tree").clientHeight'))
      .toBeGreaterThanOrEqual(3 * 22);
    await expect
      .poll(() =>
        stage.page.evaluate(
          'document.documentElement.scrollWidth <= innerWidth && document.getElementById("tree").scrollWidth <= innerWidth',
        ),
      )
      .toBe(true);
  });
});

describe('safety', () => {
  test('texts of a plan are text', async () => {
    const evil = '<img src=x onerror=window.harm=1><b>bold</b>';
    const plan = Plan.of({ 'a.mos': `frame f "${evil}" { year 2026 dri "x" why "${evil}" }\n` });
    const stage = await staged(plan);
    await stage.row(evil).click();
    await stage.tell(plan.story(evil));
    await stage.page.getByRole('heading', { name: evil }).waitFor();
    expect(await stage.page.evaluate('[window.harm, document.querySelectorAll("img, #tree b").length]')).toEqual([
      undefined,
      0,
    ]);
  });

  test('the page lets in nothing but its own files', async () => {
    const stage = await staged(acme);
    const policy = await stage.page.locator('meta[http-equiv]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(await stage.page.locator('[style]').count()).toBe(1);
  });

  test('what is not understood is ignored and logged', async () => {
    const stage = await staged(acme);
    await stage.raw({ type: 'conceal', version: VERSION, secret: 'a whole plan' });
    await stage.raw({ type: 'reveal', version: 99, id: 'x' });
    await expect.poll(async () => (await stage.heard()).filter(({ type }) => type === 'log').length).toBe(2);
    expect(JSON.stringify(await stage.heard())).not.toContain('a whole plan');
  });
});

describe('when there is no plan to show', () => {
  test('an empty one can be begun', async () => {
    const stage = await staged();
    await stage.tell(
      { type: 'status', status: { kind: 'ready' } },
      { type: 'snapshot', snapshot: Plan.of({}).snapshot() },
    );
    await stage.page.getByText('Begin a Plan').click();
    await expect.poll(() => stage.last('run')).toMatchObject({ command: 'newPlan' });
  });

  test('a server that was given up can be started again', async () => {
    const stage = await staged(acme);
    await stage.tell({ type: 'status', status: { kind: 'failed', reason: 'it ended 4 times' } });
    await stage.page.getByText('Your files are untouched').waitFor();
    await stage.page.getByText('Start Again').click();
    await expect.poll(() => stage.last('run')).toMatchObject({ command: 'restart' });
    await stage.tell({ type: 'status', status: { kind: 'ready' } });
    await stage.row(OBJECTIVE).waitFor();
  });

  test('one that the server cannot tell of is asked for once more, and shown where it was', async () => {
    const stage = await staged();
    await stage.tell(
      { type: 'status', status: { kind: 'ready' } },
      { type: 'unread', reason: 'the server is out of breath' },
    );
    await stage.page
      .getByRole('alert')
      .filter({ hasText: 'The plan could not be shown: the server is out of breath.' })
      .waitFor();
    await stage.page.getByText('Try Again').click();
    await expect.poll(() => stage.last('resync')).toBeDefined();
    await stage.page.getByText('Reading the plan.').waitFor();
    await stage.tell({ type: 'snapshot', snapshot: acme.snapshot() });
    await stage.row(OBJECTIVE).waitFor();
    // Nobody clicks on something that may not be so any more.
    await stage.tell({ type: 'unread', reason: 'the server is out of breath' });
    await stage.row(OBJECTIVE).waitFor({ state: 'hidden' });
    await stage.tell({ type: 'status', status: { kind: 'starting' } }, { type: 'snapshot', snapshot: acme.snapshot() });
    await stage.row(OBJECTIVE).waitFor();
  });

  test('one that reaches no frame says what to do', async () => {
    const stage = await staged(Plan.of({ 'a.mos': 'objective o "Lost" { quarter 2026-Q1 }\n' }));
    await stage.page.getByText('Nothing reaches a frame').waitFor();
  });
});
