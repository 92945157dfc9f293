/** Tells the client to ask again for what stands between and above the lines, when another file or a setting changed it. */

import { CodeLensRefreshRequest, InlayHintRefreshRequest, SemanticTokensRefreshRequest } from 'vscode-languageserver';
import type { Feature, Server } from '../feature.ts';

export const refreshing: Feature = {
  capabilities: {},
  register(server) {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    server.onChange((touched) => {
      if (touched && asksByItself(server, touched)) return;
      // One refresh for a burst of keystrokes; whoever types sees the own file change at once anyway.
      clearTimeout(waiting);
      waiting = setTimeout(() => refresh(server), QUIET_TIME);
    });
  },
};

/** Milliseconds. Longer than the pause between two keystrokes, shorter than anybody waits for. */
const QUIET_TIME = 150;

/** One open document and nothing else changed: editors ask for an edited document without being told. */
function asksByItself(server: Server, touched: readonly string[]): boolean {
  const open = server.openFiles();
  return open.length === 0 || (open.length === 1 && touched.every((uri) => uri === open[0]));
}

function refresh({ connection, client }: Server): void {
  const { inlayHint, codeLens, semanticTokens } = client.workspace ?? {};
  const requests = [
    inlayHint?.refreshSupport && InlayHintRefreshRequest.type,
    codeLens?.refreshSupport && CodeLensRefreshRequest.type,
    semanticTokens?.refreshSupport && SemanticTokensRefreshRequest.type,
  ];
  // A client that goes away meanwhile needs no answer.
  for (const request of requests) if (request) void connection.sendRequest(request).then(undefined, () => undefined);
}
