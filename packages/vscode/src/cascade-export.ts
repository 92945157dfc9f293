/** Saves the timeline where the person says. */

import * as vscode from 'vscode';

/** `data`: SVG as text, PNG as a data URL. */
export async function saveExport(format: 'svg' | 'png', data: string): Promise<void> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const uri = await vscode.window.showSaveDialog({
    title: 'Save the timeline',
    filters: format === 'svg' ? { 'Drawing (SVG)': ['svg'] } : { 'Picture (PNG)': ['png'] },
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder.uri, `timeline.${format}`) }),
  });
  if (!uri) return;
  const bytes =
    format === 'svg' ? new TextEncoder().encode(data) : Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
  try {
    await vscode.workspace.fs.writeFile(uri, bytes);
  } catch (error) {
    void vscode.window.showErrorMessage(
      `The timeline could not be written to ${uri.path}: ${error instanceof Error ? error.message : String(error)}. Choose another folder.`,
    );
    return;
  }
  const chosen = await vscode.window.showInformationMessage(`The timeline is saved as ${uri.path}.`, 'Open');
  if (chosen) await vscode.commands.executeCommand('vscode.open', uri);
}
