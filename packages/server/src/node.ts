/** The door for Node: standard streams, sockets or IPC, as the client asks on the command line. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './node-host.ts';
import { startServer } from './server.ts';

const connection = createConnection(ProposedFeatures.all);

// What nobody caught is a fault of mos and is said; it must not take the findings of everybody with it.
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error: unknown) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`mos came upon a fault of its own: ${reason}`);
  });
}

startServer(connection, nodeHost);
