/** Protects people who open a stranger's folder: in Restricted Mode mos finds, explains and mends, and nothing of the folder is run. */

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import { cache } from '../../.tools/editor.mjs';
import { pack } from '../../.tools/package.mjs';
import { Hands } from './hands.ts';
import { Scene } from './scene.ts';

let scene: Scene;
let hands: Hands;

/** What a stranger may put beside a plan. */
const STRANGE = {
  'plan.mos': 'owner ana "Ana"\nweek 2026-W03 {\n  commitment stray "Redesign the booth" { dri ana }\n}\n',
  '.vscode/settings.json':
    '{ "mos.server.path": "./evil.sh", "mos.today": "2026-01-14", "terminal.integrated.shell.linux": "./evil.sh" }',
  '.vscode/tasks.json':
    '{ "version": "2.0.0", "tasks": [{ "label": "evil", "type": "shell", "command": "touch evil", "runOptions": { "runOn": "folderOpen" } }] }',
  'evil.sh': '#!/bin/sh\ntouch evil\n',
};

beforeAll(async () => {
  const { path: vsix } = await pack(join(cache, 'restricted.vsix'));
  // Nobody is asked, so the folder stays what it is: not trusted.
  const settings = {
    'security.workspace.trust.enabled': true,
    'security.workspace.trust.startupPrompt': 'never',
    'security.workspace.trust.banner': 'always',
    'security.workspace.trust.emptyWindow': false,
  };
  scene = await Scene.set({ vsix, settings });
  for (const [file, text] of Object.entries(STRANGE)) {
    mkdirSync(join(scene.folder, file, '..'), { recursive: true });
    writeFileSync(join(scene.folder, file), text, { mode: 0o755 });
  }
  hands = new Hands(scene);
  await scene.visit();
});
afterAll(() => scene.strike());

test('in Restricted Mode a plan is checked, explained and mended, and nothing is run', async () => {
  onTestFailed(() => hands.picture('failed-restricted'));
  await scene.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  await hands.openFile('plan.mos');
  await expect.poll(() => hands.nextFinding()).toContain('"Redesign the booth" advances no milestone');
  await hands.picture('restricted');
  const run = await hands.waysOut('Mark it as run-the-business work');
  await run.click();
  await hands.squiggles().first().waitFor({ state: 'detached' });
  await hands.line('run').last().waitFor();
  await hands.saveAll();
  expect(existsSync(join(scene.folder, 'evil'))).toBe(false);
  // Still: nobody has said that the folder can be trusted.
  await scene.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
});
