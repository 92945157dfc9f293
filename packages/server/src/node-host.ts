/** Files and the clock under Node. */

import { readFile } from 'node:fs/promises';
import { globby } from 'globby';
import { URI } from 'vscode-uri';
import type { Host } from './host.ts';

export const nodeHost: Host = {
  async listFiles(folder) {
    const { fsPath, scheme } = URI.parse(folder);
    if (scheme !== 'file') return [];
    const files = await globby(['**/*.mos', '**/mos.json'], {
      cwd: fsPath,
      absolute: true,
      gitignore: true,
      followSymbolicLinks: false,
      suppressErrors: true,
      ignore: ['**/node_modules/**'],
    });
    return files.map((file) => URI.file(file).toString());
  },
  async readFile(uri) {
    try {
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(URI.parse(uri).fsPath));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
      throw error;
    }
  },
  yield: () => new Promise((resolve) => setImmediate(resolve)),
  today() {
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  },
};
