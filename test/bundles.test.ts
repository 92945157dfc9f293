/** Protects the promise that mos reaches out to nobody: what is shipped can open no socket and start no program but as is listed here. */

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** By folder, the parts of Node in it by which a program could reach out, and who brought them. */
const KNOWN: Record<string, Record<string, string>> = {
  'packages/cli/dist': {
    child_process:
      'commander, for commands that are programs of their own, of which mos has none; vscode-languageserver',
    net: 'vscode-languageserver, for --socket and --pipe, which only whoever starts it can ask for',
    worker_threads: 'fflate, to compress aside, which mos does not ask for',
  },
  'packages/server/dist': {
    child_process: 'vscode-languageserver, to look for packages of npm, which mos never asks for',
    net: 'vscode-languageserver, for --socket and --pipe',
  },
  'packages/vscode/dist': {
    child_process: 'vscode-languageclient, which starts the server',
    net: 'vscode-languageclient and the server, for other ways to talk to each other than the one that is used',
    worker_threads: 'the command line, which comes along',
  },
};

const REACHING =
  /(?:from|\w\()\s*["'](?:node:)?(net|tls|https?|http2|dgram|dns|child_process|worker_threads|cluster|inspector|vm|wasi)(?:\/promises)?["']/g;
const GLOBALS = /(?<![\w.$"'])(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon)\s*\(/g;

test.each(Object.entries(KNOWN))('%s', (folder, known) => {
  const found = new Set<string>();
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.[cm]?js$/.test(name),
  );
  expect(files.length).toBeGreaterThan(1);
  for (const name of files) {
    const text = readFileSync(join(root, folder, name), 'utf8');
    for (const [, part = ''] of text.matchAll(REACHING)) found.add(part);
    for (const [call] of text.matchAll(GLOBALS)) found.add(`${call} in ${name}`);
  }
  expect([...found].sort()).toEqual(Object.keys(known).sort());
});

/** Says what a script has asked for by the time that it is loaded, in an editor that has nothing yet. */
const LOAD = `
const Module = require('node:module');
const { _load: load } = Module;
const asked = [];
Module._load = function (name, ...others) {
  asked.push(name);
  return name === 'vscode' ? { LanguageStatusSeverity: {} } : load.call(this, name, ...others);
};
require(process.argv[1]);
process.stdout.write(JSON.stringify(asked.slice(1)));
`;

test('the extension loads what speaks with the server when it has begun, and not before', () => {
  const extension = join(root, 'packages/vscode/dist/extension.cjs');
  const { stdout } = spawnSync(process.execPath, ['-e', LOAD, extension], { encoding: 'utf8' });
  expect(new Set(JSON.parse(stdout || 'null'))).toEqual(new Set(['vscode']));
});

test('sees what reaches out', () => {
  for (const text of ['import{x}from"node:net"', "require('http')", 'await import("node:dns/promises")'])
    expect([...text.matchAll(REACHING)]).toHaveLength(1);
  expect([...'await fetch("http://a")'.matchAll(GLOBALS)]).toHaveLength(1);
  expect([...'a.fetch(1); "fetch("'.matchAll(GLOBALS)]).toHaveLength(0);
});
