/** Bytes of any kind into the server's door: it answers what can be answered, or ends; it never hangs, and never works for nothing. */

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pick, type Random } from '../../harness/sentences.ts';
import { Broken, type Property } from '../property.ts';
import { fuzzed } from '../texts.ts';

const SERVER = fileURLToPath(new URL('../../../packages/server/dist/server.mjs', import.meta.url));

export const wire: Property = {
  name: 'wire',
  promise: 'whatever comes in over the wire, each request is answered once, and the server ends when it cannot go on',
  quick: 30,
  long: 3_000,
  async run(random: Random) {
    const messages: Buffer[] = random() < 0.7 ? [frame(INITIALIZE), frame(INITIALIZED)] : [];
    const asked: number[] = random() < 0.7 && messages.length > 0 ? [0] : [];
    if (messages.length > 0 && asked.length === 0) asked.push(0);
    const isBroken = random() < 0.4;
    for (let count = Math.floor(random() * 25); count > 0; count--) {
      const id = random() < 0.6 ? asked.length + 1000 : undefined;
      messages.push(frame(mangled(someMessage(random, id), random, id, asked)));
    }
    if (isBroken) messages.push(brokenFrame(random));
    else messages.push(frame({ jsonrpc: '2.0', id: LAST, method: 'mos/settled' }));
    const { code, signal, out, err } = await spokenTo(inPieces(Buffer.concat(messages), random), isBroken);
    const files = {
      'in.txt': Buffer.concat(messages).toString('latin1'),
      'out.txt': out.toString('latin1'),
      'err.txt': err,
    };
    if (signal !== null) throw new Broken('it did not end by itself', files);
    if (/^\s+at /m.test(err)) throw new Broken('it threw', files);
    if (code !== (isBroken ? 1 : 0)) throw new Broken(`it ended with ${code}`, files);
    if (out.includes('fault of its own')) throw new Broken('it came upon a fault of its own', files);
    if (isBroken) return;
    const answered = answersIn(out);
    for (const id of asked) {
      const count = answered.filter((each) => each === id).length;
      if (count !== 1) throw new Broken(`request ${id} was answered ${count} times`, files);
    }
  },
};

const LAST = 999_999;
/** Milliseconds after which a server that does nothing is ended, and the promise counts as broken. */
const PATIENCE = 60_000;

const INITIALIZE = {
  jsonrpc: '2.0',
  id: 0,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
};
const INITIALIZED = { jsonrpc: '2.0', method: 'initialized', params: {} };
const TEXT = { uri: 'untitled:plan.mos', languageId: 'mos', version: 1, text: 'owner ana "Ana"\n' };

const METHODS = [
  ...['hover', 'completion', 'definition', 'references', 'rename', 'prepareRename', 'documentSymbol', 'codeAction'],
  ...['formatting', 'rangeFormatting', 'onTypeFormatting', 'foldingRange', 'selectionRange', 'semanticTokens/full'],
  ...['inlayHint', 'documentLink', 'codeLens', 'documentHighlight', 'prepareTypeHierarchy', 'diagnostic', 'nothing'],
].map((name) => `textDocument/${name}`);
const OTHERS = [
  'workspace/symbol',
  'workspace/executeCommand',
  'workspace/diagnostic',
  'completionItem/resolve',
  'codeLens/resolve',
  'typeHierarchy/supertypes',
  'mos/settled',
  'mos/cascade',
  '$/unknown',
  '__proto__',
  '',
];
const NOTES = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/didSave',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWorkspaceFolders',
  '$/cancelRequest',
  '$/setTrace',
  '$/progress',
  'initialized',
];

function someMessage(random: Random, id: number | undefined): Record<string, unknown> {
  const position = { line: Math.floor(random() * 3), character: Math.floor(random() * 9) };
  const textDocument = {
    ...TEXT,
    text: random() < 0.5 ? TEXT.text : fuzzed(random),
    version: Math.floor(random() * 9),
  };
  const params = {
    textDocument,
    position,
    range: { start: position, end: position },
    context: { diagnostics: [], includeDeclaration: true, triggerKind: 1 },
    contentChanges: [{ text: fuzzed(random) }],
    changes: [{ uri: textDocument.uri, type: 2 }],
    options: { tabSize: 2, insertSpaces: true },
    positions: [position],
    newName: 'x',
    ch: '}',
    query: 'a',
  };
  const method = id === undefined ? pick(random, NOTES) : pick(random, random() < 0.8 ? METHODS : OTHERS);
  return { jsonrpc: '2.0', ...(id !== undefined && { id }), method, params };
}

/** A part of it is something else, now and then. What can still be told to be a request joins those that have to be answered. */
function mangled(message: Record<string, unknown>, random: Random, id: number | undefined, asked: number[]): unknown {
  const way = random();
  if (way < 0.1) return { text: JSON.stringify(message).slice(0, Math.floor(random() * 200)) };
  if (way < 0.15) return pick(random, [5, null, [], 'x', [message], { text: '['.repeat(10_000) }]);
  let result = message;
  if (way < 0.6) {
    const keys = Object.keys(message.params as object);
    const params = { ...(message.params as Record<string, unknown>), [pick(random, keys)]: odd(random) };
    result = { ...message, params: random() < 0.2 ? odd(random) : params };
  }
  if (id !== undefined) asked.push(id);
  return result;
}

function odd(random: Random): unknown {
  return pick(random, [
    null,
    5,
    -1,
    1e300,
    '',
    'x',
    [],
    [null],
    {},
    { uri: 5 },
    { uri: '::' },
    { line: -1, character: 1e9 },
    true,
    [[[]]],
    { __proto__: null },
    { uri: 'file:///%zz.mos', text: 7 },
    { start: 5 },
    [{ text: 5 }, { range: {} }],
  ]);
}

function frame(message: unknown): Buffer {
  const text = isRaw(message) ? message.text : JSON.stringify(message);
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

function isRaw(message: unknown): message is { text: string } {
  return typeof message === 'object' && message !== null && Object.keys(message).join() === 'text';
}

function brokenFrame(random: Random): Buffer {
  const way = random();
  if (way < 0.2) return Buffer.from(`X: ${'a'.repeat(20_000 + Math.floor(random() * 1_000_000))}`);
  if (way < 0.3) return Buffer.from('X: a\r\n'.repeat(2_000 + Math.floor(random() * 100_000)));
  if (way < 0.4) return Buffer.alloc(9_000);
  const header = pick(random, [
    ...[
      'Content-Length: -5',
      'Content-Length: x',
      'Content-Length: 99999999999',
      'Content-Length: 1e3',
      'Content-Length:',
    ],
    ...['hello', 'Content-Type: x', '{"jsonrpc":"2.0"}', '\u0000', 'Content-Length 5', ''],
  ]);
  return Buffer.from(`${header}\r\n\r\n{}`);
}

/** As networks deliver it: cut anywhere. */
function inPieces(bytes: Buffer, random: Random): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = random() < 0.3 ? at + 1 + Math.floor(random() * 40) : at + 1 + Math.floor(random() * 60_000);
    pieces.push(bytes.subarray(at, end));
    at = end;
  }
  return pieces;
}

interface Outcome {
  code: number | null;
  signal: string | null;
  out: Buffer;
  err: string;
}

/** Where frames are whole, the server is asked to go once it has answered the last request; else it has to go by itself. */
function spokenTo(pieces: readonly Buffer[], isBroken: boolean): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: 'pipe' });
    const out: Buffer[] = [];
    let err = '';
    let isAsked = false;
    const hung = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk);
      if (isBroken || isAsked || !Buffer.concat(out).includes(`"id":${LAST}`)) return;
      isAsked = true;
      child.stdin.write(Buffer.concat([frame({ jsonrpc: '2.0', id: LAST + 1, method: 'shutdown' })]));
      child.stdin.write(frame({ jsonrpc: '2.0', method: 'exit' }));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    // It may have gone before it has heard everything.
    child.stdin.on('error', () => undefined);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(hung);
      resolve({ code, signal, out: Buffer.concat(out), err });
    });
    for (const piece of pieces) child.stdin.write(piece);
  });
}

/** The ids of answers, in order; throws where what comes out is no protocol. */
function answersIn(out: Buffer): number[] {
  const ids: number[] = [];
  for (let at = 0; at < out.length; ) {
    const body = out.indexOf('\r\n\r\n', at) + 4;
    const [, length = ''] = /Content-Length: (\d+)/.exec(out.subarray(at, body).toString()) ?? [];
    const message = JSON.parse(out.subarray(body, body + Number(length)).toString()) as {
      id?: number;
      method?: string;
    };
    if (message.id !== undefined && message.method === undefined) ids.push(message.id);
    at = body + Number(length);
  }
  return ids;
}
