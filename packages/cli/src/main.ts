/** The `mos` command: runs what the arguments ask for and ends with an exit code that tells the truth. */

import { version } from '../package.json';
import { exitCodes } from './problem.ts';

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads our output may stop reading: `mos check | head`. Commands set the exit code before they print.
    if (error.code === 'EPIPE') process.exit();
    process.exitCode = exitCodes.unusable;
    process.stderr.write(`mos: The output could not be written (${error.code ?? error.message}).\n`);
  });
}
process.on('uncaughtException', reportFault);

const args = process.argv.slice(2);
// Editors and scripts ask this often, and nothing has to be loaded for the answer.
if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) process.stdout.write(`mos ${version}\n`);
else run();

async function run(): Promise<void> {
  try {
    const { runProgram } = await import('./program.ts');
    process.exitCode = await runProgram(args);
    leave();
  } catch (error) {
    await reportFault(error);
  }
}

/** As soon as everything is written: tidying up a plan that nobody needs any more takes longer than checking a small one. */
function leave(): void {
  const streams = [process.stdout, process.stderr];
  let open = streams.length;
  for (const stream of streams) {
    stream.write('', (error) => {
      if (!error && --open === 0) process.exit();
    });
  }
}

async function reportFault(error: unknown): Promise<void> {
  process.exitCode = exitCodes.internal;
  const { describeFault } = await import('./fault.ts');
  process.stderr.write(describeFault(error, args));
}
