/** Settings of the person, as the client sends them; whatever is sent, something usable comes out. */

export interface Settings {
  /** Judge by this day instead of the machine's; for looking back, and for tests. */
  today: string | undefined;
}

export function settingsFrom(value: unknown): Settings {
  const today = typeof value === 'object' && value !== null ? (value as { today?: unknown }).today : undefined;
  return { today: typeof today === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(today) ? today : undefined };
}
