/** `mos lsp`: the language server, for every editor that speaks the protocol. */

import { serve } from '@mos/server/node';
import { Problem } from '../problem.ts';

/** Never comes back: the process ends when the editor takes its leave. */
export function lsp({ stdio }: { stdio?: boolean }): Promise<number> {
  if (!stdio) {
    throw new Problem(
      'mos lsp talks to an editor, and only over standard streams.',
      'Let the editor start it as "mos lsp --stdio".',
    );
  }
  serve();
  return new Promise(() => {});
}
