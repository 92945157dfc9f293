/** The least that a check of a plan can cost: its bytes are read, and looked at one by one. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
let braces = 0;
for (const path of readdirSync(folder, { recursive: true })) {
  if (!path.endsWith('.mos')) continue;
  const text = readFileSync(join(folder, path), 'utf8');
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 123) braces++;
}
console.log(`${braces} blocks`);
