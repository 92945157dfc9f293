/** Files that end the server or make everybody wait: one that does so twice is set aside, so that all others have their findings. */

/** What it takes of the world: two small texts that outlive the process. */
export interface Memory {
  /** What stood under the mark when this process began. */
  readonly mark: string;
  setMark(text: string): void;
  /** Earlier falls, as they were given to `keep`. */
  readonly falls: string;
  keep(falls: string): void;
}

interface Fall {
  uri: string;
  /** UTF-16 units of its text then: when it has changed, it is tried again. */
  length: number;
  count: number;
}

/** One may be chance: somebody pulled the plug, or the machine was busy. */
const TOO_OFTEN = 2;
/** More than these are remembered by nobody. */
const MOST = 50;
/**
 * UTF-16 units, some 6,500 lines. To judge more, or to tell what is wrong with it, takes longer than half a second where it is as bad
 * as it gets, and all requests wait; the command line has the time. `npm run soak -- --only stall` measures it.
 */
export const LONGEST = 250_000;
/** Milliseconds of work. The worst texts known take 500 to 1,000 on a busy machine, and somewhat more the first time. */
const STALL = 1000;

/** Clauses that follow the name of a file. */
const REASONS = {
  tooLong: `it is longer than ${LONGEST.toLocaleString('en-US')} characters, so it has no findings here; "mos check" reads it, and several shorter files are read here, too`,
  ended:
    'mos ended twice while it read this file, so it is set aside and has no findings; once it is changed, it is read again',
  stalled:
    'mos twice needed more than a second to read this file, so it is set aside and has no findings; once it is half as long, it is read again',
} as const;

export class Suspects {
  private readonly memory: Memory | undefined;
  private readonly aside: (uri: string, reason: string) => void;
  private readonly worked: () => number;
  private readonly falls: Fall[];
  /** URI → how often it made others wait, and how long its text was. Not kept: the next version may be faster. */
  private readonly stalls = new Map<string, Omit<Fall, 'uri'>>();
  private entered: { uri: string; length: number } | undefined;

  /**
   * `aside` hears of a file that is set aside, whenever somebody wants to read it; `worked` are the milliseconds that this process
   * has worked. Without a memory, nothing is known of what was before.
   */
  constructor(memory: Memory | undefined, aside: (uri: string, reason: string) => void, worked: () => number) {
    this.memory = memory;
    this.aside = aside;
    this.worked = worked;
    this.falls = memory ? fallsIn(memory.falls) : [];
    if (!memory) return;
    const [, length, uri] = /^(\d+) (.+)$/.exec(memory.mark) ?? [];
    if (uri === undefined) return;
    const known = this.falls.find((fall) => fall.uri === uri && fall.length === Number(length));
    if (known) known.count += 1;
    else this.falls.push({ uri, length: Number(length), count: 1 });
    memory.keep(JSON.stringify(this.falls.slice(-MOST)));
    memory.setMark('');
  }

  /** Why this text is to be left alone, if it is. */
  reasonAgainst(uri: string, { length }: string): string | undefined {
    const stall = this.stalls.get(uri);
    const has = {
      tooLong: length > LONGEST,
      ended: this.falls.some((fall) => fall.count >= TOO_OFTEN && fall.uri === uri && fall.length === length),
      // Each keystroke changes its length, and the wait with it hardly at all.
      stalled: stall !== undefined && stall.count >= TOO_OFTEN && 2 * length > stall.length,
    };
    const kind = (['tooLong', 'ended', 'stalled'] as const).find((each) => has[each]);
    if (kind === undefined) return undefined;
    this.aside(uri, REASONS[kind]);
    return REASONS[kind];
  }

  /** From now on, whatever happens is the fault of this file. */
  enter(uri: string, { length }: string): void {
    if (uri === this.entered?.uri) return;
    this.entered = { uri, length };
    this.memory?.setMark(`${length} ${uri}`);
  }

  /** Does one piece of the work, in which nobody else has a turn, and notes whose fault it is when it takes too long. */
  timed<T>(work: () => T): T {
    const began = this.worked();
    const result = work();
    if (this.entered && this.worked() - began > STALL) this.stalled(this.entered);
    return result;
  }

  /** It went well. */
  leave(): void {
    this.entered = undefined;
    this.memory?.setMark('');
  }

  private stalled({ uri, length }: { uri: string; length: number }): void {
    const { count } = this.stalls.get(uri) ?? { count: 0 };
    this.stalls.set(uri, { length, count: count + 1 });
  }
}

/** Whatever stands there: another version may have written it, or a disk that was full. */
function fallsIn(text: string): Fall[] {
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isFall) : [];
  } catch {
    return [];
  }
}

function isFall(value: unknown): value is Fall {
  const { uri, length, count } = (value ?? {}) as Partial<Fall>;
  return typeof uri === 'string' && typeof length === 'number' && typeof count === 'number';
}
