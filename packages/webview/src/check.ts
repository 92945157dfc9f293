/** Checks of what came from outside: a check says what a value is, and the type follows from it. */

export type Check<T> = (value: unknown) => value is T;
/** What a check lets through. */
export type Checked<C> = C extends Check<infer T> ? T : never;

export const text: Check<string> = (value) => typeof value === 'string';
export const flag: Check<boolean> = (value) => typeof value === 'boolean';
/** Finite: `NaN` and infinities are nothing that anybody meant to say. */
export const number: Check<number> = (value): value is number => Number.isFinite(value);

export function one<const T extends string | null>(...choices: T[]): Check<T> {
  const known: ReadonlySet<unknown> = new Set(choices);
  return (value): value is T => known.has(value);
}

export function list<T>(of: Check<T>): Check<T[]> {
  return (value): value is T[] => Array.isArray(value) && value.every(of);
}

type Fields = Record<string, Check<unknown>>;
type Record_<R extends Fields, O extends Fields> = { [K in keyof R]: Checked<R[K]> } & {
  [K in keyof O]?: Checked<O[K]> | undefined;
};

/** `optional` ones may be missing; whatever else is there is nobody's business. */
export function record<R extends Fields, O extends Fields = Record<never, never>>(
  required: R,
  optional?: O,
): Check<Record_<R, O>> {
  const needed = Object.entries(required);
  const possible = Object.entries(optional ?? {});
  return (value): value is Record_<R, O> => {
    if (typeof value !== 'object' || value === null) return false;
    const found = value as Record<string, unknown>;
    return (
      needed.every(([key, check]) => check(found[key])) &&
      possible.every(([key, check]) => found[key] === undefined || check(found[key]))
    );
  };
}

export function either<C extends Check<unknown>[]>(...checks: C): Check<Checked<C[number]>> {
  return (value): value is Checked<C[number]> => checks.some((check) => check(value));
}
