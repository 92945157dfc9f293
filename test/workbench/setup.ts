/** Fetches VS Code and a browser when they are missing. What cannot be had fails the run: nothing is left out in silence. */

import { installBrowser, installEditor } from '../../.tools/editor.mjs';

export default function setup(): void {
  installEditor();
  installBrowser();
}
