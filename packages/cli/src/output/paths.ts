/** How a file is named in what we write: short where the reader stands, complete elsewhere. */

import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Relative to `cwd` when inside it, absolute otherwise; always with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  const absolute = resolve(cwd, file);
  const below = relative(cwd, absolute);
  const inside = below !== '' && below !== '..' && !below.startsWith(`..${sep}`) && !isAbsolute(below);
  // A backslash is an ordinary character of a file name where it is not the separator.
  return (inside ? below : absolute).replaceAll(sep, '/');
}

/** A relative URI for a file inside `cwd`, a `file:` URI for others. Characters that a URI cannot hold are percent-encoded. */
export function pathUri(file: string, cwd: string): { uri: string; inside: boolean } {
  const path = shownPath(file, cwd);
  if (isAbsolute(path)) {
    return { uri: fileUrl(file, cwd), inside: false };
  }
  // A colon is encoded too, otherwise `plans:2026/x.mos` would read as a scheme.
  const uri = path
    .split('/')
    .map((part) => encodeURIComponent(part.toWellFormed()))
    .join('/');
  return { uri, inside: true };
}

export function fileUrl(file: string, cwd: string): string {
  return pathToFileURL(resolve(cwd, file).toWellFormed()).href;
}
