/** Settings of the person, as the client sends them; whatever is sent, something usable comes out. */

import { isPeriodFault, parsePeriod } from '@mos/language';

export interface Settings {
  /** Judge by this day instead of the machine's; for looking back, and for tests. */
  today: string | undefined;
  /** What is shown between the words of a plan. */
  inlayHints: {
    /** The days of a week or quarter. */
    dates: boolean;
    /** The full name behind a DRI. */
    names: boolean;
    /** A metric's latest reading against the straight line to its target. */
    pace: boolean;
  };
  codeLens: {
    /** Lines above frames, objectives and owners. */
    enabled: boolean;
  };
}

export function settingsFrom(value: unknown): Settings {
  const today = part(value, 'today');
  const hints = part(value, 'inlayHints');
  return {
    today: typeof today === 'string' && isDay(today) ? today : undefined,
    inlayHints: { dates: isOn(hints, 'dates'), names: isOn(hints, 'names'), pace: isOn(hints, 'pace') },
    codeLens: { enabled: isOn(part(value, 'codeLens'), 'enabled') },
  };
}

/** `2026-02-28`, and not the 30th. */
function isDay(text: string): boolean {
  const period = parsePeriod(text);
  return !isPeriodFault(period) && period.unit === 'day';
}

/** Everything is on until somebody says no; `"inlayHints": false` switches all of them off. */
function isOn(group: unknown, key: string): boolean {
  return group !== false && part(group, key) !== false;
}

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
