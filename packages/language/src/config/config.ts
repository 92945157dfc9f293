/** The settings of a plan, as rules and doors read them; reading them from mos.json is config/read.ts. */

import type { Severity, Span } from '../finding.ts';
import type { Calendar } from '../values/calendar.ts';
import { defaultCalendar } from '../values/calendar.ts';
import type { VocabularyEntry } from '../vocabulary/vocabulary.ts';
import { type Limits, type Profile, profiles } from './profiles.ts';

export interface RuleSetting {
  severity?: Severity | 'off';
  options?: Readonly<Record<string, unknown>>;
}

/** A fault of mos.json itself, in offsets of its text. */
export interface ConfigFault extends Span {
  message: string;
}

export interface Config {
  /** Where it was read from; undefined when the plan has none. */
  file?: string;
  name?: string;
  calendar: Calendar;
  profile: Profile;
  rules: ReadonlyMap<string, RuleSetting>;
  limits: Limits;
  vocabulary: readonly VocabularyEntry[];
  include: readonly string[];
  exclude: readonly string[];
  faults: readonly ConfigFault[];
}

export const defaultConfig: Config = {
  calendar: defaultCalendar,
  profile: 'miller',
  rules: new Map(),
  limits: profiles.miller.limits,
  vocabulary: [],
  include: ['**/*.mos'],
  exclude: [],
  faults: [],
};
