/** Ratios and sizes that a change must not exceed. Ratios only: they hold on any machine, times on none. */

import { median, quantile } from './measure.mjs';

/** What a budget leaves above the run that it was taken from. */
const ROOM = 1.25;
/** A single round tells less than several. */
const ROOM_OF_ONE = 1.5;
/** No single round of something that is over in a millisecond can promise less. */
const LEAST_OF_ONE = 1.5;

/** The same check once more, with what was kept of it: the one thing that is to be faster than mos. */
export const AGAIN = 'mos again';

/** Ratios of mos to everything else that was measured, by size, round by round: `{ 'M mos ÷ tsc': [1.2, …] }`. */
export function ratiosOf(run) {
  const ratios = {};
  for (const [size, results] of Object.entries(run.sizes)) {
    for (const [name, { seconds }] of Object.entries(results)) {
      if (name === 'mos' || !seconds) continue;
      const own = results.mos.seconds;
      if (name === AGAIN) {
        ratios[`${size} ${AGAIN} ÷ mos`] = seconds.map((value, round) => value / own[round]);
        continue;
      }
      // What ran once is compared with the middle of mos.
      ratios[`${size} mos ÷ ${name}`] =
        seconds.length === own.length ? own.map((value, round) => value / seconds[round]) : [median(own) / seconds[0]];
    }
  }
  for (const [size, { requests }] of Object.entries(run.editor)) {
    const small = run.editor.S?.requests;
    if (size === 'S' || !small) continue;
    for (const [name, { p50 }] of Object.entries(requests))
      if (small[name]) ratios[`editor ${size} ÷ S ${name}`] = [p50 / small[name].p50];
  }
  return ratios;
}

/** The run's ratios and sizes with room above them; what the run did not measure stays as it is known. */
export function budgetsFrom(run, known) {
  const ratios = Object.fromEntries(
    Object.entries(ratiosOf(run)).map(([name, rounds]) => [
      name,
      rounded(name.startsWith('editor') ? Math.max(LEAST_OF_ONE, allowed(rounds)) : allowed(rounds)),
    ]),
  );
  const bundles = Object.fromEntries(
    Object.entries(run.bundles).map(([name, bytes]) => [name, Math.ceil((bytes * 1.05) / 1024)]),
  );
  return { ratios: { ...known.ratios, ...ratios }, bundlesKiB: { ...known.bundlesKiB, ...bundles } };
}

function allowed(rounds) {
  return median(rounds) * (rounds.length > 1 ? ROOM : ROOM_OF_ONE);
}

/**
 * `faults`: what is above its budget, in words. A ratio is when three quarters of its rounds are: noise moves some of them, not
 * most. `compared`: how many ratios were measured that have a budget; `missing`: the names of those that were not.
 */
export function exceeded(run, known) {
  const measured = ratiosOf(run);
  const budgets = Object.entries(known.ratios ?? {});
  const ratios = budgets.flatMap(([name, budget]) => {
    const rounds = measured[name];
    if (!rounds || quantile(rounds, 0.25) <= budget) return [];
    return [`${name} is ${rounded(median(rounds))}; the budget is ${budget}`];
  });
  const bundles = Object.entries(run.bundles).flatMap(([name, bytes]) => {
    const budget = known.bundlesKiB?.[name];
    if (budget === undefined || bytes <= budget * 1024) return [];
    return [`${name} is ${Math.ceil(bytes / 1024)} KiB; the budget is ${budget} KiB`];
  });
  const missing = budgets.flatMap(([name]) => (measured[name] ? [] : [name]));
  return { faults: [...ratios, ...bundles], compared: budgets.length - missing.length, missing };
}

/** Three digits that count. */
export function rounded(number) {
  return Number(number.toPrecision(3));
}
