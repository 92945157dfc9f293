/** The suite that runs inside VS Code: `run` is what @vscode/test-electron, and VS Code in the browser, call. */

import * as vscode from 'vscode';
import { eventually } from './eventually.ts';
import { Outcomes } from './outcomes.ts';
import { isReady, restore } from './plan.ts';

/** Milliseconds for one test on a slow machine; each wait within it ends earlier, and says for what. */
const PATIENCE = 120_000;

export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: PATIENCE, reporter: Outcomes as never });
  // What each test changed is taken back after it.
  mocha.suite.afterEach(restore);
  // Gives the files below their `test`.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./editing.ts');
  await import('./extension.ts');
  await import('./findings.ts');
  await import('./reading.ts');

  await vscode.extensions.getExtension('mos.mos')?.activate();
  await eventually('mos has read the plan', isReady);
  const failed = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failed > 0) throw new Error(`${failed} failed`);
}
