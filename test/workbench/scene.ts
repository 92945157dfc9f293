/** A real VS Code with one plan, in a browser that a test drives. */

import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { BROWSER_ARGUMENTS, type Editor, installBrowser, installExtension, startEditor } from '../../.tools/editor.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

export interface SceneOptions {
  /** A folder below examples/ that is copied, or nothing for an empty one. */
  example?: string;
  /** A packaged extension; without one, nothing is installed. */
  vsix?: string;
  settings?: Record<string, unknown>;
}

export class Scene {
  readonly folder: string;
  readonly editor: Editor;
  readonly browser: Browser;
  readonly page: Page;
  private readonly home: string;

  private constructor(home: string, folder: string, editor: Editor, browser: Browser, page: Page) {
    this.home = home;
    this.folder = folder;
    this.editor = editor;
    this.browser = browser;
    this.page = page;
  }

  /** Nothing is shown yet: `page` is blank, and `visit` opens the folder. */
  static async set({ example, vsix, settings = {} }: SceneOptions): Promise<Scene> {
    // Outside this folder: what its .gitignore names is no part of a plan.
    const home = mkdtempSync(join(tmpdir(), 'mos-scene-'));
    const folder = join(home, 'plan');
    mkdirSync(folder);
    if (example) cpSync(join(root, 'examples', example), folder, { recursive: true });
    const data = join(home, 'editor');
    if (vsix) installExtension(data, vsix);
    const editor = await startEditor({ data, settings });
    const browser = await chromium.launch({ executablePath: installBrowser(), args: BROWSER_ARGUMENTS });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    // How long something takes on a busy machine says nothing about mos; an editor that starts may take most of this.
    page.setDefaultTimeout(90_000);
    return new Scene(home, folder, editor, browser, page);
  }

  /** The file of the person's own settings. */
  get settings(): string {
    return join(this.home, 'editor', 'data', 'User', 'settings.json');
  }

  async visit(payload: [string, string][] = []): Promise<void> {
    await this.page.goto(this.editor.address(this.folder, payload));
    await this.page.waitForSelector('.monaco-workbench');
  }

  async strike(): Promise<void> {
    await this.browser.close();
    await this.editor.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}
