/** Says on a terminal what takes so long; never in a pipe, and never for what is done in a blink. */

export interface Progress {
  /** Shows a clause in place of the last one. Call it as often as you like. */
  say(clause: string): void;
  /** Wipes the line, before anything else is written. */
  clear(): void;
}

/** What is faster than this, in milliseconds, needs no word. */
const PATIENCE = 300;

/** Milliseconds between two words, so that writing them costs nothing. */
const PAUSE = 80;

export function openProgress(stream: NodeJS.WriteStream): Progress {
  const started = performance.now();
  let last = 0;
  let shown = false;
  return {
    say(clause) {
      const now = performance.now();
      if (!stream.isTTY || now - started < PATIENCE || now - last < PAUSE) return;
      last = now;
      shown = true;
      stream.write(`\r\u001B[K${clause} …`);
    },
    clear() {
      if (shown) stream.write('\r\u001B[K');
      shown = false;
    },
  };
}
