/** Protects what a person sees and does in the real VS Code, with the extension as it is shipped. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { cache } from '../../.tools/editor.mjs';
import { pack } from '../../.tools/package.mjs';
import { Hands } from './hands.ts';
import { Scene } from './scene.ts';

let scene: Scene;
let hands: Hands;
let vsix: string;

beforeAll(async () => {
  ({ path: vsix } = await pack(join(cache, 'mos.vsix')));
});

describe('in a plan of several files', () => {
  beforeAll(async () => {
    scene = await Scene.set({ example: 'acme', vsix, settings: { 'mos.today': '2026-02-09' } });
    hands = new Hands(scene);
    await scene.visit();
  });
  afterAll(() => scene.strike());

  test('a commitment is typed with completion, its fault is underlined, and Ctrl+. mends it', async () => {
    pictureOnFailure('commitment');
    await hands.openFile('q1/demand.mos');
    await hands.served('Ben Okafor');
    await hands.press('Control+End');
    await hands.type('week 2026-W14 {\n');
    await hands.type('commitment booth "Redesign the booth" { dri ');
    await hands.press('Control+Space');
    await expect.poll(() => hands.suggestions()).toContain('cho');
    expect(await hands.suggestions()).not.toContain('demand');
    await hands.picture('completion');
    await hands.type('cho');
    await hands.press('Tab', 'Escape');
    await hands.line('dri cho').last().waitFor();

    await expect.poll(() => hands.nextFinding()).toContain('"Redesign the booth" advances no milestone');
    await hands.picture('finding');
    const run = await hands.waysOut('Mark it as run-the-business work');
    await hands.picture('ways-out');
    await run.click();
    await hands.squiggles().first().waitFor({ state: 'detached' });
    await hands.line('run').last().waitFor();
    await hands.saveAll();
  });

  test('a name is followed to its definition, and renamed in every file', async () => {
    pictureOnFailure('rename');
    await hands.openFile('q1/demand.mos');
    await hands.goTo(7, 8);
    await hands.served('Ben Okafor');
    await hands.press('F12');
    await hands.tab('people.mos').waitFor();
    await hands.line('owner ben "Ben Okafor"').waitFor();
    await hands.picture('definition');
    await hands.press('F2');
    const input = hands.page.locator('.rename-box input');
    await input.waitFor();
    await input.fill('okafor');
    await hands.press('Enter');
    await hands.line('owner okafor "Ben Okafor"').waitFor();
    await hands.picture('rename');
    await hands.saveAll();
    await expect.poll(() => readFileSync(join(scene.folder, 'q1', 'demand.mos'), 'utf8')).toContain('dri okafor');
    expect(readFileSync(join(scene.folder, 'strategy.mos'), 'utf8')).toContain('dri okafor');
  });

  test('the page of a rule is one click away from its finding', async () => {
    pictureOnFailure('page');
    await hands.openFile('strategy.mos');
    await hands.goTo(9, 1);
    await hands.press('Control+Shift+K');
    await hands.squiggles().first().waitFor();
    await hands.press('F8');
    await hands.page.locator('.peekview-widget a.code-link, .marker-widget a.code-link').first().click();
    await hands.tab('missing-dri').waitFor();
    await hands.picture('page');
  });

  test('a finding can be allowed, with a reason and an end', async () => {
    pictureOnFailure('allow');
    await hands.openFile('strategy.mos');
    await hands.goTo(7, 7);
    const allow = await hands.waysOut('Allow');
    await hands.picture('allow');
    await allow.click();
    const input = hands.page.locator('.quick-input-widget:visible input');
    await input.fill('Ana is on leave');
    await hands.press('Enter');
    await hands.page.getByText('Until when?').waitFor();
    await input.fill('2026-03-31');
    await hands.press('Enter');
    await hands.line('// mos-allow accountability/missing-dri until 2026-03-31: Ana is on leave').waitFor();
    await hands.squiggles().first().waitFor({ state: 'detached' });
  });

  test('the status tells how the plan stands, and leads to help', async () => {
    pictureOnFailure('status');
    await hands.page.locator('[id="status.languageStatus"]').hover();
    await hands.page.getByText('Copy diagnostic report').waitFor();
    await hands.picture('status');
  });
});

describe('in an empty folder', () => {
  beforeAll(async () => {
    scene = await Scene.set({ vsix });
    hands = new Hands(scene);
    await scene.visit();
  });
  afterAll(() => scene.strike());

  test('a plan is begun from a template', async () => {
    pictureOnFailure('new-plan');
    await hands.page.locator('.explorer-folders-view, .explorer-empty-view').first().waitFor();
    await hands.run('mos: New Plan');
    await hands.choice('One quarter of a small team').waitFor();
    await hands.picture('new-plan');
    await hands.choose('One quarter of a small team');
    await hands.tab('plan.mos').waitFor();
    await hands.line('Become the obvious choice').first().waitFor();
    expect(existsSync(join(scene.folder, 'mos.json'))).toBe(true);
    await hands.picture('plan');
  });

  test('the command mos is there in the terminal', async () => {
    pictureOnFailure('terminal');
    await hands.run('Terminal: Create New Terminal');
    await hands.page.locator('.terminal .xterm-helper-textarea').first().waitFor({ state: 'attached' });
    await hands.type('mos check . > checked.txt; echo $? > ended.txt\n');
    await expect
      .poll(
        () =>
          existsSync(join(scene.folder, 'ended.txt')) ? readFileSync(join(scene.folder, 'ended.txt'), 'utf8') : '',
        { timeout: 30_000 },
      )
      .toBe('0\n');
    expect(readFileSync(join(scene.folder, 'checked.txt'), 'utf8')).toContain('All good');
  });
});

describe('for a person who never wrote a plan', () => {
  beforeAll(async () => {
    scene = await Scene.set({ vsix });
    hands = new Hands(scene);
    await scene.visit();
  });
  afterAll(() => scene.strike());

  test('the walkthrough builds a small plan in five steps', async () => {
    pictureOnFailure('walkthrough');
    await hands.page.locator('.explorer-folders-view, .explorer-empty-view').first().waitFor();
    await hands.run('Welcome: Open Walkthrough...');
    await hands.choose('Your first plan');
    const steps: [title: string, button: string, result: string][] = [
      ['Say who answers', 'Add an Owner', 'owner me "Your Name"'],
      ['Put the year on one page', 'Add the Frame', 'bet first'],
      ['Say what a quarter changes', 'Add an Objective', 'objective first_objective'],
      ['Promise one thing', 'Add the First Week', 'commitment "What you promise'],
    ];
    for (const [title, button, result] of steps) {
      await hands.page.getByText(title).first().click();
      await hands.page.getByRole('button', { name: button }).click();
      await hands.line(result).first().waitFor();
      await hands.picture(`walkthrough-${button.split(' ').at(-1)?.toLowerCase()}`);
    }
    await hands.page.getByText('Mend what mos has found').first().click();
    await hands.squiggles().first().waitFor();
    await hands.page.getByRole('button', { name: 'Show the Findings' }).click();
    await hands.choice('Advance').first().waitFor();
    await hands.picture('walkthrough-mend');
  });
});

/** What was on the screen when a test failed is worth more than its message. */
function pictureOnFailure(name: string): void {
  onTestFailed(() => hands.picture(`failed-${name}`));
}
