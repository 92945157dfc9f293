/** `npm start`: builds mos and opens examples/acme in a real VS Code in the browser, with the extension of this folder. */

// `--desktop` uses the VS Code of this machine, `--check` stays in the terminal.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fail, root, runAsScript } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runNode } from './command.mjs';
import { cache, installEditor, startEditor } from './editor.mjs';

const mos = 'packages/cli/bin/mos.cjs';
/** The exit code of a check that found errors: for the broken plan, what we want to see. */
const FOUND = 1;
const PLAN = join(root, 'examples', 'acme');

runAsScript(import.meta.url, async (args) => {
  await build();
  if (args.includes('--check')) return tour();
  return args.includes('--desktop') ? openDesktop() : openInBrowser();
});

async function openInBrowser() {
  let editor;
  try {
    installEditor();
    editor = await startEditor({ data: join(cache, 'start') });
  } catch (error) {
    console.error(`\nVS Code could not be opened here: ${error.message}\n\nSo here is mos in the terminal.`);
    console.error('With VS Code on this machine: npm start -- --desktop');
    return tour();
  }
  const stopped = untilInterrupted();
  const extension = `vscode-remote://127.0.0.1:${editor.port}${root.split('\\').join('/')}`;
  show('mos in VS Code', 'Open this address in a browser:');
  console.log(`  ${editor.address(PLAN, [['extensionDevelopmentPath', extension]])}

  q1/demand.mos is a good place to begin: point at names, change a month, delete a "dri", press Ctrl+. on what is underlined.
  What you change is the example in this folder; "git restore examples" brings it back.
  "npm run build" and a reload of the page show a change of mos itself. Ctrl+C ends the editor.
`);
  await stopped;
  await editor.stop();
  return 0;
}

/** The VS Code that is installed here, in a window of its own. */
function openDesktop() {
  return new Promise((resolve) => {
    const args = [`--extensionDevelopmentPath=${root}`, '--new-window', PLAN];
    const child = spawn('code', args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.once('error', () =>
      fail(
        'The command "code" was not found; it comes with VS Code.',
        'In VS Code, choose "Shell Command: Install \'code\' command in PATH", or leave --desktop out.',
      ),
    );
    child.once('exit', (code) => resolve(code === null ? 1 : code));
  });
}

/** Resolves on Ctrl+C, and when whoever started this asks it to end. */
function untilInterrupted() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
}

async function tour() {
  show('A plan that holds', 'From the annual frame down to this week, every level serves the one above it.');
  await run(['check', 'examples/acme'], [0]);

  show('A plan that is broken', 'Each finding names the place, what is wrong, why it matters, and the way out.');
  await run(['check', 'examples/broken'], [FOUND]);

  show('What to try next', 'Open examples/acme in your editor, change a line, and check again.');
  console.log(`  npx mos check examples/acme                    check a plan
  npx mos tree examples/acme                     see the cascade from frame to week
  npx mos explain cascade/orphaned-commitment    read why a rule exists, and how to mend what it finds
  npx mos --help                                 everything else
`);
  return 0;
}

function show(title, sentence) {
  console.log(`\n── ${title}\n${sentence}\n`);
}

async function run(args, expected) {
  console.log(`$ npx mos ${args.join(' ')}\n`);
  const { code } = await runNode([mos, ...args], { show: true });
  if (!expected.includes(code)) {
    fail(
      `mos ${args.join(' ')} ended with ${code}, where ${expected.join(' or ')} was expected.`,
      'Run "npm test": it says what is broken.',
    );
  }
}
