/** Watches whether what comes in is framed as the protocol says: behind a broken frame nothing can be understood any more. */

/** Bytes of the lines before a message. Real ones have two short lines; to look for the end of endless ones takes ever longer. */
const LONGEST_HEADER = 8192;
/** Bytes of a message. JavaScript holds no longer text. */
const LONGEST_MESSAGE = 512 * 1024 * 1024;

export class Framing {
  private header = '';
  /** Bytes of the message that are still to come. */
  private left = 0;

  /** What is wrong, as a clause, once something is. */
  take(chunk: Uint8Array): string | undefined {
    for (let at = 0; at < chunk.length; ) {
      const skipped = Math.min(this.left, chunk.length - at);
      this.left -= skipped;
      at += skipped;
      if (at === chunk.length) return undefined;
      // Byte by byte would be slow, and the end of the header may be split between two chunks.
      const before = this.header.length;
      this.header += latin1(chunk.subarray(at, at + LONGEST_HEADER + 1 - before));
      const end = this.header.indexOf(HEADER_END);
      if (end < 0) {
        if (this.header.length > LONGEST_HEADER) return 'the lines before a message do not end';
        return undefined;
      }
      const length = lengthIn(this.header.slice(0, end));
      if (typeof length === 'string') return length;
      at += end + HEADER_END.length - before;
      this.header = '';
      this.left = length;
    }
    return undefined;
  }
}

const HEADER_END = '\r\n\r\n';

function lengthIn(header: string): number | string {
  let found: number | string = 'a message does not say how long it is';
  for (const line of header.split('\r\n')) {
    const [, name, value = ''] = /^([^:]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (name === undefined) return 'a line before a message has no colon';
    if (name.toLowerCase() !== 'content-length') continue;
    const length = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
    if (!(length <= LONGEST_MESSAGE)) return 'a message is said to have a length that none can have';
    found = length;
  }
  return found;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
