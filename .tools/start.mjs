/** `npm start`: builds mos and shows it at work on a sound plan and on a broken one. */
import { fail, runAsScript } from './bootstrap.mjs';
import { build } from './build.mjs';
import { runNode } from './command.mjs';

const mos = 'packages/cli/bin/mos.cjs';
/** The exit code of a check that found errors: for the broken plan, what we want to see. */
const FOUND = 1;

runAsScript(import.meta.url, async () => {
  await build();

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
});

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
