/** `// mos-allow`: what each one silences, and what is to be said of one that silences nothing. */

import type { Span } from '../finding.ts';
import type { Rule } from '../rules/rule.ts';
import { type Calendar, rangeOf } from '../values/calendar.ts';
import { nearest } from '../values/nearest.ts';
import { isPeriodFault, parsePeriod } from '../values/period.ts';
import type { Suppression } from './records.ts';

/** What decides about suppressions beside their own words; `today` is an ISO date. */
export interface Surroundings {
  rules: ReadonlyMap<string, Rule>;
  today: string;
  calendar: Calendar;
}

/** The suppression that silences a rule at a declaration. */
export type Silencer = (rule: string, declaration: number) => Suppression | undefined;

/** A way out that changes only the file that it stands in. */
export interface LocalFix {
  title: string;
  safe: boolean;
  edits: readonly (Span & { text: string })[];
}

export interface Remark {
  rule: string;
  at: Span;
  message: string;
  fix?: LocalFix;
  unnecessary?: boolean;
}

/** The first suppression that silences a finding; by rule and declaration, for a file may hold thousands of both. */
export function silencerOf(suppressions: readonly Suppression[], surroundings: Surroundings): Silencer {
  const first = new Map<string, number>();
  for (const [index, suppression] of suppressions.entries()) {
    const { rule, reason, wholeFile, declaration } = suppression;
    const key = `${rule.value} ${wholeFile ? 'file' : declaration}`;
    if (reason && !first.has(key) && !isExpired(suppression, surroundings)) first.set(key, index);
  }
  return (rule, declaration) => {
    const [ofFile, own] = ['file', declaration].map((place) => first.get(`${rule} ${place}`));
    const index = ofFile === undefined || (own !== undefined && own < ofFile) ? own : ofFile;
    return index === undefined ? undefined : suppressions[index];
  };
}

/** What is to be said of one that silences nothing. */
export function remarkOn(suppression: Suppression, surroundings: Surroundings): Remark {
  const { rule, until } = suppression;
  const remove: LocalFix = { title: 'remove it', safe: true, edits: [{ ...suppression.removal, text: '' }] };
  if (!rule.value) {
    const message = 'this allows nothing; write // mos-allow group/fault: the reason';
    return { rule: 'language/unused-suppression', at: suppression, message };
  }
  if (!surroundings.rules.has(rule.value)) return unknownRule(suppression, surroundings, remove);
  if (!suppression.reason) {
    const message = `${rule.value} is allowed here without a reason, so it is not allowed`;
    return { rule: 'language/unexplained-suppression', at: suppression, message, fix: { ...remove, safe: false } };
  }
  const period = until && parsePeriod(until.value);
  if (until && period && isPeriodFault(period)) {
    const message = `"${until.value}": ${period.fault}`;
    const { nearest: near } = period;
    const edits = [{ start: until.start, end: until.end, text: near ?? '' }];
    return {
      rule: 'language/invalid-period',
      at: until,
      message,
      ...(near && { fix: { title: `write ${near}`, safe: false, edits } }),
    };
  }
  if (isExpired(suppression, surroundings)) {
    const message = `${rule.value} was allowed until ${until?.value}`;
    return { rule: 'language/expired-suppression', at: suppression, message, fix: { ...remove, safe: false } };
  }
  const message = `there is no ${rule.value} here to allow`;
  return { rule: 'language/unused-suppression', at: suppression, message, fix: remove, unnecessary: true };
}

/** A reason that somebody wrote is not thrown away with a misspelt name. */
function unknownRule({ rule, reason }: Suppression, { rules }: Surroundings, remove: LocalFix): Remark {
  const whole = [...rules.keys()].filter((name) => name.endsWith(`/${rule.value}`));
  const near = whole.length === 1 ? whole[0] : nearest(rule.value, rules.keys(), 1)[0];
  const edits = [{ start: rule.start, end: rule.end, text: near ?? '' }];
  return {
    rule: 'language/unused-suppression',
    at: rule,
    message: `there is no rule ${rule.value}${near ? `; did you mean ${near}` : ''}`,
    fix: near ? { title: `write ${near}`, safe: whole.length === 1, edits } : { ...remove, safe: !reason },
    unnecessary: true,
  };
}

function isExpired({ until }: Suppression, { today, calendar }: Surroundings): boolean {
  const period = until && parsePeriod(until.value);
  return period !== undefined && !isPeriodFault(period) && rangeOf(period, calendar).last < today;
}
