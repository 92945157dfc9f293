/** Files as the client knows them, for a server without a disk: it answers three requests, and the clock is the browser's. */

import type { Connection } from 'vscode-languageserver';
import { decode } from './files/decode.ts';
import type { FileText, Host, Listing } from './host.ts';

/**
 * What the client answers. `mos/files` gets a folder's URI with patterns as seen from it, and gives the URIs of files that
 * match, without those that .gitignore names unless `ignored` is true. `mos/read` gets a URI, and gives the bytes in base 64;
 * null when there is no such file; `{ trouble }`, a clause that follows the file's name and a colon, when it cannot be read.
 */
export const CLIENT_REQUESTS = { files: 'mos/files', read: 'mos/read' } as const;

type ReadAnswer = { base64: string } | { trouble: string } | null;

export function clientHost(connection: Connection): Host {
  return {
    async listFiles(folder, { include, exclude, ignored = false }): Promise<Listing> {
      try {
        const files = await connection.sendRequest<string[]>(CLIENT_REQUESTS.files, {
          folder,
          include,
          exclude,
          ignored,
        });
        return { files: [...files].sort(), troubles: [] };
      } catch (error) {
        return {
          files: [],
          troubles: [{ uri: folder, message: `this folder could not be listed: ${reasonOf(error)}` }],
        };
      }
    },
    async readFile(uri): Promise<FileText | undefined> {
      try {
        const answer = await connection.sendRequest<ReadAnswer>(CLIENT_REQUESTS.read, { uri });
        if (answer === null) return undefined;
        return 'trouble' in answer ? answer : decoded(uri, answer.base64);
      } catch (error) {
        return { trouble: `it could not be read: ${reasonOf(error)}` };
      }
    },
    worked: () => performance.now(),
    // A yield itself takes 4 ms here, since a timer that another one has set waits as long.
    slice: 12,
    yield: () => new Promise((resolve) => setTimeout(resolve, 0)),
    today() {
      const now = new Date();
      const two = (value: number) => String(value).padStart(2, '0');
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    },
  };
}

function decoded(uri: string, base64: string): FileText {
  const { read, trouble } = decode(
    uri,
    Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)),
  );
  return { text: read.text, faithful: read.faithful, ...(trouble && { trouble: trouble.message }) };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
