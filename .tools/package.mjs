/** `npm run package`: the extension as one file, mos-<version>.vsix, with the command line inside. */
import fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, root, runAsScript } from './bootstrap.mjs';
import { build } from './build.mjs';

/**
 * Bytes. What an editor has to fetch and unpack; more than this is a mistake in what is bundled. Documents, the site, import and
 * export brought 160 KB, which an editor unpacks and only those commands load.
 */
export const LARGEST = 1280 * 1024;

/** Seconds since 1970: 1 January 2026, for every file in every package. */
const SAME_TIME = 1_767_225_600;

runAsScript(import.meta.url, async (args) => {
  await build();
  const [target] = args.filter((arg) => !arg.startsWith('-'));
  const { path, bytes } = await pack(target);
  console.log(`packaged ${path} · ${Math.ceil(bytes / 1024)} KB`);
  if (bytes > LARGEST) {
    fail(
      `${path} is larger than ${LARGEST / 1024} KB.`,
      'See what grew: npx vsce ls --tree, and the sizes that npm run build prints.',
    );
  }
  return 0;
});

/**
 * Packs what is built; package.json lists what goes in.
 * @param {string} [path] where to; by default beside package.json, under its version
 * @returns {Promise<{ path: string, bytes: number }>}
 */
export async function pack(path) {
  const { createVSIX } = await import('@vscode/vsce');
  const { version } = JSON.parse(fs.readFileSync(join(root, 'package.json'), 'utf8'));
  // vsce writes this time into the package, which then depends on the sources alone; the zip format has no time zones.
  process.env.SOURCE_DATE_EPOCH = process.env.SOURCE_DATE_EPOCH || String(SAME_TIME);
  process.env.TZ = 'UTC';
  const packagePath = path || join(root, `mos-${version}.vsix`);
  await createVSIX({
    cwd: root,
    packagePath,
    readmePath: selfContained('packages/vscode/README.md'),
    // Everything is bundled, so nothing of node_modules goes in.
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    skipLicense: true,
  });
  return { path: packagePath, bytes: fs.statSync(packagePath).size };
}

/** A copy of a page with its pictures inside: an editor shows none that lie beside the page of an extension. */
function selfContained(page) {
  const text = fs.readFileSync(join(root, page), 'utf8').replace(/\]\(([\w./-]+\.png)\)/g, (_, picture) => {
    const bytes = fs.readFileSync(join(root, dirname(page), picture));
    return `](data:image/png;base64,${bytes.toString('base64')})`;
  });
  const copy = join('packages', 'vscode', 'dist', 'readme.md');
  fs.writeFileSync(join(root, copy), text);
  return copy;
}
