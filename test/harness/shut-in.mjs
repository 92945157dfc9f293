/** Loaded before a program (`node --import`): whatever would reach out of the process ends it with a word about what it tried. */

import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import vm from 'node:vm';

/** @param {string} name */
function forbidden(name) {
  return () => {
    process.stderr.write(`REACHED OUT: ${name}\n`);
    process.exit(77);
  };
}

const ways = [
  [childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
  [net, ['connect', 'createConnection', 'createServer']],
  [net.Socket.prototype, ['connect']],
  [net.Server.prototype, ['listen']],
  [tls, ['connect', 'createServer']],
  [dgram, ['createSocket']],
  [http, ['request', 'get', 'createServer']],
  [https, ['request', 'get', 'createServer']],
  [http2, ['connect', 'createServer', 'createSecureServer']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  [dns.promises, ['lookup', 'resolve']],
  [cluster, ['fork']],
  [inspector, ['open']],
  [vm, ['runInNewContext', 'runInThisContext', 'runInContext', 'compileFunction']],
  [process, ['dlopen']],
  [globalThis, ['fetch', 'WebSocket', 'EventSource']],
];
for (const [owner, names] of ways) for (const name of names) owner[name] = forbidden(name);
syncBuiltinESMExports();
