/** Protects the extension in VS Code's own extension host: each test of test/vscode/suite is one here. */

import { describe, expect, test } from 'vitest';
import { bundleSuite } from '../../.tools/suite.mjs';
import { root, Scene } from '../workbench/scene.ts';
import type { Outcome } from './suite/outcomes.ts';

/** How long the whole suite may take, in milliseconds. */
const PATIENCE = 400_000;

const outcomes = await outcomesInHost();

describe('in the extension host of VS Code', () => {
  test('the suite has run to its end', () => {
    expect(outcomes.length).toBeGreaterThan(10);
  });

  test.each(outcomes)('$name', ({ error }) => {
    expect(error).toBe('');
  });
});

/** The suite keeps the contract of @vscode/test-electron: a module that exports `run`. */
async function outcomesInHost(): Promise<Outcome[]> {
  const suite = await bundleSuite();
  const scene = await Scene.set({ example: 'acme', settings: { 'mos.today': '2026-02-09' } });
  const found: Outcome[] = [];
  try {
    let said = '';
    const ended = new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        found.push({ name: 'the suite ends in time', error: `it said last:\n${said}` });
        resolve();
      }, PATIENCE);
      void scene.page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        for (const line of args) {
          said = `${said}${String(line)}\n`.slice(-2_000);
          const outcome = /^outcome (\{.*\})$/.exec(String(line))?.[1];
          if (outcome) found.push(JSON.parse(outcome) as Outcome);
        }
      });
      void scene.page.exposeFunction('codeAutomationExit', () => {
        if (found.length === 0) found.push({ name: 'the suite begins', error: `it said last:\n${said}` });
        clearTimeout(timer);
        resolve();
      });
    });
    const remote = `vscode-remote://127.0.0.1:${scene.editor.port}`;
    await scene.visit([
      ['extensionDevelopmentPath', `${remote}${root}`],
      ['extensionTestsPath', `${remote}${suite}`],
      ['skipWelcome', 'true'],
    ]);
    await ended;
    return found;
  } finally {
    await scene.strike();
  }
}
