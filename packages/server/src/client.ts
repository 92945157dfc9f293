/** What the client can do, as it introduced itself; what it does not say it cannot. */

import type { ClientCapabilities, InitializeParams, ResourceOperationKind } from 'vscode-languageserver';

export interface ClientFacts {
  capabilities: ClientCapabilities;
  /** A client gets findings in one of the two ways, never in both. */
  diagnostics: 'push' | 'pull';
  /** Commands that the client carries out itself, such as `mos.suppress`, which asks for a reason. */
  commands: ReadonlySet<string>;
  /** Edits of a code action may be worked out when the person has chosen it. */
  resolvesEdits: boolean;
  /** Actions that are not possible here may be shown with the reason. */
  showsDisabled: boolean;
  /** It opens `mos://rules/…`, the page of a rule; in others such a link would lead nowhere. */
  opensPages: boolean;
  showsMarkdown: { hover: boolean; completion: boolean };
  /** Symbols may hold symbols. */
  nestsSymbols: boolean;
  canCreateFiles: boolean;
  canDeleteFiles: boolean;
}

interface Options {
  diagnostics?: unknown;
  commands?: unknown;
  pages?: unknown;
}

/**
 * `initializationOptions`: `diagnostics` 'push' or 'pull', `commands`, a list of names, and `pages`, true for who opens
 * `mos://rules/…`; all optional. Commands may also
 * stand in `capabilities.experimental.commands.commands`, where rust-analyzer's clients put them.
 */
export function clientFacts({ capabilities, initializationOptions }: InitializeParams): ClientFacts {
  const options = (initializationOptions ?? {}) as Options;
  const { textDocument, workspace } = capabilities;
  const action = textDocument?.codeAction;
  const experimental = capabilities.experimental as { commands?: { commands?: unknown } } | undefined;
  const operations: readonly ResourceOperationKind[] = workspace?.workspaceEdit?.resourceOperations ?? [];
  const pulls = textDocument?.diagnostic !== undefined && workspace?.diagnostics?.refreshSupport === true;
  const asked = options.diagnostics === 'push' || options.diagnostics === 'pull' ? options.diagnostics : undefined;
  return {
    capabilities,
    diagnostics: asked ?? (pulls ? 'pull' : 'push'),
    commands: new Set([...namesIn(options.commands), ...namesIn(experimental?.commands?.commands)]),
    resolvesEdits: action?.dataSupport === true && (action.resolveSupport?.properties.includes('edit') ?? false),
    showsDisabled: action?.disabledSupport === true,
    opensPages: options.pages === true,
    showsMarkdown: {
      hover: textDocument?.hover?.contentFormat?.includes('markdown') ?? false,
      completion: textDocument?.completion?.completionItem?.documentationFormat?.includes('markdown') ?? false,
    },
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    canCreateFiles: operations.includes('create'),
    canDeleteFiles: operations.includes('delete'),
  };
}

function namesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}
