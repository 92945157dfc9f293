/** The suite that runs inside VS Code: `run` is what its test runners call. */

import * as vscode from 'vscode';
import './editing.ts';
import './extension.ts';
import './findings.ts';
import './reading.ts';
import { isReady, restore } from './plan.ts';
import { eventually, runAll } from './run.ts';

export async function run(): Promise<void> {
  await vscode.extensions.getExtension('mos.mos')?.activate();
  await eventually('mos has read the plan', isReady);
  await runAll(restore);
}
