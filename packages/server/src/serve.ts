/** Runs the language server under Node until the client takes its leave; the process ends then. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { Framing } from './framing.ts';
import { nodeHost } from './node-host.ts';
import { startServer } from './server.ts';

/** Standard streams, a socket, a pipe or IPC, as the command line says: `--stdio`, `--socket=N`, `--pipe=NAME`, `--node-ipc`. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all);
  // What nobody caught is a fault of mos and is said; it must not take the findings of everybody with it.
  for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
    process.removeAllListeners(event);
    process.on(event, (error: unknown) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`mos came upon a fault of its own: ${reason}`);
    });
  }
  if (process.argv.includes('--stdio')) endAtBrokenFrames();
  startServer(connection, nodeHost);
}

/** Else the server would sit there for good, and answer nobody. Whoever started it sees why. */
function endAtBrokenFrames(): void {
  const framing = new Framing();
  process.stdin.on('data', (chunk: Buffer) => {
    const reason = framing.take(chunk);
    if (reason === undefined) return;
    process.stderr.write(`mos was spoken to in no protocol that it knows: ${reason}\n`);
    process.exit(1);
  });
}
