/** Files in whose reading the server ended without a word: one that does so twice is set aside, so that all others have their findings. */

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

/** One may be chance: somebody pulled the plug. */
const TOO_OFTEN = 2;
/** More than these are remembered by nobody. */
const MOST = 50;

export class Suspects {
  private readonly memory: Memory;
  private readonly aside: (uri: string) => void;
  private readonly falls: Fall[];
  private entered: string | undefined;

  /** `aside` hears of a file that is set aside, whenever somebody wants to read it. */
  constructor(memory: Memory, aside: (uri: string) => void) {
    this.memory = memory;
    this.aside = aside;
    this.falls = fallsIn(memory.falls);
    const [, length, uri] = /^(\d+) (.+)$/.exec(memory.mark) ?? [];
    if (uri === undefined) return;
    const known = this.falls.find((fall) => fall.uri === uri && fall.length === Number(length));
    if (known) known.count += 1;
    else this.falls.push({ uri, length: Number(length), count: 1 });
    memory.keep(JSON.stringify(this.falls.slice(-MOST)));
    memory.setMark('');
  }

  /** Whether this text is to be left alone. */
  isSetAside(uri: string, { length }: string): boolean {
    const isAside = this.falls.some((fall) => fall.count >= TOO_OFTEN && fall.uri === uri && fall.length === length);
    if (isAside) this.aside(uri);
    return isAside;
  }

  /** From now on, whatever happens is the fault of this file. */
  enter(uri: string, { length }: string): void {
    if (uri === this.entered) return;
    this.entered = uri;
    this.memory.setMark(`${length} ${uri}`);
  }

  /** It went well. */
  leave(): void {
    this.entered = undefined;
    this.memory.setMark('');
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
