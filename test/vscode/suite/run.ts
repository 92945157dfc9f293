/** A list of tests, run one after the other; each outcome is one line of output that the driver outside reads. */

export interface Outcome {
  name: string;
  /** Empty when the test passed. */
  error: string;
  milliseconds: number;
}

interface Test {
  name: string;
  body: () => Promise<void>;
}

const tests: Test[] = [];

export function test(name: string, body: () => Promise<void>): void {
  tests.push({ name, body });
}

/** Runs `between` after each test, whatever came of it. Throws when a test failed, as @vscode/test-electron expects. */
export async function runAll(between: () => Promise<void>): Promise<void> {
  const failed: string[] = [];
  for (const { name, body } of tests) {
    const started = Date.now();
    let error = '';
    try {
      await body();
    } catch (thrown) {
      error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
      failed.push(name);
    }
    await between();
    const outcome: Outcome = { name, error, milliseconds: Date.now() - started };
    console.log(`outcome ${JSON.stringify(outcome)}`);
  }
  if (failed.length > 0) throw new Error(`${failed.length} of ${tests.length} failed: ${failed.join(', ')}`);
}

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
