/** Protects what a person reads about a plan in the real VS Code: at a name, around it, above and below it, and beside it. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, onTestFailed, test } from 'vitest';
import { cache } from '../../.tools/editor.mjs';
import { pack } from '../../.tools/package.mjs';
import { Hands } from './hands.ts';
import { Scene } from './scene.ts';

let scene: Scene;
let hands: Hands;

beforeAll(async () => {
  const { path: vsix } = await pack(join(cache, 'reading.vsix'));
  scene = await Scene.set({ example: 'acme', vsix, settings: { 'mos.today': '2026-02-09' } });
  writeFileSync(join(scene.folder, 'notes.md'), '# Notes\n\n```mos\nowner zoe "Zoe" { role "Intern" }\n```\n');
  hands = new Hands(scene);
  await scene.visit();
});
afterAll(() => scene.strike());
afterEach(() => hands.press('Escape', 'Escape'));

/** In the words of the page: how each word of the plan in the Markdown file is drawn. */
const CLASSES_OF_FENCE = `[...document.querySelectorAll('.view-line')]
  .filter((line) => line.textContent.includes('zoe'))
  .flatMap((line) => [...line.querySelectorAll('span > span')].map((word) => word.className))`;

/** Opens the first quarter's objective, with the cursor on the name of who answers for it. */
async function atDri(): Promise<void> {
  await hands.openFile('q1/demand.mos');
  await hands.served('Ben Okafor');
  await hands.goTo(7, 8);
}

/** The picture is taken whatever comes of it. */
function look(name: string, body: () => Promise<void>): () => Promise<void> {
  return async () => {
    onTestFailed(() => hands.picture(`failed-${name}`));
    await body();
    await hands.picture(name);
  };
}

test(
  'pointing at a name tells who it is',
  look('hover', async () => {
    await atDri();
    await hands.run('Show or Focus Hover');
    const hover = hands.page.locator('.monaco-hover:visible');
    await hover.getByText('Vice President, Demand Generation').first().waitFor();
  }),
);

test(
  'all uses of a name are shown in place',
  look('references', async () => {
    await atDri();
    await hands.press('Shift+F12');
    await hands.page.locator('.reference-zone-widget .monaco-list-row').first().waitFor();
    await hands.page.locator('.reference-zone-widget').getByText('strategy.mos').first().waitFor();
  }),
);

test(
  'the cascade is a hierarchy, up and down',
  look('hierarchy', async () => {
    await atDri();
    await hands.goTo(4, 12);
    await hands.run('Peek Type Hierarchy');
    await hands.page.locator('.type-hierarchy, .peekview-widget').first().waitFor();
    await hands.page.locator('.peekview-widget .monaco-list-row').first().waitFor();
  }),
);

test(
  'anything is found by its title',
  look('symbols', async () => {
    await atDri();
    await hands.press('Control+T');
    await hands.page.locator('.quick-input-widget:visible input').fill('#segment brief');
    await hands.choice('Publish the segment brief').first().waitFor();
  }),
);

test(
  'the outline is the plan',
  look('outline', async () => {
    await atDri();
    await hands.press('Control+Shift+O');
    await hands.choice('Buying groups engaged').first().waitFor();
  }),
);

test(
  'a plan in a Markdown file has its colours',
  look('fence', async () => {
    await hands.openFile('notes.md');
    const colours = async () => new Set(await hands.page.evaluate<string[]>(CLASSES_OF_FENCE));
    await expect.poll(async () => (await colours()).size).toBeGreaterThan(2);
  }),
);

test(
  'mos.json is completed',
  look('settings', async () => {
    await hands.openFile('mos.json');
    await hands.goTo(3, 4);
    await hands.untilSuggested('limits');
  }),
);
