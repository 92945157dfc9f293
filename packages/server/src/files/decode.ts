/** Bytes of a plan file to text, and what keeps it from being written back. */

import type { Trouble } from './reasons.ts';

export interface PlanFile {
  /** Absolute path. */
  file: string;
  /** Without its byte order mark. */
  text: string;
  /** It began with a byte order mark, which goes back in front when it is written. */
  mark: boolean;
  /** Its bytes would come back as they were, so that it may be written. */
  faithful: boolean;
}

/** For bytes that did not come from a file on disk, too. */
export function decode(file: string, bytes: Uint8Array): { read: PlanFile; trouble?: Trouble } {
  const utf16 = encodingByMark(bytes);
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16).decode(bytes);
    return {
      read: { file, text, mark: false, faithful: false },
      trouble: { file, message: 'it is saved as UTF-16; save it as UTF-8, so that every program reads it alike' },
    };
  }
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { read: { file, text, mark, faithful: true } };
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes);
    const line = text.slice(0, text.indexOf('\uFFFD')).split(/\r\n|\r|\n/).length;
    return {
      read: { file, text, mark, faithful: false },
      trouble: { file, message: `line ${line} holds characters that are not UTF-8; save the file as UTF-8` },
    };
  }
}

function encodingByMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}
