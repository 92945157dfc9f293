#!/usr/bin/env node
/** The door of the `mos` command: says what to do when this Node is too old or mos is not built yet, then starts it. */

// Written in the JavaScript of 2009, so that a Node that is too old can still read the sentence that says so.
var fs = require('fs');
var path = require('path');

var OLDEST_NODE = 22;
var home = path.join(__dirname, '..', '..', '..');
var program = path.join(__dirname, '..', 'dist', 'mos.mjs');

if (parseInt(process.versions.node, 10) < OLDEST_NODE) {
  say('mos needs Node.js ' + OLDEST_NODE + ' or newer; this is ' + process.versions.node + '.');
  say('Install the current Node.js from nodejs.org, or run "npx mos" inside ' + home + ', which brings its own.');
  process.exitCode = 2;
} else if (!fs.existsSync(program)) {
  say('mos is not built yet.');
  say('Run "npm run build" in ' + home + ' first.');
  process.exitCode = 2;
} else {
  // `import` would be a syntax error in an old Node, so it waits in a file of its own.
  require('./start.cjs');
}

function say(sentence) {
  process.stderr.write(sentence + '\n');
}
