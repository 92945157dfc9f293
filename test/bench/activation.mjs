/**
 * How long VS Code waits for the extension to be activated, as VS Code itself says it.
 *
 *     node test/bench/activation.mjs
 */

import { join } from 'node:path';
import { runAsScript } from '../../.tools/bootstrap.mjs';
import { cache } from '../../.tools/editor.mjs';
import { pack } from '../../.tools/package.mjs';
import { Hands } from '../workbench/hands.ts';
import { Scene } from '../workbench/scene.ts';
import { median } from './measure.mjs';

runAsScript(import.meta.url, async () => {
  const times = await activationBench(7);
  console.log(`activation: ${median(times)} ms, of ${times.join(', ')}`);
  return 0;
});

/** Milliseconds from the event to the end of `activate`, once for each start of the extension host. */
export async function activationBench(rounds) {
  const { path: vsix } = await pack(join(cache, 'activation.vsix'));
  const scene = await Scene.set({ example: 'acme', vsix, settings: { 'mos.today': '2026-02-09' } });
  try {
    const hands = new Hands(scene);
    // The list shows the slowest first, and only what fits.
    await scene.page.setViewportSize({ width: 1280, height: 2400 });
    const times = [];
    for (let round = 0; round < rounds; round++) {
      await scene.visit();
      await hands.openFile('strategy.mos');
      await hands.run('Developer: Show Running Extensions');
      const row = scene.page.locator('.runtime-extensions-editor .extension', { hasText: 'mos: plans as code' });
      const said = await row.locator('.activation-time').filter({ hasText: /\d+ms/ }).textContent();
      times.push(Number(/(\d+)ms/.exec(said ?? '')?.[1]));
    }
    return times;
  } finally {
    await scene.strike();
  }
}
