/** Seeded random edits of plans, as people and tools make them: for tests that compare the state after many of them. */

/** Mulberry32: small, seeded, good enough to pick edits with. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(items: readonly T[], next: () => number): T {
  return items[Math.floor(next() * items.length)] as T;
}

const TOKEN = /"""[\s\S]*?"""|"[^"\n]*"|[\p{L}\p{N}_.$%-]+|\S/gu;

/** One edit of `text`; `others` are texts to take words from, so that names meet across files. */
export function edited(text: string, others: readonly string[], next: () => number): string {
  const tokens = [...text.matchAll(TOKEN)];
  const token = tokens.length > 0 ? pick(tokens, next) : undefined;
  const [start, end] = token ? [token.index, token.index + token[0].length] : [0, 0];
  const word = () => pick([...pick(others, next).matchAll(TOKEN)].map(([found]) => found).concat('owner'), next);
  const lines = text.split('\n');
  const line = Math.floor(next() * lines.length);
  switch (Math.floor(next() * 9)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
    case 2:
      return `${text.slice(0, start)}${word()}${text.slice(end)}`;
    case 3:
      return `${text.slice(0, end)} ${word()}${text.slice(end)}`;
    case 4:
      return [...lines.slice(0, line), ...lines.slice(line + 1)].join('\n');
    case 5:
      return [...lines.slice(0, line), lines[line], ...lines.slice(line)].join('\n');
    case 6: {
      const other = pick(others, next).split('\n');
      return [...lines.slice(0, line), pick(other, next), ...lines.slice(line)].join('\n');
    }
    case 7:
      return `${text.slice(0, start)}\n\n${text.slice(start)}`;
    default:
      return token ? `${text.slice(0, start)}${token[0].slice(0, -1)}${text.slice(end)}` : text;
  }
}
