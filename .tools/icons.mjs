/** Keeps of the icon font what the window draws: all of it would be a twelfth of the package. */

import fs from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder where cascade.js, codicon.css and codicon.ttf stand */
export async function keepUsedIcons(folder) {
  const { default: subsetFont } = await import('subset-font');
  const read = (name) => fs.readFileSync(join(folder, name), 'utf8');
  const signs = usedIcons(read('cascade.js'), read('codicon.css')).map(({ sign }) => sign);
  const font = join(folder, 'codicon.ttf');
  fs.writeFileSync(font, await subsetFont(fs.readFileSync(font), signs.join(''), { targetFormat: 'truetype' }));
}

/**
 * The icons whose whole name stands somewhere in a script, and so a few too many; names that are put together of parts are not seen.
 * @param {string} script
 * @param {string} styles of codicons
 * @returns {{ name: string, sign: string }[]}
 */
export function usedIcons(script, styles) {
  const words = new Set((script.match(/[a-z]+(?:-[a-z]+)*/g) ?? []).map((word) => word.replace(/^codicon-/, '')));
  return [...styles.matchAll(/\.codicon-([a-z-]+):{1,2}before\{content:"\\?([^"]+)"\}/g)]
    .filter(([, name]) => words.has(name))
    .map(([, name, sign]) => ({
      name,
      sign: sign.length > 1 ? String.fromCodePoint(Number.parseInt(sign, 16)) : sign,
    }));
}
