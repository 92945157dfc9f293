/** Protects the door for browsers: the server runs in a worker that has nothing of Node, and reads files through its client. */

import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type Message,
  type ProtocolConnection,
} from 'vscode-languageserver-protocol/node';

const bundle = new URL('../../packages/server/dist/browser.mjs', import.meta.url);

/** A worker as browsers have it: messages through the global object, and none of Node's own globals. */
const SHIM = `
const { parentPort } = require('node:worker_threads');
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.addEventListener = () => {};
let listen;
Object.defineProperty(globalThis, 'onmessage', {
  set(listener) {
    if (!listen) parentPort.on('message', (data) => listen({ data }));
    listen = listener;
  },
});
for (const name of ['process', 'Buffer', 'require', 'module', 'setImmediate', 'global']) globalThis[name] = undefined;
import(${JSON.stringify(bundle.href)});
`;

const workers: Worker[] = [];

afterEach(async () => {
  for (const worker of workers.splice(0)) await worker.terminate();
});

class Incoming extends AbstractMessageReader {
  private readonly worker: Worker;

  constructor(worker: Worker) {
    super();
    this.worker = worker;
  }

  override listen(callback: DataCallback): { dispose(): void } {
    this.worker.on('message', callback);
    return { dispose: () => this.worker.off('message', callback) };
  }
}

class Outgoing extends AbstractMessageWriter {
  private readonly worker: Worker;

  constructor(worker: Worker) {
    super();
    this.worker = worker;
  }

  async write(message: Message): Promise<void> {
    this.worker.postMessage(message);
  }

  end(): void {}
}

function started(files: Record<string, Uint8Array | { trouble: string }>): ProtocolConnection {
  const worker = new Worker(SHIM, { eval: true });
  workers.push(worker);
  const connection = createProtocolConnection(new Incoming(worker), new Outgoing(worker));
  connection.onRequest('mos/files', ({ folder }: { folder: string }) =>
    Object.keys(files).filter((uri) => uri.startsWith(folder) && uri.endsWith('.mos')),
  );
  connection.onRequest('mos/read', ({ uri }: { uri: string }): object | null => {
    const file = files[uri];
    return file instanceof Uint8Array ? { base64: Buffer.from(file).toString('base64') } : (file ?? null);
  });
  connection.listen();
  return connection;
}

const bytes = (text: string) => new TextEncoder().encode(text);

describe('the bundle', () => {
  // Lodash looks for a `require`, and does without.
  test('asks for nothing of Node', () => {
    const text = readFileSync(fileURLToPath(bundle), 'utf8');
    const asked = [...text.matchAll(/\b(?:from|import)\s*\(?\s*["']((?:node:)?[a-z_/]+)["']/g)].map(
      ([, name = '']) => name,
    );
    expect(asked.filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual([]);
  });

  test('finds faults of files that only its client can read', async () => {
    const connection = started({
      'vfs:/plan/people.mos': bytes('\uFEFFowner ben "Ben 🚀" { role "Director" }\n'),
      'vfs:/plan/weeks.mos': bytes('week 2026-W08 {\n  commitment stray "Stray" { dri ben }\n}\n'),
      'vfs:/plan/locked.mos': { trouble: 'it is locked' },
    });
    const found = new Map<string, Diagnostic[]>();
    connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }): void => {
      found.set(uri, diagnostics);
    });
    const said: string[] = [];
    connection.onNotification('window/logMessage', ({ message }): void => {
      said.push(message);
    });
    await connection.sendRequest('initialize', {
      processId: null,
      rootUri: 'vfs:/plan',
      capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
      initializationOptions: { settings: { today: '2026-02-09' } },
    });
    await connection.sendNotification('initialized', {});
    await connection.sendRequest('mos/settled');
    expect(found.get('vfs:/plan/weeks.mos')?.map(({ code }) => code)).toEqual(['cascade/orphaned-commitment']);
    expect(said).toContain('vfs:/plan/locked.mos: it is locked');

    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'vfs:/plan/people.mos', languageId: 'mos', version: 1, text: '' },
    });
    await connection.sendRequest('mos/settled');
    // What could not be read may declare him, so nobody is told that he is unknown.
    expect(found.get('vfs:/plan/weeks.mos')?.map(({ code }) => code)).toEqual(['cascade/orphaned-commitment']);
    const symbols = await connection.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: 'vfs:/plan/weeks.mos' },
    });
    expect(symbols).toHaveLength(1);
    connection.dispose();
  });
});
