/** One line of output for each test of a Mocha suite, so that whoever started the editor can read how it went. */

import type Mocha from 'mocha';

export interface Outcome {
  name: string;
  /** Empty when the test passed. */
  error: string;
}

/** A reporter, in Mocha's sense. */
export function Outcomes(runner: Mocha.Runner): void {
  const say = (outcome: Outcome) => console.log(`outcome ${JSON.stringify(outcome)}`);
  runner.on('pass', ({ title }) => say({ name: title, error: '' }));
  runner.on('fail', ({ title }, thrown) => say({ name: title, error: thrown.stack ?? String(thrown) }));
}
