/** Remembers results within bounds: plans repeat the same few thousand literals a million times. */

/** Entries per table. Ten years of days fit; a full table costs well under a megabyte. */
export const MEMO_LIMIT = 4096;

/**
 * Characters. Longer literals are rare or hostile, and computed each time. From 13 characters on, V8 cuts a piece out
 * of a file's text by pointing into it, so that a remembered key would keep the whole file in memory.
 */
const LONGEST_KEY = 12;

/**
 * Wraps a pure function of one text or number. A full table is emptied and fills again: cheaper than keeping an order
 * of use, and a plan with more different literals than the limit pays only for computing them anew.
 * Results are shared between callers, so they must be read-only.
 */
export function memoised<K extends string | number, V>(compute: (key: K) => V, limit = MEMO_LIMIT): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const value = compute(key);
    if (typeof key === 'string' && key.length > LONGEST_KEY) return value;
    if (known.size >= limit) known.clear();
    known.set(key, value);
    return value;
  };
}
