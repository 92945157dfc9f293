/** The example plans of the repository, as seeds for random tests. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, defaultConfig, readConfig, type SourceFile } from '@mos/language';

export const examplesFolder = fileURLToPath(new URL('../../examples', import.meta.url));

export interface Corpus {
  name: string;
  config: Config;
  files: SourceFile[];
}

export function readCorpus(name: string): Corpus {
  const folder = join(examplesFolder, name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const settings = files.find((file) => file === 'mos.json');
  return {
    name,
    config: settings ? readConfig(readFileSync(join(folder, settings), 'utf8'), settings) : defaultConfig,
    files: files
      .filter((file) => file.endsWith('.mos'))
      .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') })),
  };
}

export function corpusNames(): string[] {
  return readdirSync(examplesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
