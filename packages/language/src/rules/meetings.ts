/** The three meetings that a plan cannot do without, as fixes write them. */

import type { Rhythm } from '../model/rhythm.ts';

export interface Meeting {
  name: string;
  title: string;
  every: string;
  reviews: readonly string[];
  decides: string;
}

/**
 * Weekly commitments, a monthly business review, quarterly planning: E. R. Miller, "The Marketing Execution Gap". Each
 * level of the cascade is looked at in the rhythm of its own period.
 */
export const MEETINGS: Readonly<Record<Exclude<Rhythm, 'yearly'>, Meeting>> = {
  weekly: {
    name: 'weekly_review',
    title: 'Weekly commitments',
    every: 'every week on Monday for 45 minutes',
    reviews: ['commitments'],
    decides: 'what we drop, move or unblock this week',
  },
  monthly: {
    name: 'monthly_review',
    title: 'Monthly business review',
    every: 'every month for 90 minutes',
    reviews: ['milestones', 'objectives'],
    decides: 'the recovery plan of an objective at risk',
  },
  quarterly: {
    name: 'quarterly_planning',
    title: 'Quarterly planning',
    every: 'every quarter for 4 hours',
    reviews: ['objectives', 'bets'],
    decides: 'the objectives of the coming quarter, and what we stop for them',
  },
};
