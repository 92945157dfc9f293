/** Waits for what an editor does in its own time. */

/** Asks again until the answer is one; the error says what was waited for, and what was there instead. */
export async function eventually<T>(
  what: string | (() => string),
  ask: () => Promise<T | undefined | false> | T | undefined | false,
): Promise<T> {
  const until = Date.now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > until)
      throw new Error(`not within ${PATIENCE / 1000} s: ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** Milliseconds for what a person would wait for, on a slow machine. */
const PATIENCE = 30_000;
/** Milliseconds between two questions. */
const PAUSE = 50;
