/** `npm run build`: the command line, the server and the extension, each as few files as can be, from freshly generated sources. */
import fs from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fail, root, runAsScript } from './bootstrap.mjs';
import { generate } from './generate.mjs';
import { keepUsedIcons } from './icons.mjs';
import { notices } from './notices.mjs';

const CLI = 'packages/cli/src/main.ts';
const WORKSHOP = 'packages/cli/dist';
const SERVER = 'packages/server/src/node.ts';
const EXTENSION = 'packages/vscode/dist';

/** Folders that are shipped as they are. */
const SHIPPED = [WORKSHOP, EXTENSION];

/** Some dependencies are CommonJS and ask for Node's own modules by `require`, which an ES module does not have. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

const modules = { format: 'esm', banner: { js: REQUIRE } };

const shared = {
  absWorkingDir: root,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node22',
  // `module` first: jsonc-parser's other door loads its parts in a way that no bundler can follow.
  mainFields: ['module', 'main'],
  minify: true,
  // It is defined below.
  get plugins() {
    return [bundledText];
  },
  logLevel: 'warning',
};

/** What only some runs need is read only by those. */
const chunks = { splitting: true, chunkNames: 'chunks/[hash]' };

/** Options of esbuild on top of what all bundles share; `executable` names what people start. */
const bundles = [
  {
    entryPoints: { mos: CLI },
    outdir: WORKSHOP,
    ...modules,
    ...chunks,
    banner: { js: `#!/usr/bin/env node\n${REQUIRE}` },
    executable: 'mos.mjs',
  },
  { entryPoints: { server: SERVER }, outdir: 'packages/server/dist', ...modules },
  // For a worker, which has nothing of Node: whatever asks for it fails the build.
  {
    entryPoints: { browser: 'packages/server/src/browser.ts' },
    outdir: 'packages/server/dist',
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    conditions: ['browser'],
  },
  // Both once more, for the extension: what they have in common is shipped once.
  {
    entryPoints: { mos: CLI, server: SERVER },
    outdir: EXTENSION,
    ...modules,
    ...chunks,
  },
  // Editors load CommonJS, whatever the package says.
  {
    entryPoints: { extension: 'packages/vscode/src/extension.ts' },
    outdir: EXTENSION,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  // What the sidebar shows, and the editor's own icons for it.
  {
    entryPoints: {
      cascade: 'packages/webview/src/main.ts',
      style: 'packages/webview/src/style.css',
      codicon: 'node_modules/@vscode/codicons/dist/codicon.css',
    },
    outdir: `${EXTENSION}/webview`,
    format: 'esm',
    platform: 'browser',
    target: 'es2024',
    outExtension: {},
    loader: { '.ttf': 'file' },
    assetNames: '[name]',
    finish: keepUsedIcons,
  },
];

/** What pages of a site run and wear is bundled on its own, for browsers, and stands in the command line as text. */
const bundledText = {
  name: 'bundled text',
  setup(bundling) {
    const inner = { write: false, format: 'iife', platform: 'browser', target: 'es2022', minify: true, bundle: true };
    // Seen from the root: the names of chunks are made of such paths, and have to be the same in every clone.
    bundling.onResolve({ filter: /^bundled:/ }, ({ path, resolveDir }) => ({
      path: relative(root, join(resolveDir, path.slice('bundled:'.length))).replaceAll('\\', '/'),
      namespace: 'bundled',
    }));
    bundling.onLoad({ filter: /./, namespace: 'bundled' }, async ({ path }) => {
      const { outputFiles } = await bundling.esbuild.build({
        ...inner,
        entryPoints: [join(root, path)],
        logLevel: 'silent',
      });
      return { contents: outputFiles[0].text, loader: 'text' };
    });
  },
};

runAsScript(import.meta.url, async () => {
  await build();
  return 0;
});

/** Generates what is stale and writes every bundle; ends the process with a message when the sources do not compile. */
export async function build() {
  await generate();
  const { build: bundle } = await import('esbuild');
  const written = new Set();
  /** By folder, the sources of all bundles in it. */
  const inputs = new Map(SHIPPED.map((folder) => [folder, new Set()]));
  for (const { executable, finish, ...options } of bundles) {
    const started = performance.now();
    const sources = Object.values(options.entryPoints).join(' and ');
    try {
      const { metafile } = await bundle({ ...shared, legalComments: 'linked', metafile: true, ...options });
      for (const path of Object.keys(metafile.outputs)) written.add(basename(path));
      for (const [folder, own] of inputs) {
        if (options.outdir === folder || options.outdir.startsWith(`${folder}/`))
          for (const path of Object.keys(metafile.inputs)) own.add(path);
      }
      report(metafile.outputs, Object.values(options.entryPoints), started);
    } catch (error) {
      if (!error.errors) throw error;
      fail(
        `${sources} could not be bundled; the lines above say where.`,
        'Mend the source and run "npm run build" again.',
      );
    }
    if (finish) await finish(join(root, options.outdir));
    if (executable) fs.chmodSync(join(root, options.outdir, executable), 0o755);
  }
  for (const [folder, own] of inputs) fs.writeFileSync(join(root, folder, 'THIRD-PARTY-NOTICES.txt'), notices(own));
  for (const folder of SHIPPED) removeOthers(join(root, folder, 'chunks'), written);
}

/** Chunks are named by what is in them, so those of builds before would stay, and be shipped. */
function removeOthers(folder, written) {
  for (const name of fs.readdirSync(folder)) if (!written.has(name)) fs.rmSync(join(folder, name));
}

/** The command line as it ships, but legible, into some folder: for whoever looks where time goes. Gives the script to start. */
export async function buildLegibly(outdir) {
  const { build: bundle } = await import('esbuild');
  await bundle({
    ...shared,
    entryPoints: { mos: CLI },
    outdir,
    ...modules,
    ...chunks,
    minify: false,
    minifySyntax: true,
  });
  return join(outdir, 'mos.mjs');
}

/** One line: the files that somebody starts, and what they weigh with all that they load. */
function report(outputs, sources, started) {
  const bytes = Object.values(outputs).reduce((sum, output) => sum + output.bytes, 0);
  const [first = '', ...others] = Object.keys(outputs).filter((path) => sources.includes(outputs[path].entryPoint));
  const names = [first, ...others.map((path) => basename(path))].join(', ');
  console.log(`built ${names} · ${Math.ceil(bytes / 1024)} KB · ${Math.round(performance.now() - started)} ms`);
}
