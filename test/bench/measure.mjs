/** Commands and how long they take: rounds in which every command has its turn, so that a busy machine slows all alike. */

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** How often the memory of a child is looked at, in milliseconds. Its own peak is kept by the system. */
const LOOK = 10;

/**
 * Runs `cases`, each `{ name, folder, steps, slow }`, so many rounds in turn, and once more for the memory; slow ones once in all, without it.
 * Gives name → `{ seconds, peak }`: one number a round, and MiB, undefined where the system does not tell. A command
 * that fails ends the run: a time of a failure is no time. `say` hears what is being done.
 */
export async function measured(cases, rounds, say = () => {}) {
  const results = new Map(cases.map(({ name }) => [name, { seconds: [], peak: undefined }]));
  for (let round = 0; round <= rounds; round++) {
    // The first one warms the caches of the disk, and is the one in which memory is looked at.
    for (const { name, folder, steps, slow } of cases) {
      if (slow && round > 0) continue;
      say(`${name}, ${round === 0 ? 'memory' : `round ${round} of ${rounds}`}`);
      const result = results.get(name);
      const started = performance.now();
      for (const step of steps) {
        const peak = await run(step, folder, round === 0 && !slow);
        if (peak !== undefined) result.peak = Math.max(result.peak ?? 0, peak);
      }
      if (round > 0 || slow) result.seconds.push((performance.now() - started) / 1000);
    }
  }
  return results;
}

/** Middle of the list; of two middles their mean. */
export function median(numbers) {
  return quantile(numbers, 0.5);
}

/** Linear between the two nearest; `share` from 0 to 1. Undefined for no numbers. */
export function quantile(numbers, share) {
  if (numbers.length === 0) return undefined;
  const sorted = numbers.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

/** MiB that the process and its children held at most; undefined off Linux. */
export function peakOf(pid) {
  try {
    const own = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    if (!own) return undefined;
    const children = readdirSync(`/proc/${pid}/task`)
      .flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' '))
      .filter(Boolean);
    return children.reduce((sum, child) => sum + (peakOf(child) ?? 0), Number(own[1]) / 1024);
  } catch {
    // It ended between two looks.
    return undefined;
  }
}

/** MiB that the process holds now; undefined off Linux. */
export function heldBy(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return undefined;
  }
}

function run([command, ...args], folder, isWatched) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let peak;
    const look = () => {
      const now = peakOf(child.pid);
      if (now !== undefined) peak = Math.max(peak ?? 0, now);
    };
    const watch = isWatched ? setInterval(look, LOOK) : undefined;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (text) => {
        output = `${output}${text}`.slice(-2000);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      if (code === 0) resolve(peak);
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${signal ?? code}:\n${output}`));
    });
  });
}
