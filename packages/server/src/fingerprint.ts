/** Whether findings are the same as before, without keeping them. */

import { hash53 } from '@mos/language';
import type { Diagnostic } from 'vscode-languageserver';

export function fingerprintOf(diagnostics: readonly Diagnostic[]): number {
  return hash53(JSON.stringify(diagnostics));
}
