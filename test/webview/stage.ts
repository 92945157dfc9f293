/** The window in a real Chromium, with a fake host: what the extension would send and hear, without an editor around it. */

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pageHtml } from '@mos/webview/page';
import { type HostMessage, sent, type ViewMessage } from '@mos/webview/protocol';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { BROWSER_ARGUMENTS, installBrowser } from '../../.tools/editor.mjs';
import type { Plan } from './plan.ts';

const dist = fileURLToPath(new URL('../../packages/vscode/dist/webview', import.meta.url));
const SITE = 'https://window.test';

export interface StageOptions {
  theme?: string;
  width?: number;
  height?: number;
  surface?: 'view' | 'panel';
  /** What was kept when the window was last closed. */
  kept?: unknown;
  reducedMotion?: boolean;
}

export class Stage {
  readonly page: Page;
  private readonly context: BrowserContext;
  private static browser: Browser | undefined;
  /** Everything that went wrong in the page: what the policy refused, and errors of scripts. */
  readonly complaints: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  static async set(options: StageOptions = {}): Promise<Stage> {
    const { theme = 'Dark 2026', width = 320, height = 700, surface = 'view', kept, reducedMotion } = options;
    Stage.browser ??= await chromium.launch({ executablePath: installBrowser(), args: BROWSER_ARGUMENTS });
    const context = await Stage.browser.newContext({
      viewport: { width, height },
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    const page = await context.newPage();
    const stage = new Stage(context, page);
    page.on('console', (message) => {
      if (message.type() === 'error') stage.complaints.push(message.text());
    });
    page.on('pageerror', (error) => stage.complaints.push(String(error)));
    const html = pageHtml({
      script: `${SITE}/cascade.js`,
      style: `${SITE}/style.css`,
      icons: `${SITE}/codicon.css`,
      source: SITE,
      nonce: 'n0nce',
      surface,
    });
    await page.route(`${SITE}/**`, async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === '') return route.fulfill({ contentType: 'text/html', body: html });
      if (!/^[\w.]+$/.test(name)) return route.fulfill({ status: 404, body: '' });
      return route.fulfill({ path: `${dist}/${name}` });
    });
    await page.addInitScript(fakeHost, { kept, variables: variablesOf(theme), theme });
    await page.goto(`${SITE}/`);
    return stage;
  }

  /** From the extension to the window. */
  async tell(...messages: HostMessage[]): Promise<void> {
    for (const message of messages) await this.raw(sent(message));
  }

  /** One right after the other, before the window has drawn anything. */
  async together(...messages: HostMessage[]): Promise<void> {
    await this.page.evaluate(`for (const each of ${JSON.stringify(messages.map(sent))}) window.postMessage(each, '*')`);
  }

  async raw(message: unknown): Promise<void> {
    await this.page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
  }

  /** What the window has said so far. */
  heard(): Promise<ViewMessage[]> {
    return this.page.evaluate<ViewMessage[]>('window.heard');
  }

  /** The last message of a kind that the window has said, for `expect.poll`. */
  async last<Type extends ViewMessage['type']>(type: Type): Promise<Extract<ViewMessage, { type: Type }> | undefined> {
    const all = await this.heard();
    return all.findLast((message): message is Extract<ViewMessage, { type: Type }> => message.type === type);
  }

  kept(): Promise<unknown> {
    return this.page.evaluate('window.kept');
  }

  async open(plan: Plan): Promise<void> {
    await this.tell({ type: 'status', status: { kind: 'ready' } }, { type: 'snapshot', snapshot: plan.snapshot() });
    await this.row().first().waitFor();
  }

  row(title?: string) {
    const rows = this.page.locator('#tree .row');
    return title === undefined ? rows : rows.filter({ hasText: title });
  }

  async titles(): Promise<string[]> {
    return this.page.locator('#tree .row > .title').allInnerTexts();
  }

  async strike(): Promise<void> {
    await this.context.close();
  }

  static async close(): Promise<void> {
    await Stage.browser?.close();
    Stage.browser = undefined;
  }
}

/** Runs in the page, before anything else. */
function fakeHost(given: { kept: unknown; variables: Record<string, string>; theme: string }): void {
  const page = globalThis as unknown as Record<string, unknown> & {
    document: { addEventListener(type: string, run: () => void): void; documentElement: never; body: never };
  };
  const heard: unknown[] = [];
  page.heard = heard;
  page.kept = given.kept;
  page.acquireVsCodeApi = () => ({
    postMessage: (message: unknown) => heard.push(message),
    getState: () => given.kept,
    setState: (state: unknown) => {
      page.kept = state;
    },
  });
  page.document.addEventListener('DOMContentLoaded', () => {
    const root = page.document.documentElement as { style: { setProperty(name: string, value: string): void } };
    for (const [name, value] of Object.entries(given.variables)) root.style.setProperty(name, value);
    const body = page.document.body as { className: string };
    body.className = given.theme.includes('High Contrast') ? 'vscode-high-contrast' : 'vscode-dark';
  });
}

/** The colours and fonts of a theme as the real editor hands them to its windows. */
function variablesOf(theme: string): Record<string, string> {
  const themes = JSON.parse(readFileSync(new URL('themes.json', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  return { ...themes[theme] };
}
