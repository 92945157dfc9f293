/** Fetches VS Code, a browser and Neovim when they are missing. What cannot be had fails the run: nothing is left out in silence. */

import { installBrowser, installEditor, installNeovim } from '../../.tools/editor.mjs';

export default function setup(): void {
  installEditor();
  installBrowser();
  installNeovim();
}
