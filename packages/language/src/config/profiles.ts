/** Profiles: the counts and severities of four ways to run a plan. */

import type { Severity } from '../finding.ts';

export type Profile = 'miller' | 'start' | 'okr' | 'eos';

/** Inclusive bounds; a single number is an upper bound. */
export interface Limits {
  /** Bets a frame. */
  bets: readonly [number, number];
  /** Objectives a quarter and team. */
  objectives: readonly [number, number];
  /** Metrics and targets an objective. */
  metrics: readonly [number, number];
  /** Objectives that one person may be DRI of in a quarter. */
  objectivesPerDri: number;
  /** Share of budget and of capacity, 0–1, that bets must hold at least. */
  strategyShare: number;
}

export interface ProfileFacts {
  title: string;
  limits: Limits;
  severities: Readonly<Record<string, Severity | 'off'>>;
}

/** Two or three bets, three to five objectives a quarter, three to five metrics each: E. R. Miller, "The Marketing Execution Gap". */
const miller: Limits = { bets: [2, 3], objectives: [3, 5], metrics: [3, 5], objectivesPerDri: 3, strategyShare: 0.5 };

export const profiles: Readonly<Record<Profile, ProfileFacts>> = {
  miller: { title: 'Marketing Operating System', limits: miller, severities: {} },
  start: {
    title: 'S.T.A.R.T.',
    // Three to five initiatives with one to three success metrics each: E. Petropoulos, S.T.A.R.T.
    limits: { ...miller, bets: [1, 5], metrics: [1, 3] },
    severities: {},
  },
  okr: {
    title: 'Objectives and key results',
    // Three to five objectives with three to five key results: J. Doerr, "Measure What Matters".
    limits: { ...miller, bets: [1, 5] },
    severities: {
      'resources/starved-strategy': 'warning',
      'cascade/missing-diagnosis': 'info',
      'cascade/missing-policy': 'info',
    },
  },
  eos: {
    title: 'Entrepreneurial Operating System',
    // Three to seven rocks a quarter: G. Wickman, "Traction".
    limits: { ...miller, bets: [1, 7], objectives: [3, 7], metrics: [1, 5] },
    severities: {
      'cascade/missing-diagnosis': 'off',
      'cascade/missing-policy': 'off',
      'cascade/uncovered-month': 'info',
    },
  },
};
