/** The door for browsers: a worker that asks its client for files, for it has no disk of its own. */

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { clientHost } from './client-host.ts';
import { startServer } from './server.ts';

/** Of the worker that this runs in; the page's own `postMessage` has other arguments. */
const worker = globalThis as unknown as DedicatedWorker;

type DedicatedWorker = ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
startServer(connection, clientHost(connection));
