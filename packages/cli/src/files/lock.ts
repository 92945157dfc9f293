/** One writer at a time: a lock file beside a file, which every mos asks for before it writes. */

import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** Milliseconds to wait for others; each of them reads and writes one file. */
const PATIENCE = 10_000;

/** Milliseconds between two looks. */
const PAUSE = 15;

/** Milliseconds after which nobody is at work any more, whatever the lock says: on another machine, or under a number used again. */
const LONGEST = 60_000;

/** Somebody else held the lock all the time. */
export class Busy extends Error {
  constructor() {
    super('another mos is writing it');
    this.name = 'Busy';
  }
}

/**
 * Does it while nobody else does it to the same file; `file` is its real path. Throws Busy, and what the file system throws where no lock
 * can be put. The lock is gone afterwards, and that of a process which died is taken over.
 */
export function alone<T>(file: string, act: () => T): T {
  return holding(join(dirname(file), `.${basename(file)}.lock`), Date.now() + PATIENCE, act);
}

function holding<T>(lock: string, until: number, act: () => T): T {
  const own = `${process.pid} ${hostname()} ${randomUUID()}`;
  while (!put(lock, own)) {
    const other = holderOf(lock);
    if (other !== undefined && isLeft(other)) clear(lock, other, until);
    else if (Date.now() > until) throw new Busy();
    else if (other !== undefined) Atomics.wait(PAUSED, 0, 0, PAUSE);
  }
  try {
    return act();
  } finally {
    // One that was taken from us, as nobody believed that we were still at work, is not ours to take away.
    if (holderOf(lock)?.text === own) rmSync(lock, { force: true });
  }
}

const PAUSED = new Int32Array(new SharedArrayBuffer(4));

/** False where there is one. */
function put(lock: string, own: string): boolean {
  let handle: number;
  try {
    handle = openSync(lock, 'wx');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(handle, own);
  } catch (error) {
    rmSync(lock, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return true;
}

interface Holder {
  /** Process, machine, and a name of its own; empty in the moment in which it is written. */
  text: string;
  /** Milliseconds. */
  age: number;
}

/** Undefined where there is none any more. */
function holderOf(lock: string): Holder | undefined {
  try {
    return { text: readFileSync(lock, 'utf8'), age: Date.now() - statSync(lock).mtimeMs };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isLeft({ text, age }: Holder): boolean {
  if (age > LONGEST) return true;
  const [pid, machine] = text.split(' ');
  if (machine !== hostname()) return false;
  // Our own number on a lock that is not ours: in containers the one before us had it too.
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Takes away the lock that this holder left, and no other: who may do so has a lock for that, called after the holder, and looks again
 * under it. Else two who find the same lock could each take it away, the second one that of the first.
 */
function clear(lock: string, { text }: Holder, until: number): void {
  const name =
    text
      .split(' ')
      .at(-1)
      ?.replace(/[^0-9a-f-]/gi, '')
      .slice(0, 36) || 'empty';
  holding(`${lock}.${name}`, until, () => {
    if (holderOf(lock)?.text === text) rmSync(lock, { force: true });
  });
}
