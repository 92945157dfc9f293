/** The number on the icon of the cascade. */

import * as vscode from 'vscode';

/** How many errors of the plan the view shows on its icon; none where there are none. */
export function errorBadge(): vscode.ViewBadge | undefined {
  let value = 0;
  for (const [, diagnostics] of vscode.languages.getDiagnostics())
    for (const { source, severity } of diagnostics)
      if (source === 'mos' && severity === vscode.DiagnosticSeverity.Error) value++;
  return value === 0
    ? undefined
    : { value, tooltip: value === 1 ? '1 error in the plan' : `${value} errors in the plan` };
}
