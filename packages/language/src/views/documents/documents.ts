/** Every document that mos can make of a plan, in the order in which they are listed. */

import type { Plan } from '../../model/plan.ts';
import { describePeriod } from '../../values/calendar.ts';
import type { Period, PeriodUnit } from '../../values/period.ts';
import { accountabilityMatrix } from './accountability-matrix.ts';
import { decisionLog } from './decision-log.ts';
import type { Block, Document } from './document.ts';
import { driRegister } from './dri-register.ts';
import { executionReport } from './execution-report.ts';
import { fiveComponents } from './five-components.ts';
import { fiveKillers } from './five-killers.ts';
import { flywheel } from './flywheel.ts';
import { freshness } from './freshness.ts';
import { kpiFramework } from './kpi-framework.ts';
import { marketVariance } from './market-variance.ts';
import { martech } from './martech.ts';
import { monthlyReview } from './monthly-review.ts';
import { narrativeBrief } from './narrative-brief.ts';
import { onboarding } from './onboarding.ts';
import { quarterlyPlanning } from './quarterly-planning.ts';
import { type DocumentOptions, type Request, requestOf, scopeOf, scopeText } from './request.ts';
import { resourceBalance } from './resource-balance.ts';
import { retroPack } from './retro-pack.ts';
import { sixWeekWarning } from './six-week-warning.ts';
import { startScore } from './start-score.ts';
import { weeklyReview } from './weekly-review.ts';
import { callout } from './words.ts';

/** One kind of document. */
export interface DocumentKind {
  /** As people ask for it: lower case, words joined by hyphens. */
  name: string;
  title: string;
  /** One sentence: what it is for. */
  purpose: string;
  /** Who reads it, and when. */
  audience: string;
  /** What it looks at where nobody says otherwise: the week, month, quarter or year of the day. */
  covers: PeriodUnit;
  /** Instead of the one that the day lies in: a review looks back, a planning looks ahead. `today` is an ISO date. */
  defaultPeriod?: (today: string, plan: Plan) => Period;
  /** It tells what is written and not how it stands, so it may be read at any time: nothing is said of how old the facts are. */
  isTimeless?: boolean;
  /** It speaks of what mos finds: `findings` with their ways out have to be given with the request. */
  needsFindings?: boolean;
  /** It is about one person, and cannot be made without one. */
  needsOwner?: boolean;
  blocks: (request: Request) => Block[];
}

export const documentKinds: readonly DocumentKind[] = [
  weeklyReview,
  monthlyReview,
  quarterlyPlanning,
  sixWeekWarning,
  executionReport,
  narrativeBrief,
  driRegister,
  accountabilityMatrix,
  decisionLog,
  onboarding,
  kpiFramework,
  resourceBalance,
  martech,
  marketVariance,
  fiveKillers,
  fiveComponents,
  flywheel,
  startScore,
  retroPack,
];

/** `plan` with its facts, as known on `today` (an ISO date). */
export function buildDocument(kind: DocumentKind, plan: Plan, today: string, options: DocumentOptions = {}): Document {
  const request = requestOf(plan, today, options, kind.covers, kind.defaultPeriod?.(today, plan));
  const { name } = plan.config;
  return {
    name: kind.name,
    title: kind.title,
    subtitle: scopeText(request),
    ...(name !== undefined && { plan: name }),
    asOf: today,
    scope: scopeOf(request),
    blocks: [...elsewhere(request), ...(kind.isTimeless ? [] : freshness(plan, today)), ...kind.blocks(request)],
  };
}

/** That another time is looked at than the day would have it. */
function elsewhere({ plan, period, instead }: Request): Block[] {
  if (!instead) return [];
  const { calendar } = plan.config;
  return [
    callout(
      'note',
      `Nothing is planned for ${describePeriod(instead, calendar)}`,
      `This looks at ${describePeriod(period, calendar)}, the nearest time for which the plan has objectives.`,
    ),
  ];
}
