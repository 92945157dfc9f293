/** Protects that plans can be read, and told apart word by word, in the themes that VS Code brings along. */

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cache } from '../../.tools/editor.mjs';
import { pack } from '../../.tools/package.mjs';
import { Hands } from './hands.ts';
import { Scene } from './scene.ts';

/** Contrast of small text that most people can read: WCAG 2.2, success criterion 1.4.3. */
const READABLE = 4.5;
/** VS Code's own light theme has colours for numbers and comments that just miss the above; nothing of ours is worse than it. */
const AT_LEAST = 3.6;

/** The default ones: dark, light, and the two of high contrast. */
const themes = ['Dark 2026', 'Light 2026', 'Default High Contrast', 'Default High Contrast Light'];

let vsix: string;
beforeAll(async () => {
  ({ path: vsix } = await pack(join(cache, 'themes.vsix')));
});

describe.each(themes)('in %s', (theme) => {
  let scene: Scene;
  let hands: Hands;
  beforeAll(async () => {
    const settings = { 'workbench.colorTheme': theme, 'mos.today': '2026-02-09', 'editor.minimap.enabled': false };
    scene = await Scene.set({ example: 'acme', vsix, settings });
    hands = new Hands(scene);
    await scene.visit();
  });
  afterAll(() => scene.strike());

  test('every word can be read, and what people look for stands out', async () => {
    await hands.openFile('q1/demand.mos');
    await hands.goTo(106);
    await hands.line('Publish the segment brief').first().waitFor();
    // Only the server knows that this is done, and that a person answers for it.
    await expect
      .poll(async () => new Set(await coloursOf(hands, 'advances', 'dev', 'jan_groups', 'done')).size)
      .toBe(4);
    await hands.picture(`theme-${theme.toLowerCase().replaceAll(' ', '-')}`);
    const faint = (await contrasts(hands)).filter(({ contrast }) => contrast < AT_LEAST);
    expect(faint).toEqual([]);
    const [keyword = 0, title = 0] = await Promise.all(
      ['commitment', 'Publish'].map(
        async (word) => (await contrasts(hands)).find(({ text }) => text.includes(word))?.contrast,
      ),
    );
    expect(Math.min(keyword, title)).toBeGreaterThanOrEqual(READABLE);
  });
});

interface Word {
  text: string;
  color: string;
}

/** In the words of the page, which this project's own code knows nothing of. */
const WORDS = `[...document.querySelectorAll('.editor-instance .view-line > span > span')].filter(
  // Hints have the theme's own colour.
  (span) => !span.className.includes('dyn-rule'),
).map((span) => ({
  text: span.textContent,
  color: getComputedStyle(span).color,
}))`;
const BACKGROUND = `getComputedStyle(document.querySelector('.editor-instance .monaco-editor-background')).backgroundColor`;

function words(hands: Hands): Promise<Word[]> {
  return hands.page.evaluate<Word[]>(WORDS);
}

async function coloursOf(hands: Hands, ...wanted: string[]): Promise<(string | undefined)[]> {
  const all = await words(hands);
  return wanted.map((word) => all.find(({ text }) => text.trim() === word)?.color);
}

async function contrasts(hands: Hands): Promise<{ text: string; contrast: number }[]> {
  const background = await hands.page.evaluate<string>(BACKGROUND);
  return (await words(hands))
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, color }) => ({ text, contrast: contrast(color, background) }));
}

/** WCAG 2.2: relative luminances, the lighter one against the darker one. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
