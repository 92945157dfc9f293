/** The door for Node: standard streams, sockets or IPC, as the client asks on the command line. */

import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './node-host.ts';
import { startServer } from './server.ts';

startServer(createConnection(ProposedFeatures.all), nodeHost);
