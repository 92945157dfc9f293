/** Protects the cascade in the real VS Code, as it is shipped: it is looked through, worked on, and follows the text. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFailed, test } from 'vitest';
import { cache } from '../../.tools/editor.mjs';
import { pack } from '../../.tools/package.mjs';
import { Hands } from './hands.ts';
import { Scene } from './scene.ts';

const OBJECTIVE = 'Source $4M of mid-market pipeline';
const MILESTONE = '42 buying groups in two segments are engaged';
const SETTINGS = { 'mos.today': '2026-02-09', 'editor.minimap.enabled': false };

let vsix: string;
beforeAll(async () => {
  ({ path: vsix } = await pack(join(cache, 'cascade.vsix')));
});

/** The cascade as a person sees it: in the sidebar, or in an editor. */
class CascadeHands extends Hands {
  private readonly place: string;

  constructor(scene: Scene, place = '') {
    super(scene);
    this.place = place;
  }

  /** The page of the window is a frame in a frame; the last one shown is the one on top. */
  get window(): FrameLocator {
    return this.page.frameLocator(`iframe.webview.ready${this.place}`).last().frameLocator('iframe#active-frame');
  }

  async show(): Promise<void> {
    await this.page.locator('.activitybar .action-label[aria-label="mos"]').click();
    await this.row('Win the mid-market').waitFor();
  }

  row(title: string): Locator {
    return this.window.locator('#tree .row', { hasText: title }).first();
  }

  /** Opens a row, unless it is open. */
  unfold(title: string): Promise<void> {
    return this.turn(title, 'true');
  }

  /** Closes a row, unless it is closed. */
  fold(title: string): Promise<void> {
    return this.turn(title, 'false');
  }

  private async turn(title: string, expanded: 'true' | 'false'): Promise<void> {
    const row = this.row(title);
    const turned = row.and(this.window.locator(`[aria-expanded="${expanded}"]`));
    // Following the cursor may open it as well, just before the click that would close it again.
    await this.again(async () => {
      if (!(await turned.isVisible())) await row.locator('.twistie').click({ timeout: 5_000 });
      await turned.waitFor({ timeout: 5_000 });
    });
  }

  async menu(title: string, entry: string): Promise<void> {
    const item = this.page.locator('.monaco-menu .action-label', { hasText: entry }).first();
    // A menu that has just opened takes no click yet, so that the one that opened it does nothing else.
    await this.again(async () => {
      if (!(await item.isVisible())) await this.row(title).locator('.title').click({ button: 'right', timeout: 5_000 });
      await item.click({ timeout: 5_000 });
      await item.waitFor({ state: 'hidden', timeout: 2_000 });
    });
  }

  /** Keys go to the rows. */
  async treeHasFocus(): Promise<void> {
    const has = () =>
      this.window.locator('#tree').evaluate((tree) => tree.ownerDocument.hasFocus() && tree.matches(':focus'));
    await expect.poll(has).toBe(true);
  }

  /** A file that is open has something to save. */
  async changed(file: string): Promise<void> {
    await this.tab(file).and(this.page.locator('.dirty')).waitFor();
  }

  /** A file that is open is as it was saved, to the last letter: what can be seen of its lines does not tell. */
  async unchanged(file: string): Promise<void> {
    await this.tab(file).and(this.page.locator('.tab:not(.dirty)')).waitFor();
  }

  text(scene: Scene, file: string): string {
    return readFileSync(join(scene.folder, file), 'utf8');
  }
}

describe('the cascade in the sidebar', () => {
  let scene: Scene;
  let hands: CascadeHands;
  beforeAll(async () => {
    scene = await Scene.set({ example: 'acme', vsix, settings: { ...SETTINGS, 'workbench.colorTheme': 'Dark 2026' } });
    hands = new CascadeHands(scene);
    await scene.visit();
  });
  afterAll(() => scene.strike());

  test('shows the whole plan as a tree', async () => {
    pictureOnFailure(hands, 'tree');
    await hands.show();
    await hands.row(OBJECTIVE).waitFor();
    await hands.picture('cascade-dark');
  });

  test('is filtered to one owner', async () => {
    pictureOnFailure(hands, 'filter');
    await hands.window.locator('#choices').click();
    await hands.window.locator('vscode-single-select[label="Owner"]').click();
    await hands.window.locator('vscode-single-select[label="Owner"] .option', { hasText: 'Cho Min-ji' }).click();
    await hands.window.locator('.summary', { hasText: / of / }).waitFor();
    await expect
      .poll(async () => [...new Set(await hands.window.locator('.row:not(.aside):not(.heading) .dri').allInnerTexts())])
      .toEqual(['CJ']);
    await hands.picture('cascade-filter');
    await hands.window.getByRole('button', { name: 'Clear, show all' }).click();
    await hands.window.locator('#choices').click();
  });

  test('leads to a declaration, and selects the one under the cursor', async () => {
    pictureOnFailure(hands, 'jump');
    await hands.unfold(OBJECTIVE);
    await hands.unfold(MILESTONE);
    await hands.row('Agree with sales what counts').locator('.title').click();
    await hands.tab('demand.mos').waitFor();
    await hands.line('Agree with sales what counts').waitFor();
    await hands.picture('cascade-inspector');
    await hands.openFile('q1/demand.mos');
    await hands.goTo(7, 5);
    await expect.poll(() => hands.row(OBJECTIVE).getAttribute('aria-selected')).toBe('true');
  });

  test('marks a commitment done, as an edit that can be undone', async () => {
    pictureOnFailure(hands, 'done');
    await hands.menu('Agree with sales what counts', 'Mark Done');
    await hands.row('Agree with sales what counts').locator('.state', { hasText: 'done' }).waitFor();
    await hands.line('done 2026-02-09').waitFor();
    await hands.picture('cascade-done');
    // The focus is back on the row. There, the last edit of the file is meant, and nothing that was once typed into the filter.
    await hands.treeHasFocus();
    await hands.press('Control+z');
    await hands.row('Agree with sales what counts').locator('.state').waitFor({ state: 'detached' });
    await hands.window.locator('#say', { hasText: 'The last edit of demand.mos is undone' }).waitFor();
    await hands.treeHasFocus();
  });

  test('moves to the next week without a question what nobody counts on yet', async () => {
    pictureOnFailure(hands, 'move');
    await hands.menu('Hand ten engaged f', 'Move to Next Week');
    await hands.row('Hand ten engaged f').locator('.period', { hasText: 'W09' }).waitFor();
    await hands.treeHasFocus();
    await hands.press('Control+z');
    await hands.row('Hand ten engaged f').locator('.period', { hasText: 'W08' }).waitFor();
    // Said when the focus is back: a question that was asked before would lose it.
    await hands.window.locator('#say', { hasText: 'The last edit of demand.mos is undone' }).waitFor();
  });

  test('records a reading and a status, checked while they are typed', async () => {
    pictureOnFailure(hands, 'facts');
    await hands.menu(OBJECTIVE, 'Record Reading');
    await hands.choose('Buying groups engaged');
    const input = hands.page.locator('.quick-input-widget:visible input');
    await input.fill('forty');
    await hands.page.locator('.quick-input-message', { hasText: 'is no number' }).waitFor();
    await hands.picture('cascade-reading');
    await input.fill('41');
    await hands.page.locator('.quick-input-message', { hasText: 'So far: 34' }).waitFor();
    await hands.press('Enter');
    await hands.line('reading 2026-02-09 41').waitFor();
    await hands.menu(OBJECTIVE, 'Set Status');
    await hands.choose('At risk');
    await hands.page.locator('.quick-input-message', { hasText: 'What puts it at risk?' }).waitFor();
    await input.fill('the second play is late');
    await hands.press('Enter');
    await hands.row(OBJECTIVE).locator('.state', { hasText: 'at risk' }).waitFor();
    await hands.treeHasFocus();
    await hands.press('Control+z');
    await hands.row(OBJECTIVE).locator('.state[class*="good"]').waitFor();
    await hands.treeHasFocus();
    await hands.press('Control+z');
    await hands.unchanged('demand.mos');
  });

  test('hangs a commitment below another milestone, and says why one cannot hang there', async () => {
    pictureOnFailure(hands, 'drag');
    await hands.page.getByRole('button', { name: 'Show or Hide Details' }).first().click();
    await hands.row('Agree with sales what counts').dragTo(hands.row('25 buying groups'));
    await hands.window.locator('#say', { hasText: 'lies outside of January 2026' }).waitFor();
    await hands.picture('cascade-refused');
    await hands.row('Run the ten-day play').dragTo(hands.row('60 buying groups'));
    await hands.changed('demand.mos');
    // The row is not lost to sight: it is selected where it hangs now.
    await expect.poll(() => hands.row('60 buying groups').getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => hands.row('Run the ten-day play').getAttribute('aria-selected')).toBe('true');
    await hands.picture('cascade-dragged');
    await hands.saveAll();
    const advanced = () => /Run the ten-day play[^}]*advances (\w+)/.exec(hands.text(scene, 'q1/demand.mos'))?.[1];
    await expect.poll(advanced).toBe('mar_groups');
    await hands.run('View: Focus Active Editor Group');
    await hands.press('Control+z');
    await hands.changed('demand.mos');
    await hands.saveAll();
    await expect.poll(advanced).toBe('feb_groups');
  });

  test('takes back out of both files what was written into two', async () => {
    pictureOnFailure(hands, 'two-files');
    const moved = '60 buying groups';
    await hands.unfold(OBJECTIVE);
    await hands.fold(MILESTONE);
    await hands.fold(moved);
    await hands.row(moved).dragTo(hands.row('Partners open $1.5M'));
    await hands.changed('demand.mos');
    await hands.changed('partner.mos');
    // What is seen of the text is where it stands now.
    await hands.line('milestone mar_groups "60 buying groups').waitFor();
    await expect.poll(() => hands.row('Partners open $1.5M').getAttribute('aria-expanded')).toBe('true');
    await expect.poll(() => hands.row(moved).getAttribute('aria-selected')).toBe('true');
    await hands.picture('cascade-two-files');
    await hands.row(moved).locator('.title').click();
    await hands.treeHasFocus();
    await hands.press('Control+z');
    await hands.window.locator('#say', { hasText: 'The last edit of demand.mos and partner.mos is undone' }).waitFor();
    await hands.unchanged('demand.mos');
    await hands.unchanged('partner.mos');
    await expect.poll(() => hands.row(moved).getAttribute('aria-selected')).toBe('true');
    await hands.treeHasFocus();
    await hands.press('Control+Shift+z');
    await hands.changed('demand.mos');
    await hands.changed('partner.mos');
    await hands.treeHasFocus();
    await hands.press('Control+z');
    await hands.unchanged('demand.mos');
    await hands.unchanged('partner.mos');
    await hands.picture('cascade-two-files-undone');
  });

  test('shows what broke under "Not connected" while it is typed', async () => {
    pictureOnFailure(hands, 'broken');
    await hands.openFile('q1/demand.mos');
    const text = hands.text(scene, 'q1/demand.mos').split('\n');
    const line = text.findIndex((candidate) => candidate.includes('Agree with sales what counts'));
    await hands.goTo(line + 1, (text[line] ?? '').indexOf('feb_groups') + 'feb_groups'.length + 1);
    await hands.type('x');
    await hands.window.locator('.row', { hasText: 'advances feb_groupsx' }).waitFor();
    await hands.row('Not connected').waitFor();
    const badge = hands.page.locator('.activitybar .action-item', { has: hands.page.locator('[aria-label^="mos"]') });
    await expect.poll(() => badge.locator('.badge-content').innerText()).toBe('1');
    await hands.picture('cascade-broken');
    await hands.press('Control+z');
    await hands.row('Not connected').waitFor({ state: 'detached' });
  });

  test('is as it was after the editor was loaded anew', async () => {
    pictureOnFailure(hands, 'reload');
    await hands.saveAll();
    await hands.row(MILESTONE).waitFor();
    await hands.row(MILESTONE).locator('.title').click();
    await expect.poll(() => hands.row(MILESTONE).getAttribute('aria-selected')).toBe('true');
    await hands.run('Developer: Reload Window');
    await hands.page.locator('iframe.webview').first().waitFor({ state: 'detached' });
    await hands.row('Agree with sales what counts').waitFor();
    await expect.poll(() => hands.row(MILESTONE).getAttribute('aria-selected')).toBe('true');
  });

  test('shows the week, in which each promise is kept, missed or moved', async () => {
    pictureOnFailure(hands, 'week');
    await hands.page.getByRole('button', { name: 'Show This Week' }).first().click();
    await hands.window.locator('#week h2', { hasText: 'Week 7' }).waitFor();
    const item = hands.window.locator('#week .item', { hasText: 'Agree with sales what counts' });
    await hands.picture('cascade-week');
    await item.getByRole('button', { name: 'Kept' }).click();
    await item.locator('.state', { hasText: 'done' }).waitFor();
    await hands.run('View: Focus Active Editor Group');
    await hands.press('Control+z');
    await item.locator('.state').waitFor({ state: 'detached' });
    await hands.saveAll();
    await hands.page.getByRole('button', { name: 'Show as Tree' }).first().click();
    await hands.row(OBJECTIVE).waitFor();
  });

  test('asks for the week of a person, one after the other', async () => {
    pictureOnFailure(hands, 'walk');
    await hands.run('mos: This Week, One after the Other…');
    await hands.choose('Cho Min-ji');
    await hands.choice('Kept').waitFor();
    await hands.picture('cascade-walk');
    await hands.choose('Kept');
    await hands.line('done 2026-02-09').waitFor();
    // Nothing else waits for a word, so nothing else is asked.
    await hands.page.locator('.quick-input-widget:visible').waitFor({ state: 'detached' });
    await hands.run('View: Focus Active Editor Group');
    await hands.press('Control+z');
    await hands.unchanged('demand.mos');
    await hands.run('Notifications: Clear All Notifications');
    await hands.saveAll();
  });

  test('remembers who somebody is for this plan, and writes it into nobody’s settings', async () => {
    pictureOnFailure(hands, 'who');
    const mine = (name: string) => hands.window.getByRole('button', { name, exact: true });
    const input = hands.page.locator('.quick-input-widget:visible input');
    await hands.window.locator('#choices').click();
    await mine('Mine…').click();
    await input.waitFor();
    await hands.press('Escape');
    await input.waitFor({ state: 'detached' });
    await hands.run('mos: Say Who You Are in the Plan');
    await hands.choose('Cho Min-ji');
    // Nobody asked for what is theirs in this turn: it is offered, and not switched on.
    await mine('Mine').and(hands.window.locator('[aria-pressed="false"]')).waitFor();
    await mine('Mine').click();
    await expect
      .poll(async () => [...new Set(await hands.window.locator('.row:not(.aside):not(.heading) .dri').allInnerTexts())])
      .toEqual(['CJ']);
    await hands.picture('cascade-mine');
    await hands.window.getByRole('button', { name: 'Clear, show all' }).click();
    await hands.window.locator('#choices').click();
    expect(existsSync(join(scene.folder, '.vscode'))).toBe(false);
    expect(readFileSync(scene.settings, 'utf8')).not.toContain('cascade.me');
  });

  test('is a timeline in an editor as well', async () => {
    pictureOnFailure(hands, 'timeline');
    await hands.run('mos: Open Timeline in Editor');
    await hands.tab('Cascade').waitFor();
    const bars = hands.window.locator('#timeline .bar');
    await bars.first().waitFor();
    await hands.window.locator('#timeline .today').waitFor({ state: 'attached' });
    // A picture without its icons shows what nobody sees for longer than a moment.
    await expect
      .poll(() => bars.first().evaluate(({ ownerDocument }) => ownerDocument.fonts.check('16px codicon')))
      .toBe(true);
    await hands.picture('cascade-timeline');
    await hands.window.getByRole('button', { name: 'By owner' }).click();
    await hands.window.locator('#timeline text[font-size="12"]', { hasText: 'Ben Okafor' }).waitFor();
    await hands.picture('cascade-owners');
  });
});

describe.each(['Light 2026', 'Default High Contrast', 'Default High Contrast Light'])('in %s', (theme) => {
  let scene: Scene;
  let hands: CascadeHands;
  beforeAll(async () => {
    scene = await Scene.set({ example: 'acme', vsix, settings: { ...SETTINGS, 'workbench.colorTheme': theme } });
    hands = new CascadeHands(scene);
    await scene.visit();
  });
  afterAll(() => scene.strike());

  test('the same can be seen', async () => {
    pictureOnFailure(hands, theme);
    await hands.show();
    await hands.unfold(OBJECTIVE);
    await hands.row(OBJECTIVE).locator('.title').click();
    await hands.window.locator('#details h2', { hasText: OBJECTIVE }).waitFor();
    await hands.picture(`cascade-${theme.toLowerCase().replaceAll(' ', '-')}`);
  });
});

describe('with a tree of the editor’s own', () => {
  let scene: Scene;
  let hands: CascadeHands;
  beforeAll(async () => {
    const settings = { ...SETTINGS, 'mos.cascade.nativeTree': 'always' };
    scene = await Scene.set({ example: 'acme', vsix, settings });
    hands = new CascadeHands(scene);
    await scene.visit();
  });
  afterAll(() => scene.strike());

  test('the same rows are there, with the same words', async () => {
    pictureOnFailure(hands, 'native');
    await hands.page.locator('.activitybar .action-label[aria-label="mos"]').click();
    const rows = hands.page.locator('.pane-body .monaco-list-row');
    await rows.filter({ hasText: OBJECTIVE }).waitFor();
    await expect.poll(() => rows.filter({ hasText: OBJECTIVE }).getAttribute('aria-label')).toContain('DRI Ben Okafor');
    // The title is longer than the row: before it stands when, behind it, at the very end, who; how is the icon.
    await rows
      .filter({ hasText: `Q1 · ${OBJECTIVE}` })
      .locator('.codicon-play-circle')
      .waitFor();
    const end = () =>
      rows
        .filter({ hasText: OBJECTIVE })
        .locator('.monaco-icon-label')
        .evaluate((label) => label.ownerDocument.defaultView?.getComputedStyle(label, '::after').content);
    await expect.poll(end).toBe('"BO"');
    await hands.picture('cascade-native');
    await hands.openFile('q1/demand.mos');
    await hands.goTo(7, 1);
    await hands.press('End');
    await hands.type(', zoe');
    await expect.poll(end).toMatch(/2!, \d/);
    await hands.picture('cascade-native-broken');
    for (const _ of ', zoe') await hands.press('Backspace');
    await expect.poll(end).toBe('"BO"');
    await hands.saveAll();
  });

  test('what the week asks about is shown in the text, where there is no window to show it in', async () => {
    pictureOnFailure(hands, 'native-week');
    await hands.run('mos: This Week, One after the Other…');
    await hands.choose('Cho Min-ji');
    await hands.choose('Show It and Stop');
    await hands.tab('demand.mos').waitFor();
    await hands.line('Agree with sales what counts').waitFor();
  });
});

/** What was on the screen when a test failed is worth more than its message. */
function pictureOnFailure(hands: Hands, name: string): void {
  onTestFailed(() => hands.picture(`failed-cascade-${name}`));
}
