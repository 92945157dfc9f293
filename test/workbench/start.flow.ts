/** Protects `npm start`: an address that shows the example in VS Code with the extension, and nothing left behind after Ctrl+C. */

import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import { expect, test } from 'vitest';
import { BROWSER_ARGUMENTS, installBrowser } from '../../.tools/editor.mjs';
import { root } from './scene.ts';

test('npm start opens the example in VS Code, and Ctrl+C ends it', async () => {
  const child = spawn(process.execPath, ['.tools/start.mjs'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await expect.poll(() => said, { timeout: 90_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\S+/);
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+\/\S+/.exec(said) ?? [];

  const browser = await chromium.launch({ executablePath: installBrowser(), args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByText('strategy.mos').first().dblclick();
    await page.locator('.view-line', { hasText: 'frame' }).first().waitFor();
    // Only a running server knows this.
    await page.getByText('Ana Duarte').first().waitFor();
  } finally {
    await browser.close();
    child.kill('SIGINT');
  }
  expect(await ended).toBe(0);
  await expect(fetch(address)).rejects.toThrow();
});
