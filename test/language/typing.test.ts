/** Protects the first minute with mos: a plan typed letter by letter never throws, never floods, and ends clean. */

import { defaultConfig, Engine } from '@mos/language';
import { expect, test } from 'vitest';

const PEOPLE = 'owner ben "Ben Okafor" { role "Director" reports to ana }\nowner ana "Ana Silva" { role "CMO" }\n';
const PLAN = `objective q1 "Source $4M of pipeline" {
  quarter 2026-Q1
  milestone jan "Ten groups engaged" { month 2026-01 dri ben }
}
`;
const COMMITMENT = `week 2026-W03 {
  commitment brief "Publish the segment brief" { dri ben with ana advances jan needs jan done 2026-01-16 }
}
`;

test('a plan of one commitment, letter by letter', () => {
  const engine = new Engine(defaultConfig, '2026-01-14');
  engine.update([{ file: 'plan.mos', text: PEOPLE + PLAN }]);
  const before = engine.result().findings.filter(({ severity }) => severity === 'error').length;
  let previous = '';
  const log: string[] = [];
  for (let length = 0; length <= COMMITMENT.length; length++) {
    const text = PEOPLE + PLAN + COMMITMENT.slice(0, length);
    engine.update([{ file: 'plan.mos', text }]);
    const { findings } = engine.result();
    const fresh = findings.filter(({ severity, span }) => severity === 'error' && span.start >= (PEOPLE + PLAN).length);
    // Two open braces and the word under the cursor: more than that at once would be scolding.
    expect(
      fresh.length,
      `${JSON.stringify(COMMITMENT.slice(0, length))}\n${fresh.map(({ rule, message }) => `${rule} ${message}`).join('\n')}`,
    ).toBeLessThanOrEqual(3);
    for (const { message, rule } of findings) {
      expect(message).not.toMatch(/fault of mos|undefined|null|NaN/);
      expect(rule).toMatch(/^[a-z]+\/[a-z-]+$/);
    }
    const now = fresh.map(({ rule }) => rule).join(', ');
    if (now !== previous)
      log.push(`${JSON.stringify(COMMITMENT.slice(Math.max(0, length - 18), length))} → ${now || 'nothing'}`);
    previous = now;
  }
  expect(
    engine.result().findings.filter(({ severity }) => severity === 'error').length,
    log.join('\n'),
  ).toBeLessThanOrEqual(before);
});

test('the whole plan, letter by letter from an empty file: every prefix is judged, none throws', () => {
  const whole = PEOPLE + PLAN + COMMITMENT;
  const engine = new Engine(defaultConfig, '2026-01-14');
  for (let length = 0; length <= whole.length; length++) {
    engine.update([{ file: 'plan.mos', text: whole.slice(0, length) }]);
    const { findings } = engine.result();
    for (const { message, span } of findings) {
      expect(message).not.toMatch(/fault of mos|undefined|null|NaN/);
      expect(span.end).toBeLessThanOrEqual(length);
    }
  }
});
