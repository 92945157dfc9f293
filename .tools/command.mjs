/** Runs one of the installed tools as a child process, and gives back its exit code and everything it printed. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

/** Where each tool begins. Started by path, under this Node: no shell, no search, the same on every system. */
const tools = {
  biome: '@biomejs/biome/bin/biome',
  langium: 'langium-cli/bin/langium.js',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
};

/**
 * @param {keyof typeof tools} tool
 * @param {string[]} args
 * @param {{ show?: boolean }} [options] `show` lets the tool write to the terminal; otherwise its output is collected.
 * @returns {Promise<{ code: number, output: string }>} a tool ended by a signal counts as code 1
 */
export function runTool(tool, args, options = {}) {
  return runNode([join(root, 'node_modules', tools[tool]), ...args], options);
}

/**
 * @param {string[]} args a script's path and its arguments
 * @param {{ show?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runNode(args, options = {}) {
  return new Promise((resolve, reject) => {
    const stdio = options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(process.execPath, args, { cwd: root, stdio });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      stream.setEncoding('utf8');
      stream.on('data', (text) => {
        output += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code === null ? 1 : code, output }));
  });
}
