/** What a person does in VS Code, by keyboard and mouse, and what they then see. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { cache } from '../../.tools/editor.mjs';
import type { Scene } from './scene.ts';

/** Where pictures are kept for whoever wants to see what a test saw; git ignores it. */
const PICTURES = join(cache, 'pictures');

export class Hands {
  private readonly scene: Scene;

  constructor(scene: Scene) {
    this.scene = scene;
  }

  get page() {
    return this.scene.page;
  }

  /** Opens a file of the folder from the keyboard. */
  async openFile(name: string): Promise<void> {
    const shown = this.tab(name.split('/').at(-1) ?? name).and(this.page.locator('.active'));
    await this.quick('Control+P', name);
    await shown.waitFor();
    await this.page.locator('.editor-instance .monaco-editor :focus').first().waitFor({ state: 'attached' });
  }

  /** Runs a command of the palette by its title. */
  async run(title: string): Promise<void> {
    await this.quick('F1', `>${title}`);
  }

  /** Waits for something that only the server can have said, before which keys have no help from it. */
  async served(hint: string): Promise<void> {
    await this.page
      .locator('.editor-instance .view-line', { hasText: hint.replace(' ', '\u00a0') })
      .first()
      .waitFor();
  }

  /** Waits until nothing is left to be saved: the next one may open or close files. */
  async saveAll(): Promise<void> {
    await this.run('File: Save All');
    await this.page.locator('.tabs-container .tab.dirty').first().waitFor({ state: 'detached' });
  }

  async goTo(line: number, column = 1): Promise<void> {
    await this.quick('Control+G', `:${line}:${column}`);
    await this.page.getByText(`Ln ${line}, Col ${column}`).waitFor();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 15 });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** A choice in the list of a quick pick, of completion or of ways out; waits until it is there. */
  async choose(text: string): Promise<void> {
    await this.choice(text).first().click();
  }

  choice(text: string): Locator {
    return this.page.locator(
      '.quick-input-list .monaco-list-row, .suggest-widget .monaco-list-row, .action-widget .monaco-list-row',
      {
        hasText: text,
      },
    );
  }

  /** The rows of the completion list, from the best one on. */
  async suggestions(): Promise<string[]> {
    const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.first().waitFor();
    return rows.locator('.label-name').allTextContents();
  }

  /** Waits for a list whose best offer is this one, or any. */
  async firstSuggestion(label: string | undefined): Promise<void> {
    const first = this.page.locator('.suggest-widget.visible .monaco-list-row').first();
    if (label === undefined) await first.waitFor();
    else await first.locator('.label-name', { hasText: new RegExp(`^${escaped(label)}$`) }).waitFor();
  }

  /** Waits until this is what Tab would take. */
  async focusedSuggestion(label: string): Promise<void> {
    const name = this.page.locator('.suggest-widget.visible .monaco-list-row.focused .label-name');
    await name.filter({ hasText: new RegExp(`^${escaped(label)}$`) }).waitFor();
  }

  async noSuggestions(): Promise<void> {
    await this.page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  /** Asks for the list until it holds this: right after the start, nobody answers. */
  async untilSuggested(label: string): Promise<void> {
    await this.again(async () => {
      await this.press('Escape', 'Control+Space');
      await this.page
        .locator('.suggest-widget.visible .label-name', { hasText: label })
        .first()
        .waitFor({ timeout: 5_000 });
    });
  }

  tab(name: string): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: name });
  }

  /** A line of the editor that holds this text. */
  line(text: string): Locator {
    // Editors draw blanks as no-break spaces.
    return this.page.locator('.view-line', { hasText: new RegExp(escaped(text).replaceAll(' ', '[ \\u00a0]')) });
  }

  squiggles(kind: 'error' | 'warning' = 'error'): Locator {
    return this.page.locator(`.squiggly-${kind}`);
  }

  /** Opens the ways out of what is under the cursor, until there is this one; a late answer of the server can close them. */
  async waysOut(text: string): Promise<Locator> {
    const choice = this.choice(text).first();
    await this.again(async () => {
      await this.press('Escape', 'Control+.');
      await choice.waitFor({ timeout: 5_000 });
    });
    return choice;
  }

  /** Goes to the next finding of the file, and reads what is said of it there; before the server has answered there is none. */
  async nextFinding(): Promise<string> {
    const message = this.page.locator('.marker-widget .descriptioncontainer');
    await this.again(async () => {
      await this.press('Escape', 'F8');
      await message.waitFor({ timeout: 5_000 });
    });
    return (await message.textContent()) ?? '';
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }

  /** Right after the start, an editor does not know all its commands yet. */
  private async quick(key: string, text: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input');
    const wanted = text.replace(/^>/, '').split('/').at(-1) ?? text;
    await this.again(async () => {
      await this.press('Escape', key);
      await input.waitFor({ timeout: 5_000 });
      await input.fill(text);
      // What was used last stands first, until the list has looked for what is wanted: that is what Enter would take.
      const first = this.choice(wanted).and(this.page.locator('.focused'));
      if (!text.startsWith(':')) await first.waitFor({ timeout: 5_000 });
    });
    await this.page.keyboard.press('Enter');
  }

  /** What a person does when nothing happens. */
  protected async again(attempt: () => Promise<void>): Promise<void> {
    for (let left = ATTEMPTS - 1; ; left--) {
      try {
        return await attempt();
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }
}

const ATTEMPTS = 6;

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
